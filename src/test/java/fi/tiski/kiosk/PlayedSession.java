package fi.tiski.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kiosk's session without a display and without Chromium: programs in the folder are found before the machine's own. */
final class PlayedSession implements AutoCloseable {

    private final Path memory;
    private final Process session;

    /** @param browser what runs in place of Chromium, with its arguments */
    PlayedSession(Path folder, Keeper keeper, String browser) {
        var kiosk = keeper.profile();
        try {
            memory = Files.createTempDirectory(Path.of("/dev/shm"), "tiski-kiosk");
            var builder = new ProcessBuilder(
                            // All that it starts ends with it.
                            "unshare",
                            "--user",
                            "--map-root-user",
                            "--pid",
                            "--fork",
                            "--kill-child",
                            kiosk.file("/usr/local/lib/tiski-kiosk/session").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("session.log").toFile());
            builder.environment()
                    .put("PATH", folder + ":" + builder.environment().get("PATH"));
            builder.environment().put("XDG_RUNTIME_DIR", memory.toString());
            builder.environment().put("TISKI_KIOSK_ROOT", kiosk.root().toString());
            builder.environment()
                    .put("TISKI_KIOSK_BROWSER", kiosk.script("browser", browser).toString());
            session = builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    boolean isAlive() {
        return session.isAlive();
    }

    @Override
    public void close() {
        try {
            session.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Profile.run(List.of("rm", "-rf", memory.toString()));
    }
}
