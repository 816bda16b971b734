package fi.tiski.bench;

import com.sun.management.OperatingSystemMXBean;
import fi.tiski.Tiski;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.Answering;
import fi.tiski.domain.meetings.Asking;
import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.Municipality;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * The application as it is, with a municipality of many agents in it, and beside it in the same process the barest line
 * from a change to a screen ({@link BareLine}). It answers what {@link Server} asks:
 *
 * <ul>
 *   <li>{@code compiled}: how many milliseconds its compiler has worked;
 *   <li>{@code heap}: how many bytes are reachable, after collecting what is not;
 *   <li>{@code forget}: ends all sessions, as time would;
 *   <li>{@code processor}: how many nanoseconds of processor time it has taken;
 *   <li>{@code meeting 7}: the customer's and the agent's key of a meeting that agent 7 has just answered;
 *   <li>{@code change}: changes the queue that the desks show, and says the nanosecond when that was committed;
 *   <li>{@code bare}: the same change at a point that no desk shows, told on the bare line.
 * </ul>
 */
final class ServerMain {

    /** As many people can sign in as are ever asked for. */
    static final int AGENTS = 1_000;

    static final String PASSWORD = "bench";
    private static final int WAITING = 5;
    private static final Cleaner CLEANER = Cleaner.create();

    private final ServletWebServerApplicationContext context;
    private final BareLine bareLine;
    private final Line shown;
    private final Line unseen;

    private ServerMain(ServletWebServerApplicationContext context, BareLine bareLine) {
        this.context = context;
        this.bareLine = bareLine;
        var points = context.getBean(PointsService.class);
        shown = new Line(points.pointBySlug("shown").orElseThrow());
        unseen = new Line(points.pointBySlug("unseen").orElseThrow());
    }

    static String signIn(int agent) {
        return "agent-" + agent;
    }

    public static void main(String[] arguments) throws Exception {
        var application = new SpringApplication(Tiski.class, Sessions.class);
        var context = (ServletWebServerApplicationContext) application.run(arguments);
        found(context);
        var bareLine = BareLine.in(context, context.getBean(JdbcConnectionDetails.class));
        var main = new ServerMain(context, bareLine);
        Server.answer("http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort());
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = asked.readLine(); line != null; line = asked.readLine()) {
            Server.answer(main.answer(line));
        }
        // Whoever asked is gone.
        System.exit(0);
    }

    private Object answer(String line) throws Exception {
        return line.startsWith("meeting ")
                ? meeting(Integer.parseInt(line.substring("meeting ".length())))
                : figure(line);
    }

    /** One that this agent has answered. */
    private String meeting(int agent) {
        var meetings = context.getBean(MeetingsService.class);
        var lines = context.getBean(LineService.class);
        var organisation = shown.point.organisation();
        var its = context.getBean(CasesService.class)
                .open(organisation, Language.FI, Municipality.AT_HOME, Optional.empty())
                .id();
        if (!(meetings.ask(organisation, its, Optional.empty(), Ids.next(), Municipality.AT_HOME)
                instanceof Asking.Waits(var asked))) {
            throw new IllegalStateException("Nobody serves by video");
        }
        var who = context.getBean(PeopleService.class)
                .credentials(signIn(agent))
                .orElseThrow()
                .agent()
                .id();
        if (!(meetings.answer(organisation, asked.id(), who) instanceof Answering.Answered(var live))) {
            throw new IllegalStateException("It was not answered");
        }
        return lines.customersKey(live) + " " + lines.agentsKey(live);
    }

    private long figure(String line) throws Exception {
        return switch (line) {
            case "heap" -> heap();
            case "processor" ->
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
            case "compiled" -> WarmUp.compiled();
            case "forget" -> context.getBean(Sessions.class).forget();
            case "change" -> shown.change();
            case "bare" -> {
                var committed = unseen.change();
                bareLine.tell(Long.toString(committed));
                yield committed;
            }
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static long heap() throws InterruptedException {
        var least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            awaitReferences();
        }
        return least;
    }

    /** Returns when a collection has seen what is gone and the thread that cleans up after it had its turn. */
    private static void awaitReferences() throws InterruptedException {
        var cleaned = new CountDownLatch(1);
        CLEANER.register(new Object(), cleaned::countDown);
        do {
            System.gc();
        } while (!cleaned.await(1, TimeUnit.SECONDS));
    }

    /** A town with two points that never close, one of them watched by a thousand agents. */
    private static void found(ServletWebServerApplicationContext context) {
        var sql = context.getBean(DSLContext.class);
        if (sql.fetchSingle("select count(*) from agent").get(0, Integer.class) >= AGENTS) {
            return;
        }
        var town = Municipality.found(new Municipality.Tools(
                sql,
                context.getBean(PointsService.class),
                context.getBean(StaffingService.class),
                context.getBean(InterpretersService.class),
                context.getBean(CasesService.class),
                context.getBean(AppointmentsService.class)));
        var shown =
                town.aPoint().openAllDay().withCounters(3).withKiosk("bench").there();
        var unseen = town.aPoint().openAllDay().there();
        sql.execute(
                "update service_point set slug = 'shown' where id = ?",
                shown.id().value());
        sql.execute(
                "update service_point set slug = 'unseen' where id = ?",
                unseen.id().value());
        var years = Span.of(Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(3_650));
        for (int i = 0; i < AGENTS; i++) {
            var agent = town.anAgent()
                    .named("Agent " + i)
                    .onShift(shown, years, ServingMode.HERE)
                    .there();
            sql.execute(
                    "update agent set sign_in = ?, password_hash = ? where id = ?",
                    signIn(i),
                    "{noop}" + PASSWORD,
                    agent.value());
        }
        town.anAgent().onShiftRemotely(years, ServingMode.VIDEO).there();
        sql.execute("analyze");
    }

    /** Somebody comes when few wait, and the one who came first leaves when many do: the screens stay as large. */
    private final class Line {

        private final ServicePoint point;
        private final QueueService queue = context.getBean(QueueService.class);
        private final Queue<Ticket> waiting = new ArrayDeque<>();

        Line(ServicePoint point) {
            this.point = point;
            queue.waiting(point.organisation(), point.id())
                    .forEach(left -> queue.leave(point.organisation(), left.id(), Municipality.AT_KIOSK));
            for (int i = 0; i < WAITING; i++) {
                come();
            }
        }

        long change() {
            if (waiting.size() > WAITING) {
                queue.leave(point.organisation(), waiting.remove().id(), Municipality.AT_KIOSK);
            } else {
                come();
            }
            return System.nanoTime();
        }

        private void come() {
            if (queue.take(point, Ids.next(), Language.FI, Municipality.AT_KIOSK, Optional.empty())
                    instanceof Take.Taken(var ticket)) {
                waiting.add(ticket);
            } else {
                throw new IllegalStateException("The point is closed");
            }
        }
    }

    /** Knows all sessions, to end them without waiting for half an hour. */
    static class Sessions implements HttpSessionListener {

        private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();

        @Bean
        static ServletListenerRegistrationBean<Sessions> listening(Sessions sessions) {
            return new ServletListenerRegistrationBean<>(sessions);
        }

        @Override
        public void sessionCreated(HttpSessionEvent created) {
            open.add(created.getSession());
        }

        @Override
        public void sessionDestroyed(HttpSessionEvent destroyed) {
            open.remove(destroyed.getSession());
        }

        long forget() {
            var all = Set.copyOf(open);
            all.forEach(HttpSession::invalidate);
            return all.size();
        }
    }
}
