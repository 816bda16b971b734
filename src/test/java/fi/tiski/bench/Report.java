package fi.tiski.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The figures of this run, and the document that shows them beside what earlier runs measured of the rest. */
final class Report {

    /** What stands between these two lines is written by runs, a heading for each part; the rest is written by people. */
    private static final String BEGIN = "<!-- figures: written by ./bench -->";

    private static final String END = "<!-- end of figures -->";
    private static final Pattern HEADING = Pattern.compile("(?m)^(?=## )");

    private final Path document;
    private final List<Part> parts;
    private final Map<String, String> measured = new HashMap<>();

    /** @param parts in the order of the document */
    Report(Path document, List<Part> parts) {
        this.document = document;
        this.parts = parts;
    }

    /** @param made with what it was measured, where and when */
    void keep(Part part, List<Figure> figures, String made) {
        measured.put(heading(part), """
                %s

                %s

                %s
                `./bench %s`, %s.

                """.formatted(heading(part), part.how(), table(figures), part.name(), made));
    }

    /** As Markdown. */
    static String table(List<Figure> figures) {
        return figures.stream()
                .map(one ->
                        "| %s | %s | %s | %s |\n".formatted(one.what(), one.measured(), one.goal(), one.verdict().word))
                .collect(Collectors.joining("", "| what | measured | goal | |\n| --- | --- | --- | --- |\n", ""));
    }

    /** What this run has not measured stays as it stands there. */
    void write() throws IOException {
        var old = Files.exists(document)
                ? Files.readString(document)
                : "# What it costs\n\n" + BEGIN + "\n\n" + END + "\n";
        var from = old.indexOf(BEGIN) + BEGIN.length();
        var until = old.indexOf(END);
        var sections = sections(old.substring(from, until));
        sections.putAll(measured);
        var text = parts.stream()
                .map(part -> sections.getOrDefault(heading(part), ""))
                .collect(Collectors.joining());
        Files.writeString(document, old.substring(0, from) + "\n\n" + text + old.substring(until));
    }

    private static Map<String, String> sections(String text) {
        var sections = new LinkedHashMap<String, String>();
        HEADING.splitAsStream(text)
                .filter(section -> section.startsWith("## "))
                .forEach(section -> sections.put(section.lines().findFirst().orElseThrow(), section));
        return sections;
    }

    private static String heading(Part part) {
        return "## " + part.title();
    }
}
