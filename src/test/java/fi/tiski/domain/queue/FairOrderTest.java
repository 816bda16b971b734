package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The fairness rule, held against thousands of days that nobody planned. */
class FairOrderTest {

    private static final Instant OPENS = Instant.parse("2026-05-11T06:00:00Z");
    private static final int DAYS = 4000;

    private static final List<Day> PASSED = new ArrayList<>();

    /** The same for all tests; they only look. */
    private static synchronized List<Day> days() {
        while (PASSED.size() < DAYS) {
            var day = new Day(PASSED.size());
            day.pass();
            PASSED.add(day);
        }
        return PASSED;
    }

    @Test
    void byArrivalUnlessWaitingIsHardForSomebody() {
        var line =
                List.of(number(1, 0, false, 0), number(2, 1, false, 0), number(3, 2, true, 0), number(4, 3, true, 0));

        assertThat(FairOrder.order(line, at(4)))
                .extracting(one -> one.id().value().getLeastSignificantBits())
                .containsExactly(3L, 4L, 1L, 2L);
    }

    @Test
    void whoHasBeenOvertakenThreeTimesKeepsThoseBeforeThemSafeToo() {
        var line = List.of(number(1, 0, false, 0), number(2, 1, false, 3), number(3, 2, true, 0));

        assertThat(FairOrder.order(line, at(3)))
                .extracting(one -> one.id().value().getLeastSignificantBits())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void nobodyIsOvertakenTooOftenOrTooLateOnAnyDay() {
        for (var day : days()) {
            for (var person : day.people) {
                assertThat(person.overtaken)
                        .as("day %s: %s is overtaken so often", day.seed, person)
                        .isLessThanOrEqualTo(FairOrder.OVERTAKEN_AT_MOST);
                assertThat(person.overtakenLast)
                        .as("day %s: %s is overtaken so late", day.seed, person)
                        .isLessThan(FairOrder.OVERTAKEN_WITHIN);
            }
            assertThat(day.called)
                    .as("day %s: everybody is called in the end", day.seed)
                    .isEqualTo(day.people.size());
        }
    }

    @Test
    void nobodyIsFreeWhileSomebodyWaitsOnAnyDay() {
        for (var day : days()) {
            assertThat(day.idleWhileSomebodyWaited).as("day %s", day.seed).isZero();
        }
    }

    @Test
    void whoAgreedOnATimeIsServedAsSoonAsTheirAgentIsFreeOnAnyDay() {
        var meetings = 0;
        for (var day : days()) {
            for (var meeting : day.begun.entrySet()) {
                meetings++;
                assertThat(meeting.getValue())
                        .as("day %s: a meeting begins so long after its time, or after its customer came", day.seed)
                        .isLessThanOrEqualTo(
                                day.longest.multipliedBy(1 + day.pendingBefore.getOrDefault(meeting.getKey(), 0)));
            }
            assertThat(day.numbersBeforeMeetings)
                    .as("day %s: numbers that an agent called while their own meeting was due", day.seed)
                    .isZero();
        }
        assertThat(meetings).isGreaterThan(DAYS);
    }

    @Test
    void amongThoseForWhomWaitingIsHardWhoCameFirstIsFirstOnAnyDay() {
        for (var day : days()) {
            var hard = day.people.stream().filter(person -> person.letAhead).toList();
            assertThat(hard)
                    .as("day %s", day.seed)
                    .isSortedAccordingTo(Comparator.comparing((Person person) -> person.calledAt));
        }
    }

    private static Instant at(int minute) {
        return OPENS.plus(Duration.ofMinutes(minute));
    }

    private static InLine number(int id, int minute, boolean letAhead, int overtaken) {
        return new InLine(new TicketId(new UUID(0, id)), at(minute), letAhead, overtaken);
    }

    private static final class Person {
        final TicketId id;
        final Instant came;
        final boolean letAhead;
        int overtaken;
        Duration overtakenLast = Duration.ZERO.minusNanos(1);
        Instant calledAt = Instant.MAX;

        Person(int number, Instant came, boolean letAhead) {
            id = new TicketId(new UUID(0, number));
            this.came = came;
            this.letAhead = letAhead;
        }

        InLine inLine() {
            return new InLine(id, came, letAhead, overtaken);
        }

        @Override
        public String toString() {
            return id.value().getLeastSignificantBits() + ", came " + came;
        }
    }

    /** A day at a counter: what happens is drawn, whose turn it is says the rule, and what it did is counted apart from it. */
    private static final class Day {

        final int seed;
        final List<Person> people = new ArrayList<>();
        final Map<UUID, Duration> begun = new HashMap<>();
        final Map<UUID, Integer> pendingBefore = new HashMap<>();
        final Duration longest;
        int called;
        int idleWhileSomebodyWaited;
        int numbersBeforeMeetings;

        private final SplittableRandom chance;
        private final AgentId[] agents;
        private final Instant[] free;
        private final List<Meeting> booked = new ArrayList<>();
        private final Map<UUID, Instant> arrives = new HashMap<>();
        private final Set<UUID> over = new HashSet<>();

        Day(int seed) {
            this.seed = seed;
            chance = new SplittableRandom(seed);
            agents = new AgentId[1 + chance.nextInt(5)];
            free = new Instant[agents.length];
            longest = Duration.ofMinutes(10 + chance.nextInt(50));
            var share = chance.nextDouble();
            var came = OPENS;
            var many = 5 + chance.nextInt(60);
            for (int i = 1; i <= many; i++) {
                came = came.plusSeconds(chance.nextInt(2 * 6 * 3600 / many));
                people.add(new Person(i, came, chance.nextDouble() < share * share));
            }
            for (int i = 0; i < agents.length; i++) {
                agents[i] = new AgentId(new UUID(1, i));
                free[i] = OPENS;
                book(agents[i]);
            }
        }

        private void book(AgentId agent) {
            var from = OPENS;
            while (chance.nextInt(3) > 0) {
                from = from.plus(Duration.ofMinutes(30 + chance.nextInt(90)));
                var id = new UUID(2, booked.size());
                booked.add(new Meeting(
                        id,
                        new CaseId(id),
                        agent,
                        Span.of(from, Duration.ofMinutes(30)),
                        true,
                        false,
                        false,
                        chance.nextBoolean()));
                if (chance.nextInt(10) > 0) {
                    arrives.put(id, from.plusSeconds((chance.nextInt(30) - 20) * 60L));
                }
                from = from.plus(Duration.ofMinutes(30));
            }
        }

        void pass() {
            // Whoever is forgotten keeps nobody here for ever: the count of those who were called tells.
            var end = OPENS.plus(Duration.ofDays(5));
            var agent = 0;
            while (free[agent].isBefore(end) && (called < people.size() || over.size() < booked.size())) {
                agent = 0;
                for (int i = 1; i < agents.length; i++) {
                    if (free[i].isBefore(free[agent])) {
                        agent = i;
                    }
                }
                freeAgent(agent, free[agent]);
            }
        }

        private void freeAgent(int agent, Instant now) {
            var line = people.stream()
                    .filter(person -> !person.came.isAfter(now) && person.calledAt.equals(Instant.MAX))
                    .map(Person::inLine)
                    .sorted(InLine.BY_PLACE)
                    .toList();
            var meetings = booked.stream()
                    .filter(one -> !over.contains(one.appointment()))
                    .map(one -> seen(one, now))
                    .toList();
            switch (FairOrder.next(agents[agent], line, meetings, now)) {
                case FairOrder.Next.Number(var number) -> {
                    if (meetings.stream().anyMatch(one -> isDue(one, agents[agent], now))) {
                        numbersBeforeMeetings++;
                    }
                    call(number, now);
                    free[agent] = now.plus(some());
                }
                case FairOrder.Next.Meet(var meeting) -> {
                    over.add(meeting.appointment());
                    if (meeting.here()) {
                        begin(meeting, now);
                        free[agent] = now.plus(some());
                    } else {
                        free[agent] = now.plus(Duration.ofMinutes(1));
                    }
                }
                case FairOrder.Next.Nobody() -> {
                    if (!line.isEmpty()) {
                        idleWhileSomebodyWaited++;
                    }
                    giveUpOnThePast(now);
                    free[agent] = now.plus(Duration.ofMinutes(1));
                }
            }
        }

        private Meeting seen(Meeting one, Instant now) {
            var here = arrives.containsKey(one.appointment())
                    && !arrives.get(one.appointment()).isAfter(now);
            return new Meeting(
                    one.appointment(), one.caseId(), one.agent(), one.during(), true, here, false, one.anybody());
        }

        private static boolean isDue(Meeting one, AgentId agent, Instant now) {
            return one.agent().equals(agent)
                    && one.here()
                    && !now.isBefore(one.during().from().minus(FairOrder.EARLY));
        }

        /** Nobody came, and nobody has looked for them while it counted. */
        private void giveUpOnThePast(Instant now) {
            booked.stream()
                    .filter(one -> !arrives.containsKey(one.appointment())
                            && one.during().from().plus(FairOrder.EXPECTED_FOR).isBefore(now))
                    .forEach(one -> over.add(one.appointment()));
        }

        private void call(InLine number, Instant now) {
            called++;
            for (var person : people) {
                if (person.id.equals(number.id())) {
                    person.calledAt = now;
                }
            }
            for (var person : people) {
                if (person.calledAt.equals(Instant.MAX)
                        && !person.came.isAfter(now)
                        && InLine.BY_PLACE.compare(person.inLine(), number) < 0) {
                    person.overtaken++;
                    person.overtakenLast = Duration.between(person.came, now);
                }
            }
        }

        private void begin(Meeting meeting, Instant now) {
            var came = arrives.getOrDefault(meeting.appointment(), Instant.MIN);
            var starts = meeting.during().from();
            var due = came.isAfter(starts) ? came : starts;
            begun.put(meeting.appointment(), now.isBefore(due) ? Duration.ZERO : Duration.between(due, now));
            pendingBefore.put(meeting.appointment(), (int) booked.stream()
                    .filter(one -> one.agent().equals(meeting.agent()))
                    .filter(one -> one.during().from().isBefore(starts))
                    .count());
        }

        private Duration some() {
            return Duration.ofSeconds(30 + (long) (chance.nextDouble() * (longest.toSeconds() - 30)));
        }
    }
}
