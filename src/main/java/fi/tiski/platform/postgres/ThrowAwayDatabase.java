package fi.tiski.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A fresh database on a server that lives as long as this process: starting a server takes seconds, creating a database
 * a few hundredths.
 */
record ThrowAwayDatabase(JdbcConnectionDetails connection, String description) implements PostgresServer {

    private static final Path FOLDERS = Path.of("target", "throwaway-postgres");
    private static final AtomicInteger COUNT = new AtomicInteger();

    static ThrowAwayDatabase create() {
        var server = Shared.SERVER;
        var name = "throwaway_" + COUNT.incrementAndGet();
        return new ThrowAwayDatabase(server.connectionTo(name), server.description() + ", thrown away");
    }

    @Override
    public void close() {
        // The server, and every database with it, goes when the process ends.
    }

    private static final class Shared {

        private static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            removeEarlier();
            var folder = FOLDERS.resolve(String.valueOf(ProcessHandle.current().pid()));
            var server = EmbeddedServer.start(folder, EmbeddedServer.Durability.THROWN_AWAY);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                remove(folder);
            }));
            return server;
        }

        /** A test run that was killed could not clean up after itself. */
        private static void removeEarlier() {
            if (!Files.isDirectory(FOLDERS)) {
                return;
            }
            try (var earlier = Files.newDirectoryStream(FOLDERS)) {
                for (var folder : earlier) {
                    var data = DataFolder.takeIfFree(folder);
                    if (data != null) {
                        data.close();
                        EmbeddedServer.stopLeftovers(folder);
                        remove(folder);
                    }
                }
            } catch (IOException failed) {
                throw new PostgresUnavailable("the folder " + FOLDERS + " could not be cleaned; remove it.", failed);
            }
        }

        private static void remove(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException later) {
                // The next test run tries again.
            }
        }
    }
}
