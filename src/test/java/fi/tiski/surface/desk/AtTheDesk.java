package fi.tiski.surface.desk;

import static fi.tiski.support.Municipality.AT_KIOSK;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import com.vaadin.flow.server.VaadinSession;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Hand;
import fi.tiski.surface.signin.SignedIn;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;

/** An agent at the desk: what they see, press and write. The demo's people may wait too: each test looks for its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class AtTheDesk extends SpringBrowserlessTest {

    @Autowired
    protected PeopleService people;

    @Autowired
    protected PointsService points;

    @Autowired
    protected QueueService queue;

    @Autowired
    protected CasesService cases;

    @Autowired
    protected StaffingService staffing;

    protected Agent aino;
    protected ServicePoint centre;

    /** Before the view's world is set up: who is signed in has to stand before the first page is asked for. */
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        aino = people.credentials("aino").orElseThrow().agent();
        centre = points.pointBySlug("keskusta").orElseThrow();
        var signedIn = new SignedIn(aino, null);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        super.initVaadinEnvironment();
        VaadinSession.getCurrent().setLocale(Language.FI.locale());
    }

    @AfterEach
    void leaveEverythingAsItWas() {
        Optional.ofNullable(queue.withEach(aino.organisation()).get(aino.id())).ifPresent(this::finish);
        staffing.leaveCounter(aino.organisation(), aino.id());
        staffing.available(aino.organisation(), aino.id());
        SecurityContextHolder.clearContext();
    }

    private void finish(Ticket ticket) {
        if (ticket.state() == TicketState.CALLED) {
            queue.noShow(aino.organisation(), ticket.id(), AT_KIOSK);
        } else {
            queue.done(aino.organisation(), ticket.id(), AT_KIOSK);
        }
    }

    /** The button of a panel, where another one outside it begins with the same words. */
    protected void press(NativeButton any, String style) {
        var words = any.getElement().getTextRecursively();
        press(find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName(style))
                .filter(one -> words.startsWith(one.getElement().getTextRecursively()))
                .findFirst()
                .orElseThrow());
    }

    protected Ticket takeNumber() {
        var taken = queue.take(centre, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty());
        return ((Take.Taken) taken).ticket();
    }

    protected void stand() {
        staffing.stand(
                aino.organisation(),
                aino.id(),
                points.counters(aino.organisation(), centre.id()).getFirst());
    }

    protected TicketState state(Ticket ticket) {
        return queue.place(aino.organisation(), ticket.id()).ticket().state();
    }

    protected Component screen() {
        return find(DeskScreen.class).single();
    }

    protected Component pane() {
        return find(CasePane.class).single();
    }

    protected String heading() {
        return find(H1.class, pane()).all().getFirst().getText();
    }

    protected String said() {
        return elements(pane().getElement())
                .filter(one -> "desk-said".equals(one.getAttribute("class")))
                .findFirst()
                .map(Element::getTextRecursively)
                .orElse("");
    }

    protected Optional<NativeButton> row(Ticket ticket) {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("queue-row"))
                .filter(one -> elements(one.getElement())
                        .anyMatch(part -> "number".equals(part.getAttribute("class"))
                                && Integer.toString(ticket.number()).equals(part.getText())))
                .findFirst();
    }

    protected ActButton act(Act act) {
        return findAct(act).orElseThrow(() -> new AssertionError("Not offered: " + act + " in " + text(pane())));
    }

    protected Optional<ActButton> findAct(Act act) {
        return find(ActButton.class).all().stream()
                .filter(one -> act.tag().equals(one.getElement().getAttribute("data-act")))
                .findFirst();
    }

    protected NativeButton button(String words) {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.getElement().getTextRecursively().startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    protected Element note() {
        return byId("note");
    }

    protected Element counterSelect() {
        return selects().getFirst();
    }

    protected Element languageSelect() {
        return selects().get(1);
    }

    protected List<Element> selects() {
        return elements(screen().getElement())
                .filter(one -> "select".equals(one.getTag()))
                .toList();
    }

    protected Element byId(String id) {
        return elements(screen().getElement())
                .filter(one -> id.equals(one.getAttribute("id")))
                .findFirst()
                .orElseThrow();
    }

    protected static Stream<Element> elements(Element element) {
        return element.isTextNode()
                ? Stream.empty()
                : Stream.concat(Stream.of(element), element.getChildren().flatMap(AtTheDesk::elements));
    }

    protected static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    protected static void press(Component button) {
        Hand.presses(button);
        roundTrip();
    }

    protected static void choose(Element select, int place) {
        report(select, Integer.toString(place));
    }

    protected static void type(Element field, String words) {
        report(field, words);
    }

    /** As the browser reports what a person has changed. */
    protected static void report(Element control, String value) {
        report(control, "value", value);
    }

    protected static void report(Element control, String property, Serializable value) {
        try {
            control.getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient(property, value)
                    .run();
        } catch (PropertyChangeDeniedException denied) {
            throw new AssertionError(denied);
        }
        roundTrip();
    }

    /** A change elsewhere reaches this screen by itself; the window is let go of meanwhile, as a real one is. */
    protected void await(BooleanSupplier seen) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Did not reach the desk: " + text(screen()));
            }
            runPendingSignalsTasks();
            UI.getCurrent()
                    .getSession()
                    .getService()
                    .runPendingAccessTasks(UI.getCurrent().getSession());
        }
    }
}
