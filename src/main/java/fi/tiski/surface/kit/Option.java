package fi.tiski.surface.kit;

import org.jspecify.annotations.Nullable;

/** One answer of {@link Options} or {@link Select}. */
public record Option<T>(
        T value,
        String words,
        @Nullable String detail,
        @Nullable String pictogram) {

    public Option(T value, String words) {
        this(value, words, null, null);
    }

    public Option<T> withDetail(String line) {
        return new Option<>(value, words, line, pictogram);
    }

    public Option<T> withPictogram(String id) {
        return new Option<>(value, words, detail, id);
    }
}
