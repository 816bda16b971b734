package fi.tiski.surface.kit;

import java.util.Locale;

/** What became of a slip that was sent to a receipt printer. */
public enum Printed {
    ON_PAPER,
    PAPER_OUT,
    COVER_OPEN,
    /** The printer, or what stands between, does not answer; it may have printed. */
    OFFLINE,
    /** There is no printer: the browser prints, as it does at home. */
    NONE;

    /** As the keeper says it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
