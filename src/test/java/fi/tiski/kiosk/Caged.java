package fi.tiski.kiosk;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A kiosk's session as greetd starts it; its display is in memory, and its user is nobody. */
final class Caged implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path memory;
    private final Keeper keeper;
    private final Process session;

    static void assumeItCanBeTried() {
        assumeThat(List.of("cage", "Xwayland", "curl"))
                .as("A kiosk without a display needs cage, Xwayland and curl: its session was not tried.")
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
    }

    Caged(Path folder, Profile kiosk, Keeper keeper) {
        this.folder = folder;
        this.keeper = keeper;
        var chromium = kiosk.script("without-sandbox", "exec /usr/bin/chromium --no-sandbox --disable-gpu \"$@\"");
        var program = kiosk.file("/usr/local/lib/tiski-kiosk/display");
        try {
            memory = Files.createTempDirectory(Path.of("/dev/shm"), "tiski-kiosk");
            var builder = new ProcessBuilder(kiosk.alone("unshare --user --map-user=65534 --map-group=65534 " + program)
                            .toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("session.log").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "XDG_RUNTIME_DIR", memory.toString(),
                            "WLR_BACKENDS", "headless",
                            "WLR_LIBINPUT_NO_DEVICES", "1",
                            "WLR_RENDERER", "pixman",
                            "LIBSEAT_BACKEND", "noop",
                            "TISKI_KIOSK_ROOT", kiosk.root().toString(),
                            "TISKI_KIOSK_BROWSER", chromium.toString()));
            session = builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Its {@code $XDG_RUNTIME_DIR}. */
    Path memory() {
        return memory;
    }

    void await(BooleanSupplier happened, Supplier<String> instead) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end || !session.isAlive()) {
                var log = Profile.run(
                        List.of("tail", "-40", folder.resolve("session.log").toString()));
                throw new AssertionError("It did not happen; " + instead.get() + "; the keeper answers "
                        + keeper.get("/away").body() + "; the session said: " + log.words());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Override
    public void close() {
        try {
            // Whatever it started lives in its own namespace of processes, and ends with it.
            session.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Profile.run(List.of("rm", "-rf", memory.toString()));
    }
}
