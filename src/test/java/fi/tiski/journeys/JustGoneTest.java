package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.platform.tables.Tables.CLOSURE;
import static fi.tiski.platform.tables.Tables.TOPIC;

import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.LocalText;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was on the page a moment ago and is gone now: a calm page, what there is instead, and everything entered kept. */
class JustGoneTest extends Journey {

    @Autowired
    private DSLContext sql;

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private JourneysService journeys;

    private final List<Runnable> afterwards = new ArrayList<>();

    @AfterEach
    void asItWas() {
        afterwards.forEach(Runnable::run);
    }

    @Test
    void aTimeThatSomebodyElseTookIsAnsweredWithTheNextThree() {
        var home = atTimes();
        var first = appointments.firstFree(byPhone(), 1).getFirst();
        var words = home.page().locator(".time").first().textContent();

        othersTake(first.from());
        home.page().locator(".time").first().click();

        assertThat(home.heading()).hasText(home.says("journey.times.taken.title"));
        assertThat(home.page().locator("main:not([hidden]) .lead")).hasText(home.says("journey.times.taken.lead"));
        assertThat(home.page().locator(".time")).hasCount(3);
        assertThat(home.page().locator(".time").first()).not().hasText(words);
        Audit.axe(home.page(), "phone-times-taken");
        Look.shot(home.page(), "phone-times-taken");
        home.page().locator(".time").first().click();
        home.at("who");
    }

    @Test
    void aTimeThatWasKeptForThemAndIsGoneIsAnsweredWithTheNextThreeAndTheirNameIsKept() {
        var home = atTimes();
        home.page().locator(".time").first().click();
        home.at("who").type("journey.who.name", "Viime Tinka").type("journey.who.phone", "041 555 0149");
        home.press("journey.go-on", "check");
        var journey = journeys.find(home.page().url().replaceAll(".*/", "")).orElseThrow();
        var held =
                new AppointmentId(UUID.fromString(journey.answer(Question.HOLD).orElseThrow()));
        var starts =
                appointments.find(organisation(), held).orElseThrow().during().from();

        appointments.release(organisation(), held);
        othersTake(starts);
        home.press("journey.check.confirm", "times");

        assertThat(home.heading()).hasText(home.says("journey.times.taken.title"));
        assertThat(home.page().locator(".time")).hasCount(3);
        home.page().locator(".time").first().click();
        home.at("who");
        assertThat(home.page().locator("#field-name")).hasValue("Viime Tinka");
        home.press("journey.go-on", "check").press("journey.check.confirm", "done");
    }

    @Test
    void aPointThatClosesBetweenThePageAndThePressSaysWhenItOpensAndWhatElseThereIs() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman();

        close("keskusta");
        kiosk.page().locator(".choice").first().click();

        assertThat(kiosk.heading()).hasText(kiosk.says("journey.ways.closed.title"));
        assertThat(kiosk.page().locator(".choice .title"))
                .hasText(Stream.of("video", "time", "call")
                        .map(way -> kiosk.says("journey.ways." + way))
                        .toArray(String[]::new));
        Audit.axe(kiosk.page(), "kiosk-ways-closed");
        Look.shot(kiosk.page(), "kiosk-ways-closed");
        kiosk.way("journey.ways.call", "call");
    }

    @Test
    void atHomeThereAreOtherPointsOrOtherWays() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.place", "place-now");

        close("keskusta");
        home.page().locator(".choice").first().click();

        assertThat(home.heading()).hasText(home.says("journey.ways.closed.title"));
        assertThat(home.page()
                        .locator("main:not([hidden]) :is(.choice, .actions .button)")
                        .first())
                .isVisible();
        Audit.axe(home.page(), "phone-place-now-closed");
    }

    @Test
    void aTopicThatEndedIsChosenAnewAndTheRestIsKept() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.time", "topic").choose(1, "meet");
        home.way("journey.mode.phone", "needs");
        var journey = journeys.find(home.page().url().replaceAll(".*/", "")).orElseThrow();
        var topic = UUID.fromString(journey.answer(Question.TOPIC).orElseThrow());

        sql.update(TOPIC)
                .set(TOPIC.ENDED_AT, Instant.now())
                .where(TOPIC.ID.eq(topic))
                .execute();
        afterwards.add(() -> sql.update(TOPIC)
                .setNull(TOPIC.ENDED_AT)
                .where(TOPIC.ID.eq(topic))
                .execute());
        home.press("journey.go-on", "topic");

        assertThat(home.page().locator("main:not([hidden]) .lead")).hasText(home.says("journey.topic.ended"));
        Audit.axe(home.page(), "phone-topic-ended");
        home.press("journey.topic.rather", "meet");
    }

    /** At the free times of a meeting by phone, about nothing in particular. */
    private Customer atTimes() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.time", "topic");
        home.press("journey.topic.rather", "meet").way("journey.mode.phone", "needs");
        return home.press("journey.go-on", "times");
    }

    /** Everybody who could meet then is taken, for as long as the test goes on. */
    private void othersTake(Instant starts) {
        while (appointments.hold(byPhone(), starts, Ids.next(), Optional.empty()) instanceof Hold.Held(var taken)) {
            afterwards.add(() -> appointments.release(organisation(), taken.id()));
        }
    }

    private void close(String point) {
        var id = Ids.next();
        sql.insertInto(CLOSURE)
                .set(CLOSURE.ORGANISATION_ID, organisation().value())
                .set(CLOSURE.ID, id)
                .set(
                        CLOSURE.POINT_ID,
                        points.pointBySlug(point).orElseThrow().id().value())
                .set(
                        CLOSURE.DURING,
                        Span.of(Instant.now().minusSeconds(60), Duration.ofHours(1))
                                .stored())
                .set(CLOSURE.REASON, LocalText.of("Vesivahinko", "Vattenskada", "Water damage"))
                .execute();
        afterwards.add(() -> sql.deleteFrom(CLOSURE).where(CLOSURE.ID.eq(id)).execute());
    }

    private Wanted byPhone() {
        return new Wanted(
                organisation(),
                MeetingMode.PHONE,
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(30),
                Needs.NONE,
                Language.FI,
                ZoneId.of("Europe/Helsinki"));
    }

    private OrganisationId organisation() {
        return people.organisation().orElseThrow().id();
    }
}
