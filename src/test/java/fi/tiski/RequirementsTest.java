package fi.tiski;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import fi.tiski.Requirements.Publisher;
import fi.tiski.Requirements.Row;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The table of accessibility requirements is whole and true as far as a machine can tell, and all that is made of it is in step. */
class RequirementsTest {

    /** WCAG 2.2: all of A and AA, and the AAA that we hold ourselves to. */
    private static final List<String> WCAG = List.of("""
            1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11
            1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2
            2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.1 4.1.2
            4.1.3 1.4.6 2.5.5 3.1.5""".split("\\s+"));

    /** EN 301 549 V3.2.1, chapters 5 to 8, 11 and 12, and what chapter 9 adds to WCAG: every clause that asks for something. */
    private static final List<String> EN = List.of("""
            5.1.2.1 5.1.2.2 5.1.3.1 5.1.3.2 5.1.3.3 5.1.3.4 5.1.3.5 5.1.3.6 5.1.3.7 5.1.3.8 5.1.3.9 5.1.3.10 5.1.3.11 5.1.3.12
            5.1.3.13 5.1.3.14 5.1.3.15 5.1.3.16 5.1.4 5.1.5 5.1.6.1 5.1.6.2 5.1.7 5.2 5.3 5.4 5.5.1 5.5.2 5.6.1 5.6.2 5.7 5.8 5.9
            6.1 6.2.1.1 6.2.1.2 6.2.2.1 6.2.2.2 6.2.2.3 6.2.2.4 6.2.3 6.2.4 6.3 6.4 6.5.2 6.5.3 6.5.4 6.5.5 6.5.6 6.6
            7.1.1 7.1.2 7.1.3 7.1.4 7.1.5 7.2.1 7.2.2 7.2.3 7.3
            8.1.2 8.1.3 8.2.1.1 8.2.1.2 8.2.2.1 8.2.2.2 8.3.2.1 8.3.2.2 8.3.2.3.1 8.3.2.3.2 8.3.2.3.3 8.3.2.4 8.3.2.5 8.3.2.6
            8.3.3.1 8.3.3.2 8.3.3.3.1 8.3.3.3.2 8.3.4.1 8.3.4.2 8.3.4.3.2 8.3.4.3.3 8.3.5 8.3.6 8.4.1 8.4.2.1 8.4.2.2 8.4.3 8.5
            9.6
            11.5.1 11.5.2.1 11.5.2.2 11.5.2.3 11.5.2.4 11.5.2.5 11.5.2.6 11.5.2.7 11.5.2.8 11.5.2.9 11.5.2.10 11.5.2.11 11.5.2.12
            11.5.2.13 11.5.2.14 11.5.2.15 11.5.2.16 11.5.2.17 11.6.1 11.6.2 11.7 11.8.1 11.8.2 11.8.3 11.8.4 11.8.5
            12.1.1 12.1.2 12.2.2 12.2.3 12.2.4""".split("\\s+"));

    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+Test)(?:#(\\w+))?");

    private final Requirements table = Requirements.read();

    @Test
    void everyClauseIsAnsweredOnce() {
        assertThat(table.wcag().map(Row::clause)).containsExactlyElementsOf(WCAG);
        assertSoftly(all -> EN.forEach(clause -> all.assertThat(
                        table.en().filter(row -> row.answers(clause)).map(Row::clause))
                .as(clause)
                .hasSize(1)));
    }

    @Test
    void eachAnswerSaysWhatItHasToSay() {
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(said(row)).as(row.clause()).isEmpty());
    }

    @Test
    void anAnswerThatSaysTooLittleIsFound() {
        assertThat(said(new Row("1.1.1", "A", "name", "asks", "how", List.of(), "met", "", "")))
                .isNotEmpty();
        assertThat(said(new Row("1.1.1", "A", "name", "asks", "", List.of("by hand"), "met", "", "")))
                .isNotEmpty();
        assertThat(said(new Row("1.1.1", "A", "name", "asks", "how", List.of(), "not tried", "", "")))
                .isNotEmpty();
        assertThat(said(new Row("1.1.1", "A", "name", "asks", "how", List.of(), "perhaps", "", "")))
                .isNotEmpty();
    }

    private static List<String> said(Row row) {
        var lacks = new ArrayList<String>();
        if (!Requirements.RESULTS.containsKey(row.result())) {
            lacks.add("a result that there is");
        }
        if (row.name().isBlank() || row.asks().isBlank() || row.how().isBlank()) {
            lacks.add("its name, what it asks, and how");
        }
        if (row.result().contains("met")
                && !row.result().equals("not met")
                && row.check().isEmpty()) {
            lacks.add("a check");
        }
        if (row.isShort() && !Texts.has(Language.FI_SIMPLE, "statement.missing." + row.missing())) {
            lacks.add("what the page says is missing");
        }
        return lacks;
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var sources = sources();
        var named = table.rows().stream()
                .flatMap(row -> row.check().stream())
                .filter(check -> !check.equals("by hand"))
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        check -> assertThat(exists(check, sources)).as(check).isTrue());
        assertThat(exists("NobodyWroteThisTest#atAll", sources)).isFalse();
        assertThat(exists("RequirementsTest#nobodyWroteThis", sources)).isFalse();
        assertThat(exists("no test", sources)).isFalse();
    }

    private static boolean exists(String check, Map<String, String> sources) {
        var test = TEST.matcher(check);
        return test.matches()
                && sources.containsKey(test.group(1))
                && (test.group(2) == null || sources.get(test.group(1)).contains("void " + test.group(2) + "("));
    }

    @Test
    void whatIsMadeOfTheTableIsInStepWithIt() throws IOException {
        var stale = new ArrayList<String>();
        var made = new LinkedHashMap<Path, String>();
        made.put(Requirements.FOLDER.resolve("requirements.md"), RequirementsPage.of(table));
        made.put(Requirements.FOLDER.resolve("openacr.yaml"), OpenAcr.of(table, EN));
        made.put(Path.of("src/main/resources/statement.properties"), statement());
        for (var file : made.entrySet()) {
            if (!Files.exists(file.getKey()) || !Files.readString(file.getKey()).equals(file.getValue())) {
                Files.writeString(file.getKey(), file.getValue());
                stale.add(file.getKey().toString());
            }
        }
        assertThat(stale)
                .as(
                        "These files differed from requirements.yaml and have been written anew: look at them and commit them")
                .isEmpty();
    }

    private String statement() {
        var themes =
                table.rows().stream().filter(Row::isShort).map(Row::missing).distinct();
        return """
                # Made of accessibility-audits/requirements.yaml by RequirementsTest: what the page /accessibility says is missing.
                checked=%s
                missing=%s
                """.formatted(table.checked(), String.join(",", themes.toList()));
    }

    @Test
    void theReportSaysWhoAnswersForItAndWhenNobodyCanBeWrittenTo() {
        assertThat(unsaid(table.publisher())).isEmpty();
        assertThat(unsaid(new Publisher("", "nobody", ""))).containsExactly("a name", "an e-mail");

        assertThat(notes(new Publisher("A town", "saavutettavuus@town.invalid", "")))
                .endsWith(OpenAcr.UNREACHED);
        assertThat(notes(new Publisher("A town", "saavutettavuus@town.example", "")))
                .doesNotContain(OpenAcr.UNREACHED);
    }

    private static List<String> unsaid(Publisher publisher) {
        var lacks = new ArrayList<String>();
        if (publisher.name().isBlank()) {
            lacks.add("a name");
        }
        if (!publisher.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            lacks.add("an e-mail");
        }
        return lacks;
    }

    private String notes(Publisher publisher) {
        var published = new Requirements(table.checked(), publisher, table.wcagRows(), table.enRows());
        Map<String, Object> acr = new Yaml().load(OpenAcr.of(published, EN));
        assertThat(acr.get("author")).isEqualTo(Map.of("name", publisher.name(), "email", publisher.email()));
        return String.valueOf(acr.get("notes"));
    }

    /** The rules of GSA's OpenACR schema 0.1.0 and of its catalog, as far as our file touches them. */
    @Test
    @SuppressWarnings("unchecked")
    void theOpenAcrFileKeepsToItsSchema() {
        Map<String, Object> acr = new Yaml().load(OpenAcr.of(table, EN));

        assertThat(acr).containsKeys("title", "product", "author", "catalog", "report_date", "chapters");
        assertThat((Map<String, Object>) acr.get("product")).containsKey("name");
        assertThat((Map<String, Object>) acr.get("author")).containsKey("email");
        var chapters = (Map<String, Map<String, Object>>) Objects.requireNonNull(acr.get("chapters"));
        assertThat(chapters.keySet()).isSubsetOf(OpenAcr.CHAPTERS);
        chapters.forEach((chapter, its) -> assertThat(
                        (List<Map<String, Object>>) its.getOrDefault("criteria", List.of()))
                .as(chapter)
                .allSatisfy(criterion -> {
                    assertThat(criterion.get("num")).isInstanceOf(String.class);
                    assertThat((List<Map<String, Object>>) criterion.get("components"))
                            .hasSize(1)
                            .allSatisfy(component -> {
                                assertThat(component.get("name")).isIn("web", "none");
                                var adherence =
                                        (Map<String, Object>) Objects.requireNonNull(component.get("adherence"));
                                assertThat(adherence.get("level")).isIn(OpenAcr.LEVELS);
                                assertThat(adherence.get("notes")).isInstanceOf(String.class);
                            });
                }));
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
