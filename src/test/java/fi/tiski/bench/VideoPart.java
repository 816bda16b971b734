package fi.tiski.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import fi.tiski.platform.postgres.OwnDatabase;
import fi.tiski.support.OwnProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** What a meeting by video costs: the wait for the first picture, for a letter, and the server's share. */
final class VideoPart implements Part {

    private static final int CALLS = 10;
    private static final int LETTERS = 200;

    /** Milliseconds. */
    private static final int READS = 2_000;

    private static final int WATCHED_SECONDS = 10;
    private static final int MEETINGS = 100;
    private static final int SECONDS = 60;
    private static final int HEAP_MEGABYTES = 1_500;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Two windows have one clock only when each says where its own begins. */
    private static final String MOMENTS = """
            window.moments = {};
            window.lines = [];
            window.RTCPeerConnection = class extends window.RTCPeerConnection {
              constructor(...how) {
                super(...how);
                window.lines.push(this);
              }
            };
            window.moment = (name) => { window.moments[name] ??= performance.timeOrigin + performance.now(); };
            window.firstFrame = (video) => video.requestVideoFrameCallback(() => window.moment('frame'));
            addEventListener('click', ({ target }) => target.closest?.('[data-act=answer]') && window.moment('press'), true);
            new MutationObserver(() => {
              const video = document.querySelector('.stage .picture:not(.own) video');
              if (!video || video === window.seen) return;
              window.seen = video;
              window.firstFrame(video);
            }).observe(document, { childList: true, subtree: true });""";

    /** The least that two pages need: both connect at once, and say so to each other inside the browser. */
    private static final String BARE = """
            <!doctype html><meta charset=utf-8><title>Bare</title><video id=other autoplay playsinline muted></video><script>
            const line = new BroadcastChannel('line');
            const camera = () => navigator.mediaDevices.getUserMedia({
              audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
              video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } });
            let peer, mine, heard = Promise.resolve();
            const begin = () => {
              peer = new RTCPeerConnection();
              peer.onicecandidate = ({ candidate }) => candidate && line.postMessage(JSON.stringify({ candidate }));
              peer.ontrack = ({ track, streams }) => {
                if (track.kind !== 'video') return;
                other.srcObject = new MediaStream([track]);
                window.firstFrame(other);
              };
            };
            const use = (stream) => stream.getTracks().forEach((track) => peer.getTransceivers()
              .find(({ receiver }) => receiver.track.kind === track.kind).sender.replaceTrack(track));
            window.wait = async () => { mine = await camera(); begin(); };
            window.call = async () => {
              window.moment('press');
              begin();
              for (const kind of ['audio', 'video']) peer.addTransceiver(kind, { direction: 'sendrecv' });
              camera().then((stream) => { mine = stream; use(stream); });
              await peer.setLocalDescription();
              line.postMessage(JSON.stringify({ description: peer.localDescription }));
            };
            const take = async ({ description, candidate }) => {
              if (candidate) return peer.addIceCandidate(candidate);
              await peer.setRemoteDescription(description);
              if (description.type !== 'offer') return;
              for (const transceiver of peer.getTransceivers()) transceiver.direction = 'sendrecv';
              use(mine);
              await peer.setLocalDescription();
              line.postMessage(JSON.stringify({ description: peer.localDescription }));
            };
            line.onmessage = ({ data }) => { heard = heard.then(() => take(JSON.parse(data))); };
            </script>""";

    /**
     * Of the other's picture: how many a second, its width and height; and by how many milliseconds it comes later or sooner
     * than its sound, the middle one of what the browser says once a second; null while it says nothing of that.
     */
    private static final String PICTURES = """
            async (seconds) => {
              const video = document.querySelector('.stage .picture:not(.own) video');
              const frames = () => video.getVideoPlaybackQuality().totalVideoFrames;
              const pause = () => new Promise((resolve) => { setTimeout(resolve, 1000); });
              const apart = [];
              const from = frames();
              const since = performance.now();
              for (let second = 0; second < seconds; second++) {
                await pause();
                const stats = [...(await window.lines.at(-1).getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
                const at = (kind) => stats.find((one) => one.kind === kind)?.estimatedPlayoutTimestamp;
                const between = Math.abs(at('video') - at('audio'));
                if (Number.isFinite(between)) apart.push(between);
              }
              const many = (frames() - from) * 1000 / (performance.now() - since);
              apart.sort((one, other) => one - other);
              return [many, video.videoWidth, video.videoHeight, apart[Math.floor(apart.length / 2)] ?? null];
            }""";

    private static final String SPEAK = """
            () => {
              window.said = [];
              document.querySelector('#meeting-words').addEventListener('input', ({ target }) =>
                window.said.push(performance.timeOrigin + performance.now()), true);
            }""";

    private static final String READ = """
            () => {
              window.read = [];
              new MutationObserver(() => {
                const words = document.querySelector('.stage-log .being-written .words')?.textContent ?? '';
                while (window.read.length < words.length) window.read.push(performance.timeOrigin + performance.now());
              }).observe(document.querySelector('.stage-log'), { childList: true, subtree: true, characterData: true });
            }""";

    @Override
    public String name() {
        return "video";
    }

    @Override
    public String title() {
        return "Meetings by video";
    }

    @Override
    public String how() {
        return """
                Two windows of one Chromium with cameras and microphones of its own making, and the application with its demo
                in a process of its own. From the agent's press until a frame of the other's picture is on the glass, on both
                sides, %d times, with the case open for two seconds, as an agent reads whom they are about to meet; in turns
                with two bare pages that know each other already, hand their descriptions over inside the browser, and connect
                as fast as browsers can. The last meeting is watched for %d s on each side: pictures a second, their size, and how
                far picture and sound are apart; both cameras are coded and decoded by the same two cores. Then %d letters are
                typed, and each is timed from its event in one window to its place on the other. Picture and sound go from
                browser to browser, so what the application spends is its lines: %d meetings with two open lines each, what is
                reachable after a full collection, and the processor's time of the process in %d s, less what it takes with
                none.""".formatted(CALLS, WATCHED_SECONDS, LETTERS, MEETINGS, SECONDS);
    }

    @Override
    public List<Figure> measure(Folder kept) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.addAll(calls());
        try (var server = Server.start(kept.of("meetings"), HEAP_MEGABYTES)) {
            figures.addAll(lines(server));
        }
        return figures;
    }

    // ---------- Pictures and letters ----------

    private static List<Figure> calls() throws IOException {
        var database = OwnDatabase.create();
        var bare = bareServer();
        try (var tiski = new OwnProcess(
                        Path.of("target", "bench", "video.log"),
                        "--spring.profiles.active=demo",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
                var playwright = Playwright.create();
                var browser = fi.tiski.journeys.Browser.with(
                        playwright,
                        "--use-fake-device-for-media-stream=fps=30",
                        "--use-fake-ui-for-media-stream",
                        "--autoplay-policy=no-user-gesture-required")) {
            tiski.start();
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            var letters = new ArrayList<Double>();
            var watched = new ArrayList<Watched>();
            try (var desks = browser.newContext()) {
                desks.addInitScript(MOMENTS);
                var desk = desks.newPage();
                signIn(desk, tiski.address("/desk"));
                // One of each before it counts: classes, caches, the browser's own.
                for (int call = -1; call < CALLS; call++) {
                    Say.now("call " + (call + 1) + " of " + CALLS);
                    var isLast = call == CALLS - 1;
                    Consumer<Pages> last = pages -> {
                        watched.add(watch(pages.customer()));
                        watched.add(watch(pages.agent()));
                        letters.addAll(letters(pages));
                    };
                    var our = meet(browser, tiski, desk, isLast ? last : pages -> {});
                    var their = bareCall(browser, bare);
                    if (call >= 0) {
                        ours.add(our);
                        theirs.add(their);
                    }
                }
            }
            var ratio = Spread.of(ours).median() / Spread.of(theirs).median();
            return List.of(
                    Figure.atMost(
                            1.3,
                            " times",
                            "from the agent's press until both see each other, against two bare pages",
                            ratio,
                            "%.2f times".formatted(ratio)),
                    Figure.told("a meeting of Tiski", Spread.of(ours).told(0) + " ms"),
                    Figure.told("two bare pages", Spread.of(theirs).told(0) + " ms"),
                    Figure.told(
                            "pictures a second that arrive, and their size, at the customer's and at the agent's",
                            watched.get(0).told() + "; " + watched.get(1).told()),
                    apart(watched),
                    Figure.told(
                            "a letter, from its event to its place on the other's page",
                            "%.0f ms, 95 of 100 within %.0f ms"
                                    .formatted(
                                            Spread.of(letters).median(),
                                            Spread.of(letters).percentile(95))));
        } finally {
            bare.stop(0);
        }
    }

    private static Figure apart(List<Watched> watched) {
        var what = "picture and sound apart (EN 301 549, 6.5.4), at the customer's and at the agent's";
        if (watched.stream().anyMatch(one -> one.apart().isEmpty())) {
            return Figure.told(what, "the browser does not say");
        }
        var each = watched.stream().map(one -> one.apart().orElseThrow()).toList();
        return Figure.atMost(
                100,
                " ms",
                what,
                Collections.max(each),
                each.stream().map("%.0f ms"::formatted).collect(Collectors.joining("; ")));
    }

    private record Pages(Page customer, Page agent) {}

    /** @param apart of picture and sound, in milliseconds; empty when the browser does not say */
    private record Watched(double pictures, int width, int height, Optional<Double> apart) {

        private String told() {
            return "%.0f of %d × %d".formatted(pictures, width, height);
        }
    }

    @SuppressWarnings("unchecked")
    private static Watched watch(Page page) {
        var seen = (List<Number>) page.evaluate(PICTURES, WATCHED_SECONDS);
        return new Watched(
                seen.get(0).doubleValue(),
                seen.get(1).intValue(),
                seen.get(2).intValue(),
                Optional.ofNullable(seen.get(3)).map(Number::doubleValue));
    }

    private static double meet(Browser browser, OwnProcess tiski, Page desk, Consumer<Pages> together) {
        try (var homes = browser.newContext()) {
            homes.addInitScript(MOMENTS);
            var home = homes.newPage();
            home.navigate(tiski.address("/"));
            home.locator(".human").click();
            home.locator(".choice:has(use[href$='#video'])").click();
            home.locator(".stage[data-state=waiting] video").waitFor();
            home.waitForFunction("() => document.querySelector('.stage video')?.videoWidth > 0");
            desk.locator(".queue-row:has(use[href$='#video'])").first().click();
            desk.locator("[data-act=answer]:not([data-fresh])").waitFor();
            desk.waitForTimeout(READS);
            desk.evaluate("() => { window.moments = {}; window.seen = null; }");
            desk.locator("[data-act=answer]:not([data-fresh])").click();
            var took = bothSee(desk, home);
            together.accept(new Pages(home, desk));
            desk.locator("[data-act=done]:not([data-fresh])").click();
            desk.locator("[data-act=settled]:not([data-fresh])").click();
            desk.locator(".stage")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            return took;
        }
    }

    private static double bareCall(Browser browser, HttpServer bare) {
        try (BrowserContext both = browser.newContext()) {
            both.addInitScript(MOMENTS);
            var address = "http://localhost:" + bare.getAddress().getPort() + "/";
            var waits = both.newPage();
            waits.navigate(address);
            var calls = both.newPage();
            calls.navigate(address);
            waits.evaluate("() => window.wait()");
            calls.evaluate("() => window.call()");
            return bothSee(calls, waits);
        }
    }

    /** Milliseconds from the press on one page until both have a frame of the other. */
    private static double bothSee(Page presses, Page other) {
        for (var page : List.of(presses, other)) {
            page.waitForFunction("() => window.moments.frame");
        }
        var press = moment(presses, "press");
        return Math.max(moment(presses, "frame"), moment(other, "frame")) - press;
    }

    private static double moment(Page page, String name) {
        return ((Number) page.evaluate("name => window.moments[name]", name)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static List<Double> letters(Pages pages) {
        pages.customer().evaluate(SPEAK);
        pages.agent().evaluate(READ);
        pages.customer().locator("#meeting-words").click();
        for (int letter = 0; letter < LETTERS; letter++) {
            pages.customer().keyboard().type("a");
        }
        pages.agent().waitForFunction("many => window.read.length === many", LETTERS);
        var said = (List<Number>) pages.customer().evaluate("() => window.said");
        var read = (List<Number>) pages.agent().evaluate("() => window.read");
        return IntStream.range(0, LETTERS)
                .mapToObj(each -> read.get(each).doubleValue() - said.get(each).doubleValue())
                .toList();
    }

    private static void signIn(Page desk, String address) {
        desk.navigate(address);
        desk.locator("input[name=username]").fill("aino");
        desk.locator("input[type=password]").fill("demo-aino");
        desk.keyboard().press("Enter");
        desk.locator(".desk").waitFor();
    }

    private static HttpServer bareServer() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var page = BARE.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }

    // ---------- The server's share ----------

    private static List<Figure> lines(Server server) throws IOException {
        Say.now("lines of " + MEETINGS + " meetings");
        // Classes, caches and pools of the first ones are not what one more costs.
        var few = open(server, 0, MEETINGS / 10);
        var before = heap(server);
        var idle = processorTime(server);
        var many = open(server, MEETINGS / 10, MEETINGS + MEETINGS / 10);
        var after = heap(server);
        var busy = processorTime(server);
        few.forEach(HttpClient::shutdownNow);
        many.forEach(HttpClient::shutdownNow);
        return List.of(
                Figure.told(
                        "each meeting under way, in the server's memory",
                        "%.0f kB".formatted((after - before) / MEETINGS)),
                Figure.told(
                        "each meeting under way, of one core",
                        "%.3f %%".formatted(100.0 * (busy - idle) / 1_000_000_000 / SECONDS / MEETINGS)));
    }

    /** Each meeting with both its lines open. */
    private static List<HttpClient> open(Server server, int from, int until) throws IOException {
        var clients = new ArrayList<HttpClient>();
        for (int meeting = from; meeting < until; meeting++) {
            for (var key : server.ask("meeting " + meeting).split(" ")) {
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                clients.add(client);
                listen(client, server.address(), key);
            }
        }
        return clients;
    }

    private static void listen(HttpClient client, URI server, String key) throws IOException {
        var browser = UUID.randomUUID();
        try {
            var joined = client.send(
                    HttpRequest.newBuilder(server.resolve("/meeting/join"))
                            .header("Tiski-Seat", key)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"browser\":\"" + browser + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
            var after = JSON.readTree(joined.body()).get("after").asLong();
            HttpResponse<?> line = client.send(
                    HttpRequest.newBuilder(server.resolve("/meeting/events?browser=" + browser + "&after=" + after))
                            .header("Tiski-Seat", key)
                            .build(),
                    BodyHandlers.ofInputStream());
            if (joined.statusCode() != 200 || line.statusCode() != 200) {
                throw new IOException("The line was answered " + joined.statusCode() + ", " + line.statusCode());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static double heap(Server server) throws IOException {
        return Long.parseLong(server.ask("heap")) / 1000.0;
    }

    /** Nanoseconds of the server's own in that many seconds. */
    private static long processorTime(Server server) throws IOException {
        var from = Long.parseLong(server.ask("processor"));
        LockSupport.parkNanos(SECONDS * 1_000_000_000L);
        return Long.parseLong(server.ask("processor")) - from;
    }
}
