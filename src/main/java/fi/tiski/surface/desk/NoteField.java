package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.text.Plain;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;

/**
 * Where the agent writes. What is being written is kept in the browser, for this agent and this case, until it is saved:
 * neither another case, nor a reload, nor a session that has ended takes it away. It leaves this window's memory when the
 * window is closed, or when somebody else signs in.
 */
@JsModule("context://tiski/desk.js")
final class NoteField extends Div {

    private static final String ID = "note";

    private final Element text = new Element("textarea");
    private final AgentId agent;

    NoteField(AgentId agent, Runnable save) {
        this.agent = agent;
        addClassName("note-field");
        var label = new NativeLabel(say("desk.note.title"));
        label.getElement().setAttribute("for", ID).appendChild(Parts.key("K"));
        var hint = new Paragraph(say("desk.note.hint"));
        hint.addClassName("hint");
        hint.setId(ID + "-hint");
        text.setAttribute("id", ID)
                .setAttribute("rows", "3")
                .setAttribute("maxlength", "10000")
                .setAttribute("aria-describedby", ID + "-hint")
                .setAttribute("data-key", "K")
                .setAttribute("aria-keyshortcuts", "Alt+K");
        text.addPropertyChangeListener("value", "change", change -> {});
        var button = ActionButton.secondary(say("desk.note.save"), save).withPictogram("note");
        getElement().appendChild(label.getElement(), hint.getElement(), text);
        add(button);
    }

    /** Shows what has been begun for this case, if anything. */
    void of(CaseId its) {
        text.setProperty("value", "");
        text.executeJs(
                "window.Tiski.draft(this, $0, $1)",
                agent.value().toString(),
                its.value().toString());
    }

    String words() {
        return Plain.lines(Field.typed(text));
    }

    /** It stands on the case now. */
    void saved() {
        text.setProperty("value", "");
        text.executeJs("window.Tiski.draftSaved(this)");
    }
}
