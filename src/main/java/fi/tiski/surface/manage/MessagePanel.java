package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.LocalText;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Select;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the kiosk's screen is to show, and for how long. A language that nothing is written in shows the Finnish. */
final class MessagePanel extends Div {

    /** The words, and for how long from now. */
    record Said(LocalText words, Duration length) {}

    private static final int LONGEST = 160;
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12), Duration.ofDays(7));

    private final Field finnish = field(Language.FI);
    private final Field swedish = field(Language.SV);
    private final Field english = field(Language.EN);
    private final Select<Duration> length = new Select<>(
                    "message-length",
                    say("manage.message.length"),
                    say("manage.message.length.choose"),
                    LENGTHS.stream()
                            .map(one -> new Option<>(one, say("manage.message.hours", one.toHours())))
                            .toList())
            .choose(LENGTHS.getFirst());
    private final Consumer<Optional<Said>> said;

    MessagePanel(boolean isShowing, Consumer<Optional<Said>> said, Runnable leave) {
        this.said = said;
        addClassName("form");
        var answers = new Div(ActionButton.primary(say("manage.message.show"), this::press));
        answers.addClassName("form-row");
        if (isShowing) {
            answers.add(ActionButton.secondary(say("manage.message.remove"), () -> said.accept(Optional.empty())));
        }
        answers.add(ActionButton.secondary(say("manage.cancel"), leave));
        add(finnish.hint(say("manage.message.hint")), swedish, english, length, answers);
        addAttachListener(attached -> finnish.takeFocus());
    }

    private static Field field(Language language) {
        return Field.text("message-" + language.tag(), say("manage.message." + language.tag()))
                .maxLength(LONGEST)
                .writtenIn(language)
                .autocomplete("off");
    }

    private void press() {
        if (finnish.value().isEmpty()) {
            finnish.error(say("manage.message.missing"));
            finnish.takeFocus();
            return;
        }
        var words = LocalText.of(finnish.value(), orFinnish(swedish), orFinnish(english));
        said.accept(Optional.of(new Said(words, length.value().orElse(LENGTHS.getFirst()))));
    }

    private String orFinnish(Field written) {
        return written.value().isEmpty() ? finnish.value() : written.value();
    }
}
