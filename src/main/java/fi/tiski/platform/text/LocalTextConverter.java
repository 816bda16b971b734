package fi.tiski.platform.text;

import java.util.TreeMap;
import org.jooq.JSONB;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between the database's {@code local_text} and {@link LocalText}. */
public class LocalTextConverter extends AbstractConverter<JSONB, LocalText> {

    private static final JsonMapper JSON = JsonMapper.shared();

    public LocalTextConverter() {
        super(JSONB.class, LocalText.class);
    }

    @Override
    public @Nullable LocalText from(@Nullable JSONB stored) {
        return stored == null
                ? null
                : LocalText.ofTags(JSON.readValue(stored.data(), new TypeReference<TreeMap<String, String>>() {}));
    }

    @Override
    public @Nullable JSONB to(@Nullable LocalText text) {
        if (text == null) {
            return null;
        }
        var byTag = new TreeMap<String, String>();
        text.texts().forEach((language, words) -> byTag.put(language.tag(), words));
        return JSONB.jsonb(JSON.writeValueAsString(byTag));
    }
}
