package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Promises the customer a call: to which number, and between which hours. */
final class AskCallBack extends Section implements Panel {

    /** What was promised. */
    record Promise(PhoneNumber phone, Span during) {}

    private final ErrorSummary errors = new ErrorSummary();
    private final Field phone = Field.tel("call-phone", say("desk.form.phone")).autocomplete("off");
    private final @Nullable Options<Span> windows;
    private final Consumer<Promise> ask;

    AskCallBack(Optional<PhoneNumber> known, List<Span> free, When when, Consumer<Promise> ask, Runnable close) {
        this.ask = ask;
        addClassName("panel");
        known.map(PhoneNumber::shown).ifPresent(phone::value);
        add(new H2(say("desk.act.ask-call")));
        var acts = new Div();
        acts.addClassName("actions");
        if (free.isEmpty()) {
            windows = null;
            add(Notice.warning(say("desk.call.no-windows")));
        } else {
            windows = Options.one(
                            "call-window",
                            say("desk.call.when"),
                            free.stream().map(span -> option(span, when)).toList())
                    .choose(free.getFirst());
            add(errors, phone, windows);
            acts.add(ActionButton.primary(say("desk.call.promise"), this::promise));
        }
        acts.add(ActionButton.quiet(say("desk.form.cancel"), close));
        add(acts);
    }

    private static Option<Span> option(Span span, When when) {
        return new Option<>(
                span,
                say("desk.call.window", When.capital(when.day(span.from())), when.range(span.from(), span.until())));
    }

    private void promise() {
        var number = PhoneNumber.parse(phone.value());
        var window = windows == null ? Optional.<Span>empty() : windows.value();
        var wrong = new ArrayList<Wrong>();
        if (number.isEmpty()) {
            wrong.add(new Wrong(phone, say("desk.form.phone.wrong")));
        }
        if (windows != null && window.isEmpty()) {
            wrong.add(new Wrong(windows, say("desk.call.when.missing")));
        }
        if (errors.show(wrong)) {
            number.ifPresent(to -> window.ifPresent(during -> ask.accept(new Promise(to, during))));
        }
    }

    @Override
    public void takeFocus() {
        phone.takeFocus();
    }
}
