package fi.tiski.surface.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.devices.Accepting;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.devices.Enrolling;
import fi.tiski.domain.devices.Order;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.queue.OfflineNumbersService;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;

/** What a machine's key opens, asked as a keeper and a browser ask: its kiosk's page, and nothing else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DeviceLineTest {

    private static final String SLUG = "satama-1";
    private static final String WELL = """
            {"version": "2026.11", "screen": "on", "printer": "ready", "speech": "ready", "jack": "out",
             "freeDisk": 9000000000, "temperature": 48.5,
             "geometry": {"pxPerMm": 4.03, "viewingMm": 600, "lowestMm": 850, "highestMm": 1327}}""";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private DevicesService devices;

    @Autowired
    private CareService care;

    @Autowired
    private PointsService points;

    @Autowired
    private PeopleService people;

    @Autowired
    private OfflineNumbersService offline;

    private final String key = DevicesService.newKey();
    private Agent manager;
    private Device device;

    @BeforeEach
    void aKiosk() {
        var ours = people.organisation().orElseThrow().id();
        manager = people.credentials("mikko").orElseThrow().agent();
        var asked = (Enrolling.Waiting) devices.enrolling(ours, key, Optional.empty());
        device = ((Accepting.Accepted) devices.accept(points.kiosk(SLUG).orElseThrow(), asked.code(), manager.id()))
                .device();
    }

    @AfterEach
    void noKiosk() {
        devices.revoke(manager.organisation(), device.id(), manager.id());
    }

    @Test
    void aTicketBringsABrowserToItsKioskOnceAndLeavesTheAddress() {
        var answer = post("/device/arrive", key, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"kiosk\":\"" + SLUG + "\"").doesNotContain(key);
        assertThat(answer.headers().map()).as("no session is begun").doesNotContainKey("set-cookie");
        var ticket = answer.body().replaceAll(".*\"ticket\":\"([^\"]+)\".*", "$1");

        var arrived = page("/kiosk/" + SLUG + "?arrive=" + ticket, "");
        assertThat(location(arrived)).isEqualTo("/kiosk/" + SLUG);
        assertThat(location(page("/kiosk/" + SLUG + "?arrive=" + ticket, ""))).isEqualTo("/kiosk/enrol");

        var session = arrived.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
        assertThat(location(page("/kiosk", session))).isEqualTo("/kiosk/" + SLUG);
        assertThat(page("/kiosk/" + SLUG, session).statusCode()).isEqualTo(200);
    }

    @Test
    void aHeartbeatIsAnsweredWithWhatIsToBeDone() {
        care.order(device, Order.Act.RESTART, manager.id());

        var answer = post("/device/heartbeat", key, WELL);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"act\":\"restart\"")
                .contains("\"open\":")
                .contains("\"offline\":");
        var order = answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        var done = post("/device/heartbeat", key, WELL.replaceFirst("}}$", "}, \"done\": [\"" + order + "\"]}"));
        assertThat(done.body()).contains("\"orders\":[]");
        assertThat(points.kiosk(SLUG).orElseThrow().geometry().orElseThrow().capitalMm())
                .isEqualTo(7.4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"version\": \"1\"}",
                "{\"version\": \"1\", \"screen\": \"purple\", \"printer\": \"none\", \"speech\": \"none\", \"jack\": \"none\", \"freeDisk\": 1}",
                "{\"version\": \"1\", \"screen\": \"on\", \"printer\": \"none\", \"speech\": \"none\", \"jack\": \"none\", \"freeDisk\": -1}",
                "{\"version\": \"1\", \"screen\": \"on\", \"printer\": \"none\", \"speech\": \"none\", \"jack\": \"none\", \"freeDisk\": 1, \"geometry\": {\"pxPerMm\": 0}}"
            })
    void whatIsNoHeartbeatIsRefused(String body) {
        assertThat(post("/device/heartbeat", key, body).statusCode()).isEqualTo(400);
    }

    @Test
    void numbersThatWereGivenWhileTheLineWasAwayAreKeptOnce() {
        var kiosk = device.kiosk();
        offline.allow(kiosk.organisation(), kiosk.point(), manager.id());
        var beat = post("/device/heartbeat", key, WELL).body();
        assertThat(beat).containsPattern("\"offline\":\\{\"from\":[0-9]+,\"to\":[0-9]+,\"day\":\"[0-9]{4}-");
        var number = Integer.parseInt(beat.replaceAll(".*\"from\":([0-9]+).*", "$1"));
        var press = UUID.randomUUID();
        var body = "{\"numbers\": [{\"press\": \"%s\", \"number\": %d, \"at\": \"%s\"}]}"
                .formatted(press, number, Instant.now());

        var answers = List.of(post("/device/numbers", key, body), post("/device/numbers", key, body));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"kept\":[\"" + press + "\"]");
        });
        offline.forbid(kiosk.organisation(), kiosk.point());
        assertThat(post("/device/heartbeat", key, WELL).body()).contains("\"offline\":null");
        assertThat(post("/device/numbers", key, "{\"numbers\": [{}]}").statusCode())
                .isEqualTo(400);
        assertThat(post("/device/numbers", DevicesService.newKey(), body).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aKeyThatIsUnknownOrWasTakenAwayIsRefusedEverywhere() {
        devices.revoke(manager.organisation(), device.id(), manager.id());

        for (var bad : List.of(key, DevicesService.newKey(), "", "' or true --")) {
            assertThat(post("/device/arrive", bad, "").statusCode()).isEqualTo(401);
            assertThat(post("/device/heartbeat", bad, WELL).statusCode()).isEqualTo(401);
        }
    }

    /** What somebody gets who has read the key off a machine: an empty first page, as anybody does who walks up to it. */
    @Test
    void aStolenKeyOpensNothingOfAnybody() {
        var cookie = "tiski-kiosk=" + key;

        assertThat(page("/kiosk/" + SLUG, cookie).statusCode()).isEqualTo(200);
        assertThat(location(page("/desk", cookie))).contains("/sign-in");
        assertThat(location(page("/manage/kiosks", cookie))).contains("/sign-in");
        assertThat(page("/actuator/env", cookie).statusCode()).isNotEqualTo(200);
        assertThat(post("/device/arrive", key, "").body()).matches("\\{\"[a-z]+\":\"[^\"]+\",\"[a-z]+\":\"[^\"]+\"}");
    }

    @Test
    void whereEnrolmentIsRequiredOnlyAMachineWithAGoodKeyComesIn() throws Exception {
        assertThat(throughTheDoor("/kiosk/" + SLUG, "")).isEqualTo("/kiosk/enrol");
        assertThat(throughTheDoor("/kiosk", "")).isEqualTo("/kiosk/enrol");
        assertThat(throughTheDoor("/kiosk/" + SLUG + "/ways/abc", DevicesService.newKey()))
                .isEqualTo("/kiosk/enrol");
        assertThat(throughTheDoor("/kiosk/" + SLUG, key)).isEqualTo("in");
        assertThat(throughTheDoor("/kiosk/" + SLUG + "/topics", key)).isEqualTo("in");
        assertThat(throughTheDoor("/kiosk/keskusta-1", key)).as("another's").isEqualTo("/kiosk/" + SLUG);
        assertThat(throughTheDoor("/kiosk/enrol", key)).isEqualTo("/kiosk/" + SLUG);
        assertThat(throughTheDoor("/kiosk/enrol", "")).isEqualTo("in");

        devices.revoke(manager.organisation(), device.id(), manager.id());
        assertThat(throughTheDoor("/kiosk/" + SLUG, key)).isEqualTo("/kiosk/enrol");
    }

    /** An open page whose machine has just lost its key: whatever it sends next is refused, so that it loads itself anew. */
    @Test
    void anOpenPageIsTurnedAwayAtItsNextSignOfLife() throws Exception {
        var sign = new MockHttpServletRequest("POST", "/");
        sign.setParameter("v-r", "heartbeat");
        WhichKiosk.is(sign.getSession(), device);
        assertThat(status(sign)).isEqualTo(200);

        devices.revoke(manager.organisation(), device.id(), manager.id());

        assertThat(status(sign)).isEqualTo(403);
        sign.setParameter("v-r", "uidl");
        assertThat(status(sign)).isEqualTo(403);
    }

    private int status(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        new KioskDoor(devices, care, Enrolment.OPEN).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private String throughTheDoor(String path, String withKey) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html");
        if (!withKey.isEmpty()) {
            request.setCookies(new Cookie("tiski-kiosk", withKey));
        }
        var response = new MockHttpServletResponse();
        new KioskDoor(devices, care, Enrolment.REQUIRED).doFilter(request, response, new MockFilterChain());
        return response.getRedirectedUrl() == null ? "in" : response.getRedirectedUrl();
    }

    private HttpResponse<String> page(String path, String cookie) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        return send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build());
    }

    private HttpResponse<String> post(String path, String withKey, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Tiski-Device", withKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("location")
                .map(there -> there.replaceFirst("^https?://[^/]+", ""))
                .orElse("");
    }
}
