package fi.tiski.domain.queue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * How long serving somebody takes, as a lognormal distribution: most are quick and a few take very long, and it fits
 * service times at counters and on the phone well (Brown et al., "Statistical Analysis of a Telephone Call Center: A
 * Queueing-Science Perspective", JASA 100, 2005). Kept as a table of quantiles, because drawing must be quick.
 */
final class ServiceTimes {

    /** So many must have been seen before they say more than the plan. */
    static final int ENOUGH = 8;

    /** What the planned duration is worth, in people seen. */
    private static final double PLANNED_COUNTS = 3;

    private static final double PLANNED_SPREAD = 0.6;
    private static final double LEAST_SPREAD = 0.25;
    private static final double SHORTEST = 20;
    private static final int TABLE = 256;

    private final double mu;
    private final double sigma;
    private final double[] quantiles = new double[TABLE];

    private ServiceTimes(double mu, double sigma) {
        this.mu = mu;
        this.sigma = sigma;
        for (int i = 0; i < TABLE; i++) {
            quantiles[i] = StrictMath.exp(mu + sigma * Normal.quantile((i + 0.5) / TABLE));
        }
    }

    /** What is expected before anybody has been served: {@code planned} is its mean. */
    static ServiceTimes planned(Duration planned) {
        return planned(planned, PLANNED_SPREAD);
    }

    static ServiceTimes planned(Duration planned, double spread) {
        return new ServiceTimes(StrictMath.log(planned.toSeconds()) - spread * spread / 2, spread);
    }

    /**
     * What was seen lately, leaning a little on the plan. The spread is that of the next one, which is wider than that of
     * those seen: {@code s² (1 + 1/n)}, the predictive variance of a normal sample (Gelman et al., "Bayesian Data
     * Analysis", 3rd ed., section 3.2).
     */
    static ServiceTimes seen(List<Duration> lately, ServiceTimes plan) {
        if (lately.isEmpty()) {
            return plan;
        }
        var logs = lately.stream()
                .mapToDouble(one -> StrictMath.log(Math.max(SHORTEST, one.toSeconds())))
                .toArray();
        var n = logs.length;
        var weight = n + PLANNED_COUNTS;
        var mean = Arrays.stream(logs).average().orElseThrow();
        var mu = (n * mean + PLANNED_COUNTS * plan.mu) / weight;
        var squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        var variance = (squares + PLANNED_COUNTS * plan.sigma * plan.sigma) / (weight - 1);
        return new ServiceTimes(mu, Math.max(LEAST_SPREAD, StrictMath.sqrt(variance * (1 + 1 / weight))));
    }

    /**
     * By the nearest that enough has been seen of: the topic at the point, the point, the topic anywhere; and by what is
     * planned where nothing has.
     */
    static ServiceTimes lately(
            Duration planned, List<Duration> atPoint, List<Duration> ofTopicThere, Supplier<List<Duration>> ofTopic) {
        var plan = planned(planned);
        if (ofTopicThere.size() >= ENOUGH) {
            return seen(ofTopicThere, plan);
        }
        if (atPoint.size() >= ENOUGH) {
            return seen(atPoint, plan);
        }
        var anywhere = ofTopic.get();
        return seen(anywhere.size() >= ENOUGH ? anywhere : atPoint, plan);
    }

    double mean() {
        return StrictMath.exp(mu + sigma * sigma / 2);
    }

    /** One of them, in seconds. */
    double draw(SplittableRandom chance) {
        return quantiles[chance.nextInt(TABLE)];
    }

    /** How much longer one takes that has taken {@code elapsed} seconds already: long ones are likely to go on. */
    double rest(double elapsed, SplittableRandom chance) {
        if (elapsed <= quantiles[0]) {
            return draw(chance) - Math.max(0, elapsed);
        }
        var at = Arrays.binarySearch(quantiles, elapsed);
        var longer = at < 0 ? -at - 1 : at + 1;
        return longer < TABLE
                ? quantiles[chance.nextInt(longer, TABLE)] - elapsed
                : elapsed * (0.1 + 0.4 * chance.nextDouble());
    }
}
