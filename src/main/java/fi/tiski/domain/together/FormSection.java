package fi.tiski.domain.together;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sections of forms that services ask for most often, each short enough for one page. */
public enum FormSection {
    ADDRESS("street", "postcode", "town"),
    HOUSEHOLD("adults", "children"),
    MONEY("income", "rent", "savings"),
    HELPER("helper", "helper-phone");

    private final List<Place> places;

    FormSection(String... places) {
        this.places = Arrays.stream(places).map(Place::line).toList();
    }

    List<Place> places() {
        return places;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FormSection ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
