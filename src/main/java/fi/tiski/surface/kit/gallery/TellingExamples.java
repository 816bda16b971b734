package fi.tiski.surface.kit.gallery;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Code;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.HoldLine;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Pictogram;
import fi.tiski.surface.kit.QrCode;
import fi.tiski.surface.kit.Slip;
import fi.tiski.surface.kit.TicketCard;
import fi.tiski.surface.kit.Timeline;
import java.time.Instant;
import java.util.List;

/** What is told. */
final class TellingExamples {

    private TellingExamples() {}

    static List<Example> examples() {
        return List.of(
                new Example("Pictogram", "decoration beside words", () -> new Pictogram("people")),
                new Example("Notice", "to know", () -> Notice.info(say("gallery.notice"))),
                new Example("Notice", "to beware of", () -> Notice.warning(say("gallery.closing"))),
                new Example(
                        "Notice",
                        "it worked",
                        () -> Notice.good(say("gallery.sent")).announced()),
                new Example("Notice", "it did not work", () -> Notice.bad(say("gallery.failed"))),
                new Example("Facts", "with a change", TellingExamples::facts),
                new Example("HoldLine", "kept until a time of day", TellingExamples::hold),
                new Example("TicketCard", "waiting", TellingExamples::waiting),
                new Example("TicketCard", "called", () -> waiting().called(say("gallery.turn"))),
                new Example("Code", "a spoken code", () -> new Code("KUUSI 482 917")),
                new Example("QrCode", "beside words", () -> new QrCode("https://tiski.example/k", say("gallery.qr"))),
                new Example("Slip", "as on paper", TellingExamples::slip),
                new Example("Timeline", "two events", TellingExamples::timeline));
    }

    private static Facts facts() {
        return new Facts()
                .fact("calendar", say("gallery.when"), say("gallery.thursday"))
                .fact(
                        "person",
                        say("gallery.name"),
                        "Aino Mäkelä",
                        ActionButton.quiet(say("gallery.change"), () -> {}));
    }

    private static HoldLine hold() {
        return new HoldLine(say("gallery.kept"), ActionButton.secondary(say("gallery.more"), () -> {}));
    }

    private static TicketCard waiting() {
        return new TicketCard("A 27")
                .fact(say("gallery.before"), say("gallery.people", 3))
                .fact(say("gallery.where"), say("gallery.hall"));
    }

    private static Div slip() {
        var slip = new Slip()
                .line(say("gallery.thursday"))
                .number("10.30")
                .line(say("gallery.hall"))
                .link("https://tiski.example/k", say("gallery.qr"))
                .secret("KUUSI 482 917");
        return new Div(slip, ActionButton.print(say("kit.slip.print")));
    }

    private static Timeline timeline() {
        return new Timeline()
                .event(
                        Instant.parse("2026-03-12T08:30:00Z"),
                        say("gallery.thursday"),
                        say("gallery.met"),
                        say("gallery.met.detail"))
                .event(Instant.parse("2026-03-02T12:05:00Z"), say("gallery.earlier"), say("gallery.asked"));
    }
}
