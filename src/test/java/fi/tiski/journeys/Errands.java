package fi.tiski.journeys;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;

/** What somebody comes to a kiosk for, found by what they hear, or by what has the focus. */
final class Errands {

    private Errands() {}

    /** Until they hold the page of their number. */
    static void takeANumber(Listener person) {
        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.here"), "number");
    }

    /** Until they are asked who they are, with the first time in their hand. */
    static void chooseATime(Listener person) {
        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.time"), "topic");
        person.choose(person.says("journey.topic.rather"), "meet");
        person.choose(person.says("journey.mode.phone"), "needs");
        person.choose(person.says("journey.go-on"), "times");
        person.choose(person.page().locator(".time").first().textContent().strip(), "who");
    }

    /** Until they are shown all that they have entered. */
    static void sayWho(Listener person, String name, String phone) {
        person.write(person.says("journey.who.name"), name);
        person.write(person.says("journey.who.phone"), phone);
        person.choose(person.says("journey.go-on"), "check");
    }

    /** Until they hold what was promised: a call in the first hours that are offered. */
    static void askForACall(Listener person, String phone) {
        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.call"), "call");
        person.write(person.says("journey.call.phone"), phone);
        person.choose(person.says("journey.go-on"), "call-when");
        person.choose(
                person.page().locator(".choice .title").first().textContent().strip(), "done");
    }

    /** Until they see their case again. */
    static void findMyBooking(Listener person, String code, String phone) {
        person.choose(person.says("journey.start.booking"), "my");
        person.write(person.says("journey.my.code"), code);
        person.write(person.says("journey.my.proof"), phone.substring(phone.length() - 4));
        person.choose(person.says("journey.my.open"));
        person.page().locator(".timeline").waitFor();
        // To its end: whoever goes on while it is read takes its last words for those of the first stop.
        person.arrive("my");
    }

    /** Until the kiosk greets the next person. */
    static void end(Listener person) {
        person.choose(person.says("journey.finish"));
        person.page().locator("main[data-page=start]").waitFor();
        Journey.settled(person.page());
    }

    /** The code of their case, as it is written. */
    static String code(Page page) {
        return page.locator("main > .code [aria-hidden]").textContent().replace(" ", "");
    }

    /** One of the pictures in the README, which has each errand in another language. */
    static void still(Listener person, String name, Language shown) {
        if (person.language() == shown) {
            Look.readme(person.page(), name);
        }
    }
}
