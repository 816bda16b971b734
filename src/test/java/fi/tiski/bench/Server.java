package fi.tiski.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole application in a process of its own ({@link ServerMain}), which is spoken to line by line. */
final class Server implements AutoCloseable {

    private static final String ANSWER = "bench: ";

    /** What it says besides: why it did not answer. */
    private static final Path LOG = Path.of("target", "bench", "server.log");

    private final Process process;
    private final BufferedReader from;
    private final Writer to;
    private final URI address;

    private Server(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        from = process.inputReader();
        to = process.outputWriter();
        address = URI.create(answer());
    }

    /** On the data in {@code folder}, with {@code megabytes} of heap; what {@link ServerMain} needs is there. */
    static Server start(Path folder, int megabytes) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                "--tiski.postgres.throwaway=false",
                "--tiski.data=" + folder,
                "--server.port=0"));
        try {
            return new Server(command);
        } catch (IOException failed) {
            Say.now("The data in " + folder + " may have been made by other migrations, and is made anew");
            Ground.throwAway(folder);
            return new Server(command);
        }
    }

    URI address() {
        return address;
    }

    /** Sends one line and gives the answer to it. */
    String ask(String line) throws IOException {
        to.write(line + "\n");
        to.flush();
        return answer();
    }

    private String answer() throws IOException {
        for (var line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
            Files.writeString(LOG, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        throw new IOException("The server has ended; what it said is in " + LOG);
    }

    static void answer(Object what) {
        System.out.println(ANSWER + what);
        System.out.flush();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
