package fi.tiski.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.support.LogWatch;
import fi.tiski.surface.kit.Hand;
import fi.tiski.surface.signin.SignedIn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Everything that can be filled in is filled in with something odd, and everything that can be pressed is pressed, on
 * from wherever the last press has led: customers' pages at home and at a kiosk, and the desk.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tiski.fuzz=true")
@ActiveProfiles("demo")
class FormFuzzTest extends SpringBrowserlessTest {

    private static final int TRIES_OF_CUSTOMERS = 3_000;
    private static final int TRIES_AT_THE_DESK = 1_000;
    private static final int OF_ONE_PERSON = 25;
    private static final int ENOUGH_FAILED = 12;
    private static final Set<String> FILLED_IN = Set.of("input", "textarea", "select");

    @Autowired
    private CasesService cases;

    @Autowired
    private JourneysService journeys;

    @Autowired
    private PeopleService people;

    @Autowired
    private DSLContext sql;

    private final long seed = Odd.seed();
    private LogWatch log = LogWatch.open();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> pressed = new HashMap<>();

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        log = LogWatch.open();
        var aino = new SignedIn(people.credentials("aino").orElseThrow().agent(), null);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(aino, null, aino.getAuthorities()));
        super.initVaadinEnvironment();
    }

    @AfterEach
    void done() {
        log.close();
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyFormOfACustomerIsTakenCalmly() {
        Strangers.come(cases, journeys, people.organisation().orElseThrow().id());
        var pages = walk(TRIES_OF_CUSTOMERS, List.of("", "kiosk/keskusta-1", "my", "kiosk/keskusta-1/my"), true);

        assertThat(pages)
                .contains("ways", "number", "tell-words", "tell-needs", "topic", "needs", "times", "who", "call", "my");
    }

    @Test
    void everyFormOfTheDeskIsTakenCalmly() {
        walk(TRIES_AT_THE_DESK, List.of("desk"), false);
    }

    /** The first parts of the addresses that it came to. */
    private Set<String> walk(int tries, List<String> starts, boolean othersAreHidden) {
        var pages = new TreeSet<String>();
        for (int number = 0; number < tries; number++) {
            var odd = new Odd(seed, number);
            if (number % OF_ONE_PERSON == 0) {
                // Nobody serves here: a line of hundreds would only slow the walk down.
                sql.execute("update ticket set state = 'left', ended_at = now() where state = 'waiting'");
                UI.getCurrent().navigate(odd.of(starts));
            }
            var what = "seed %d, try %d".formatted(seed, number);
            var from = path();
            try {
                fillIn(odd);
                press(odd, starts);
            } catch (UnsupportedOperationException signedOut) {
                // Where no browser is, nothing can be led to another address; the walk goes on as before.
                UI.getCurrent().navigate(odd.of(starts));
            } catch (RuntimeException failed) {
                failures.add(what + " at " + from + "\n" + Throwables.getStackTrace(failed));
            }
            if (!log.errors().isEmpty() || path().contains("trouble")) {
                failures.add(what + " at " + from + "\n" + log.errors());
                log.clear();
                UI.getCurrent().navigate(odd.of(starts));
            }
            if (othersAreHidden) {
                assertThat(Strangers.foundIn(page().getElement().getTextRecursively()))
                        .as(what)
                        .isEmpty();
            }
            assertThat(failures).hasSizeLessThan(ENOUGH_FAILED);
            pages.add(path().replaceFirst("^kiosk/[^/]+/?", "").replaceFirst("/.*", ""));
        }
        assertThat(failures).isEmpty();
        return pages;
    }

    private static void fillIn(Odd odd) {
        for (var control :
                visible().filter(one -> FILLED_IN.contains(one.getTag())).toList()) {
            var kind = control.hasAttribute("type") ? control.getAttribute("type") : "";
            if (kind.equals("checkbox") || kind.equals("radio")) {
                report(control, "checked", odd.oneIn(2));
            } else if (!odd.oneIn(4)) {
                report(
                        control,
                        "value",
                        control.getTag().equals("select") && !odd.oneIn(4) ? chosen(control, odd) : odd.value());
            } else if (kind.equals("tel")) {
                report(control, "value", "041 555 0" + (100 + odd.below(900)));
            }
        }
    }

    private static String chosen(Element select, Odd odd) {
        var options = select.getChildren()
                .filter(one -> !one.isTextNode() && one.hasAttribute("value"))
                .map(one -> one.getAttribute("value"))
                .toList();
        return options.isEmpty() ? "" : odd.of(options);
    }

    /** Of two, the one that was pressed less: whoever presses blindly comes to the far pages by luck alone. */
    private void press(Odd odd, List<String> starts) {
        var buttons = visible()
                .map(Element::getComponent)
                .flatMap(component -> component.stream())
                .filter(component -> component.getElement().getTag().equals("button"))
                .toList();
        if (buttons.isEmpty()) {
            UI.getCurrent().navigate(odd.of(starts));
        } else {
            Component button = Stream.of(odd.of(buttons), odd.of(buttons))
                    .min(Comparator.comparing(one -> pressed.getOrDefault(nameOf(one), 0)))
                    .orElseThrow();
            pressed.merge(nameOf(button), 1, Integer::sum);
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        }
    }

    private static String nameOf(Component button) {
        return path().replaceFirst("/[^/]*$", "") + " " + button.getElement().getTextRecursively();
    }

    /** What a browser would be let do; what it would be refused is no try. */
    private static void report(Element control, String property, Serializable value) {
        try {
            control.getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient(property, value)
                    .run();
        } catch (PropertyChangeDeniedException refused) {
            // As it should be.
        }
    }

    private static Stream<Element> visible() {
        return Hand.elements(page()).filter(Element::isVisible).filter(one -> !one.hasAttribute("hidden"));
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    /** The outermost layout: what is shown hangs beside the window's children, not among them. */
    private static Component page() {
        return (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getLast();
    }
}
