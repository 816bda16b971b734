package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

/** Walks over every page that a customer can come to, the short way; whoever follows looks at each. */
final class CustomerPages {

    private final Customer customer;
    private final boolean atKiosk;
    private final Consumer<String> look;
    private final String start;

    /** {@code look} is called on each page with its name. */
    CustomerPages(Customer customer, boolean atKiosk, Consumer<String> look) {
        this.customer = customer;
        this.atKiosk = atKiosk;
        this.look = look;
        this.start = customer.page().url().replaceFirst("/?$", "");
    }

    void all() {
        lookAround();
        number();
        time();
        timeByVideo();
        callBack();
    }

    private void lookAround() {
        look.accept("start");
        customer.press("journey.start.topics", "topics");
        look.accept("topics");
        customer.choose(1, "about");
        look.accept("about");
        customer.back().back();
        customer.press("journey.start.booking", "my");
        look.accept("my");
        customer.press("journey.my.open");
        look.accept("my-errors");
        if (atKiosk) {
            customer.back();
            customer.press("journey.start.how-long", "how-long");
            look.accept("how-long");
            customer.press("journey.how-long.show");
            look.accept("how-long-errors");
            customer.back();
        } else {
            customer.back();
        }
        busy();
        checkVideo();
        linksThatOpenNothing();
    }

    /** Forged, past or taken back: to a booked meeting by video, and to the door of one. */
    private void linksThatOpenNothing() {
        for (var page : List.of("join", "guest")) {
            customer.page().navigate(start + "/" + page + "/none");
            customer.page().locator("main:not([hidden]) .quiet-page").waitFor();
            customer.speak(customer.language());
            look.accept(page + "-nothing");
        }
        customer.page().navigate(start);
        customer.page().locator("main[data-page=start]").waitFor();
        customer.speak(customer.language());
    }

    /** Without trying anything: what a device has is not the same everywhere. */
    private void checkVideo() {
        customer.page().navigate(start + "/check-video");
        customer.speak(customer.language());
        look.accept("check-video");
        for (var part : List.of("camera", "microphone", "loudspeaker", "connection")) {
            assertThat(customer.heading()).hasText(customer.says("selfcheck." + part + ".title"));
            customer.press(part.equals("connection") ? "selfcheck.next" : "selfcheck." + part + ".without");
        }
        assertThat(customer.heading()).hasText(customer.says("selfcheck.summary.title"));
        look.accept("check-video-tried");
        customer.press("selfcheck.done");
        customer.page().locator("main[data-page=start]").waitFor();
    }

    /** Where somebody is led when too much is asked for from where they are. */
    private void busy() {
        customer.page().locator("main[data-page=start]").waitFor();
        customer.page().navigate(start + "/busy");
        customer.speak(customer.language());
        assertThat(customer.heading()).hasText(customer.says("journey.busy.title"));
        look.accept("busy");
        customer.press("journey.busy.again");
        customer.page().locator("main[data-page=start]").waitFor();
    }

    private void number() {
        customer.askForAHuman();
        look.accept("ways");
        if (atKiosk) {
            customer.way("journey.ways.here", "number");
        } else {
            customer.way("journey.ways.place", "place-now");
            look.accept("place-now");
            customer.choose(1, "number");
        }
        look.accept("number");
        customer.press("journey.number.let-ahead", "let-ahead");
        look.accept("let-ahead");
        customer.choose(1, "number");
        look.accept("number-let-ahead");
        customer.press("journey.number.tell", "tell-topic");
        look.accept("tell-topic");
        customer.choose(1, "tell-words");
        look.accept("tell-words");
        customer.press("journey.skip", "tell-needs");
        look.accept("tell-needs");
        customer.press("journey.skip", "number");
        customer.press("journey.number.slip", "done");
        look.accept("number-slip");
        customer.back();
        customer.press("journey.number.leave", "leave");
        look.accept("leave");
        customer.press("journey.leave.leave", "number");
        look.accept("number-left");
    }

    private void time() {
        customer.askForAHuman();
        customer.way("journey.ways.time", "topic");
        look.accept("topic");
        customer.press("journey.topic.rather", "meet");
        look.accept("meet");
        customer.choose(1, "place");
        look.accept("place");
        customer.choose(1, "needs");
        look.accept("needs");
        interpreter();
        customer.press("journey.go-on", "times");
        look.accept("times");
        customer.press("journey.times.day-by-day");
        look.accept("times-day");
        customer.press("kit.times.later");
        customer.page().locator(".time").first().click();
        customer.at("who");
        look.accept("who");
        customer.press("journey.go-on");
        look.accept("who-errors");
        if (atKiosk) {
            stillThere();
        }
        customer.type("journey.who.name", "Aune Mäkinen");
        customer.type(atKiosk ? "journey.who.phone.optional" : "journey.who.phone", "041 555 0199");
        customer.press("journey.go-on", "check");
        look.accept("check");
        customer.press("journey.check.confirm", "done");
        look.accept("done-meeting");
        var code = customer.page().locator("main > .code [aria-hidden]").textContent();
        finish();
        myCase(code);
    }

    /** At home the link to it stands on the page; a kiosk's slip leads to it. */
    private void timeByVideo() {
        customer.askForAHuman();
        customer.way("journey.ways.time", "topic");
        customer.press("journey.topic.rather", "meet");
        customer.choose(2, "needs");
        customer.press("journey.go-on", "times");
        // Not the first: its meeting may open while the pages are walked.
        customer.page().locator(".time").last().click();
        customer.at("who");
        customer.type("journey.who.name", "Aune Mäkinen");
        customer.type("journey.who.phone", "041 555 0199");
        customer.press("journey.go-on", "check");
        customer.press("journey.check.confirm", "done");
        look.accept("done-video");
        if (!atKiosk) {
            customer.press("join.link", "join");
            look.accept("join-early");
            customer.page().goBack();
            customer.at("done");
        }
        finish();
    }

    /** And back again, without one. */
    private void interpreter() {
        customer.page().locator(".option").first().click();
        customer.press("journey.go-on", "interpreter");
        look.accept("interpreter");
        customer.choose(1, "times");
        look.accept("times-interpreter");
        customer.back();
        customer.at("interpreter").press("journey.interpreter.other");
        look.accept("interpreter-other");
        customer.back();
        customer.at("needs").page().locator(".option").first().click();
    }

    /** Nobody has touched the glass for a while. */
    private void stillThere() {
        var page = customer.page();
        page.clock().install();
        page.keyboard().press("Shift");
        page.clock().fastForward(90_000);
        page.locator("[data-still-there]").waitFor();
        look.accept("still-there");
        page.locator("[data-more]").click();
    }

    private void myCase(String code) {
        customer.press("journey.start.booking", "my");
        customer.type("journey.my.code", code).type("journey.my.proof", "0199");
        customer.button(customer.says("journey.my.open")).click();
        customer.page().locator(".timeline").waitFor();
        look.accept("my-case");
        customer.press("journey.my.cancel");
        look.accept("my-cancel");
        customer.press("journey.my.cancel.yes");
        customer.page().locator(".timeline").waitFor();
        look.accept("my-cancelled");
        var address = customer.page().url();
        customer.page().navigate(address.substring(0, address.length() - 4) + "none");
        customer.page().locator("main:not([hidden]) .quiet-page").waitFor();
        customer.speak(customer.language());
        look.accept("my-nothing");
        customer.back();
    }

    private void callBack() {
        customer.askForAHuman();
        customer.way("journey.ways.call", "call");
        look.accept("call");
        customer.type("journey.call.phone", "123");
        customer.press("journey.go-on");
        look.accept("call-errors");
        customer.type("journey.call.phone", "041 555 0188");
        customer.press("journey.go-on", "call-when");
        look.accept("call-when");
        customer.choose(1, "done");
        look.accept("done-call");
        finish();
    }

    /** A kiosk forgets the person and speaks Finnish again. */
    private void finish() {
        var language = customer.language();
        customer.press("journey.finish");
        if (atKiosk) {
            customer.greeted().speak(language);
        }
    }
}
