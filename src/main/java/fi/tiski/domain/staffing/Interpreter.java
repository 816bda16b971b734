package fi.tiski.domain.staffing;

import java.util.List;

/** A person who interprets between customers and agents; not an agent. */
public record Interpreter(InterpreterId id, String name, List<InterpretedLanguage> languages) {

    public Interpreter {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("An interpreter of no language");
        }
    }
}
