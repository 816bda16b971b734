package fi.tiski.domain.devices;

import java.util.Locale;

/** What can be wrong with a kiosk; the tag is what the database keeps. */
public enum Fault {
    /** Nothing has been heard of it for {@link CareService#SILENT}. */
    UNHEARD,
    PAPER_LOW,
    PAPER_OUT,
    COVER_OPEN,
    PRINTER_OFFLINE,
    /** It has voices, and no sound comes out. */
    SPEECH_SILENT,
    /** It has no voices: who cannot see cannot use it. */
    SPEECH_NONE,
    DISK_FULL,
    HOT;

    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
