package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often the truth fell inside the wait that people were told, in replayed weeks; written down for everybody to read. */
class WaitsReportTest {

    private static final Path REPORT = Path.of("docs/waits.md");
    private static final int WEEKS = 12;

    /** The goal is nine in ten. */
    private static final double AT_LEAST = 0.92;

    /** Also among those who do not find the counters free: a wait of nothing is easily told. */
    private static final double AT_LEAST_IN_A_LINE = 0.88;

    private static final List<Told> PEOPLE = new ArrayList<>();

    /** Somebody, what each way of saying it told them, and whether they were there to see. */
    private record Told(
            ReplayedWeeks.Arrival arrival,
            Optional<Wait> simulated,
            boolean reached,
            Optional<Wait> average,
            Optional<Wait> erlang) {

        Optional<Duration> waited() {
            return arrival.truth().waited;
        }
    }

    @BeforeAll
    static void replay() {
        if (PEOPLE.isEmpty()) {
            new ReplayedWeeks(20260511L, arrival -> PEOPLE.add(told(arrival))).pass(WEEKS);
        }
    }

    private static Told told(ReplayedWeeks.Arrival arrival) {
        var outlook = Simulation.forecast(arrival.scene()).newcomer();
        return new Told(
                arrival, outlook.expected(), outlook.reached(), Others.average(arrival), Others.erlangC(arrival));
    }

    @Test
    void theTruthFallsInsideTheRangeNineTimesInTen() {
        assertThat(share(called(), Told::simulated)).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(share(called(WaitsReportTest::foundALine), Told::simulated))
                .isGreaterThanOrEqualTo(AT_LEAST_IN_A_LINE);
    }

    @Test
    void alsoWhenAnAgentFallsIllOrTheLineIsLong() {
        assertThat(share(called(one -> one.arrival().illDay()), Told::simulated))
                .isGreaterThanOrEqualTo(0.85);
        assertThat(share(called(one -> one.arrival().ahead() >= 8), Told::simulated))
                .isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void theRangeStaysUseful() {
        assertThat(share(called(), Told::simulated)).isGreaterThan(share(called(), Told::average));
        assertThat(width(called(), Told::simulated)).isLessThan(width(called(), widenedAverage()));
        assertThat(share(called(), Told::simulated)).isGreaterThan(share(called(), Told::erlang));
    }

    @Test
    void whoIsNotCalledBeforeTheLastAgentLeavesWasMostlyTold() {
        var never = PEOPLE.stream()
                .filter(one -> one.waited().isEmpty() && !one.arrival().truth().left)
                .toList();

        assertThat(never.stream().filter(one -> !one.reached()).count()).isGreaterThanOrEqualTo(never.size() / 2);
    }

    @Test
    void theReportSaysWhatIsMeasured() throws IOException {
        var now = report();
        var stale = !Files.exists(REPORT) || !Files.readString(REPORT).equals(now);
        if (stale) {
            Files.writeString(REPORT, now);
        }
        assertThat(stale)
                .as(
                        "%s differed from what the replay measures and has been written anew: look at it and commit it",
                        REPORT)
                .isFalse();
    }

    private static boolean foundALine(Told one) {
        return one.arrival().ahead() > 0;
    }

    /** The plain average, made so wide that it is right as often: what the simulation is worth. */
    private static Function<Told, Optional<Wait>> widenedAverage() {
        var goal = share(called(), Told::simulated);
        for (double wider = 1; ; wider += 0.05) {
            var by = wider;
            Function<Told, Optional<Wait>> way = one -> Others.average(one.arrival(), by);
            if (share(called(), way) >= goal) {
                return way;
            }
        }
    }

    private static List<Told> called() {
        return called(one -> true);
    }

    private static List<Told> called(Predicate<Told> which) {
        return PEOPLE.stream()
                .filter(one -> one.waited().isPresent())
                .filter(which)
                .toList();
    }

    private static double share(List<Told> people, Function<Told, Optional<Wait>> way) {
        return count(
                people,
                one -> way.apply(one)
                        .filter(wait -> wait.holds(one.waited().orElseThrow()))
                        .isPresent());
    }

    private static double count(List<Told> people, Predicate<Told> which) {
        return (double) people.stream().filter(which).count() / people.size();
    }

    private static double width(List<Told> people, Function<Told, Optional<Wait>> way) {
        return people.stream()
                .flatMap(one -> way.apply(one).stream())
                .mapToLong(wait -> wait.atMost().minus(wait.atLeast()).toMinutes())
                .average()
                .orElse(Double.NaN);
    }

    private static String report() {
        var page = new StringBuilder("""
                # Waits

                How often the truth falls inside the range that a person is told when they take a number. Measured by a test
                (`WaitsReportTest`) that replays %d weeks at a service point: arrivals by the hour, three topics whose times are
                lognormal with a heavy tail and are not what was planned, four agents of different speed with breaks and agreed
                times, some of which nobody comes to, people who leave or do not answer, and on every fifth day an agent who
                falls ill and goes home. %s people were called; what they were told was fixed before what happened was drawn.

                | way to say it | truth inside | too early | too late | told nothing | mean width |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """.formatted(WEEKS, whole(called().size())));
        row(page, "simulated, person by person (what Tiski says)", called(), Told::simulated);
        row(page, "plain average (what Tiski said before)", called(), Told::average);
        row(page, "plain average, widened until it is right as often", called(), widenedAverage());
        row(page, "Erlang C", called(), Told::erlang);
        page.append("""

                *Too early*: called before the range began. *Too late*: after it ended. *Told nothing*: that way has no
                answer, as Erlang C when more people come than can be served, and the simulation when the last agent is more
                likely gone by then. The goal is nine in ten. Most of the width is real: three people with lognormal matters
                can take a quarter of an hour together, or one and a half.

                ## What the simulation says, by what the line is like

                | when they came | people | truth inside | mean width | mean wait |
                | --- | ---: | ---: | ---: | ---: |
                """);
        part(page, "nobody waiting", one -> one.arrival().ahead() == 0);
        part(page, "somebody waiting", WaitsReportTest::foundALine);
        part(
                page,
                "1 to 3 waiting",
                one -> one.arrival().ahead() >= 1 && one.arrival().ahead() <= 3);
        part(
                page,
                "4 to 7 waiting",
                one -> one.arrival().ahead() >= 4 && one.arrival().ahead() <= 7);
        part(page, "8 or more waiting", one -> one.arrival().ahead() >= 8);
        part(page, "on a day when an agent falls ill", one -> one.arrival().illDay());
        page.append("""

                ## How it is done

                - **Simulated**: everybody before them is served 240 times over, by the same rule that calls them
                  ([0014](decisions/0014-one-fair-rule.md)), each time with other luck; the range covers
                  all but the luckiest and the unluckiest twentieth, widened to whole fives ([0015](decisions/0015-the-wait-is-simulated.md)). Discrete-event
                  simulation: A. M. Law, *Simulation Modeling and Analysis*, 5th ed. Lognormal service times: Brown et al.,
                  *Statistical Analysis of a Telephone Call Center*, JASA 100 (2005).
                - **Plain average**: the people ahead, shared among the agents on shift, each taking the average of the last 20;
                  times 0.6 and, with one more ahead, times 1.5 ([0013](decisions/0013-the-first-rule-of-the-wait.md)).
                - **Erlang C**: the waiting time of an M/M/c queue in its steady state, from the 5th to the 95th percentile:
                  `P(W > t) = C(c, a) exp(-(c mu - lambda) t)`, with the true arrivals of the hour and the average service time
                  seen lately. A. K. Erlang, 1917; L. Kleinrock, *Queueing Systems*, vol. 1, section 3.5.

                In a running service each promise is kept in `wait_promise` beside what happened, and
                `QueueService.waitsKept` counts them: the weeks above are made up, those are not.
                """);
        return page.toString();
    }

    private static void row(StringBuilder page, String name, List<Told> people, Function<Told, Optional<Wait>> way) {
        page.append("| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        percent(share(people, way)),
                        percent(count(
                                people,
                                one -> way.apply(one)
                                        .filter(wait ->
                                                one.waited().orElseThrow().compareTo(wait.atLeast()) < 0)
                                        .isPresent())),
                        percent(count(
                                people,
                                one -> way.apply(one)
                                        .filter(wait ->
                                                one.waited().orElseThrow().compareTo(wait.atMost()) > 0)
                                        .isPresent())),
                        percent(count(people, one -> way.apply(one).isEmpty())),
                        minutes(width(people, way))));
    }

    private static void part(StringBuilder page, String name, Predicate<Told> which) {
        var people = called(which);
        page.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        whole(people.size()),
                        percent(share(people, Told::simulated)),
                        minutes(width(people, Told::simulated)),
                        minutes(people.stream()
                                        .mapToLong(one ->
                                                one.waited().orElseThrow().toSeconds())
                                        .average()
                                        .orElse(0)
                                / 60)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String minutes(double minutes) {
        return String.format(Locale.ROOT, "%.1f min", minutes);
    }

    private static String whole(int people) {
        return String.format(Locale.ROOT, "%,d", people);
    }

    /** What others do. */
    private static final class Others {

        private static final int SEEN_LATELY = 20;
        private static final double USUAL = 8 * 60;

        private static double mean(List<Duration> lately) {
            return lately.stream()
                    .limit(SEEN_LATELY)
                    .mapToLong(Duration::toSeconds)
                    .average()
                    .orElse(USUAL);
        }

        /** Decision 0013. */
        static Optional<Wait> average(ReplayedWeeks.Arrival arrival) {
            return average(arrival, 1);
        }

        static Optional<Wait> average(ReplayedWeeks.Arrival arrival, double wider) {
            if (arrival.agents() == 0) {
                return Optional.empty();
            }
            var rounds = (double) arrival.ahead() / arrival.agents();
            var typical = mean(arrival.servedLately());
            return Optional.of(Wait.around(
                    rounds * typical * 0.6 / wider, (rounds + 1.0 / arrival.agents()) * typical * 1.5 * wider));
        }

        static Optional<Wait> erlangC(ReplayedWeeks.Arrival arrival) {
            var mu = 1 / mean(arrival.servedLately());
            var lambda = ReplayedWeeks.arrivalsPerHour(arrival.hour()) / 3600;
            var agents = arrival.agents();
            var load = lambda / mu;
            if (load >= agents) {
                return Optional.empty();
            }
            var waits = probabilityOfWaiting(agents, load);
            var rate = agents * mu - lambda;
            return Optional.of(Wait.around(quantile(0.05, waits, rate), quantile(0.95, waits, rate)));
        }

        private static double quantile(double share, double waits, double rate) {
            return 1 - share >= waits ? 0 : StrictMath.log(waits / (1 - share)) / rate;
        }

        private static double probabilityOfWaiting(int agents, double load) {
            var term = 1.0;
            var sum = 0.0;
            for (int k = 0; k < agents; k++) {
                sum += term;
                term *= load / (k + 1);
            }
            var all = term * agents / (agents - load);
            return all / (sum + all);
        }
    }
}
