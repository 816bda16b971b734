package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/**
 * The calm page for while the server is away. It lies hidden in the page from the start, because then nothing can be
 * fetched; the browser shows it in the place of the page, and what was typed there is kept.
 */
@Tag("main")
final class Away extends HtmlContainer {

    private final H1 title = new H1();
    private final Paragraph kept = new Paragraph();
    private final Paragraph call = new Paragraph();

    Away(String phone) {
        addClassNames("page", "away");
        getElement().setAttribute("hidden", true).setAttribute("data-away", true);
        title.getElement().setAttribute("tabindex", "-1");
        kept.addClassName("lead");
        var number = new Paragraph();
        number.addClassName("code");
        var link = new Anchor("tel:" + phone.replaceAll("[^+0-9]", ""), phone);
        link.getElement().setAttribute("router-ignore", true).setAttribute("data-phone", true);
        number.add(link);
        var box = new Div(new Pictogram("clock"), title, kept, call, number);
        box.addClassName("quiet-page");
        add(box);
        reword();
    }

    void reword() {
        title.setText(Words.say("kit.away.title"));
        kept.setText(Words.say("kit.away.kept"));
        call.setText(Words.say("kit.away.call"));
    }
}
