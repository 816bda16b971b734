package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseKey;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.meetings.BookedMeetingsService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.platform.time.Span;
import fi.tiski.support.Municipality;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A booked meeting by video, by link from home, in browsers with cameras and microphones of their own making. */
class BookedVideoTest extends Journey {

    private static final String TWO_OTHERS_MOVE = """
            () => {
              const videos = [...document.querySelectorAll('.stage .picture:not(.own) video')];
              return videos.length === 2 && videos.every((video) => video.getVideoPlaybackQuality().totalVideoFrames > 10);
            }""";

    /** Who waits is looked after every quarter of a minute. */
    private static final LocatorAssertions.ContainsTextOptions EVERY_SO_OFTEN =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private BookedMeetingsService booked;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private CasesService cases;

    @Autowired
    private PeopleService people;

    @Autowired
    private DSLContext sql;

    private final List<Appointment> made = new ArrayList<>();

    /** @param signIn of the agent who was booked */
    private record Booked(Appointment time, String link, String signIn, String agent) {

        /** As it stands among those who wait. */
        String starts() {
            return DateTimeFormatter.ofPattern("H.mm")
                    .withZone(ZoneId.of("Europe/Helsinki"))
                    .format(time.during().from());
        }
    }

    @BeforeAll
    static void aBrowserWithACamera() {
        playwright = Playwright.create();
        browser = Seen.withCamera(playwright);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    private final Tree tree = new Tree();

    @AfterEach
    void everyPageIsToldAsItWasRead() {
        tree.areAsTheyWereRead();
    }

    @AfterEach
    void nobodyWaitsOrMeets() {
        meetings.withEach(organisation())
                .forEach((agent, one) -> meetings.done(organisation(), one.id(), new By.AnAgent(agent)));
        made.forEach(time -> {
            sql.execute(
                    "update appointment set state = 'done', ended_at = now() where id = ? and state = 'serving'",
                    time.id().value());
            appointments.cancel(organisation(), time.id(), Municipality.AT_HOME);
        });
    }

    @Test
    void theCustomerComesByTheirLinkAndTheBookedAgentBeginsWithOnePress() {
        var its = aTimeThatBegins(Duration.ofMinutes(2));
        var home = home(its);
        assertThat(home.heading()).hasText(home.says("join.open.title"));
        Look.shot(home.page(), "phone-join-open");
        Audit.axe(home.page(), "phone-join-open");
        tree.look(home.page().locator("main:not([hidden])"), "home-join-open");
        home.press("join.come");
        assertThat(home.heading()).hasText(home.says("join.waits.title"));
        assertThat(home.page().locator(".stage-status")).hasText(home.says("meeting.status.waiting"));
        Look.shot(home.page(), "phone-join-waits");
        Audit.axe(home.page(), "phone-join-waits");
        tree.look(home.page().locator("main:not([hidden])"), "home-join-waits");

        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), its.signIn());
        desk.open(its.starts());
        Look.shot(desk.page(), "desk-join-waits");
        desk.press("answer");

        assertThat(home.heading()).hasText(home.says("journey.video.live"));
        Seen.framesGoOn(home.page());
        Seen.framesGoOn(desk.page());
        home.page().reload();
        Seen.framesGoOn(home.page());
        Audit.axe(home.page(), "phone-join-live");
        desk.settle();
        assertThat(home.heading())
                .hasText(home.says("journey.video.met", its.time().agentName()));
    }

    @Test
    void atAKioskTheBookedMeetingTakesPlaceAndNothingOfItStays() {
        var its = aTimeThatBegins(Duration.ofMinutes(2));
        var kiosk = new Customer(at(Screen.KIOSK, "/kiosk/keskusta-1/join/" + its.link()), Language.FI);
        assertThat(kiosk.heading()).hasText(kiosk.says("join.open.title"));
        Look.shot(kiosk.page(), "kiosk-join-open");
        Audit.axe(kiosk.page(), "kiosk-join-open");
        kiosk.press("join.come");
        assertThat(kiosk.page().locator(".stage-status")).hasText(kiosk.says("meeting.status.waiting"));
        Look.shot(kiosk.page(), "kiosk-join-waits");
        Audit.whole(kiosk.page(), "kiosk-join-waits");

        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), its.signIn());
        desk.open(its.starts());
        desk.press("answer");
        Seen.framesGoOn(kiosk.page());
        Seen.framesGoOn(desk.page());
        Look.shot(kiosk.page(), "kiosk-join-live");
        Audit.whole(kiosk.page(), "kiosk-join-live");
        desk.settle();

        assertThat(kiosk.heading())
                .hasText(kiosk.says("journey.video.met", its.time().agentName()));
        kiosk.press("journey.finish").greeted();
        kiosk.page().goBack();
        assertThat(kiosk.page().locator("video")).hasCount(0);
        assertThat(kiosk.page().locator("main:not([hidden])"))
                .not()
                .containsText(its.time().agentName());
    }

    @Test
    void fromABookedMeetingTheyGoOnByTelephoneOnTheSameCase() {
        var its = aTimeThatBegins(Duration.ofMinutes(2));
        var home = home(its);
        home.press("join.come");
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), its.signIn());
        desk.open(its.starts());
        desk.press("answer");
        Seen.framesGoOn(home.page());

        home.press("journey.video.phone", "call");
        home.type("journey.call.phone", "041 555 0163").press("journey.go-on", "call-when");
        home.choose(1, "done");

        assertThat(desk.page().locator(".stage")).hasCount(0);
        assertThat(desk.page().locator(".timeline")).containsText("Pyydettiin soittoa");
        assertThat(cases.file(organisation(), its.time().caseId().orElseThrow()).entries().stream()
                        .map(Entry::kind))
                .contains(EntryKind.VIDEO_TURNED, EntryKind.CALL_BACK_ASKED);
    }

    @Test
    void beforeTheTimeThePageSaysWhenItOpensAndAfterwardsItIsCalm() {
        var its = aTimeThatBegins(Duration.ofMinutes(40));
        var home = home(its);
        assertThat(home.heading()).hasText(home.says("join.early.title"));
        assertThat(home.button(home.says("selfcheck.link"))).isVisible();
        Look.shot(home.page(), "phone-join-early");
        Audit.axe(home.page(), "phone-join-early");

        appointments.cancel(organisation(), its.time().id(), Municipality.AT_HOME);

        assertThat(home.heading()).hasText(home.says("join.none.title"));
        assertThat(home.page().locator(".human")).isVisible();
        Look.shot(home.page(), "phone-join-none");
        Audit.axe(home.page(), "phone-join-none");
    }

    @Test
    void whoWaitsForAnAgentWhoDoesNotComeIsToldAndIsCalledInstead() {
        var its = aTimeThatBegins(Duration.ofMinutes(-6));
        var home = home(its);
        home.press("join.come");
        assertThat(home.page().locator(".notice.warning")).hasText(home.says("join.late"));
        Look.shot(home.page(), "phone-join-late");
        Audit.axe(home.page(), "phone-join-late");
        tree.look(home.page().locator("main:not([hidden])"), "home-join-late");
        theManagerSees(its);

        home.press("journey.ways.call", "call");

        assertThat(home.heading()).hasText(home.says("journey.call.title"));
    }

    @Test
    void threeMeetAndTheCustomerHasTheSay() {
        var its = aTimeThatBegins(Duration.ofMinutes(2));
        var home = home(its);
        home.press("join.come");
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), its.signIn());
        desk.open(its.starts());
        desk.press("answer");
        Seen.framesGoOn(home.page());

        desk.button(Language.FI, "desk.guests.invite").click();
        desk.page().locator(".guests-zone select").selectOption(new SelectOption().setIndex(1));
        desk.page()
                .locator(".guests-zone .field input[type=text]:not([readonly])")
                .fill("Amal");
        desk.button(Language.FI, "desk.guests.make").click();
        var given = desk.page().locator(".given-link input");
        assertThat(given).isVisible();
        Look.shot(desk.page(), "desk-guest-link");
        Audit.whole(desk.page(), "desk-guest-link");
        var address = given.inputValue();

        var amal = new Customer(at(Screen.TABLET, address.substring(address.indexOf("/guest/"))), Language.FI);
        assertThat(amal.heading()).hasText(amal.says("join.guest.title"));
        Look.shot(amal.page(), "tablet-guest");
        Audit.axe(amal.page(), "tablet-guest");
        tree.look(amal.page().locator("main:not([hidden])"), "home-guest-outside");
        // By the keyboard alone: to the button, and in.
        byKeyboard(amal, "join.guest.knock");
        assertThat(amal.heading()).hasText(amal.says("join.guest.door.title"));
        amal.page().waitForFunction("() => document.querySelector('.own-picture video')?.videoWidth > 0");
        Look.shot(amal.page(), "tablet-guest-door");
        Audit.axe(amal.page(), "tablet-guest-door");
        tree.look(amal.page().locator("main:not([hidden])"), "home-guest-door");

        assertThat(home.page().locator(".beside-you:has(.beside-told)")).containsText("Amal");
        Look.shot(home.page(), "phone-guest-at-door");
        Audit.axe(home.page(), "phone-guest-at-door");
        Look.shot(desk.page(), "desk-guest-at-door");
        Audit.whole(desk.page(), "desk-guest-at-door");
        letIn(desk);

        assertThat(amal.heading()).hasText(amal.says("journey.video.live"));
        for (var page : List.of(home.page(), desk.page(), amal.page())) {
            page.waitForFunction(TWO_OTHERS_MOVE);
            Seen.soundMoves(page);
        }
        assertThat(home.page().locator(".stage-sees"))
                .hasText(its.agent() + " ja Amal (tulkki) näkevät ja kuulevat sinut.");
        amal.button(amal.says("meeting.pin", its.agent())).click();
        assertThat(amal.page().locator(".stage-pictures.pinned > .large > figcaption"))
                .hasText(its.agent());
        Look.shot(amal.page(), "tablet-three-pinned");
        amal.button(amal.says("meeting.unpin", its.agent())).click();
        assertThat(amal.page().locator(".stage-pictures > .large")).hasCount(0);
        Look.shot(home.page(), "phone-three");
        Look.shot(desk.page(), "desk-three");
        Look.shot(amal.page(), "tablet-three");
        assertThat(given).isHidden();
        Audit.axe(home.page(), "phone-three");
        Audit.whole(desk.page(), "desk-three");
        Audit.axe(amal.page(), "tablet-three");

        home.button(home.says("join.beside.unwanted.in", "Amal")).click();
        assertThat(home.page().locator(".stage .picture:not(.own)")).hasCount(1);
        assertThat(amal.heading()).hasText(amal.says("join.guest.door.title"));
        assertThat(desk.page().locator(".guests-zone")).containsText("asiakas ei halua mukaan");
        Look.shot(home.page(), "phone-guest-out");
        Audit.axe(home.page(), "phone-guest-out");

        home.button(home.says("join.beside.wanted", "Amal")).click();
        letIn(desk);
        home.page().waitForFunction(TWO_OTHERS_MOVE);
        desk.settle();
        assertThat(amal.heading()).hasText(amal.says("join.guest.over.title"));
        assertThat(amal.page().locator("video")).hasCount(0);
        Audit.axe(amal.page(), "tablet-guest-over");
        tree.look(amal.page().locator("main:not([hidden])"), "home-guest-over");
    }

    private void theManagerSees(Booked its) {
        var manage = at(Screen.DESK, "/desk");
        AgentAtDesk.signIn(manage, "mikko");
        visit(manage, "/manage/meetings");
        var code = cases.get(organisation(), its.time().caseId().orElseThrow()).code();
        assertThat(manage.locator(".missed-meetings")).containsText(code, EVERY_SO_OFTEN);
        Look.shot(manage, "manage-meetings");
        Audit.axe(manage, "manage-meetings");
    }

    private static void byKeyboard(Customer person, String key) {
        for (int tabs = 0; tabs < 40; tabs++) {
            person.page().keyboard().press("Tab");
            if (person.says(key).equals(person.page().evaluate("() => document.activeElement.textContent.trim()"))) {
                person.page().keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("Not reached by the keyboard: " + key);
    }

    private static void letIn(AgentAtDesk desk) {
        desk.page()
                .locator(".guests-zone")
                .getByText(Texts.say(Language.FI, "desk.guests.admit"))
                .click();
    }

    @Test
    void aNewLinkFromTheDeskTakesThePlaceOfTheOldOne() {
        var its = aTimeThatBegins(Duration.ofMinutes(20));
        var home = home(its);
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), its.signIn());
        desk.open(its.starts());
        desk.press("video-links");
        desk.button(Language.FI, "desk.links.customer").click();
        var given = desk.page().locator(".given-link input:visible");
        assertThat(given).isVisible();
        Look.shot(desk.page(), "desk-video-links");
        Audit.whole(desk.page(), "desk-video-links");

        assertThat(home.heading()).hasText(home.says("join.none.title"));
        var address = given.inputValue();
        visit(home.page(), address.substring(address.indexOf("/join/")));
        assertThat(home.heading()).hasText(home.says("join.early.title"));
    }

    /** With whoever of the demo's agents is free then. */
    private Booked aTimeThatBegins(Duration fromNow) {
        var starts = Instant.now().plus(fromNow);
        var during = new Span(starts, starts.plus(Duration.ofMinutes(20)));
        var about = cases.open(organisation(), Language.FI, Municipality.AT_HOME, Optional.empty());
        var agent = sql.fetchSingle("""
                select id, sign_in, name from agent a where organisation_id = ? and not exists (
                  select from appointment b where b.organisation_id = a.organisation_id and b.agent_id = a.id
                    and b.during && ?::tstzrange and b.state in ('held', 'booked', 'arrived', 'serving'))
                order by sign_in <> 'aino', sign_in limit 1""", organisation().value(), range(during));
        var id = new AppointmentId(Ids.next());
        sql.execute(
                """
                insert into appointment (organisation_id, id, case_id, press, mode, agent_id, during, state, made_at)
                values (?, ?, ?, ?, 'video', ?, ?::tstzrange, 'booked', now())""",
                organisation().value(),
                id.value(),
                about.id().value(),
                id.value(),
                agent.get("id"),
                range(during));
        var time = appointments.find(organisation(), id).orElseThrow();
        made.add(time);
        var link = booked.link(time, new CaseKey("the key of " + about.code(), ""));
        return new Booked(time, link, agent.get("sign_in", String.class), agent.get("name", String.class));
    }

    private static String range(Span during) {
        return "[%s,%s)".formatted(during.from(), during.until());
    }

    private OrganisationId organisation() {
        return people.organisation().orElseThrow().id();
    }

    private Customer home(Booked its) {
        return new Customer(at(Screen.PHONE, "/join/" + its.link()), Language.FI);
    }

    private Page at(Screen screen, String path) {
        return visit(keep(fi.tiski.journeys.Browser.window(browser, screen)).newPage(), path);
    }
}
