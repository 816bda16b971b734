package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Notice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The case in hand, with what can be done about it; or nobody, and who could be next. */
final class CasePane extends Main {

    private final Div body = new Div();
    private final Div needs = new Div();
    private final H1 name = new H1();
    private final Span mark = Parts.span("number", "");
    private final Paragraph under = new Paragraph();
    private final Element facts = new Element("dl").setAttribute("class", "summary");
    private final Section told = new Section();
    private final Div toldWords = new Div();
    private final ActionButton edit;
    private final Div panelPlace = new Div();
    private final Section history = new Section();
    private final Rows<UUID, CaseSheet.Event, EventLine> events;
    private final Paragraph readBy = new Paragraph();
    private final Paragraph effort = new Paragraph();
    private final Paragraph alsoHere = new Paragraph();
    private final Section passed = new Section();
    private final Element passedCard = new Element("dl").setAttribute("class", "passed-card");
    private final Paragraph passedStatus = new Paragraph();
    private final NoteField note;
    private final Div said = new Div();
    private final ActionBar actions;
    private final Div newCasePlace = new Div();
    private @Nullable CaseSheet shown;
    private Optional<CaseId> open = Optional.empty();

    CasePane(NoteField note, ActionBar actions, Runnable edit) {
        this.note = note;
        this.actions = actions;
        this.edit = ActionButton.quiet(say("desk.form.edit"), edit);
        addClassName("desk-case");
        setId("main");
        needs.addClassName("needs");
        name.getElement().setAttribute("tabindex", "-1");
        under.addClassName("under");
        var head = new Div(name, mark);
        head.addClassName("case-head");
        var list = new OrderedList();
        list.addClassName("timeline");
        list.getElement().setAttribute("role", "list");
        events = new Rows<>(list.getElement(), CaseSheet.Event::id, event -> new EventLine(), EventLine::tell);
        var title = new H2(say("desk.case.history"));
        title.setId("history");
        history.getElement().setAttribute("aria-labelledby", "history");
        readBy.addClassName("hint");
        history.add(title, list, readBy);
        body.addClassName("case-body");
        alsoHere.addClassName("also-here");
        LiveRegion.named(say("desk.also-here.name"), alsoHere);
        body.add(alsoHere, needs, head, under);
        body.getElement().appendChild(facts);
        effort.addClassName("hint");
        var passedTitle = new H2(say("desk.passed.title"));
        passedTitle.setId("passed");
        passed.addClassName("passed");
        passed.getElement().setAttribute("aria-labelledby", "passed");
        passed.add(passedTitle, passedStatus);
        passed.getElement().appendChild(passedCard);
        var toldTitle = new H2(say("desk.case.told"));
        toldTitle.setId("told");
        told.getElement().setAttribute("aria-labelledby", "told");
        told.add(toldTitle, toldWords);
        toldWords.addClassName("told");
        panelPlace.addClassName("panel-place");
        this.edit.addClassName("edit");
        body.add(this.edit, panelPlace, passed, told, note, effort, history);
        said.addClassName("desk-said");
        LiveRegion.named(say("desk.said.name"), said);
        newCasePlace.addClassName("new-place");
        add(body, newCasePlace, said, actions);
    }

    void show(CaseId id, CaseSheet sheet) {
        if (!open.equals(Optional.of(id))) {
            open = Optional.of(id);
            shown = null;
            closePanel();
            note.of(id);
            body.getElement().executeJs("this.scrollTop = 0");
        }
        parts(true);
        if (!sheet.equals(shown)) {
            tell(sheet);
        }
        hideWhatIsEmpty(sheet);
    }

    private void hideWhatIsEmpty(CaseSheet sheet) {
        needs.setVisible(!sheet.needs().isEmpty());
        told.setVisible(!sheet.told().isEmpty());
        effort.setVisible(!sheet.effort().isEmpty());
        passed.setVisible(!sheet.passed().status().isEmpty());
        passedCard.setVisible(!sheet.passed().card().isEmpty());
        readBy.setVisible(!sheet.readBy().isEmpty());
    }

    private void tell(CaseSheet sheet) {
        if (shown == null || !shown.needs().equals(sheet.needs())) {
            needs.removeAll();
            needs.add(Parts.needs(sheet.needs()).getChildren().toList());
        }
        name.setText(sheet.name());
        mark.setText(sheet.mark());
        under.setText(sheet.under());
        if (shown == null || !shown.facts().equals(sheet.facts())) {
            facts.removeAllChildren();
            sheet.facts().forEach(fact -> facts.appendChild(fact(fact)));
        }
        if (shown == null || !shown.told().equals(sheet.told())) {
            toldWords.removeAll();
            sheet.told().forEach(words -> toldWords.add(new Paragraph(words)));
        }
        events.show(sheet.events());
        alsoHere.setText(sheet.alsoHere());
        effort.setText(sheet.effort());
        if (shown == null || !shown.passed().equals(sheet.passed())) {
            passedStatus.setText(sheet.passed().status());
            passedCard.removeAllChildren();
            sheet.passed().card().forEach(fact -> passedCard.appendChild(fact(fact)));
        }
        readBy.setText(sheet.readBy());
        shown = sheet;
    }

    /** Nobody is at the desk: {@code lead} says who could be. */
    void nobody(String title, String lead) {
        if (open.isPresent()) {
            open = Optional.empty();
            shown = null;
            closePanel();
        }
        parts(false);
        name.setText(title);
        under.setText(lead);
    }

    private void parts(boolean ofCase) {
        for (Component part : List.of(alsoHere, needs, mark, edit, passed, told, effort, history, note)) {
            part.setVisible(ofCase);
        }
        facts.setVisible(ofCase);
    }

    void offer(Offer offer) {
        actions.offer(offer);
    }

    void tell(Said.Tone tone, String words) {
        said.removeAll();
        if (!words.isEmpty()) {
            said.add(
                    switch (tone) {
                        case DONE -> Notice.good(words);
                        case KNOW -> Notice.info(words);
                        case NOT_DONE -> Notice.warning(words);
                    });
        }
    }

    void noPanel() {
        closePanel();
        edit.getElement().executeJs("this.focus()");
    }

    <P extends Component & Panel> void panel(P panel) {
        panelPlace.removeAll();
        panelPlace.add(panel);
        panel.takeFocus();
    }

    void closePanel() {
        panelPlace.removeAll();
    }

    void anew(NewCase form) {
        // Two forms with the same fields would be one too many, for eyes and for ids.
        closePanel();
        newCasePlace.removeAll();
        newCasePlace.add(form);
        // Hidden, not invisible: what is taken away from it meanwhile has to go from the browser too.
        body.getElement().setAttribute("hidden", true);
        actions.setVisible(false);
        form.takeFocus();
    }

    void notAnew() {
        newCasePlace.removeAll();
        body.getElement().removeAttribute("hidden");
        actions.setVisible(true);
    }

    /** So that the ear begins with whose case it is; the eye too, where all stands in one column that scrolls as a page. */
    void focusName() {
        name.getElement().executeJs("""
                this.focus({preventScroll: true});
                if (document.scrollingElement.scrollHeight > window.innerHeight) {
                  this.closest('main').scrollIntoView();
                }""");
    }

    void focusNext() {
        actions.takeFocus();
    }

    private static Element fact(CaseSheet.Fact fact) {
        var value = new Element("dd");
        if (fact.link().isEmpty()) {
            value.setText(fact.value());
        } else {
            value.appendChild(new Element("a")
                    .setAttribute("href", fact.link())
                    .setAttribute("router-ignore", true)
                    .setText(fact.value()));
        }
        return new Element("div").appendChild(new Element("dt").setText(fact.term()), value);
    }

    private static final class EventLine extends ListItem {

        private final Element time = new Element("time");
        private final Span who = Parts.span("who", "");
        private final Span what = Parts.span("title", "");
        private final Paragraph words = new Paragraph();
        private final Div paper = new Div();

        EventLine() {
            words.addClassName("words");
            getElement().appendChild(time);
            add(new Span(" "), who, what, words, paper);
        }

        void tell(CaseSheet.Event event) {
            time.setAttribute("datetime", event.at().toString()).setText(event.when());
            who.setText(event.who());
            what.setText(event.what());
            words.setText(event.words());
            words.setVisible(!event.words().isEmpty());
            paper.removeAll();
            event.paper().ifPresent(name -> paper.add(new ShownPaper(event.id(), name)));
            paper.setVisible(event.paper().isPresent());
        }
    }
}
