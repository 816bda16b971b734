package fi.tiski.surface.journey;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.Sign;
import fi.tiski.surface.kit.Words;
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
        frame.onHuman(() -> view().ask());
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

    /** A person is done; a shared device forgets how they liked it. */
    protected void finished() {}

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
