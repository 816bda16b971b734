package fi.tiski.surface.journey;

import fi.tiski.domain.knowledge.MeetingMode;

/** Which pictogram stands for what. */
final class Pictures {

    private Pictures() {}

    static String of(MeetingMode mode) {
        return switch (mode) {
            case IN_PERSON -> "people";
            case VIDEO -> "video";
            case PHONE -> "phone";
        };
    }
}
