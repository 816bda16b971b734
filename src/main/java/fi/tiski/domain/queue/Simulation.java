package fi.tiski.domain.queue;

import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Serves everybody who waits, one after the other and many times over, each time with other luck, by the same rule that
 * calls them ({@link FairOrder}): when each is called in a lucky and in an unlucky run is their wait. Discrete-event
 * simulation with a fixed seed (Law, "Simulation Modeling and Analysis", 5th ed., chapter 1), so that the same line
 * always has the same waits and a page does not flicker.
 */
final class Simulation {

    private static final int RUNS = 240;
    private static final int LONG_LINE = 60;
    private static final int FEWEST_RUNS = 24;
    private static final long SEED = 0x7469736b69L;

    /** Outside these lies the tenth that may be wrong, on both sides. Rounding to whole fives gives some of it back. */
    private static final double OPTIMISTIC = 0.045;

    private static final double PESSIMISTIC = 0.955;

    /** Days differ: one is slow for everybody. Spread of a factor that all of a run share. */
    private static final double PACE = 0.17;

    /** From one person's leaving to the next one's call: the agent finishes writing. */
    private static final double BETWEEN = 30;

    /** How many of those who agreed on a time come, and what it costs to find out that one does not. */
    private static final double COME = 0.88;

    private static final double NOT_COME = 120;

    /** How exactly a meeting lasts as planned. */
    static final double MEETING_SPREAD = 0.3;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double UNIT = 1000;
    private static final ServiceTimes MEETING = ServiceTimes.planned(Duration.ofSeconds((long) UNIT), MEETING_SPREAD);

    /** How likely an agent is to be called away or to fall ill in an hour. */
    private static final double GONE_PER_HOUR = 0.015;

    private Simulation() {}

    /**
     * Somebody who serves.
     *
     * @param during the shift
     * @param breaks in which nobody is called
     * @param freeFrom earliest, such as the end of a break they are on
     * @param busy with somebody just now
     */
    record Server(AgentId agent, Span during, List<Span> breaks, Instant freeFrom, Optional<Busy> busy) {}

    record Busy(ServiceTimes takes, Duration elapsed) {}

    /** @param only whose alone they are to call; empty for anybody's */
    record Person(InLine number, ServiceTimes takes, Set<AgentId> only) {}

    /**
     * @param line by place
     * @param newcomer what serving somebody who comes now takes
     */
    record Scene(Instant now, List<Server> servers, List<Person> line, List<Meeting> meetings, ServiceTimes newcomer) {}

    /**
     * What somebody can expect.
     *
     * @param expected empty when they are more likely not to be reached at all
     * @param reached also in an unlucky run, before the last agent leaves
     */
    record Outlook(Optional<Wait> expected, boolean reached) {
        static final Outlook NOBODY_SERVES = new Outlook(Optional.empty(), false);
    }

    /** @param newcomer somebody who took a number now */
    record Forecast(Map<TicketId, Outlook> waiting, Outlook newcomer) {
        Outlook of(TicketId id) {
            return waiting.getOrDefault(id, newcomer);
        }
    }

    static Forecast forecast(Scene scene) {
        if (scene.servers().isEmpty()) {
            return new Forecast(Map.of(), Outlook.NOBODY_SERVES);
        }
        var everybody = new ArrayList<>(scene.line());
        everybody.add(new Person(
                new InLine(TicketId.next(), scene.now().plus(1, ChronoUnit.MICROS), false, 0),
                scene.newcomer(),
                Set.of()));
        everybody.sort((one, other) -> InLine.BY_PLACE.compare(one.number(), other.number()));
        var runs = runs(everybody.size());
        var waits = new double[everybody.size()][runs];
        var chance = new SplittableRandom(SEED);
        for (int run = 0; run < runs; run++) {
            new Run(scene, everybody, chance.split()).into(waits, run);
        }
        var waiting = new HashMap<TicketId, Outlook>();
        var last = Outlook.NOBODY_SERVES;
        for (int i = 0; i < everybody.size(); i++) {
            last = outlook(waits[i], scene);
            waiting.put(everybody.get(i).number().id(), last);
        }
        return new Forecast(waiting, last);
    }

    /** One run costs the square of the line. Luck evens out in a long one, which therefore needs fewer. */
    private static int runs(int people) {
        return people <= LONG_LINE ? RUNS : Math.max(FEWEST_RUNS, RUNS * LONG_LINE / people * LONG_LINE / people);
    }

    private static Outlook outlook(double[] waits, Scene scene) {
        var runs = waits.length;
        Arrays.sort(waits);
        if (Double.isInfinite(waits[runs / 2])) {
            return Outlook.NOBODY_SERVES;
        }
        var longest = waits[(int) (runs * PESSIMISTIC)];
        var reached = !Double.isInfinite(longest);
        return new Outlook(
                Optional.of(Wait.around(waits[(int) (runs * OPTIMISTIC)], reached ? longest : untilLastLeaves(scene))),
                reached);
    }

    private static double untilLastLeaves(Scene scene) {
        return scene.servers().stream()
                .mapToDouble(server ->
                        Duration.between(scene.now(), server.during().until()).toSeconds())
                .max()
                .orElseThrow();
    }

    /** One time over. Times are seconds from now. */
    private static final class Run {

        private final Scene scene;
        private final List<Person> everybody;
        private final SplittableRandom chance;
        private final double pace;
        private final double[] free;
        private final double[] until;
        private final List<InLine> line = new ArrayList<>();
        private final Map<TicketId, Integer> index = new HashMap<>();
        private final List<Meeting> meetings = new ArrayList<>();
        private final boolean someAreMeant;

        Run(Scene scene, List<Person> everybody, SplittableRandom chance) {
            this.scene = scene;
            this.everybody = everybody;
            this.chance = chance;
            pace = StrictMath.exp(PACE * Normal.quantile(chance.nextDouble(0.001, 0.999)));
            free = new double[scene.servers().size()];
            until = new double[free.length];
            for (int i = 0; i < free.length; i++) {
                var server = scene.servers().get(i);
                free[i] = Math.max(
                        Math.max(
                                seconds(server.freeFrom()),
                                seconds(server.during().from())),
                        busy(server));
                until[i] = Math.min(seconds(server.during().until()), goneAfter());
            }
            for (int i = 0; i < everybody.size(); i++) {
                line.add(everybody.get(i).number());
                index.put(everybody.get(i).number().id(), i);
            }
            someAreMeant = everybody.stream().anyMatch(one -> !one.only().isEmpty());
            scene.meetings().forEach(one -> meetings.add(one.here() || one.underWay() ? one : comesOrNot(one)));
        }

        private double busy(Server server) {
            return server.busy()
                    .map(with -> BETWEEN
                            + Math.max(0, with.takes().rest(with.elapsed().toSeconds(), chance)) * pace)
                    .orElse(0.0);
        }

        private double goneAfter() {
            return -StrictMath.log(1 - chance.nextDouble()) / GONE_PER_HOUR * 3600;
        }

        private Meeting comesOrNot(Meeting one) {
            return new Meeting(
                    one.appointment(),
                    one.caseId(),
                    one.agent(),
                    one.during(),
                    one.inPerson(),
                    chance.nextDouble() < COME,
                    false,
                    one.anybody());
        }

        void into(double[][] waits, int run) {
            for (var one : waits) {
                one[run] = Double.POSITIVE_INFINITY;
            }
            while (!line.isEmpty()) {
                var next = whoIsFreeFirst();
                if (next < 0) {
                    return;
                }
                serve(next, waits, run);
            }
        }

        private int whoIsFreeFirst() {
            var first = -1;
            for (int i = 0; i < free.length; i++) {
                if (free[i] < until[i] && (first < 0 || free[i] < free[first])) {
                    first = i;
                }
            }
            return first;
        }

        private void serve(int i, double[][] waits, int run) {
            var server = scene.servers().get(i);
            var at = free[i];
            var now = scene.now().plusMillis(Math.round(at * 1000));
            for (var rest : server.breaks()) {
                if (rest.contains(now)) {
                    free[i] = seconds(rest.until());
                    return;
                }
            }
            switch (FairOrder.next(server.agent(), callable(server.agent()), meetings, now)) {
                case FairOrder.Next.Number(var number) -> {
                    var person = indexOf(number);
                    waits[person][run] = at;
                    call(number);
                    free[i] = at + everybody.get(person).takes().draw(chance) * pace + BETWEEN;
                }
                case FairOrder.Next.Meet(var meeting) -> {
                    meetings.remove(meeting);
                    free[i] = at + (meeting.here() ? length(meeting) : NOT_COME) + BETWEEN;
                }
                case FairOrder.Next.Nobody() -> free[i] = nextMeeting(server.agent(), now);
            }
        }

        private List<InLine> callable(AgentId agent) {
            return someAreMeant
                    ? line.stream()
                            .filter(one -> {
                                var only = everybody.get(indexOf(one)).only();
                                return only.isEmpty() || only.contains(agent);
                            })
                            .toList()
                    : line;
        }

        private int indexOf(InLine one) {
            return Objects.requireNonNull(index.get(one.id()));
        }

        private void call(InLine called) {
            var at = line.indexOf(called);
            for (int before = 0; before < at; before++) {
                line.set(before, line.get(before).overtakenOnceMore());
            }
            line.remove(at);
        }

        private double length(Meeting meeting) {
            return meeting.during().length().toSeconds() * MEETING.draw(chance) / UNIT * pace;
        }

        /** An agent who may call nobody just now looks again when their next meeting comes, if there is one. */
        private double nextMeeting(AgentId agent, Instant now) {
            return meetings.stream()
                    .filter(one ->
                            one.agent().equals(agent) && one.during().from().isAfter(now))
                    .mapToDouble(one -> seconds(one.during().from()))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        /** Rounded up to the millisecond: who waits until then must find that it is over, or they would wait for ever. */
        private double seconds(Instant at) {
            return Math.ceilDiv(Duration.between(scene.now(), at).toNanos(), NANOS_PER_MILLI) / 1000.0;
        }
    }
}
