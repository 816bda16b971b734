package fi.tiski.domain.queue;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Weeks at a service point, made up but not kind: more people by ten in the morning than there are agents for, service
 * times with a heavy tail, slow and quick agents, slow and quick days, lunch breaks, agreed times to which some come late
 * and some do not come, people who leave, people who do not answer the call, and an agent who falls ill. None of it is told
 * to whoever has to say how long the wait is, but what a service point knows.
 */
final class ReplayedWeeks {

    private static final Instant FIRST_DAY = Instant.parse("2026-05-11T06:00:00Z");
    private static final int OPEN_HOURS = 7;
    private static final double[] ARRIVALS_PER_HOUR = {9, 15, 17, 12, 11, 13, 8};
    private static final int KEPT = 120;

    /** How long the topics are planned to take, and how long they take. */
    private enum Topic {
        SHORT(10, 6.5, 0.6),
        USUAL(15, 11, 0.75),
        LONG(30, 24, 0.7);

        final TopicId id = new TopicId(new UUID(9, ordinal()));
        final Duration planned;
        final double median;
        final double spread;

        Topic(int planned, double mean, double spread) {
            this.planned = Duration.ofMinutes(planned);
            this.median = mean * 60 / StrictMath.exp(spread * spread / 2);
            this.spread = spread;
        }
    }

    /** Somebody who has just taken a number, what was known then, and what came of it. */
    record Arrival(
            Simulation.Scene scene,
            int ahead,
            int agents,
            List<Duration> servedLately,
            int hour,
            boolean illDay,
            Holder truth) {}

    /** When they were called, once they have been; never when they left before. */
    static final class Holder {
        Optional<Duration> waited = Optional.empty();
        boolean left;
    }

    private final SplittableRandom chance;
    private final Deque<Served> lately = new ArrayDeque<>();
    private final Consumer<Arrival> told;
    private long people;

    private record Served(Topic topic, boolean known, Duration length) {}

    ReplayedWeeks(long seed, Consumer<Arrival> told) {
        chance = new SplittableRandom(seed);
        this.told = told;
    }

    static double arrivalsPerHour(int hour) {
        return ARRIVALS_PER_HOUR[hour];
    }

    void pass(int weeks) {
        for (int week = 0; week < weeks; week++) {
            for (int day = 0; day < 5; day++) {
                new Day(FIRST_DAY.plus(Duration.ofDays(7L * week + day))).pass();
            }
        }
    }

    private double normal() {
        return Normal.quantile(chance.nextDouble(1e-6, 1 - 1e-6));
    }

    private double exponential(double mean) {
        return -StrictMath.log(1 - chance.nextDouble()) * mean;
    }

    private static final class Person {
        InLine number;
        final Instant came;
        final Topic topic;
        final boolean topicKnown;
        final double impatientAfter;
        final Holder truth = new Holder();

        Person(InLine number, Topic topic, boolean topicKnown, double impatientAfter) {
            this.number = number;
            this.came = number.place();
            this.topic = topic;
            this.topicKnown = topicKnown;
            this.impatientAfter = impatientAfter;
        }
    }

    private static final class Agent {
        final AgentId id;
        final Span shift;
        final List<Span> breaks;
        final double pace;
        Instant free;
        Instant gone;
        Optional<Person> with = Optional.empty();
        Optional<Meeting> meeting = Optional.empty();
        Instant since = Instant.MIN;

        Agent(AgentId id, Span shift, List<Span> breaks, double pace) {
            this.id = id;
            this.shift = shift;
            this.breaks = breaks;
            this.pace = pace;
            free = shift.from();
            gone = shift.until();
        }
    }

    private final class Day {

        private final Instant opens;
        private final double pace = StrictMath.exp(0.12 * normal());
        private final List<Agent> agents = new ArrayList<>();
        private final List<Meeting> meetings = new ArrayList<>();
        private final List<Instant> meetingComes = new ArrayList<>();
        private final List<Person> line = new ArrayList<>();
        private final Deque<Instant> arrivals = new ArrayDeque<>();
        private final boolean ill = chance.nextInt(5) == 0;

        Day(Instant opens) {
            this.opens = opens;
            staff();
            for (int hour = 0; hour < OPEN_HOURS; hour++) {
                var at = exponential(3600 / ARRIVALS_PER_HOUR[hour]);
                while (at < 3600) {
                    arrivals.add(opens.plusSeconds(3600L * hour + (long) at));
                    at += exponential(3600 / ARRIVALS_PER_HOUR[hour]);
                }
            }
        }

        private void staff() {
            var many = 3;
            for (int i = 0; i < many; i++) {
                var lunch = opens.plus(Duration.ofMinutes(120 + 30L * i));
                add(new Agent(
                        new AgentId(new UUID(8, i)),
                        Span.of(opens, Duration.ofMinutes(60 * OPEN_HOURS + 45)),
                        List.of(Span.of(lunch, Duration.ofMinutes(30))),
                        StrictMath.exp(0.15 * normal())));
            }
            add(new Agent(
                    new AgentId(new UUID(8, many)),
                    Span.of(opens.plus(Duration.ofMinutes(60)), Duration.ofHours(4)),
                    List.of(),
                    StrictMath.exp(0.15 * normal())));
            if (ill) {
                agents.get(chance.nextInt(many)).gone = opens.plusSeconds(chance.nextInt(3600 * 5));
            }
        }

        private void add(Agent agent) {
            agents.add(agent);
            for (int hour = 1; hour < OPEN_HOURS; hour++) {
                var from = opens.plus(Duration.ofHours(hour));
                var during = Span.of(from, Duration.ofMinutes(30));
                if (chance.nextInt(6) == 0
                        && agent.shift.contains(during.until())
                        && agent.breaks.stream().noneMatch(during::overlaps)) {
                    var id = new UUID(7, from.getEpochSecond() * 10 + agents.size());
                    meetings.add(new Meeting(id, new CaseId(id), agent.id, during, true, false, false, true));
                    meetingComes.add(
                            chance.nextInt(7) == 0 ? Instant.MAX : from.plusSeconds(60L * (chance.nextInt(20) - 16)));
                }
            }
        }

        void pass() {
            while (true) {
                var agent = nextAgent();
                if (!arrivals.isEmpty()
                        && (agent.isEmpty() || arrivals.getFirst().isBefore(agent.get().free))) {
                    come(arrivals.removeFirst());
                } else if (agent.isPresent()) {
                    isFree(agent.get());
                } else {
                    return;
                }
            }
        }

        private Optional<Agent> nextAgent() {
            return agents.stream()
                    .filter(one -> one.free.isBefore(one.gone))
                    .min(Comparator.comparing(one -> one.free));
        }

        private void come(Instant now) {
            leaveThoseWhoHadEnough(now);
            var kind = chance.nextInt(10);
            var topic = kind < 4 ? Topic.SHORT : kind < 8 ? Topic.USUAL : Topic.LONG;
            var id = new TicketId(new UUID(0, ++people));
            var person = new Person(
                    new InLine(id, now, chance.nextInt(16) == 0, 0),
                    topic,
                    chance.nextInt(10) < 6,
                    chance.nextInt(20) == 0 ? exponential(1800) : Double.MAX_VALUE);
            told.accept(new Arrival(
                    scene(now),
                    line.size(),
                    (int) agents.stream()
                            .filter(one -> one.shift.contains(now) && now.isBefore(one.gone))
                            .count(),
                    lately.stream().map(Served::length).toList(),
                    Math.min(OPEN_HOURS - 1, (int) Duration.between(opens, now).toHours()),
                    ill,
                    person.truth));
            line.add(person);
        }

        private void leaveThoseWhoHadEnough(Instant now) {
            line.removeIf(one -> {
                one.truth.left = Duration.between(one.came, now).toSeconds() > one.impatientAfter;
                return one.truth.left;
            });
        }

        private void isFree(Agent agent) {
            var now = agent.free;
            leaveThoseWhoHadEnough(now);
            ended(agent, now);
            for (var rest : agent.breaks) {
                if (rest.contains(now)) {
                    // Who was kept from it takes at least most of it.
                    var least = now.plus(Duration.ofMinutes(20));
                    agent.free = least.isAfter(rest.until()) ? least : rest.until();
                    return;
                }
            }
            var numbers =
                    line.stream().map(one -> one.number).sorted(InLine.BY_PLACE).toList();
            switch (FairOrder.next(agent.id, numbers, here(now), now)) {
                case FairOrder.Next.Number(var number) -> call(agent, number, now);
                case FairOrder.Next.Meet(var meeting) -> meet(agent, meeting, now);
                case FairOrder.Next.Nobody() -> agent.free = soon(now);
            }
        }

        private void ended(Agent agent, Instant now) {
            agent.with.ifPresent(one -> {
                lately.addFirst(new Served(one.topic, one.topicKnown, Duration.between(agent.since, now)));
                if (lately.size() > KEPT) {
                    lately.removeLast();
                }
            });
            agent.with = Optional.empty();
            agent.meeting = Optional.empty();
        }

        private Instant soon(Instant now) {
            return arrivals.isEmpty() || arrivals.getFirst().isAfter(now.plusSeconds(60))
                    ? now.plusSeconds(60)
                    : arrivals.getFirst().plusSeconds(5);
        }

        private void call(Agent agent, InLine number, Instant now) {
            var person = line.stream()
                    .filter(one -> one.number.id().equals(number.id()))
                    .findFirst()
                    .orElseThrow();
            line.remove(person);
            line.stream()
                    .filter(other -> InLine.BY_PLACE.compare(other.number, number) < 0)
                    .forEach(other -> other.number = other.number.overtakenOnceMore());
            person.truth.waited = Optional.of(Duration.between(person.came, now));
            if (chance.nextInt(33) == 0) {
                agent.free = now.plusSeconds(180);
                return;
            }
            var length = person.topic.median * StrictMath.exp(person.topic.spread * normal()) * pace * agent.pace;
            if (chance.nextInt(40) == 0) {
                length *= 2.5;
            }
            agent.with = Optional.of(person);
            agent.since = now;
            agent.free = now.plusSeconds((long) Math.max(45, length));
        }

        private void meet(Agent agent, Meeting meeting, Instant now) {
            var at = index(meeting);
            meetings.remove(at);
            meetingComes.remove(at);
            if (!meeting.here()) {
                agent.free = now.plusSeconds(150);
                return;
            }
            agent.meeting = Optional.of(meeting);
            agent.since = now;
            agent.free = now.plusSeconds((long) (1700 * StrictMath.exp(0.35 * normal()) * agent.pace));
        }

        private int index(Meeting meeting) {
            for (int i = 0; i < meetings.size(); i++) {
                if (meetings.get(i).appointment().equals(meeting.appointment())) {
                    return i;
                }
            }
            throw new AssertionError("No such meeting");
        }

        private List<Meeting> here(Instant now) {
            var seen = new ArrayList<Meeting>();
            for (int i = 0; i < meetings.size(); i++) {
                var one = meetings.get(i);
                seen.add(new Meeting(
                        one.appointment(),
                        one.caseId(),
                        one.agent(),
                        one.during(),
                        true,
                        !meetingComes.get(i).isAfter(now),
                        false,
                        true));
            }
            return seen;
        }

        /** What the service point knows: not how quick anybody is, nor who will come, leave or fall ill. */
        private Simulation.Scene scene(Instant now) {
            var servers = agents.stream()
                    .filter(one -> now.isBefore(one.gone) && one.shift.until().isAfter(now))
                    .map(one -> new Simulation.Server(
                            one.id,
                            one.shift,
                            one.breaks.stream()
                                    .filter(rest -> rest.until().isAfter(now))
                                    .toList(),
                            now,
                            one.free.isAfter(now) ? busy(one, now) : Optional.empty()))
                    .toList();
            return new Simulation.Scene(
                    now,
                    servers,
                    line.stream()
                            .map(one -> new Simulation.Person(one.number, takes(one), Set.of()))
                            .toList(),
                    here(now),
                    takes(Optional.empty()));
        }

        private Optional<Simulation.Busy> busy(Agent agent, Instant now) {
            return agent.with
                    .map(one -> new Simulation.Busy(takes(one), Duration.between(agent.since, now)))
                    .or(() -> agent.meeting.map(one -> new Simulation.Busy(
                            ServiceTimes.planned(one.during().length(), Simulation.MEETING_SPREAD),
                            Duration.between(agent.since, now))));
        }

        private ServiceTimes takes(Person one) {
            return takes(one.topicKnown ? Optional.of(one.topic) : Optional.empty());
        }

        private ServiceTimes takes(Optional<Topic> topic) {
            return ServiceTimes.lately(
                    topic.map(its -> its.planned).orElse(Duration.ofMinutes(8)),
                    lately.stream().map(Served::length).toList(),
                    topic.map(its -> lately.stream()
                                    .filter(one -> one.known && one.topic == its)
                                    .map(Served::length)
                                    .toList())
                            .orElse(List.of()),
                    List::of);
        }
    }
}
