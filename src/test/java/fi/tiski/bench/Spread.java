package fi.tiski.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Figures of several rounds: the middle one, and how far they lay apart. */
record Spread(double[] sorted) {

    static Spread of(Collection<? extends Number> values) {
        var sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Spread(sorted);
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that {@code percent} of a hundred do not exceed (nearest rank). */
    double percentile(double percent) {
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /** {@code 0.84 (0.81 to 0.90)} */
    String told(int decimals) {
        var form = "%." + decimals + "f";
        return String.format(
                Locale.ROOT, form + " (" + form + " to " + form + ")", median(), sorted[0], sorted[sorted.length - 1]);
    }
}
