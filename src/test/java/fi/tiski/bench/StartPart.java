package fi.tiski.bench;

import com.microsoft.playwright.Playwright;
import fi.tiski.journeys.Browser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.FileSystemUtils;

/** How long until somebody is answered after a start, and what comes over the wire before anything can be pressed. */
final class StartPart implements Part {

    private static final Path JAR = Path.of("target/tiski.jar");
    private static final Path UNPACKED = Path.of("target/bench/app");
    private static final int STARTS = 5;
    private static final int BYTES = 250_000;
    private static final int REQUESTS = 15;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "Start and first page";
    }

    @Override
    public String how() {
        return """
                The packed application with the demo, unpacked and with its archive of classes as `./run` does it; from
                the start of the process to the first whole answer of `/kiosk`, %d starts after the one that founds the
                demo and the one that writes the archive. The first page in Chromium with an empty cache, from the first
                request until it can be pressed: requests, and bytes on the wire.""".formatted(STARTS);
    }

    @Override
    public List<Figure> measure(Folder kept) throws Exception {
        var data = kept.of("start");
        FileSystemUtils.deleteRecursively(data.toFile());
        unpack();
        var first = start(data).stop();
        var second = start(data).stop();
        var warm = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            Say.now("start %d of %d".formatted(i + 1, STARTS));
            warm.add(start(data).stop());
        }
        var figures = new ArrayList<Figure>();
        figures.add(Figure.told("start to first answer, warm", Spread.of(warm).told(1) + " s"));
        figures.add(Figure.told(
                "the very first start, with an empty data folder (the next, which has the demo: %.1f s)"
                        .formatted(second),
                "%.1f s".formatted(first)));
        var running = start(data);
        try {
            for (var path : List.of("/", "/kiosk")) {
                figures.addAll(page(running.port(), path));
            }
        } finally {
            running.stop();
        }
        return figures;
    }

    private static void unpack() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(UNPACKED);
        Files.createDirectories(UNPACKED);
        var unpacking = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--destination",
                        UNPACKED.toString(),
                        "--force")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (unpacking.waitFor() != 0) {
            throw new IOException(JAR + " could not be unpacked");
        }
    }

    private static Running start(Path data) throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var command = new ProcessBuilder(
                java(),
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + UNPACKED.resolve("tiski.jsa"),
                "-Xlog:cds*=off",
                "-Xlog:aot*=off",
                "-jar",
                UNPACKED.resolve("tiski.jar").toString(),
                "--server.port=" + port,
                "--tiski.data=" + data,
                "--spring.profiles.active=demo");
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var began = System.nanoTime();
        var process = command.start();
        var page = URI.create("http://127.0.0.1:" + port + "/kiosk");
        while (true) {
            if (!process.isAlive()) {
                throw new IOException("The application did not start");
            }
            if (answers(page)) {
                return new Running(process, port, (System.nanoTime() - began) / 1e9);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static boolean answers(URI page) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private record Running(Process process, int port, double seconds) {

        /** How long its start had taken. */
        double stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return seconds;
        }
    }

    private static List<Figure> page(int port, String path) {
        try (var playwright = Playwright.create();
                var browser = Browser.with(playwright)) {
            var page = browser.newPage();
            var wire = page.context().newCDPSession(page);
            var requests = new AtomicInteger();
            var bytes = new AtomicLong();
            wire.send("Network.enable");
            wire.on("Network.responseReceived", received -> requests.incrementAndGet());
            wire.on(
                    "Network.loadingFinished",
                    finished ->
                            bytes.addAndGet(finished.get("encodedDataLength").getAsLong()));
            page.navigate("http://127.0.0.1:" + port + path);
            page.waitForFunction("""
                    () => window.Tiski && document.querySelector('h1')
                      && Object.values(window.Vaadin?.Flow?.clients ?? {}).length > 1
                      && Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())""");
            return List.of(
                    Figure.atMost(
                            BYTES / 1000.0,
                            " kB",
                            "`%s`: bytes".formatted(path),
                            bytes.get() / 1000.0,
                            "%.0f kB".formatted(bytes.get() / 1000.0)),
                    Figure.atMost(
                            REQUESTS + 1, "", "`%s`: requests".formatted(path), requests.get(), requests.toString()));
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
