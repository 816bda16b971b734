package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.journeys.KeyboardTest.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.meetings.Admission;
import fi.tiski.domain.meetings.Guest;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The door of a meeting: full, refused, and the wait there by the keyboard alone. */
class AtTheDoorTest extends InMeeting {

    private final Tree tree = new Tree();

    @Autowired
    private GuestsService guests;

    @AfterEach
    void everyPageIsToldAsItWasRead() {
        tree.areAsTheyWereRead();
    }

    @Test
    void aFifthIsToldKindlyThatTheMeetingIsFullAndComesInWhenSomebodyLeaves() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home).page();
        var meeting = meeting();
        admitted(meeting, home, Role.INTERPRETER, "Amal");
        var relative = admitted(meeting, home, Role.RELATIVE, "Kaisa");
        var petri = comes(meeting, Role.EXPERT, "Petri");

        petri.press("join.guest.knock");

        assertThat(petri.page().locator(".notice")).hasText(petri.says("join.guest.full"));
        Look.shot(petri.page(), "phone-guest-full");
        Audit.axe(petri.page(), "phone-guest-full");
        tree.look(petri.page().locator("main:not([hidden])"), "home-guest-full");
        assertThat(home.page().locator(".beside-you:has(.beside-told)")).containsText("Petri");
        act(desk, "desk.guests.admit", "Petri").click();
        assertThat(desk.locator(".guests-said")).hasText(Texts.say(Language.FI, "desk.guests.said.full"));
        Audit.whole(desk, "desk-guests-full");

        act(desk, "desk.guests.out", relative.name()).click();

        assertThat(petri.page().locator(".notice")).hasCount(0);
        act(desk, "desk.guests.admit", "Petri").click();
        assertThat(petri.heading()).hasText(petri.says("journey.video.live"));
        Seen.framesGoOn(petri.page());
    }

    @Test
    void whoeverIsRefusedIsToldCalmlyAndAsksOnceMoreByKeysAlone() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home).page();
        var kaisa = comes(meeting(), Role.RELATIVE, "Kaisa");
        byKeys(kaisa, "join.guest.knock");
        assertThat(kaisa.heading()).hasText(kaisa.says("join.guest.door.title"));

        act(desk, "desk.guests.refuse", "Kaisa").click();

        assertThat(kaisa.heading()).hasText(kaisa.says("join.guest.refused.title"));
        assertThat(kaisa.page().locator("video")).hasCount(0);
        assertThat(kaisa.page().locator(".human")).isVisible();
        Look.shot(kaisa.page(), "phone-guest-refused");
        Audit.axe(kaisa.page(), "phone-guest-refused");
        tree.look(kaisa.page().locator("main:not([hidden])"), "home-guest-refused");

        byKeys(kaisa, "join.guest.again");
        assertThat(kaisa.heading()).hasText(kaisa.says("join.guest.door.title"));
        byKeys(kaisa, "join.guest.go");
        assertThat(kaisa.heading()).hasText(kaisa.says("join.guest.title"));
        assertThat(kaisa.page().locator("video")).hasCount(0);
        assertThat(home.page().locator(".stage-sees")).hasText("Aino Laine näkee ja kuulee sinut.");
    }

    /** Without a window of their own: their seat is taken all the same. */
    private Guest admitted(VideoMeeting meeting, Customer customer, Role role, String name) {
        var guest = invited(meeting, role, name);
        guests.knock(guests.link(meeting, guest.id()).orElseThrow());
        assertThat(customer.page().locator(".beside-you:has(.beside-told)")).containsText(name);
        assertThat(guests.admit(meeting, guest.id(), aino(meeting))).isInstanceOf(Admission.Admitted.class);
        return guest;
    }

    private Customer comes(VideoMeeting meeting, Role role, String name) {
        var guest = invited(meeting, role, name);
        return at(Screen.PHONE, "/guest/" + guests.link(meeting, guest.id()).orElseThrow());
    }

    private Guest invited(VideoMeeting meeting, Role role, String name) {
        return guests.invite(meeting, role, name, Ids.next(), aino(meeting));
    }

    private VideoMeeting meeting() {
        return meetings.withEach(organisation()).values().iterator().next();
    }

    private static By.AnAgent aino(VideoMeeting meeting) {
        return new By.AnAgent(meeting.agent().orElseThrow());
    }

    private static Locator act(Page desk, String key, String whose) {
        return desk.getByLabel(Texts.say(Language.FI, key) + ": " + whose, new Page.GetByLabelOptions().setExact(true));
    }

    private static void byKeys(Customer person, String key) {
        tabTo(person.page(), "element.textContent.trim() === '%s'".formatted(person.says(key)));
        person.page().keyboard().press("Enter");
    }
}
