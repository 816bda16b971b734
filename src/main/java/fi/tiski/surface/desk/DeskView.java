package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.PresenceService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Words;
import fi.tiski.surface.signin.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The desk of whoever has signed in. The case in hand stands in the address, so that a reload, or signing in again after a
 * pause, comes back to it.
 */
@Route("desk/:case?")
@RolesAllowed({"AGENT", "MANAGER"})
@JsModule("context://tiski/desk.js")
@StyleSheet("context://tiski/desk.css")
public class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle, DeskScreen.Beyond {

    private final transient Desk desk;
    private final transient AuthenticationContext session;
    private final transient Agent agent;
    private final transient Organisation organisation;
    private final transient Follow follow;
    private @Nullable DeskScreen screen;

    DeskView(Desk desk, PeopleService people, Live live, AuthenticationContext session) {
        this.desk = desk;
        this.session = session;
        agent = session.getAuthenticatedUser(SignedIn.class).orElseThrow().agent();
        organisation = people.organisation().orElseThrow();
        follow = Follow.with(this, live, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (screen != null) {
            return;
        }
        var fresh = show();
        var kept = entering.getRouteParameters()
                .get("case")
                .flatMap(DeskView::id)
                .filter(id -> desk.exists(organisation.id(), id));
        kept.or(fresh::current).ifPresent(fresh::open);
        refresh();
    }

    private DeskScreen show() {
        if (screen != null) {
            screen.gone();
        }
        removeAll();
        var fresh = new DeskScreen(desk, organisation, agent, this);
        screen = fresh;
        add(fresh);
        return fresh;
    }

    private void refresh() {
        if (screen != null) {
            if (isAlive()) {
                screen.alive();
            }
            screen.refresh();
            follow.keys(screen.keys());
            // After the router, which sets the title that the page had when it came up.
            UI.getCurrent()
                    .beforeClientResponse(
                            this, context -> UI.getCurrent().getPage().setTitle(getPageTitle()));
        }
    }

    /** A browser that has died keeps its window here for a while; then only its signs of life are missing. */
    private static boolean isAlive() {
        var lastSign = UI.getCurrent().getInternals().getLastHeartbeatTimestamp();
        return System.currentTimeMillis() - lastSign < PresenceService.ALIVE.toMillis();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        if (screen != null) {
            screen.gone();
        }
    }

    /** Seen from another tab too: how many wait. */
    @Override
    public String getPageTitle() {
        return say("kit.window", say("desk.window", screen == null ? 0 : screen.howManyWait()));
    }

    @Override
    public void language(Language chosen) {
        // For all windows of this session, also those that are opened later.
        VaadinSession.getCurrent().setLocale(chosen.locale());
        var inHand = screen == null ? Optional.<CaseId>empty() : screen.inHand();
        var fresh = show();
        inHand.ifPresent(fresh::resume);
        refresh();
        speak();
    }

    @Override
    public void signOut() {
        getElement().executeJs("window.Tiski.forgetDrafts()");
        session.logout();
    }

    @Override
    public void inHand(Optional<CaseId> id) {
        // Relative to the page's base, as Flow wants it.
        var address = id.map(one -> "desk/" + one.value()).orElse("desk");
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
        // At once, not with the next change of something else: a colleague may be at work on it.
        if (screen != null) {
            follow.keys(screen.keys());
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var lifeSign = Address.of("?v-r=heartbeat&v-uiId=" + attached.getUI().getUIId());
        getElement()
                .executeJs(
                        "window.Tiski.desk(this, $0, $1)",
                        lifeSign,
                        agent.id().value().toString());
        speak();
    }

    private void speak() {
        getElement()
                .executeJs(
                        "document.documentElement.lang = $0; window.Tiski.showRing?.()",
                        Words.language().spoken().tag());
    }

    private static Optional<CaseId> id(String text) {
        try {
            return Optional.of(new CaseId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
