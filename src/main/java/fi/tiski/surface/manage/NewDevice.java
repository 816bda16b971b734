package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Select;
import java.util.List;
import java.util.function.BiFunction;

/** A machine shows a code: which kiosk is it? */
@Tag("section")
final class NewDevice extends HtmlContainer {

    private final Field code = Field.text("code", say("manage.new.code"))
            .hint(say("manage.new.code.hint"))
            .plain()
            .narrow()
            .maxLength(20)
            .autocomplete("off");
    private final Select<Kiosk> kiosk;
    private final Div said = new Div();
    private final BiFunction<Kiosk, String, Told> accept;

    /** What became of it; {@code done} when the form is to be as new. */
    record Told(boolean done, String words) {}

    NewDevice(List<Option<Kiosk>> kiosks, BiFunction<Kiosk, String, Told> accept) {
        this.accept = accept;
        kiosk = new Select<>("kiosk", say("manage.new.kiosk"), say("manage.new.kiosk.choose"), kiosks);
        addClassName("new-device");
        var title = new H2(say("manage.new.title"));
        title.setId("new-device");
        getElement().setAttribute("aria-labelledby", "new-device");
        LiveRegion.named(say("kit.live"), said);
        said.addClassName("said");
        var row = new Div(code, kiosk, ActionButton.primary(say("manage.new.accept"), this::press));
        row.addClassName("form-row");
        add(title, new Paragraph(say("manage.new.lead")), row, said);
    }

    private void press() {
        code.noError();
        kiosk.noError();
        said.removeAll();
        if (code.value().isEmpty()) {
            code.error(say("manage.new.code.missing"));
            code.takeFocus();
        } else if (kiosk.value().isEmpty()) {
            kiosk.error(say("manage.new.kiosk.missing"));
            kiosk.takeFocus();
        } else {
            tell(accept.apply(kiosk.value().get(), code.value()));
        }
    }

    private void tell(Told told) {
        said.add(told.done() ? Notice.good(told.words()) : Notice.warning(told.words()));
        if (told.done()) {
            code.value("");
        }
        code.takeFocus();
    }
}
