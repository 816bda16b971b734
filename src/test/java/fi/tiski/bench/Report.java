package fi.tiski.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of all parts, kept from run to run, and the document that shows them. */
final class Report {

    private static final Path DOCUMENT = Path.of("docs/benchmarks.md");

    /** What stands between these two lines is written anew by each run; the rest is written by people. */
    private static final String BEGIN = "<!-- figures: written by ./bench -->";

    private static final String END = "<!-- end of figures -->";
    private static final String BETWEEN = "\t";

    private final Path figures;
    private final List<Part> parts;

    Report(Path kept, List<Part> parts) {
        figures = kept.resolve("figures");
        this.parts = parts;
    }

    void keep(Part part, List<Figure> measured, String load) throws IOException {
        Files.createDirectories(figures);
        var lines = new ArrayList<String>();
        lines.add(String.join(BETWEEN, Machine.commit(), Machine.minute(), "load before " + load, Machine.told()));
        measured.forEach(one -> lines.add(String.join(
                BETWEEN, one.what(), one.measured(), one.goal(), one.verdict().name())));
        Files.write(file(part), lines);
    }

    /** As Markdown; empty when the part has never been measured here. */
    String table(Part part) throws IOException {
        if (!Files.exists(file(part))) {
            return "";
        }
        var lines = Files.readAllLines(file(part));
        var text = new StringBuilder("| what | measured | goal | |\n| --- | --- | --- | --- |\n");
        lines.stream()
                .skip(1)
                .map(line -> line.split(BETWEEN, -1))
                .forEach(cells -> text.append("| ")
                        .append(cells[0])
                        .append(" | ")
                        .append(cells[1])
                        .append(" | ")
                        .append(cells[2])
                        .append(" | ")
                        .append(Figure.Verdict.valueOf(cells[3]).word)
                        .append(" |\n"));
        return text.toString();
    }

    void write() throws IOException {
        var text = new StringBuilder();
        for (var part : parts) {
            var made = made(part);
            if (made.isEmpty()) {
                continue;
            }
            text.append("## ").append(part.title()).append("\n\n");
            text.append(part.how()).append("\n\n");
            text.append(table(part)).append('\n');
            text.append("`./bench ")
                    .append(part.name())
                    .append("`, ")
                    .append(made.get())
                    .append(".\n\n");
        }
        var old =
                Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "# What it costs\n\n" + BEGIN + "\n" + END + "\n";
        var before = old.substring(0, old.indexOf(BEGIN) + BEGIN.length());
        var after = old.substring(old.indexOf(END));
        Files.writeString(DOCUMENT, before + "\n\n" + text + after);
    }

    private Optional<String> made(Part part) throws IOException {
        if (!Files.exists(file(part))) {
            return Optional.empty();
        }
        var cells = Files.readAllLines(file(part)).getFirst().split(BETWEEN, -1);
        return Optional.of("commit %s, %s, %s; %s".formatted(cells[0], cells[1], cells[2], cells[3]));
    }

    private Path file(Part part) {
        return figures.resolve(part.name() + ".tsv");
    }
}
