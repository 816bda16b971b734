package fi.tiski.demo;

import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.CALL_BACK;
import static fi.tiski.platform.tables.Tables.CASE_RECORD;
import static fi.tiski.platform.tables.Tables.INTERPRETER;
import static fi.tiski.platform.tables.Tables.INTERPRETER_SHIFT;
import static fi.tiski.platform.tables.Tables.ORGANISATION;
import static fi.tiski.platform.tables.Tables.SHIFT;
import static fi.tiski.platform.tables.Tables.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.staffing.Interpreter;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.LocalText;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainApplication;
import fi.tiski.support.TestClock;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.context.ActiveProfiles;

/** Lampila is alive whenever somebody looks: these tests look at many moments, each later than all before. */
@SpringBootTest(
        classes = {DomainApplication.class, DemoTest.OnlyTheDemo.class},
        webEnvironment = WebEnvironment.NONE,
        properties = {"tiski.postgres.throwaway=true", "db-scheduler.enabled=false"})
@ActiveProfiles("demo")
class DemoTest {

    @ComponentScan("fi.tiski.demo")
    static class OnlyTheDemo {}

    private static final List<Language> LANGUAGES = List.of(Language.FI, Language.SV, Language.EN, Language.FI_SIMPLE);
    private static Instant latest = TestClock.MONDAY_NINE;

    @Autowired
    private DemoLife life;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private TopicsService topics;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private InterpretersService interpreters;

    @Autowired
    private QueueService queue;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private AppointmentsService appointments;

    private OrganisationId lampila;
    private ServicePoint keskusta;

    /** The clock of one database does not go back: each test begins some days after the one before it. */
    @BeforeEach
    void someDaysLater() {
        latest = latest.plus(Duration.ofDays(3));
        clock.set(latest);
        life.goOn();
        lampila = people.organisation().map(Organisation::id).orElseThrow();
        keskusta = points.pointBySlug("keskusta").orElseThrow();
    }

    @Test
    void theMunicipalityIsWhole() {
        assertThat(points.points(lampila))
                .extracting(ServicePoint::slug)
                .containsExactly("keskusta", "satama", "kirkonkyla");
        assertThat(points.counters(lampila, keskusta.id())).hasSize(4);
        assertThat(points.kiosks(lampila)).hasSize(4);
        assertThat(people.agents(lampila)).hasSize(10);
        assertThat(topics.topics(lampila)).hasSizeBetween(11, 14).allSatisfy(topic -> {
            for (var text : List.of(topic.name(), topic.summary(), topic.bring())) {
                assertThat(text.texts()).containsOnlyKeys(Language.values());
            }
            assertThat(topic.duration(MeetingMode.IN_PERSON)).isPresent();
        });
        assertThat(topics.topics(lampila))
                .anySatisfy(
                        topic -> assertThat(topic.duration(MeetingMode.VIDEO)).isEmpty());
    }

    @Test
    void everybodySignsInAsTheStartSays() throws Exception {
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        for (var signIn : List.of("aino", "mikko", "sofia")) {
            var kept = people.credentials(signIn).orElseThrow().passwordHash();
            assertThat(kept).startsWith("{bcrypt}");
            assertThat(encoder.matches("demo-" + signIn, kept)).isTrue();
        }
        var said = new YamlPropertySourceLoader()
                .load("demo", new ClassPathResource("application-demo.yaml"))
                .getFirst();
        assertThat(Map.of(
                        String.valueOf(said.getProperty("tiski.demo.sign-ins[0].name")),
                        String.valueOf(said.getProperty("tiski.demo.sign-ins[0].password")),
                        String.valueOf(said.getProperty("tiski.demo.sign-ins[1].name")),
                        String.valueOf(said.getProperty("tiski.demo.sign-ins[1].password"))))
                .isEqualTo(Map.of("aino", "demo-aino", "mikko", "demo-mikko"));
    }

    @Test
    void goingOnAgainAddsNothing() {
        var before = counts();

        life.goOn();

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void ofProcessesThatStartAtOnceInAnEmptyDatabaseOneFoundsIt() {
        sql.execute("truncate organisation cascade");

        Together.all(6, i -> {
            life.goOn();
            return i;
        });

        lampila = people.organisation().map(Organisation::id).orElseThrow();
        assertThat(sql.fetchCount(ORGANISATION)).isEqualTo(1);
        assertThat(people.agents(lampila)).hasSize(10);
        assertThat(queue.waiting(
                        lampila, points.pointBySlug("keskusta").orElseThrow().id()))
                .hasSize(2);
        assertThat(callBacks.waiting(lampila)).hasSize(1);
    }

    @Test
    void whereSomebodyKeepsTheirOwnCountersTheDemoStaysAway() {
        sql.execute("truncate organisation cascade");
        sql.insertInto(ORGANISATION)
                .set(ORGANISATION.ID, OrganisationId.next().value())
                .set(ORGANISATION.SLUG, "somebody")
                .set(ORGANISATION.NAME, LocalText.of("Joku", "Någon", "Somebody"))
                .set(ORGANISATION.PHONE, "041 555 0100")
                .execute();
        try {
            life.goOn();

            assertThat(sql.fetchValues(ORGANISATION.SLUG)).containsExactly("somebody");
        } finally {
            sql.execute("truncate organisation cascade");
        }
    }

    @Test
    void atEveryHourOfThreeWeeksSomebodyServesInEveryWay() {
        for (var at = clock.instant();
                at.isBefore(latest.plus(Duration.ofDays(21)));
                at = at.plus(Duration.ofHours(1))) {
            assertThat(staffing.agentsHere(lampila, keskusta.id(), at))
                    .as("here at %s", at)
                    .isGreaterThanOrEqualTo(2);
            assertThat(staffing.agentsIn(lampila, ServingMode.IN_PERSON, at)).isGreaterThanOrEqualTo(2);
            for (var mode : ServingMode.values()) {
                assertThat(staffing.agentsIn(lampila, mode, at))
                        .as("%s at %s", mode, at)
                        .isPositive();
            }
        }
        for (var point : points.points(lampila)) {
            for (int day = 0; day < 14; day++) {
                for (var open : points.openOn(point, point.dayOf(latest).plusDays(day))) {
                    var middle = open.from().plus(open.length().dividedBy(2));
                    if (middle.isAfter(latest)) {
                        assertThat(staffing.agentsHere(lampila, point.id(), middle))
                                .as("%s at %s", point.slug(), middle)
                                .isPositive();
                    }
                }
            }
        }
    }

    @Test
    void everyTopicHasFreeTimesInEveryLanguageAndWay() {
        for (var topic : topics.topics(lampila)) {
            for (var mode : MeetingMode.values()) {
                var length = topic.duration(mode);
                if (length.isEmpty()) {
                    continue;
                }
                for (var language : LANGUAGES) {
                    for (var point : mode == MeetingMode.IN_PERSON
                            ? points.points(lampila).stream().map(Optional::of).toList()
                            : List.of(Optional.<ServicePoint>empty())) {
                        var wanted = new Wanted(
                                lampila,
                                mode,
                                point,
                                Optional.of(topic.id()),
                                length.get(),
                                Needs.NONE,
                                language,
                                TestClock.HELSINKI);
                        assertThat(appointments.firstFree(wanted, 3))
                                .as("%s %s in %s", topic.slug(), mode, language)
                                .hasSize(3);
                    }
                }
            }
        }
    }

    @Test
    void whoSignsMeetsSomebodyWithinDays() {
        var wanted = new Wanted(
                lampila,
                MeetingMode.VIDEO,
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(20),
                new Needs(Set.of(Need.SIGN_LANGUAGE), Optional.empty()),
                Language.FI,
                TestClock.HELSINKI);

        assertThat(appointments.firstFree(wanted, 1))
                .allSatisfy(time -> assertThat(time.from()).isBefore(latest.plus(Duration.ofDays(2))))
                .hasSize(1);
    }

    @Test
    void everyLanguageHasItsInterpreterEveryDayOfTheComingThreeWeeks() {
        var spoken = interpreters.spoken(lampila);
        assertThat(spoken).hasSize(5);
        for (var language : spoken) {
            var wanted = new Wanted(
                    lampila,
                    MeetingMode.IN_PERSON,
                    Optional.of(keskusta),
                    Optional.empty(),
                    Duration.ofMinutes(20),
                    new Needs(Set.of(Need.INTERPRETER), Optional.of(language.tag())),
                    Language.FI,
                    Optional.of(language),
                    TestClock.HELSINKI);
            for (int day = 1; day <= 20; day++) {
                assertThat(appointments.freeWithin(wanted, day(day)))
                        .as("%s in %d days", language.tag(), day)
                        .isNotEmpty();
            }
            assertThat(appointments.firstFree(wanted, 1)).as(language.tag()).hasSize(1);
        }
    }

    @Test
    void interpretersWhoAreMissingAreHiredAndNobodyTwice() {
        var all = interpreters.interpreters(lampila);
        var carina = all.stream()
                .filter(one -> one.name().equals("Carina Holm"))
                .findFirst()
                .orElseThrow();
        sql.deleteFrom(INTERPRETER_SHIFT)
                .where(INTERPRETER_SHIFT.INTERPRETER_ID.eq(carina.id().value()))
                .execute();
        sql.deleteFrom(INTERPRETER)
                .where(INTERPRETER.ID.eq(carina.id().value()))
                .execute();

        life.goOn();

        assertThat(interpreters.interpreters(lampila))
                .extracting(Interpreter::name)
                .containsExactlyElementsOf(all.stream().map(Interpreter::name).toList());
    }

    @Test
    void everybodyHasBreaksAndSomebodyIsAlwaysThere() {
        var duties = staffing.dutiesHere(lampila, keskusta.id(), day(1));

        assertThat(duties).allSatisfy(duty -> assertThat(duty.breaks()).isNotEmpty());
        for (var at = day(1).from(); at.isBefore(day(1).until()); at = at.plus(Duration.ofMinutes(15))) {
            var then = at;
            assertThat(duties)
                    .as("at %s", then)
                    .anyMatch(duty -> duty.shift().contains(then)
                            && duty.breaks().stream().noneMatch(pause -> pause.contains(then)));
        }
    }

    @Test
    void todaySomebodyWaitsSomebodyHasAskedToBeCalledAndAinoHasAMeeting() {
        var aino = people.credentials("aino").orElseThrow().agent();

        assertThat(queue.waiting(lampila, keskusta.id())).hasSize(2);
        assertThat(callBacks.waiting(lampila)).hasSize(1);
        assertThat(appointments.day(lampila, aino.id(), day(0)))
                .isNotEmpty()
                .allSatisfy(appointment -> assertThat(appointment.state()).isEqualTo(AppointmentState.BOOKED));
        assertThat(appointments.day(lampila, aino.id(), day(1))).isNotEmpty();
        assertThat(staffing.shiftAt(lampila, aino.id(), clock.instant())
                        .orElseThrow()
                        .point())
                .contains(keskusta.id());
    }

    @Test
    void whatIsFinishedTodayIsNotStartedAnew() {
        queue.waiting(lampila, keskusta.id()).forEach(ticket -> queue.leave(lampila, ticket.id(), new By.TheSystem()));

        clock.pass(Duration.ofHours(2));
        life.goOn();

        assertThat(queue.waiting(lampila, keskusta.id())).isEmpty();
    }

    @Test
    void weeksLaterTheGapIsFilledAndYesterdayIsFinished() {
        latest = latest.plus(Duration.ofDays(60));
        clock.set(latest);

        life.goOn();

        assertThat(staffing.agentsHere(lampila, keskusta.id(), latest)).isGreaterThanOrEqualTo(2);
        assertThat(staffing.agentsIn(lampila, ServingMode.CALL_BACK, latest.plus(Duration.ofDays(20))))
                .isPositive();
        var midnight = day(0).from();
        assertThat(sql.fetchCount(
                        TICKET, TICKET.STATE.in("waiting", "called", "serving").and(TICKET.TAKEN_AT.lt(midnight))))
                .isZero();
        assertThat(sql.fetchCount(
                        CALL_BACK, CALL_BACK.STATE.in("waiting", "calling").and(CALL_BACK.ASKED_AT.lt(midnight))))
                .isZero();
        assertThat(sql.fetch("""
                        select from appointment where upper(during) < ?::timestamptz
                                                  and state in ('held', 'booked', 'arrived', 'serving')
                        """, latest.minus(Duration.ofHours(3)).toString())).isEmpty();
    }

    private Span day(int ahead) {
        var day = keskusta.dayOf(clock.instant()).plusDays(ahead);
        return new Span(
                day.atStartOfDay(keskusta.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(keskusta.zone()).toInstant());
    }

    private Map<String, Integer> counts() {
        return Stream.<Table<?>>of(ORGANISATION, SHIFT, CASE_RECORD, TICKET, CALL_BACK, APPOINTMENT)
                .collect(Collectors.toMap(table -> table.getName().toLowerCase(Locale.ROOT), sql::fetchCount));
    }
}
