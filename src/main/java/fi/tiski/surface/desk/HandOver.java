package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.Select;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passes the case on: to whom, and the card that spares the customer from telling it again. */
final class HandOver extends Section implements Panel {

    private static final int LONGEST = 10_000;

    /** In which way the receiver is chosen. */
    enum Way {
        PERSON("person"),
        TOPIC("other"),
        SKILL("language");

        private final String pictogram;

        Way(String pictogram) {
            this.pictogram = pictogram;
        }

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Does it: the key is the same for each press of this panel's button. */
    @FunctionalInterface
    interface Give {
        void to(Receiver receiver, Card card, UUID press);
    }

    private final ErrorSummary errors = new ErrorSummary();
    private final Options<Way> way;
    private final Map<Way, Select<Receiver>> receivers = new EnumMap<>(Way.class);
    private final Field told = words("told");
    private final Field done = words("done");
    private final Field promised = words("promised");
    private final Give give;
    private @Nullable ActionButton act;

    HandOver(Map<Way, List<Option<Receiver>>> choices, Card draft, Give give, Runnable close) {
        this.give = give;
        addClassName("panel");
        var ways = choices.entrySet().stream()
                .filter(choice -> !choice.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .map(one -> new Option<>(one, say("desk.hand.way." + one.tag())).withPictogram(one.pictogram))
                .toList();
        way = Options.one("hand-way", say("desk.hand.way"), ways)
                .choose(ways.getFirst().value());
        way.addClassName("compact");
        way.onChange(chosen -> showReceivers());
        var whom = new Div();
        ways.forEach(one -> {
            var select = new Select<>(
                    "hand-" + one.value().tag(),
                    say("desk.hand.to." + one.value().tag()),
                    say("desk.hand.to.choose"),
                    choices.getOrDefault(one.value(), List.of()));
            receivers.put(one.value(), select);
            whom.add(select);
        });
        told.value(draft.told());
        done.value(draft.done());
        promised.value(draft.promised());
        var button = ActionButton.primary(say("desk.hand.act"), this::give).withPictogram("forward");
        act = button;
        var acts = new Div(button, ActionButton.quiet(say("desk.form.cancel"), close));
        acts.addClassName("actions");
        add(
                new H2(say("desk.act.hand-over")),
                errors,
                way,
                whom,
                new Paragraph(say("desk.hand.card")),
                told,
                done,
                promised,
                acts);
        showReceivers();
    }

    private static Field words(String what) {
        return Field.longText("hand-" + what, say("desk.hand." + what)).maxLength(LONGEST);
    }

    private void showReceivers() {
        var chosen = way.value();
        receivers.forEach((one, select) -> select.setVisible(chosen.equals(Optional.of(one))));
    }

    private void give() {
        var select = way.value().map(receivers::get);
        var receiver = select.flatMap(Select::value);
        if (select.isPresent() && receiver.isEmpty()) {
            errors.show(new Wrong(select.get(), say("desk.hand.to.missing")));
            return;
        }
        errors.show();
        var button = act;
        if (button != null) {
            receiver.ifPresent(
                    whom -> give.to(whom, new Card(told.value(), done.value(), promised.value()), button.press()));
        }
    }

    @Override
    public void takeFocus() {
        way.takeFocus();
    }
}
