package fi.tiski.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.text.Language;
import fi.tiski.support.LogWatch;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.session.ManagerBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.ActiveProfiles;

/** A real server of its own: what is left in it must not come to other tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tiski.fuzz=true")
@ActiveProfiles("demo")
abstract class Fuzz {

    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.[\\w$]+)+\\(|[a-z]Exception\\b|java\\.lang\\.|fi\\.tiski\\.|PSQLException|ERROR: |org\\.apache");

    private static final int ENOUGH_FAILED = 12;
    private static final int LENGTH_OF_TOMCATS = 500;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private ServletWebServerApplicationContext application;

    @Autowired
    private CasesService cases;

    @Autowired
    private JourneysService journeys;

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @LocalServerPort
    private int port;

    final long seed = Odd.seed();
    private LogWatch log = LogWatch.open();
    private final List<String> failed = new ArrayList<>();

    @BeforeEach
    void somebodyElseWasHere() {
        // Not before the application has begun: it sets up the log anew.
        log = LogWatch.open();
        Strangers.come(cases, journeys, people.organisation().orElseThrow().id());
    }

    @AfterEach
    void nothingFailed() {
        log.close();
        endSessions();
        assertThat(failed).isEmpty();
    }

    Wire wire() {
        return new Wire(port);
    }

    /** Every address there is, with its parameters as they stand in the routes: {@code kiosk/:kiosk/ways/:journey}. */
    List<String> routes() {
        var registry = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets));
        // Vaadin begins with the first request.
        wire().send("GET", "/", "", "");
        var routes = RouteConfiguration.forRegistry(registry).getAvailableRoutes().stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(RouteBaseData::getTemplate)))
                .distinct()
                .sorted()
                .toList();
        assertThat(routes).contains("my/:key", "kiosk/:kiosk/my/:key", "desk/:case?", "board/:point?", "sign-in");
        return routes;
    }

    /** A route with something in the place of each parameter: what belongs there, or what does not. */
    String filled(String route, Odd odd) {
        return String.join(
                "/",
                Arrays.stream(route.split("/"))
                        .map(part -> part.startsWith(":") ? parameter(part.replaceAll("[:?*]", ""), odd) : part)
                        .toList());
    }

    private String parameter(String name, Odd odd) {
        if (odd.oneIn(3)) {
            return odd.inAddress();
        }
        return switch (name) {
            case "kiosk" -> "keskusta-1";
            case "journey" -> ownJourney(odd);
            case "point" -> "keskusta";
            default -> odd.inAddress();
        };
    }

    private String ownJourney(Odd odd) {
        var organisation = people.organisation().orElseThrow().id();
        return (odd.oneIn(2)
                        ? journeys.startAtHome(organisation, odd.of(List.of(Language.values())), UUID.randomUUID())
                        : journeys.startAt(points.kiosk("keskusta-1").orElseThrow(), Language.FI, UUID.randomUUID()))
                .token();
    }

    /** Whatever was sent, the answer is calm and tells nothing. */
    void isCalm(Wire.Answer answer, String what) {
        assertThat(answer.status()).as("%s", what).isLessThan(500);
        var inside = INSIDE.matcher(answer.body());
        assertThat(inside.find())
                .as("%s showed the inside: %s", what, answer.body())
                .isFalse();
        assertThat(Strangers.foundIn(answer.body()))
                .as("%s told of somebody else", what)
                .isEmpty();
        if (answer.isPage()) {
            assertThat(answer.body()).as("%s came back as a script", what).doesNotContain(Odd.SCRIPT);
            // What is no HTTP at all is answered by Tomcat itself, in one fixed sentence.
            if (answer.status() < 400 || answer.body().length() > LENGTH_OF_TOMCATS) {
                assertThat(answer.headers()).as("%s", what).containsKey("content-security-policy");
            }
        }
    }

    void noErrorWasLogged(String what) {
        var errors = log.errors();
        log.clear();
        assertThat(errors).as("logged by %s", what).isEmpty();
    }

    /** What went wrong is told together, but not without end. */
    void tried(Runnable oneTry) {
        try {
            oneTry.run();
        } catch (AssertionError wrong) {
            log.clear();
            failed.add(wrong.getMessage());
            assertThat(failed).hasSizeLessThan(ENOUGH_FAILED);
        }
    }

    void isAlive() {
        var answer = wire().send("GET", "/actuator/health", "", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    /** Sessions hold their windows; nobody closes these. */
    void endSessions() {
        var server = (TomcatWebServer) application.getWebServer();
        if (server == null) {
            return;
        }
        for (var child : server.getTomcat().getHost().findChildren()) {
            var sessions = ((ManagerBase) ((Context) child).getManager()).findSessions();
            for (var session : sessions) {
                session.expire();
            }
        }
    }
}
