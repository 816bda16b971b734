package fi.tiski.kiosk;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A kiosk's keeper in a process of its own, as its unit starts it. It can be killed and started again. */
final class Keeper implements AutoCloseable {

    /** {@code head} is the status line and the headers, as they came. */
    record Answer(int status, String head, String body) {}

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Profile profile;
    private final String service;
    private final int port;
    private final Map<String, String> environment;
    private @Nullable Process process;

    /** Installed and started; what else is asked for goes into its configuration. */
    Keeper(Path folder, String service, String... more) {
        this(folder, service, freePort(), Map.of(), more);
    }

    /** On this port, with this in its environment. */
    Keeper(Path folder, String service, int port, Map<String, String> environment, String... more) {
        assumeThat(Path.of("/usr/bin/python3"))
                .as("The keeper needs Debian's python3: it was not tried.")
                .isExecutable();
        this.folder = folder;
        this.service = service;
        this.port = port;
        this.environment = environment;
        var lines = new java.util.ArrayList<>(List.of("TISKI_JACK="));
        lines.addAll(List.of(more));
        this.profile = Profile.installed(folder, service, port, lines.toArray(String[]::new));
        start();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Profile profile() {
        return profile;
    }

    Path state() {
        return folder.resolve("state");
    }

    Path runtime() {
        return folder.resolve("runtime");
    }

    void start() {
        start("TISKI_LOOK", "0.1");
    }

    /** With one more in its environment. Returns once it answers. */
    void start(String name, String value) {
        try {
            Files.createDirectories(state());
            Files.createDirectories(runtime());
            var builder = new ProcessBuilder(
                            "/usr/bin/python3",
                            "-B",
                            profile.file("/usr/local/lib/tiski-kiosk/keeper").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("keeper.log").toFile()));
            builder.environment()
                    .putAll(Map.of(
                            "TISKI_LOOK", "0.1",
                            "TISKI_KIOSK_ROOT", profile.root().toString(),
                            "STATE_DIRECTORY", state().toString(),
                            "RUNTIME_DIRECTORY", runtime().toString()));
            builder.environment().putAll(environment);
            builder.environment().put(name, value);
            process = builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        await(() -> {
            try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return line.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** As {@code kill -9} does it. */
    void kill() {
        try {
            if (process != null) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void seesTheServiceAs(String state) {
        await(() -> get("/away").body().contains("\"service\": \"" + state + "\""));
    }

    Answer get(String path) {
        return ask("GET", path, "", "");
    }

    /** As a page of the service does it. */
    Answer post(String path, String body) {
        return ask("POST", path, body, "Origin: " + service + "\r\n");
    }

    /** With these headers, each with its line's end, and a Host of their own if they have one. */
    Answer ask(String method, String path, String body, String headers) {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var host = headers.contains("Host:") ? "" : "Host: 127.0.0.1:" + port + "\r\n";
            var length = body.getBytes(StandardCharsets.ISO_8859_1).length;
            line.getOutputStream()
                    .write((method + " " + path + " HTTP/1.0\r\n" + host + headers + "Content-Length: " + length
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What listeners are told from now on, one string of {@code event data} each; grows by itself. */
    List<String> events() {
        var events = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> {
            try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                line.getOutputStream()
                        .write(("GET /events HTTP/1.0\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                var kind = "";
                for (var said : (Iterable<String>)
                        new java.io.BufferedReader(new java.io.InputStreamReader(line.getInputStream())).lines()
                                ::iterator) {
                    if (said.startsWith("event: ")) {
                        kind = said.substring(7);
                    } else if (said.startsWith("data: ")) {
                        events.add(kind + " " + said.substring(6));
                    }
                }
            } catch (IOException | UncheckedIOException over) {
                events.add("over");
            }
        });
        // Whoever is told the present state is told every change after it too.
        await(() -> !events.isEmpty());
        return events;
    }

    void await(BooleanSupplier happened) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end || process == null || !process.isAlive()) {
                throw new AssertionError("It did not happen; the keeper said: " + said());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("keeper.log"));
        } catch (IOException nothing) {
            return "nothing";
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
