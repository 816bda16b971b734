package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.queue.FairOrder;
import fi.tiski.domain.queue.LetAhead;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import java.util.Arrays;
import java.util.function.Consumer;

/** Lets somebody for whom waiting is hard go before others: why, and what the others are sure of all the same. */
final class GoingAhead extends Section implements Panel {

    private final ErrorSummary errors = new ErrorSummary();
    private final Options<LetAhead> why = Options.one(
            "let-ahead",
            say("desk.ahead.why"),
            Arrays.stream(LetAhead.values())
                    .map(reason -> new Option<>(reason, say("desk.ahead." + reason.tag())))
                    .toList());

    GoingAhead(Consumer<LetAhead> letAhead, Runnable close) {
        addClassName("panel");
        why.addClassName("compact");
        var acts = new Div(
                ActionButton.primary(
                        say("desk.act.let-ahead"),
                        () -> why.value()
                                .ifPresentOrElse(
                                        letAhead, () -> errors.show(new Wrong(why, say("desk.ahead.why.missing"))))),
                ActionButton.quiet(say("desk.form.cancel"), close));
        acts.addClassName("actions");
        add(
                new H2(say("desk.act.let-ahead")),
                new Paragraph(
                        say("desk.ahead.lead", FairOrder.OVERTAKEN_AT_MOST, FairOrder.OVERTAKEN_WITHIN.toMinutes())),
                errors,
                why,
                acts);
    }

    @Override
    public void takeFocus() {
        why.takeFocus();
    }
}
