package fi.tiski.support;

import fi.tiski.Tiski;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The whole application in a process of its own, which can be killed and started again on the same port. */
public final class OwnProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<String> arguments;
    private final Path log;
    private final int port = freePort();
    private boolean overTls;
    private @Nullable Process process;

    /**
     * @param log where it writes what it says, for whoever has to find out why it did not start
     * @param arguments its settings; those that begin with {@code -D} or {@code -X} are the virtual machine's
     */
    public OwnProcess(Path log, String... arguments) {
        this.log = log;
        this.arguments = List.of(arguments);
    }

    /** Its addresses begin with https; whoever made its certificate is believed. */
    public OwnProcess overTls() {
        overTls = true;
        return this;
    }

    public int port() {
        return port;
    }

    public String address(String path) {
        return (overTls ? "https" : "http") + "://localhost:" + port + path;
    }

    /** Returns once it answers. */
    public void start() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m"));
        arguments.stream().filter(OwnProcess::isOfTheMachine).forEach(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Tiski.class.getName(), "--server.port=" + port));
        arguments.stream().filter(argument -> !isOfTheMachine(argument)).forEach(command::add);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        await();
    }

    /**
     * Everything that it has in its memory and can still reach, as a file. What nothing refers to any more is collected
     * first.
     */
    public void dumpMemory(Path to) {
        ask("GC.heap_dump", to.toAbsolutePath().toString());
    }

    /** What it has in its memory and can still reach. */
    public Memory memory() {
        return Memory.of(ask("GC.class_histogram"));
    }

    /** How many threads the operating system keeps for it. */
    public int threads() {
        return (int) ask("Thread.print")
                .lines()
                .filter(line -> line.startsWith("\""))
                .count();
    }

    private String ask(String... what) {
        if (process == null) {
            throw new IllegalStateException("It has not been started");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(what));
        try {
            var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (asked.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return said;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static boolean isOfTheMachine(String argument) {
        return argument.startsWith("-D") || argument.startsWith("-X");
    }

    /** As {@code kill -9} does it: nothing is finished, nothing is said. */
    public void kill() {
        try {
            if (process != null) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client =
                HttpClient.newBuilder().sslContext(Credulous.context()).build()) {
            var health = HttpRequest.newBuilder(URI.create(address("/actuator/health")))
                    .build();
            while (process != null && process.isAlive() && System.nanoTime() < end) {
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("It did not start; " + log + " says why");
    }

    private static int freePort() {
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
