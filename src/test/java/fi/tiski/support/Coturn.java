package fi.tiski.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real coturn on this machine's own loopback, with the configuration that {@code docs/relay/} recommends: its addresses
 * and secret filled in, and nothing else changed but where it writes and that it has no certificate.
 */
public final class Coturn implements AutoCloseable {

    public static final String SECRET = "0123456789abcdef0123456789abcdef";
    public static final String REALM = "relay.example.fi";

    private static final Path PROGRAM = Path.of("/usr/bin/turnserver");
    private static final Path RECOMMENDED = Path.of("docs/relay/turnserver.conf");

    private final Path folder;
    private final Path log;
    private final int port;
    private Process process;

    private Coturn(Path folder, Path log, int port) throws IOException {
        this.folder = folder;
        this.log = log;
        this.port = port;
        process = begin();
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(
                        PROGRAM.toString(), "-c", configuration(folder).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("coturn.out").toFile())
                .start();
    }

    private static Path configuration(Path folder) {
        return folder.resolve("turnserver.conf");
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param more lines of configuration beside the recommended ones */
    public static Coturn start(Path folder, String... more) {
        try {
            int port = freePort();
            var log = folder.resolve("coturn.log");
            Files.writeString(configuration(folder), configuration(folder, log, port, more));
            var relay = new Coturn(folder, log, port);
            relay.await();
            return relay;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** By {@code udp} or {@code tcp}. */
    public String url(String transport) {
        return "turn:127.0.0.1:" + port + "?transport=" + transport;
    }

    public int port() {
        return port;
    }

    private static String configuration(Path folder, Path log, int port, String... more) throws IOException {
        try (var recommended = Files.lines(RECOMMENDED)) {
            return Stream.concat(
                            recommended
                                    .filter(line ->
                                            !line.matches("(cert|pkey|tls-listening-port)=.*|no-tlsv1.*|syslog"))
                                    .map(line -> line.replace("<203.0.113.10>", "127.0.0.1")
                                            .replace("<openssl rand -hex 32>", SECRET)
                                            .replace("<relay.example.fi>", REALM)
                                            .replaceFirst("^listening-port=.*", "listening-port=" + port)),
                            Stream.concat(
                                    Stream.of(
                                            "no-tls",
                                            "no-dtls",
                                            "log-file=" + log,
                                            "new-log-timestamp",
                                            "pidfile=" + folder.resolve("coturn.pid"),
                                            "userdb=" + folder.resolve("coturn.db")),
                                    Stream.of(more)))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    /** Until it answers as a relay does. */
    private void await() {
        while (process.isAlive()) {
            try (var asking = new TurnClient(port, Duration.ofMillis(200))) {
                if (asking.allocate("nobody", "nothing") == TurnClient.UNAUTHORIZED) {
                    return;
                }
            } catch (IOException notYet) {
                // Asked again.
            }
        }
        throw new AssertionError("coturn ended at once; " + log.getParent() + " says why");
    }

    /** As a network that is cut: nothing comes through, and nobody is told. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** At the same address, and has forgotten everybody. */
    public void restart() {
        close();
        try {
            process = begin();
            await();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it wrote about what it did. */
    public List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** One that nothing uses, of UDP or TCP alike as far as can be told. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        thaw();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
