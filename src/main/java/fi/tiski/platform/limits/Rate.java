package fi.tiski.platform.limits;

import java.time.Duration;

/**
 * An even allowance.
 *
 * @param atOnce how many may be had at one moment by somebody who has had none for a while
 * @param oneEvery after that, one comes free each time so much has passed
 */
public record Rate(int atOnce, Duration oneEvery) {

    public Rate {
        if (atOnce < 1 || !oneEvery.isPositive()) {
            throw new IllegalArgumentException("A rate of nothing");
        }
    }

    /** How far ahead of an even pace somebody may be who still gets one more. */
    Duration ahead() {
        return oneEvery.multipliedBy(atOnce - 1L);
    }
}
