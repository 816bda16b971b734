package fi.tiski.surface.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * One page: the {@code main} landmark with its {@code h1}, then whatever it holds.
 *
 * <p>When it comes up the window's title follows, the page is at its top and the {@code h1} has the focus, so that it
 * is read first. After a change of language the focus stays on the language button.
 */
@Tag("main")
@JsModule(Frame.SCRIPT)
public class Page extends HtmlContainer {

    private final HtmlContainer body;
    private final H1 heading = new H1();
    private final Paragraph step = new Paragraph();
    private final Paragraph lead = new Paragraph();
    private final Div actions = new Div();

    public Page(String title) {
        this(title, null);
    }

    /** With a box of its own around all that it says. */
    Page(String title, @Nullable Div box) {
        body = box == null ? this : box;
        if (box != null) {
            add(box);
        }
        addClassName("page");
        setId("main");
        heading.setText(title);
        heading.getElement().setAttribute("tabindex", "-1");
        step.addClassName("step");
        lead.addClassName("lead");
        actions.addClassName("actions");
        body.add(heading);
    }

    /** "Step 2 of 4", in words. */
    public Page step(String words) {
        step.setText(words);
        body.addComponentAsFirst(step);
        return this;
    }

    /** The one or two sentences after the heading. */
    public Page lead(String words) {
        lead.setText(words);
        var afterHeading = body.getElement().indexOfChild(heading.getElement()) + 1;
        body.getElement().insertChild(afterHeading, lead.getElement());
        return this;
    }

    /** Below what is there. */
    public Page with(Component... parts) {
        body.add(parts);
        return this;
    }

    /** What can be done on this page, after everything else. */
    public Page actions(Component... buttons) {
        actions.add(buttons);
        add(actions);
        return this;
    }

    /** The first page of a surface: the way to a human is the largest thing on it. */
    public Page start() {
        getElement().setAttribute("data-page", "start");
        return this;
    }

    public String title() {
        return heading.getText();
    }

    /** Changes heading and window title in place, and has the change read. */
    public void title(String words) {
        heading.setText(words);
        if (isAttached()) {
            arrive();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        arrive();
    }

    /** After the router, which sets a title of its own. */
    private void arrive() {
        getUI().orElseThrow().beforeClientResponse(this, context -> {
            context.getUI().getPage().setTitle(Words.say("kit.window", title()));
            heading.getElement().executeJs("window.Tiski.arrive(this)");
        });
    }
}
