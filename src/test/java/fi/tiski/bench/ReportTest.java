package fi.tiski.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private record Told(String name, String title) implements Part {

        @Override
        public String how() {
            return "How " + name + " is measured.";
        }

        @Override
        public List<Figure> measure(Folder kept) {
            return List.of();
        }
    }

    private static final Part START = new Told("start", "Start");
    private static final Part VIDEO = new Told("video", "Meetings by video");

    @TempDir
    private Path folder;

    @Test
    void whatThisRunHasNotMeasuredStaysAsItStands() throws IOException {
        measures(VIDEO, "2 s", "commit a");
        measures(START, "5 s", "commit b");
        var people = Files.readString(document()).replace("# What it costs", "# What it costs\n\nWhy, in words.");
        Files.writeString(document(), people);

        measures(VIDEO, "1 s", "commit c");

        assertThat(document()).content().isEqualTo("""
                # What it costs

                Why, in words.

                <!-- figures: written by ./bench -->

                ## Start

                How start is measured.

                | what | measured | goal | |
                | --- | --- | --- | --- |
                | it | 5 s |  |  |

                `./bench start`, commit b.

                ## Meetings by video

                How video is measured.

                | what | measured | goal | |
                | --- | --- | --- | --- |
                | it | 1 s |  |  |

                `./bench video`, commit c.

                <!-- end of figures -->
                """);
    }

    /** In a run of its own. */
    private void measures(Part part, String figure, String made) throws IOException {
        var report = new Report(document(), List.of(START, VIDEO));
        report.keep(part, List.of(Figure.told("it", figure)), made);
        report.write();
    }

    private Path document() {
        return folder.resolve("benchmarks.md");
    }
}
