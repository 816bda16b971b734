package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.Question;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a journey. It is made anew whenever it is entered, from what the journey knows, so that back, reload and
 * another device all show the same.
 */
public abstract class JourneyView extends Div implements BeforeEnterObserver {

    private final Visits visits;
    private Here here = new Here(Optional.empty());
    private @Nullable Journey journey;
    private UUID press = UUID.randomUUID();

    JourneyView(Visits visits) {
        this.visits = visits;
        addClassName("view");
    }

    /** Makes the page, in the language that the window has now. */
    abstract Page page();

    /** Where the back button leads; empty where there is nothing to go back to. */
    abstract Optional<String> back();

    /** Whether the page makes sense for somebody who has not begun a journey. */
    boolean needsJourney() {
        return true;
    }

    /** What the page reads from its address besides the journey; false when that leads nowhere. */
    boolean enter(BeforeEnterEvent entering) {
        return true;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent entering) {
        var known = visits.here(entering.getRouteParameters());
        if (known.isEmpty()) {
            entering.forwardTo("kiosk");
            return;
        }
        here = known.get();
        press = UUID.randomUUID();
        journey = visits.journey(entering.getRouteParameters()).orElse(null);
        if (needsJourney() && journey == null) {
            entering.forwardTo(here.start());
            return;
        }
        if (journey != null) {
            entering.getUI().setLocale(journey.language().locale());
        }
        if (enter(entering)) {
            show();
        } else {
            entering.forwardTo(here.start());
        }
    }

    /** Makes the page again, as when it was entered. */
    final void show() {
        removeAll();
        add(
                visits.isOpen()
                        ? page()
                        : new CalmPage("clock", say("journey.not-yet.title"), say("journey.not-yet.lead")));
    }

    /**
     * The human button: the ways that are open now. The journey goes on, so nothing is told twice.
     *
     * @param before the journey that the window has been on, for a page that is on none
     */
    final void ask(Optional<Journey> before) {
        if (visits.isOpen()) {
            go("ways", begun().or(() -> before.map(this::continued)).orElseGet(() -> visits.begin(here, press)));
        }
    }

    /** In the language that the window speaks now. */
    private Journey continued(Journey before) {
        visits.speak(before, language());
        return before;
    }

    /** The window speaks another language from now on. */
    final void speak(Language language) {
        if (journey != null) {
            visits.speak(journey, language);
            journey = visits.journeys().find(journey.token()).orElse(journey);
        }
        show();
    }

    /** The person is done: what they entered is emptied, and the surface is as if they had not been here. */
    final void finish() {
        if (journey != null) {
            visits.journeys().end(journey.token());
        }
        var frame = findAncestor(JourneyFrame.class);
        if (frame != null) {
            frame.finished(here);
        }
    }

    /** The key of whatever this page begins: made when the page is, so that an impatient double press is one. */
    final UUID press() {
        return press;
    }

    final Visits visits() {
        return visits;
    }

    final Here here() {
        return here;
    }

    final Journey journey() {
        if (journey == null) {
            throw new IllegalStateException("This page was entered without a journey");
        }
        return journey;
    }

    final Optional<Journey> begun() {
        return Optional.ofNullable(journey);
    }

    final Optional<String> answer(Question question) {
        return journey().answer(question);
    }

    /** Reads the journey again after something was kept. */
    final Journey reread() {
        journey = visits.journeys().find(journey().token()).orElse(journey);
        return journey();
    }

    final void keep(Question question, String answer) {
        visits.answer(journey(), question, answer);
    }

    final void go(String page) {
        go(page, journey());
    }

    final void go(String page, Journey its) {
        UI.getCurrent().navigate(here.to(page, its.token()));
    }

    final Optional<String> backTo(String page) {
        return Optional.of(here.to(page, journey().token()));
    }
}
