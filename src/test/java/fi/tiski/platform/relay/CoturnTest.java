package fi.tiski.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import fi.tiski.journeys.Browser;
import fi.tiski.support.Coturn;
import fi.tiski.support.TurnClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real coturn, configured as {@code docs/relay/} says, takes the credentials made here and no others. */
class CoturnTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Both ends of a call, in one function: {@code begin} sends the camera, {@code answer} shows what comes. */
    private static final String CALL = """
            async (servers) => {
              const peer = window.peer = new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: 'relay' });
              peer.ontrack = ({ streams: [stream] }) => {
                const video = document.querySelector('video');
                video.srcObject = stream;
                video.play();
              };
              const camera = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 }, audio: true });
              camera.getTracks().forEach((track) => peer.addTrack(track, camera));
              window.whole = () => new Promise((resolve) => {
                const look = () => peer.iceGatheringState === 'complete' && resolve(JSON.stringify(peer.localDescription));
                peer.addEventListener('icegatheringstatechange', look);
                look();
              });
            }""";

    @BeforeAll
    static void needsCoturn() {
        assumeThat(Coturn.isInstalled())
                .as("There is no relay to try: install the package 'coturn'.")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void twoBrowsersThatMayOnlyBeRelayedSeeEachOther(String transport, @TempDir Path folder) throws IOException {
        var site = site();
        // The only line that production must not have: here both ends and the relay are one machine.
        try (var relay = Coturn.start(folder, "allow-loopback-peers");
                var playwright = Playwright.create();
                var browser = Browser.with(
                        playwright,
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--allow-loopback-in-peer-connection")) {
            var one = page(browser.newContext(), site);
            var other = page(browser.newContext(), site);
            one.evaluate(CALL, servers(relay, transport));
            other.evaluate(CALL, servers(relay, transport));

            var offer = one.evaluate("async () => { await peer.setLocalDescription(); return whole(); }");
            var answer = other.evaluate("""
                    async (offer) => {
                      await peer.setRemoteDescription(JSON.parse(offer));
                      await peer.setLocalDescription();
                      return whole();
                    }""", offer);
            one.evaluate("(answer) => peer.setRemoteDescription(JSON.parse(answer))", answer);

            for (var page : List.of(one, other)) {
                // Not the first frame alone: it goes on.
                for (int frames : new int[] {5, 30}) {
                    page.waitForFunction(
                            "(frames) => document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames > frames",
                            frames);
                }
                assertThat(page.evaluate("""
                        async () => {
                          const all = [...(await peer.getStats()).values()];
                          const pair = all.find(({ type, nominated, state }) =>
                            type === 'candidate-pair' && nominated && state === 'succeeded');
                          const mine = all.find(({ id }) => id === pair.localCandidateId);
                          return `${mine.candidateType} by ${mine.relayProtocol}`;
                        }""")).isEqualTo("relay by " + transport);
            }
        } finally {
            site.stop(0);
        }
    }

    @Test
    void onlyCredentialsOfOursThatHaveNotEndedAreTaken(@TempDir Path folder) throws IOException {
        try (var relay = Coturn.start(folder)) {
            var now = Instant.now();
            assertThat(allocate(relay, server(relay, now, Coturn.SECRET))).isEqualTo(TurnClient.GRANTED);
            assertThat(allocate(relay, server(relay, now.minus(Duration.ofMinutes(11)), Coturn.SECRET)))
                    .as("ended a minute ago")
                    .isEqualTo(TurnClient.UNAUTHORIZED);
            assertThat(allocate(relay, server(relay, now, Coturn.SECRET.replace('0', '1'))))
                    .as("made with another secret")
                    .isEqualTo(TurnClient.UNAUTHORIZED);

            var ended = server(relay, now.minus(Duration.ofMinutes(11)), Coturn.SECRET);
            var longer = now.plus(Duration.ofDays(365)).getEpochSecond() + ":somebody";
            try (var client = new TurnClient(relay.port(), PATIENCE)) {
                assertThat(client.allocate(longer, ended.credential().orElseThrow()))
                        .as("made to end later by whoever has it")
                        .isEqualTo(TurnClient.UNAUTHORIZED);
            }
        }
    }

    @Test
    void theRelayLeadsNowhereInsideTheHouse(@TempDir Path folder) throws IOException {
        try (var relay = Coturn.start(folder);
                var client = new TurnClient(relay.port(), PATIENCE)) {
            var server = server(relay, Instant.now(), Coturn.SECRET);
            assertThat(client.allocate(
                            server.username().orElseThrow(), server.credential().orElseThrow()))
                    .isEqualTo(TurnClient.GRANTED);

            for (var inside : List.of(
                    "10.1.2.3",
                    "100.64.0.1",
                    "127.0.0.1",
                    "127.0.0.53",
                    "169.254.169.254",
                    "172.16.0.1",
                    "172.31.255.255",
                    "192.168.1.1",
                    "198.18.0.1",
                    "224.0.0.251",
                    "255.255.255.255")) {
                assertThat(client.permit(inside)).as(inside).isEqualTo(TurnClient.FORBIDDEN);
            }
            // Somebody's telephone, elsewhere. Only asked: nothing is sent there.
            assertThat(client.permit("8.8.8.8")).isEqualTo(TurnClient.GRANTED);
        }
    }

    private static int allocate(Coturn relay, IceServer server) throws IOException {
        try (var client = new TurnClient(relay.port(), PATIENCE)) {
            return client.allocate(
                    server.username().orElseThrow(), server.credential().orElseThrow());
        }
    }

    private static IceServer server(Coturn relay, Instant made, String secret) {
        var settings = new RelaySettings(List.of(relay.url("udp")), secret, Duration.ofMinutes(10));
        return new RelayService(settings, InstantSource.fixed(made))
                .servers("4f6b")
                .getFirst();
    }

    /** As a page gets them. */
    private static List<Map<String, Object>> servers(Coturn relay, String transport) {
        var settings = new RelaySettings(List.of(relay.url(transport)), Coturn.SECRET, Duration.ofMinutes(10));
        return new RelayService(settings, InstantSource.system())
                .servers("4f6b").stream()
                        .<Map<String, Object>>map(server -> Map.of(
                                "urls", server.urls(),
                                "username", server.username().orElseThrow(),
                                "credential", server.credential().orElseThrow()))
                        .toList();
    }

    private static Page page(BrowserContext window, HttpServer site) {
        var page = window.newPage();
        page.navigate("http://localhost:" + site.getAddress().getPort() + "/");
        return page;
    }

    /** A page with nothing but a picture; browsers give a camera to localhost. */
    private static HttpServer site() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", asked -> {
            var html = "<!doctype html><title>One end</title><video muted></video>".getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", "text/html");
            asked.sendResponseHeaders(200, html.length);
            asked.getResponseBody().write(html);
            asked.close();
        });
        site.start();
        return site;
    }
}
