package fi.tiski.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures what is asked for, all of it when nothing is; prints the table and writes it to {@code docs/benchmarks.md}.
 * What an earlier run measured of the rest stays there, with its own commit.
 */
public final class Bench {

    private static final Path KEPT = Path.of("bench-data");
    private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");

    private static final List<Part> PARTS = List.of(
            new BookingPart(),
            new FreeTimesPart(),
            new CasesPart(),
            new ScreenPart(),
            new HeapPart(),
            new StartPart(),
            new VideoPart(),
            new SoakPart());

    private Bench() {}

    public static void main(String[] asked) throws Exception {
        var byName = PARTS.stream().collect(Collectors.toMap(Part::name, Function.identity()));
        for (var name : asked) {
            if (!byName.containsKey(name)) {
                System.err.println("There is no part called " + name + "; there are: "
                        + PARTS.stream().map(Part::name).collect(Collectors.joining(" ")));
                System.exit(2);
            }
        }
        var chosen = asked.length == 0
                ? PARTS
                : List.of(asked).stream().map(byName::get).toList();
        var report = new Report(DOCUMENT, PARTS);
        for (var part : chosen) {
            Say.now(part.title());
            var load = Machine.load();
            var figures = part.measure(new Folder(KEPT));
            report.keep(
                    part,
                    figures,
                    "commit %s, %s, load before %s; %s"
                            .formatted(Machine.commit(), Machine.minute(), load, Machine.told()));
            report.write();
            System.out.println(Report.table(figures));
        }
        // Clients and pools of the parts may still have threads.
        System.exit(0);
    }
}
