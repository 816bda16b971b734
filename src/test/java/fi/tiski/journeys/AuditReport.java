package fi.tiski.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code accessibility-audits/axe-report.md}: one line for each page in each language and look. Lines of pages that
 * were not visited this time stay; the date changes only with the content, so that a run that finds the same leaves the
 * file alone.
 */
final class AuditReport {

    private static final Path FILE = Path.of("accessibility-audits", "axe-report.md");
    private static final Pattern LINE = Pattern.compile("(\\|[^|]+\\|[^|]+\\|[^|]+\\|)( *\\d+ *\\| *\\d+ *\\|)");
    private static final TreeMap<String, String> LINES = new TreeMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AuditReport::write));
    }

    private AuditReport() {}

    static synchronized void note(String page, String language, String look, int violations, int unsure) {
        LINES.put("| %s | %s | %s |".formatted(page, language, look), " %d | %d |".formatted(violations, unsure));
    }

    /** The tests run in two processes, and each adds what it has found. */
    private static synchronized void write() {
        var turn = Path.of("target", "axe-report.lock");
        try (var file = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var mine = file.lock()) {
            var before = Files.exists(FILE) ? Files.readString(FILE, UTF_8) : "";
            LINE.matcher(before).results().forEach(line -> LINES.putIfAbsent(line.group(1), line.group(2)));
            var table = new StringBuilder();
            LINES.forEach((page, found) -> table.append(page).append(found).append('\n'));
            if (!before.endsWith(table.toString())) {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, HEAD.formatted(LocalDate.now()) + table, UTF_8);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static final String HEAD = """
            # What axe finds

            Written by the browser tests, which fail on every violation and on everything that axe could not decide and
            nobody has looked at. No tool finds more than about a third of barriers: this is the floor, not the goal.

            Content last changed: %s. Rules: WCAG 2.0, 2.1 and 2.2, A and AA, and best practice.

            | page | language | look | violations | undecided |
            | --- | --- | --- | --- | --- |
            """;
}
