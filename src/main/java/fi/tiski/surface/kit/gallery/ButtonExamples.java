package fi.tiski.surface.kit.gallery;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.HumanButton;
import fi.tiski.surface.kit.TimeChoices;
import fi.tiski.surface.kit.TimeChoices.Day;
import fi.tiski.surface.kit.TimeChoices.Time;
import java.time.LocalTime;
import java.util.List;

/** What is pressed. */
final class ButtonExamples {

    private ButtonExamples() {}

    static List<Example> examples() {
        return List.of(
                new Example("ActionButton", "primary, secondary and quiet", ButtonExamples::actions),
                new Example("ActionButton", "with a pictogram, named for the ear", ButtonExamples::named),
                new Example("HumanButton", "the way to a person", () -> new HumanButton(() -> {})),
                new Example("Choices", "ways to a human, with waits", ButtonExamples::ways),
                new Example("Choices", "compact, one chosen", ButtonExamples::topics),
                new Example("TimeChoices", "two days, one time chosen", ButtonExamples::times));
    }

    private static Div actions() {
        var row = new Div(
                ActionButton.primary(say("gallery.continue"), () -> {}),
                ActionButton.secondary(say("gallery.skip"), () -> {}),
                ActionButton.quiet(say("gallery.tell"), () -> {}));
        row.addClassName("actions");
        return row;
    }

    private static ActionButton named() {
        var words = say("gallery.change");
        return ActionButton.secondary(words, () -> {}).withPictogram("note").named(words + ": " + say("gallery.name"));
    }

    private static Choices ways() {
        return new Choices(
                new Choice("here", say("gallery.here"), () -> {}).detail(say("gallery.here.wait", 3)),
                new Choice("video", say("gallery.video"), () -> {}).detail(say("gallery.video.wait")),
                new Choice("time", say("gallery.time"), () -> {}),
                new Choice("callback", say("gallery.callback"), () -> {}));
    }

    private static Choices topics() {
        return new Choices(
                        new Choice("housing", say("gallery.housing"), () -> {}).chosen(false),
                        new Choice("benefits", say("gallery.benefits"), () -> {}).chosen(true),
                        new Choice("other", say("gallery.other"), () -> {}).chosen(false))
                .compact();
    }

    private static Div times() {
        var thursday = new Day<>(say("gallery.thursday"), List.of(time(9, 15), time(9, 45), time(10, 30)));
        var friday = new Day<>(say("gallery.friday"), List.of(time(8, 30), time(12, 0)));
        return new Div(
                new TimeChoices<>(List.of(thursday, friday), chosen -> {}).choose(LocalTime.of(9, 45)),
                TimeChoices.steps(null, () -> {}));
    }

    private static Time<LocalTime> time(int hour, int minute) {
        return new Time<>(LocalTime.of(hour, minute), "%d.%02d".formatted(hour, minute));
    }
}
