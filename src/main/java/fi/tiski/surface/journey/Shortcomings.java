package fi.tiski.surface.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What of accessibility is not met or was never tried, as {@code statement.properties} has it from the table in {@code
 * accessibility-audits/requirements.yaml}.
 *
 * @param checked the day on which the table was last gone through
 * @param themes names of texts {@code statement.missing.…}, in their order
 */
record Shortcomings(LocalDate checked, List<String> themes) {

    static Shortcomings read() {
        var written = new Properties();
        try (var file = Objects.requireNonNull(Shortcomings.class.getResourceAsStream("/statement.properties"))) {
            written.load(new InputStreamReader(file, UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Shortcomings(
                LocalDate.parse(written.getProperty("checked")),
                Stream.of(written.getProperty("missing").split(","))
                        .filter(theme -> !theme.isBlank())
                        .toList());
    }
}
