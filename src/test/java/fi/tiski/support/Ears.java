package fi.tiski.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What a kiosk's headphones and its loudspeaker are heard to say: the kiosk's own sound server and speech, of
 * {@code kiosk-profile/}, with two sinks in memory, each recorded all the time.
 *
 * <pre>{@code
 * assumeThat(Ears.missing()).as("...").isEmpty();
 * try (var ears = new Ears(folder)) {
 *     chromium.launch(new LaunchOptions()
 *             .setEnv(ears.environment()).setArgs(Ears.ARGUMENTS).setIgnoreDefaultArgs(List.of("--mute-audio")));
 *     ears.forgetOnceSilent();
 *     ...
 *     ears.await(() -> ears.hears(Sink.HEADPHONES));
 *     assertThat(ears.loudness(Sink.LOUDSPEAKER)).isZero();
 * }
 * }</pre>
 */
public final class Ears implements AutoCloseable {

    public enum Sink {
        HEADPHONES,
        LOUDSPEAKER;

        /** As the sound server, and a kiosk's configuration, call it. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What makes Chromium speak. */
    public static final List<String> ARGUMENTS = List.of("--enable-speech-dispatcher");

    /** Of full scale. Speech here is around 0.1 where it sounds, and what no one says is exactly 0. */
    private static final double AUDIBLE = 0.005;

    private static final int RATE = 16_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PROFILE = Path.of("kiosk-profile").toAbsolutePath();

    private final Path sockets;
    private final Path log;
    private final Process sound;
    private final Map<Sink, Process> recorders = new EnumMap<>(Sink.class);
    private final Map<Sink, ByteArrayOutputStream> heard = new EnumMap<>(Sink.class);

    /** The programs without which nothing can be heard here; none when all are there. */
    public static List<String> missing() {
        return Stream.of("pulseaudio", "pactl", "parec", "speech-dispatcher")
                .filter(program -> !Files.isExecutable(Path.of("/usr/bin", program)))
                .toList();
    }

    /** Sockets are made in this folder, whose path must be short (108 characters are the most). */
    public Ears(Path sockets) {
        this.sockets = sockets;
        this.log = sockets.resolve("ears.log");
        try {
            var configuration = Files.createDirectories(sockets.resolve("configuration"));
            Files.writeString(configuration.resolve("sinks.pa"), sinks());
            var modules = Files.createDirectories(configuration.resolve("speech/modules"));
            Files.copy(PROFILE.resolve("speech/speechd.conf"), modules.resolveSibling("speechd.conf"));
            Files.copy(PROFILE.resolve("speech/modules/espeak-ng.conf"), modules.resolve("espeak-ng.conf"));
            sound = new ProcessBuilder(
                            PROFILE.resolve("lib/sound").toString(), sockets.toString(), configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            await(() -> said().contains("ready"));
            for (var sink : Sink.values()) {
                record(sink);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As {@code pactl --server} takes it. */
    public String server() {
        return "unix:" + sockets.resolve("pulse");
    }

    /** For the browser that is to be heard. */
    public Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PULSE_SERVER", server());
        environment.put("SPEECHD_ADDRESS", "unix_socket:" + sockets.resolve("speech"));
        return environment;
    }

    /** From now on what nobody has asked for elsewhere sounds there, as when headphones are put in, or taken out. */
    public void playsTo(Sink sink) {
        try {
            var told = new ProcessBuilder("pactl", "--server", server(), "set-default-sink", sink.id())
                    .inheritIO()
                    .start();
            if (told.waitFor() != 0) {
                throw new AssertionError("The sound server did not take " + sink + "; it said: " + said());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nothing has sounded for half a second: what was said before is not counted from here on. */
    public void forgetOnceSilent() {
        forget();
        await(() -> Stream.of(Sink.values()).allMatch(sink -> {
            var recording = recording(sink);
            var end = java.util.Arrays.copyOfRange(recording, Math.max(0, recording.length - RATE), recording.length);
            return end.length == RATE && loudness(end) < AUDIBLE;
        }));
        forget();
    }

    /** What was heard before is not counted from here on. */
    public void forget() {
        heard.values().forEach(recording -> {
            synchronized (recording) {
                recording.reset();
            }
        });
    }

    /** Root mean square of all that this sink has sounded since the last {@link #forget}, of full scale: 0 is silence. */
    public double loudness(Sink sink) {
        return loudness(recording(sink));
    }

    /** For how long something was audible, in slices of a twentieth of a second. */
    public Duration sounding(Sink sink) {
        var recording = recording(sink);
        int slice = RATE / 20 * 2;
        int slices = 0;
        for (int from = 0; from + slice <= recording.length; from += slice) {
            slices += loudness(java.util.Arrays.copyOfRange(recording, from, from + slice)) > AUDIBLE ? 1 : 0;
        }
        return Duration.ofMillis(50L * slices);
    }

    private static double loudness(byte[] recording) {
        var samples = ByteBuffer.wrap(recording).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        double sum = 0;
        for (int at = 0; at < samples.limit(); at++) {
            sum += (double) samples.get(at) * samples.get(at);
        }
        return samples.limit() == 0 ? 0 : Math.sqrt(sum / samples.limit()) / Short.MAX_VALUE;
    }

    /** Whether at least a syllable sounded there. */
    public boolean hears(Sink sink) {
        return sounding(sink).compareTo(Duration.ofMillis(200)) >= 0;
    }

    /** Raw 16-bit samples, 16,000 in a second, little end first. */
    public byte[] recording(Sink sink) {
        var recording = Objects.requireNonNull(heard.get(sink));
        synchronized (recording) {
            var all = recording.toByteArray();
            return java.util.Arrays.copyOf(all, all.length / 2 * 2);
        }
    }

    public void await(BooleanSupplier happened) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end || !sound.isAlive()) {
                throw new AssertionError("It was not heard; the sound server said: " + said());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String sinks() {
        var sinks = new StringBuilder();
        // The loudspeaker is the last: what nobody has asked for elsewhere is heard aloud.
        for (var sink : Sink.values()) {
            sinks.append("load-module module-null-sink sink_name=%s rate=%d channels=1%n".formatted(sink.id(), RATE));
        }
        // Or the recorders would follow the default sink, from one monitor to the other.
        sinks.append("load-module module-null-sink sink_name=nobody rate=%d channels=1%n".formatted(RATE));
        return sinks + "set-default-source nobody.monitor\nset-default-sink loudspeaker\n";
    }

    private void record(Sink sink) throws IOException {
        var recording = new ByteArrayOutputStream();
        heard.put(sink, recording);
        var recorder = new ProcessBuilder(
                        "parec",
                        "--server=" + server(),
                        "--device=" + sink.id() + ".monitor",
                        "--raw",
                        "--format=s16le",
                        "--rate=" + RATE,
                        "--channels=1",
                        "--latency-msec=20")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        recorders.put(sink, recorder);
        Thread.ofVirtual().start(() -> {
            try (var samples = recorder.getInputStream()) {
                var some = new byte[4096];
                for (int read = samples.read(some); read > 0; read = samples.read(some)) {
                    synchronized (recording) {
                        recording.write(some, 0, read);
                    }
                }
            } catch (IOException over) {
                // The recorder has ended.
            }
        });
        await(() -> recording(sink).length > 0);
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException nothing) {
            return "nothing";
        }
    }

    @Override
    public void close() {
        recorders.values().forEach(Process::destroy);
        var all = sound.descendants().toList();
        sound.destroy();
        try {
            sound.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
