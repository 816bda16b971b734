package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.journeys.KeyboardTest.tabTo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.support.Municipality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A whole meeting without touching anything: two switches at the kiosk, the keyboard alone at the desk. */
class MeetByKeysTest extends WithKeeper {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private CasesService cases;

    @Autowired
    private PeopleService people;

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

    @AfterEach
    void nobodyWaitsOrMeets() {
        var organisation = people.organisation().orElseThrow().id();
        meetings.waiting(organisation).forEach(one -> meetings.leave(organisation, one.id(), Municipality.AT_KIOSK));
        meetings.withEach(organisation)
                .forEach((agent, one) -> meetings.done(organisation, one.id(), new By.AnAgent(agent)));
    }

    @Test
    void fromTheFirstPressToTheLastByKeysAlone() {
        var person = Listener.at(at(Screen.KIOSK, "/kiosk/keskusta-1")).withSwitches();
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino").page();

        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.video"), "video");
        tabTo(desk, "element.matches('.queue-row') && element.textContent.includes('" + code() + "')");
        desk.keyboard().press("Enter");
        desk.locator("[data-act=answer]:not([data-fresh])").waitFor();
        tabTo(desk, "element.matches('[data-act=answer]')");
        desk.keyboard().press("Enter");
        Seen.framesGoOn(person.page());
        Seen.framesGoOn(desk);

        person.choose(person.says("meeting.mute"));
        assertThat(person.page().locator(".stage-sees")).containsText("Mikrofonisi on pois päältä");
        person.choose(person.says("meeting.unmute"));
        person.choose(person.says("meeting.paper"));
        person.choose(person.says("meeting.paper.take"));
        person.choose(person.says("meeting.paper.keep"));
        assertThat(person.page().locator(".paper-told:not(:empty)")).hasText(person.says("meeting.paper.shown"));
        assertThat(desk.locator(".shown-paper img")).isVisible();
        person.choose(person.says("meeting.captions"));
        assertThat(desk.locator(".captions-told")).containsText("Tekstitys on päällä");
        person.choose(person.says("meeting.captions.off"));
        assertThat(desk.locator(".captions-told")).isEmpty();
        person.write(person.says("meeting.text.field"), "hei");
        assertThat(desk.locator(".stage-log p:not(.being-written) .words").last())
                .hasText("Hei");
        tabTo(desk, "element.id === 'meeting-words'");
        desk.keyboard().type("Huomenta");
        desk.keyboard().press("Enter");
        assertThat(person.page()
                        .locator(".stage-log p:not(.being-written) .words")
                        .last())
                .hasText("Huomenta");
        person.choose(person.says("journey.video.go"));
        assertThat(person.page().locator("main:not([hidden]) h1")).hasText(person.says("journey.video.gone"));
        person.choose(person.says("journey.video.back"));
        Seen.framesGoOn(desk);

        desk.keyboard().press("Alt+v");
        desk.locator("[data-act=settled]:not([data-fresh])").waitFor();
        desk.keyboard().press("Alt+s");
        assertThat(person.page().locator("main:not([hidden]) h1"))
                .hasText(person.says("journey.video.met", "Aino Laine"));
        person.choose(person.says("journey.finish"));
        assertThat(person.page().locator("main[data-page=start]")).isVisible();
        assertThat(person.page().locator("video")).hasCount(0);
    }

    private Page at(Screen screen, String path) {
        return visit(keep(fi.tiski.journeys.Browser.window(browser, screen)).newPage(), path);
    }

    private String code() {
        var organisation = people.organisation().orElseThrow().id();
        return cases.get(organisation, meetings.waiting(organisation).getLast().caseId())
                .code();
    }
}
