package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.cases.Amendment;
import fi.tiski.domain.cases.Details;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.When;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Somebody changed the same thing a moment ago: who, what, and both values to choose from. Nothing written is lost. */
final class Both extends Section implements Panel {

    private enum Whose {
        THEIRS,
        MINE
    }

    private final Map<Details.What, Options<Whose>> choices = new EnumMap<>(Details.What.class);

    /** {@code value} says a detail in words. */
    Both(
            Amendment.ChangedMeanwhile changed,
            Details mine,
            When when,
            BiFunction<Details, Details.What, String> value,
            Consumer<Details> save,
            Runnable close) {
        addClassName("panel");
        var theirs = Details.of(changed.now());
        add(new H2(say("desk.both.title")), new Paragraph(say("desk.both.lead")));
        for (var clash : changed.clashes()) {
            var what = clash.what();
            var who = clash.agentName().orElseGet(() -> say("desk.both.customer"));
            var choice = Options.one(
                            "both-" + what.tag(),
                            say("desk.both.what." + what.tag()),
                            List.of(
                                    new Option<>(Whose.MINE, value.apply(mine, what)).withDetail(say("desk.both.mine")),
                                    new Option<>(Whose.THEIRS, value.apply(theirs, what))
                                            .withDetail(say("desk.both.theirs", who, when.time(clash.at())))))
                    .choose(Whose.MINE);
            choices.put(what, choice);
            add(choice);
        }
        var acts = new Div(
                ActionButton.primary(say("desk.form.save"), () -> save.accept(chosen(theirs, mine))),
                ActionButton.quiet(say("desk.both.keep-theirs"), close));
        acts.addClassName("actions");
        add(acts);
    }

    private Details chosen(Details theirs, Details mine) {
        return new Details(
                pick(Details.What.NAME, theirs, mine).name(),
                pick(Details.What.PHONE, theirs, mine).phone(),
                pick(Details.What.TOPIC, theirs, mine).topic(),
                pick(Details.What.NEEDS, theirs, mine).needs());
    }

    private Details pick(Details.What what, Details theirs, Details mine) {
        var choice = Optional.ofNullable(choices.get(what)).flatMap(Options::value);
        return choice.equals(Optional.of(Whose.THEIRS)) ? theirs : mine;
    }

    @Override
    public void takeFocus() {
        choices.values().iterator().next().takeFocus();
    }
}
