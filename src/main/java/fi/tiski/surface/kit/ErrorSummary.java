package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is to be put right on the page, first on it. When something is wrong it shows itself and takes the focus;
 * each line leads to its field.
 */
@Tag("div")
@JsModule(Frame.SCRIPT)
public final class ErrorSummary extends HtmlContainer {

    /** What is wrong with one field, and how to put it right. */
    public record Wrong(Asked asked, String words) {}

    private final H2 title = new H2();
    private final UnorderedList list = new UnorderedList();
    private final List<Asked> marked = new ArrayList<>();

    public ErrorSummary() {
        addClassName("error-summary");
        title.setId(Unique.id("error-summary"));
        getElement()
                .setAttribute("role", "group")
                .setAttribute("tabindex", "-1")
                .setAttribute("aria-labelledby", title.getId().orElseThrow());
        list.getElement().setAttribute("role", "list");
        add(new Pictogram("warning"), new Div(title, list));
        setVisible(false);
    }

    /**
     * Marks the fields and lists them; an empty list clears all marks.
     *
     * @return whether everything was right
     */
    public boolean show(List<Wrong> wrongs) {
        marked.forEach(Asked::noError);
        marked.clear();
        list.removeAll();
        setVisible(!wrongs.isEmpty());
        if (wrongs.isEmpty()) {
            return true;
        }
        wrongs.forEach(this::add);
        title.setText(Words.say("kit.errors.title", wrongs.size()));
        getElement().executeJs("window.Tiski.focus(this)");
        return false;
    }

    /** @see #show(List) */
    public boolean show(Wrong... wrongs) {
        return show(List.of(wrongs));
    }

    private void add(Wrong wrong) {
        wrong.asked().error(wrong.words());
        marked.add(wrong.asked());
        // Handled in the browser (data-to): a plain # address would be a navigation to Flow's router.
        var link = new Anchor("#" + wrong.asked().focusId(), wrong.words());
        link.getElement().setAttribute("data-to", wrong.asked().focusId()).setAttribute("router-ignore", true);
        list.add(new ListItem(link));
    }
}
