package fi.tiski.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Where and of what a figure was measured. */
final class Machine {

    private Machine() {}

    static String told() {
        return "%d cores (%s), %s GB of memory, Linux %s, Java %s, PostgreSQL 18 (ours, on loopback, fsync on)"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/cpuinfo", "model name"),
                        memory(),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    static String commit() {
        var id = said("git", "rev-parse", "--short=12", "HEAD");
        return said("git", "status", "--porcelain", "--untracked-files=no").isEmpty() ? id : id + " with changes";
    }

    static String minute() {
        return Instant.now()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace("T", " ")
                .replace(":00Z", " UTC");
    }

    /** How many processes wanted a core in the last minute: what else the machine was doing. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    private static String memory() {
        var kilobytes = line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return kilobytes.isEmpty()
                ? "unknown"
                : String.format(Locale.ROOT, "%.0f", Long.parseLong(kilobytes) / 1024.0 / 1024);
    }

    private static String line(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    private static String said(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command)).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException without) {
            return "unknown";
        }
    }
}
