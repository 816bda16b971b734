package fi.tiski;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/security.md says is checked by tests that there are. */
class SecurityDocumentTest {

    /** Every item of level 1, ASVS 5.0.0. */
    private static final List<String> LEVEL_1 = List.of("""
            1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1
            3.5.2 3.5.3 4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1
            6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1
            10.4.2 10.4.3 10.4.4 10.4.5 11.3.1 11.3.2 11.4.1 12.1.1 12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1
            15.3.1""".strip().split("\\s+"));

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([0-9.]+) \\| (.+?) \\| (.+?) \\| (.*?) \\| (.*?) \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`");

    @Test
    void everyItemOfLevelOneIsAnsweredOnce() throws IOException {
        assertThat(rows().map(row -> row.group(1))).containsExactlyElementsOf(LEVEL_1);
    }

    @Test
    void whatIsMetNamesItsTestsAndWhatIsNotSaysWhy() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            var answer = row.group(3);
            assertThat(answer).isIn("met", "**not met**", "not applicable", "the deployment's");
            if (answer.equals("met")) {
                assertThat(row.group(5)).as(row.group(1)).containsPattern(TEST);
            } else {
                assertThat(row.group(4)).as(row.group(1)).isNotBlank();
            }
        });
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var sources = sources();
        var named = TEST.matcher(document()).results().toList();

        assertThat(named).hasSizeGreaterThan(40).allSatisfy(test -> {
            assertThat(sources).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(sources.get(test.group(1))).contains("void " + test.group(2) + "(");
            }
        });
    }

    @Test
    void theSumIsRight() throws IOException {
        var met = rows().filter(row -> row.group(3).equals("met")).count();
        var notMet = rows().filter(row -> row.group(3).equals("**not met**")).count();

        assertThat(document()).contains("Of %d items %d are met, %d are not".formatted(LEVEL_1.size(), met, notMet));
    }

    @Test
    void whatSecurityMdPromisesStandsThere() throws IOException {
        assertThat(Files.readString(Path.of("SECURITY.md")))
                .contains("Report a vulnerability", "within seven days", "docs/security.md");
    }

    private static java.util.stream.Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(document()).results();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/security.md"));
    }

    /** What each test class says, by its name. */
    private static Map<String, String> sources() throws IOException {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
