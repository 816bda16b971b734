package fi.tiski.support;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.AGENT_TOPIC;
import static fi.tiski.platform.tables.Tables.CLOSURE;
import static fi.tiski.platform.tables.Tables.COUNTER;
import static fi.tiski.platform.tables.Tables.KIOSK;
import static fi.tiski.platform.tables.Tables.OPENING_HOURS;
import static fi.tiski.platform.tables.Tables.ORGANISATION;
import static fi.tiski.platform.tables.Tables.ROOM;
import static fi.tiski.platform.tables.Tables.SERVICE_POINT;
import static fi.tiski.platform.tables.Tables.TOPIC;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Booking;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.Interpreter;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.Shift;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.LocalText;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** A municipality of one test's own: {@code town.anAgent().speaking(FI).onShift(...).there()}. */
public final class Municipality {

    public static final By AT_KIOSK = new By.TheCustomer(Channel.KIOSK);
    public static final By AT_HOME = new By.TheCustomer(Channel.HOME);

    private static final LocalText SOMETHING = LocalText.of("Jotain", "Något", "Something");

    private final Tools tools;
    private final OrganisationId organisation;

    private Municipality(Tools tools, OrganisationId organisation) {
        this.tools = tools;
        this.organisation = organisation;
    }

    public static Municipality found(Tools tools) {
        var organisation = OrganisationId.next();
        tools.sql()
                .insertInto(ORGANISATION)
                .set(ORGANISATION.ID, organisation.value())
                .set(ORGANISATION.SLUG, unique())
                .set(ORGANISATION.NAME, SOMETHING)
                .set(ORGANISATION.PHONE, "041 555 0100")
                .execute();
        return new Municipality(tools, organisation);
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public UUID id() {
        return organisation.value();
    }

    public APoint aPoint() {
        return new APoint();
    }

    public AnAgent anAgent() {
        return new AnAgent();
    }

    /** Of these languages, by their tags, on shift in each of the spans. */
    public Interpreter anInterpreter(List<String> languages, Span... shifts) {
        var added = tools.interpreters()
                .add(
                        organisation,
                        "Yasmin Haddad",
                        languages.stream().map(InterpretedLanguage::new).toList());
        for (var during : shifts) {
            tools.interpreters().addShift(organisation, added.id(), during);
        }
        return added;
    }

    /** Served in every mode. */
    public TopicId aTopic(int minutes) {
        var id = TopicId.next();
        tools.sql()
                .insertInto(TOPIC)
                .set(TOPIC.ORGANISATION_ID, id())
                .set(TOPIC.ID, id.value())
                .set(TOPIC.SLUG, unique())
                .set(TOPIC.PICTOGRAM, "other")
                .set(TOPIC.NAME, SOMETHING)
                .set(TOPIC.SUMMARY, SOMETHING)
                .set(TOPIC.BRING, SOMETHING)
                .set(TOPIC.MINUTES_IN_PERSON, minutes)
                .set(TOPIC.MINUTES_VIDEO, minutes)
                .set(TOPIC.MINUTES_PHONE, minutes)
                .execute();
        return id;
    }

    public AnAppointment anAppointment() {
        return new AnAppointment();
    }

    public Case aCase() {
        return tools.cases().open(organisation, Language.FI, AT_HOME, Optional.empty());
    }

    /** In slugs and sign-in names, which are one for the whole installation. */
    private static String unique() {
        return "t" + Ids.next();
    }

    /** What fixtures are made with. */
    public record Tools(
            DSLContext sql,
            PointsService points,
            StaffingService staffing,
            InterpretersService interpreters,
            CasesService cases,
            AppointmentsService appointments) {}

    /** Closed until hours are given; in Helsinki unless said otherwise. */
    public final class APoint {

        private final UUID id = Ids.next();
        private final List<Consumer<DSLContext>> parts = new ArrayList<>();
        private String zone = TestClock.HELSINKI.getId();
        private int counters;

        public APoint openAllDay() {
            return open("00:00", "24:00", 1, 2, 3, 4, 5, 6, 7);
        }

        /** @param weekdays ISO: Monday is 1 */
        public APoint open(String opens, String closes, int... weekdays) {
            parts.add(sql -> {
                for (var weekday : weekdays) {
                    sql.insertInto(OPENING_HOURS)
                            .set(OPENING_HOURS.ORGANISATION_ID, id())
                            .set(OPENING_HOURS.POINT_ID, id)
                            .set(OPENING_HOURS.WEEKDAY, (short) weekday)
                            .set(OPENING_HOURS.OPENS, cast(val(opens), SQLDataType.LOCALTIME))
                            .set(OPENING_HOURS.CLOSES, cast(val(closes), SQLDataType.LOCALTIME))
                            .execute();
                }
            });
            return this;
        }

        public APoint closed(Span span) {
            parts.add(sql -> sql.insertInto(CLOSURE)
                    .set(CLOSURE.ORGANISATION_ID, id())
                    .set(CLOSURE.ID, Ids.next())
                    .set(CLOSURE.POINT_ID, id)
                    .set(CLOSURE.DURING, span.stored())
                    .set(CLOSURE.REASON, SOMETHING)
                    .execute());
            return this;
        }

        public APoint withCounters(int many) {
            for (int i = 0; i < many; i++) {
                var label = Integer.toString(++counters);
                parts.add(sql -> sql.insertInto(COUNTER)
                        .set(COUNTER.ORGANISATION_ID, id())
                        .set(COUNTER.ID, Ids.next())
                        .set(COUNTER.POINT_ID, id)
                        .set(COUNTER.LABEL, label)
                        .execute());
            }
            return this;
        }

        public APoint withRoom(String label, String... features) {
            parts.add(sql -> sql.insertInto(ROOM)
                    .set(ROOM.ORGANISATION_ID, id())
                    .set(ROOM.ID, Ids.next())
                    .set(ROOM.POINT_ID, id)
                    .set(ROOM.LABEL, label)
                    .set(ROOM.FEATURES, features)
                    .execute());
            return this;
        }

        public APoint withKiosk(String slug) {
            parts.add(sql -> sql.insertInto(KIOSK)
                    .set(KIOSK.ORGANISATION_ID, id())
                    .set(KIOSK.ID, Ids.next())
                    .set(KIOSK.POINT_ID, id)
                    .set(KIOSK.SLUG, slug)
                    .execute());
            return this;
        }

        public APoint inZone(String name) {
            zone = name;
            return this;
        }

        public ServicePoint there() {
            var slug = unique();
            tools.sql()
                    .insertInto(SERVICE_POINT)
                    .set(SERVICE_POINT.ORGANISATION_ID, id())
                    .set(SERVICE_POINT.ID, id)
                    .set(SERVICE_POINT.SLUG, slug)
                    .set(SERVICE_POINT.NAME, SOMETHING)
                    .set(SERVICE_POINT.ADDRESS, "Torikatu 4")
                    .set(SERVICE_POINT.DIRECTIONS, SOMETHING)
                    .set(SERVICE_POINT.TIME_ZONE, zone)
                    .set(SERVICE_POINT.STEP_FREE, true)
                    .execute();
            parts.forEach(part -> part.accept(tools.sql()));
            return tools.points().pointBySlug(slug).orElseThrow();
        }
    }

    /** Speaks Finnish and has no skills, topics or shifts until they are given. */
    public final class AnAgent {

        private final AgentId id = AgentId.next();
        private final List<Runnable> parts = new ArrayList<>();
        private String[] languages = {Language.FI.tag()};
        private String[] skills = {};
        private String name = "Aino Laine";

        public AnAgent named(String given) {
            name = given;
            return this;
        }

        public AnAgent speaking(Language... spoken) {
            languages = Arrays.stream(spoken).map(Language::tag).toArray(String[]::new);
            return this;
        }

        public AnAgent skilled(String... given) {
            skills = given;
            return this;
        }

        public AnAgent serving(TopicId... topics) {
            for (var topic : topics) {
                parts.add(() -> tools.sql()
                        .insertInto(AGENT_TOPIC)
                        .set(AGENT_TOPIC.ORGANISATION_ID, id())
                        .set(AGENT_TOPIC.AGENT_ID, id.value())
                        .set(AGENT_TOPIC.TOPIC_ID, topic.value())
                        .execute());
            }
            return this;
        }

        public AnAgent onShift(ServicePoint point, Span during, ServingMode... modes) {
            return onShift(new Shift(id, Optional.of(point.id()), during, Set.of(modes)));
        }

        public AnAgent onShiftRemotely(Span during, ServingMode... modes) {
            return onShift(new Shift(id, Optional.empty(), during, Set.of(modes)));
        }

        private AnAgent onShift(Shift shift) {
            parts.add(() -> tools.staffing().addShift(organisation, shift));
            return this;
        }

        public AnAgent standingAt(Counter counter) {
            parts.add(() -> tools.staffing().stand(organisation, id, counter));
            return this;
        }

        public AgentId there() {
            tools.sql()
                    .insertInto(AGENT)
                    .set(AGENT.ORGANISATION_ID, id())
                    .set(AGENT.ID, id.value())
                    .set(AGENT.SIGN_IN, unique())
                    .set(AGENT.PASSWORD_HASH, "{noop}never")
                    .set(AGENT.NAME, name)
                    .set(AGENT.ROLE, "agent")
                    .set(AGENT.LANGUAGES, languages)
                    .set(AGENT.SKILLS, skills)
                    .execute();
            parts.forEach(Runnable::run);
            return id;
        }
    }

    /** By phone, half an hour, in Finnish, about nothing in particular, until said otherwise. */
    public final class AnAppointment {

        private MeetingMode mode = MeetingMode.PHONE;
        private Optional<ServicePoint> point = Optional.empty();
        private Optional<TopicId> topic = Optional.empty();
        private Duration usual = Duration.ofMinutes(30);
        private Needs needs = Needs.NONE;
        private Language language = Language.FI;
        private Optional<InterpretedLanguage> interpreter = Optional.empty();

        public AnAppointment byVideo() {
            mode = MeetingMode.VIDEO;
            return this;
        }

        public AnAppointment inPersonAt(ServicePoint there) {
            mode = MeetingMode.IN_PERSON;
            point = Optional.of(there);
            return this;
        }

        public AnAppointment about(TopicId its) {
            topic = Optional.of(its);
            return this;
        }

        public AnAppointment minutes(int minutes) {
            usual = Duration.ofMinutes(minutes);
            return this;
        }

        public AnAppointment needing(Need... all) {
            needs = new Needs(Set.of(all), Optional.empty());
            return this;
        }

        public AnAppointment interpretedIn(String tag) {
            needs = new Needs(Set.of(Need.INTERPRETER), Optional.of(tag));
            interpreter = Optional.of(new InterpretedLanguage(tag));
            return this;
        }

        public AnAppointment in(Language spoken) {
            language = spoken;
            return this;
        }

        public Wanted wanted() {
            return new Wanted(
                    organisation, mode, point, topic, usual, needs, language, interpreter, TestClock.HELSINKI);
        }

        public Appointment heldAt(Instant starts) {
            return tools.appointments().hold(wanted(), starts, Ids.next(), Optional.empty())
                            instanceof Hold.Held(var held)
                    ? held
                    : notPossible();
        }

        public Appointment bookedAt(Instant starts) {
            var held = heldAt(starts);
            return tools.appointments().confirm(organisation, held.id(), aCase().id(), AT_HOME, Optional.empty())
                            instanceof Booking.Booked(var booked)
                    ? booked
                    : notPossible();
        }

        private Appointment notPossible() {
            throw new AssertionError("The time is not free");
        }
    }
}
