package fi.tiski.bench;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Booking;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.Municipality;
import fi.tiski.support.TestClock;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Bookings a second through the service, and the same statements sent by bare JDBC. */
final class BookingPart implements Part {

    private static final int[] CALLERS = {1, 4, 16, 64};
    private static final int HEADLINE = 16;
    private static final int ROUNDS = 5;
    private static final double SECONDS = 3;
    private static final double GOAL = 0.8;

    private static final int AGENTS = 10;
    private static final Duration MEETING = Duration.ofMinutes(30);
    private static final Instant FIRST = TestClock.at("2026-05-12T00:00");
    private static final int TIMES = 48 * 600;

    @Override
    public String name() {
        return "booking";
    }

    @Override
    public String title() {
        return "Bookings a second";
    }

    @Override
    public String how() {
        return """
                One booking is what a customer does: press a time (`hold`), then confirm it for their case (`confirm`),
                two transactions, each on the disk before it is answered. In person at a point with ten agents and ten
                rooms, no two callers after the same time. The statements are recorded from the service in this run and
                sent again by bare JDBC, with the same transactions, over the same pool of 16 connections, reading every
                answer. Both take turns, %d rounds of %.0f s each, who begins changing every round; the ratio is that of
                each round, the middle one told and the range in brackets. Before that both run until the virtual
                machine hardly compiles any more, as on a server that has been open for some minutes. Callers,
                service and database share the machine's cores.""".formatted(ROUNDS, SECONDS);
    }

    @Override
    public List<Figure> measure(Folder kept) throws Exception {
        var folder = kept.of("booking");
        // Begun empty every time: what is measured fills it.
        Ground.throwAway(folder);
        try (var ground = Ground.at(folder)) {
            var figures = new ArrayList<Figure>();
            var town = new Town(ground);
            town.both();
            // As the database does by itself within a minute or two.
            ground.sql().execute("analyze");
            WarmUp.until("booking", town::both);
            for (var callers : CALLERS) {
                figures.addAll(measure(town, callers));
            }
            return figures;
        }
    }

    private static List<Figure> measure(Town town, int callers) throws Exception {
        var service = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            Say.now("booking, %d callers, round %d of %d".formatted(callers, round + 1, ROUNDS));
            if (round % 2 == 0) {
                service.add(town.byService(callers, SECONDS));
                bare.add(town.byJdbc(callers, SECONDS));
            } else {
                bare.add(town.byJdbc(callers, SECONDS));
                service.add(town.byService(callers, SECONDS));
            }
            ratios.add(service.getLast() / bare.getLast());
        }
        var people = callers == 1 ? "1 caller" : callers + " callers";
        var told = "%s of %s a second, ratio %s"
                .formatted(
                        whole(Spread.of(service)),
                        whole(Spread.of(bare)),
                        Spread.of(ratios).told(2));
        return callers == HEADLINE
                ? List.of(Figure.atLeast(
                        GOAL,
                        "%s: bookings through the service, of those by bare JDBC (%d statements in %d transactions)"
                                .formatted(people, town.tape.statements(), town.tape.transactions()),
                        Spread.of(ratios).median(),
                        told))
                : List.of(Figure.told(people, told));
    }

    private static String whole(Spread spread) {
        return Long.toString(Math.round(spread.median()));
    }

    /** One town, whose times are used up one after the other. */
    private static final class Town {

        private final Ground ground;
        private final AppointmentsService appointments;
        private final Municipality its;
        private final Wanted wanted;
        private final List<CaseId> cases;
        private final Tape tape;
        private final AtomicInteger next = new AtomicInteger();

        Town(Ground ground) throws Exception {
            this.ground = ground;
            appointments = ground.a(AppointmentsService.class);
            its = ground.newTown();
            var topic = its.aTopic((int) MEETING.toMinutes());
            var point = point();
            for (int i = 0; i < AGENTS; i++) {
                its.anAgent()
                        .serving(topic)
                        .onShift(point, new Span(FIRST, start(TIMES)), ServingMode.IN_PERSON)
                        .there();
            }
            wanted = its.anAppointment().inPersonAt(point).about(topic).wanted();
            cases = IntStream.range(0, CALLERS[CALLERS.length - 1])
                    .mapToObj(i -> its.aCase().id())
                    .toList();
            tape = record(point, topic.value());
        }

        private ServicePoint point() {
            var point = its.aPoint().openAllDay();
            for (int i = 0; i < AGENTS; i++) {
                point.withRoom("Room " + i);
            }
            return point.there();
        }

        private Tape record(ServicePoint point, UUID topic) throws Exception {
            var press = Ids.next();
            var caseId = cases.getFirst();
            var starts = start(next.getAndIncrement());
            return ground.recorder()
                    .record(
                            () -> book(starts, press, caseId),
                            Set.of(its.id().toString(), point.id().value().toString(), topic.toString()),
                            Map.of(
                                    press.toString(),
                                    "press",
                                    caseId.value().toString(),
                                    "case",
                                    // As ranges and facts write an instant: to the minute, seconds or not.
                                    minute(starts),
                                    "starts",
                                    minute(starts.plus(MEETING)),
                                    "ends"));
        }

        double both() throws Exception {
            return byService(HEADLINE, SECONDS) + byJdbc(HEADLINE, 1);
        }

        double byService(int callers, double seconds) throws Exception {
            return Callers.perSecond(
                    callers, seconds, i -> () -> book(start(next.getAndIncrement() % TIMES), Ids.next(), cases.get(i)));
        }

        double byJdbc(int callers, double seconds) throws Exception {
            var pool = ground.recorder().pool();
            return Callers.perSecond(callers, seconds, i -> playing(pool, cases.get(i)));
        }

        private Callable<?> playing(DataSource pool, CaseId caseId) {
            return () -> {
                var starts = start(next.getAndIncrement() % TIMES);
                try (Connection connection = pool.getConnection()) {
                    tape.play(
                            connection,
                            Map.of(
                                    "press",
                                    Ids.next().toString(),
                                    "case",
                                    caseId.value().toString(),
                                    "starts",
                                    minute(starts),
                                    "ends",
                                    minute(starts.plus(MEETING))));
                }
                return caseId;
            };
        }

        private Booking book(Instant starts, UUID press, CaseId caseId) {
            if (!(appointments.hold(wanted, starts, press, Optional.empty()) instanceof Hold.Held(var held))) {
                throw new IllegalStateException("Nobody else wanted this time, and it was not free");
            }
            return appointments.confirm(its.organisation(), held.id(), caseId, Municipality.AT_HOME, Optional.empty());
        }

        private static Instant start(int time) {
            return FIRST.plus(MEETING.multipliedBy(time));
        }

        private static String minute(Instant instant) {
            return instant.toString().substring(0, "2026-05-12T00:00".length());
        }
    }
}
