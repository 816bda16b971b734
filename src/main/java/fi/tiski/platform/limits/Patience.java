package fi.tiski.platform.limits;

import java.time.Duration;

/**
 * How long whoever failed at a secret waits before the next try is looked at: not at all at first, then twice as long
 * each time, never longer than {@code longest}, so that nobody is ever locked out.
 *
 * @param free how many tries may fail before anybody waits
 * @param first the first wait
 * @param forgottenAfter so long after the last try everything begins anew
 */
public record Patience(int free, Duration first, Duration longest, Duration forgottenAfter) {

    private static final int DOUBLINGS_AT_MOST = 30;

    public Patience {
        if (free < 0 || !first.isPositive() || longest.compareTo(first) < 0 || forgottenAfter.compareTo(longest) < 0) {
            throw new IllegalArgumentException("Waits grow from the first to the longest, and are then forgotten");
        }
    }

    /** The wait after so many tries in a row have failed. */
    public Duration after(int failed) {
        if (failed <= free) {
            return Duration.ZERO;
        }
        var doublings = Math.min(failed - free - 1, DOUBLINGS_AT_MOST);
        var wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
