package fi.tiski.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what what was measured, as a reader would ask for it
 * @param measured the figure with its unit, and the spread where there were several rounds
 * @param goal what was promised; empty for a figure that is only told
 */
record Figure(String what, String measured, String goal, Verdict verdict) {

    enum Verdict {
        MET("met"),
        MISSED("missed"),
        TOLD("");

        final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    /** A figure without a goal. */
    static Figure told(String what, String measured) {
        return new Figure(what, measured, "", Verdict.TOLD);
    }

    static Figure atMost(double goal, String unit, String what, double value, String measured) {
        return new Figure(what, measured, "under " + plain(goal) + unit, value < goal ? Verdict.MET : Verdict.MISSED);
    }

    static Figure atLeast(double goal, String what, double value, String measured) {
        return new Figure(what, measured, plain(goal) + " or more", value >= goal ? Verdict.MET : Verdict.MISSED);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }
}
