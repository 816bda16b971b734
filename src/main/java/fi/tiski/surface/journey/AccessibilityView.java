package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.surface.kit.Page;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The accessibility statement that the law asks for (306/2019): what is not met, whom to tell, and who watches.
 * What is missing comes from the table in {@code accessibility-audits/}, so that a page cannot promise more than the table.
 * At home only: a kiosk leads nowhere else.
 */
@Route(value = "accessibility", layout = HomeFrame.class)
@AnonymousAllowed
class AccessibilityView extends JourneyView {

    private final Shortcomings shortcomings = Shortcomings.read();

    AccessibilityView(Visits visits) {
        super(visits);
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    Page page() {
        var page = new Page(say("statement.title")).lead(say("statement.lead"));
        page.addClassName("to-read");
        part(page, "state", new Paragraph(say("statement.state")));
        if (!shortcomings.themes().isEmpty()) {
            part(
                    page,
                    "missing",
                    list(shortcomings.themes().stream()
                            .map(theme -> new ListItem(say("statement.missing." + theme)))
                            .toArray(ListItem[]::new)));
        }
        part(
                page,
                "tell",
                new Paragraph(say("statement.tell", visits().organisation().phone())));
        part(page, "complain", new Paragraph(say("statement.complain")), authority());
        var date = DateTimeFormatter.ofPattern(
                say("statement.pattern.date"), language().locale());
        part(page, "made", new Paragraph(say("statement.made", date.format(shortcomings.checked()))));
        return page;
    }

    private static void part(Page page, String name, Component... parts) {
        page.with(new H2(say("statement." + name + ".title"))).with(parts);
    }

    /** Of Traficom, the authority since 2025 (Government proposal 71/2024). */
    private static Paragraph authority() {
        var address = say("statement.pattern.site");
        return new Paragraph(new Anchor("https://" + address, say("statement.complain.site", address)));
    }

    private static UnorderedList list(ListItem... lines) {
        return new UnorderedList(lines);
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().start());
    }
}
