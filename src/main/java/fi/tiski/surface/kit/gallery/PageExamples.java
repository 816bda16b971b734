package fi.tiski.surface.kit.gallery;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whole pages; each has an address of its own, {@code gallery/<name>}. */
final class PageExamples {

    private PageExamples() {}

    static List<Example> examples() {
        return List.of(
                new Example("Page", "start", PageExamples::start),
                new Example("Page", "question", PageExamples::question),
                new Example("CalmPage", "calm", PageExamples::calm),
                new Example("ActionButton", "presses", PageExamples::presses));
    }

    private static Page start() {
        return new Page(say("gallery.welcome"))
                .start()
                .lead(say("gallery.welcome.lead"))
                .with(new Choices(
                        new Choice("calendar", say("gallery.booked"), () -> {}),
                        new Choice("note", say("gallery.leave"), () -> {})));
    }

    private static Page question() {
        return new Page(say("gallery.phone.question"))
                .step(say("gallery.step"))
                .with(
                        Field.tel("phone", say("gallery.phone")).hint(say("gallery.phone.hint")),
                        Field.text("name", say("gallery.name")))
                .actions(
                        ActionButton.primary(say("gallery.continue"), () -> {}),
                        ActionButton.quiet(say("gallery.tell"), () -> {}));
    }

    private static Page calm() {
        return new CalmPage("clock", say("kit.away.title"), say("kit.away.kept"))
                .line(say("kit.away.call"))
                .code("08 123 4500")
                .reference("K7-3F2");
    }

    /** Tells what the server has heard: how often a button was pressed, and what stood in the field then. */
    private static Page presses() {
        var heard = Notice.info("0").announced();
        var field = Field.text("name", say("gallery.name"));
        var presses = new AtomicInteger();
        return new Page(say("gallery.title"))
                .with(field, heard)
                .actions(ActionButton.primary(
                        say("gallery.continue"), () -> heard.words(presses.incrementAndGet() + " " + field.value())));
    }
}
