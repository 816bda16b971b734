package fi.tiski.domain.together;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a page is for, and so which places it has and who writes in them. */
public enum PageKind {
    /** For the customer to read. */
    TEXT(Place.agents("words")),
    /** For the customer to answer. */
    QUESTION(Place.agents("question"), Place.customers("answer")),
    /** A {@link FormSection} for the customer to fill. */
    FORM,
    /** What they have agreed on, for the customer to approve. */
    SUMMARY(Place.agents("words"));

    private final List<Place> own;

    PageKind(Place... own) {
        this.own = List.of(own);
    }

    List<Place> places(Optional<FormSection> section) {
        return section.map(FormSection::places).orElse(own);
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PageKind ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
