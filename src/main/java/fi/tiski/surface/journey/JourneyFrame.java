package fi.tiski.surface.journey;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.Sign;
import fi.tiski.surface.kit.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stays around the pages of a journey: languages, looks, the way to a human and the way back. */
@AnonymousAllowed
public abstract class JourneyFrame extends Div implements RouterLayout, AfterNavigationObserver {

    private final Frame frame;
    private @Nullable JourneyView view;

    protected JourneyFrame(Frame.Kind kind, PeopleService people, String home) {
        frame = new Frame(
                kind,
                people.organisation()
                        .map(ours -> sign(ours, home))
                        .orElseGet(() -> new Sign(Words.say("journey.nobody-yet"), home, "")));
        frame.onHuman(() -> view().ask(before()));
        frame.onLanguage(language -> {
            UI.getCurrent().setLocale(language.locale());
            view().speak(language);
        });
        addClassName("view");
        add(frame);
    }

    protected Frame frame() {
        return frame;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        if (content instanceof JourneyView shown) {
            view = shown;
            frame.show(shown);
        } else {
            throw new IllegalArgumentException("Only a journey's pages stand in its frame");
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        view().back()
                .ifPresentOrElse(
                        there -> frame.onBack(
                                () -> UI.getCurrent().navigate(view().back().orElse(there))),
                        frame::noBack);
    }

    /** A person is done. */
    protected void finished(Here here) {
        UI.getCurrent().navigate(here.start());
    }

    /** The journey that this window has been on; a shared device knows of none. */
    protected Optional<Journey> before() {
        return Optional.empty();
    }

    protected final Optional<Journey> shownJourney() {
        return Optional.ofNullable(view).flatMap(JourneyView::begun);
    }

    private JourneyView view() {
        if (view == null) {
            throw new IllegalStateException("No page in the frame yet");
        }
        return view;
    }

    private static Sign sign(Organisation ours, String home) {
        return new Sign(ours.name().in(Words.language()), home, ours.phone());
    }
}
