package fi.tiski;

import fi.tiski.Requirements.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code accessibility-audits/openacr.yaml}: a conformance report for machines, in GSA's OpenACR format with the catalog
 * <a href="https://github.com/GSA/openacr/tree/main/catalog">2.5-edition-wcag-2.2-508-eu-en</a>.
 */
final class OpenAcr {

    private static final String CATALOG = "2.5-edition-wcag-2.2-508-eu-en";

    /** Of the catalog, those that we answer or say that we do not. */
    static final List<String> CHAPTERS = List.of(
            "success_criteria_level_a",
            "success_criteria_level_aa",
            "success_criteria_level_aaa",
            "en_301_549_functional_performance",
            "en_301_549_generic_requirements",
            "en_301_549_ict_with_two-way_voice",
            "en_301_549_ict_with_video",
            "en_301_549_hardware",
            "en_301_549_web",
            "en_301_549_non-web-documents",
            "en_301_549_software",
            "en_301_549_documentation_and_support_services",
            "en_301_549_ict_providing_relay_or_emergency_service_access");

    static final List<String> LEVELS =
            List.of("supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated");

    static final String UNREACHED = " The e-mail is nobody's: whoever publishes the report puts in their own.";

    private OpenAcr() {}

    /** {@code clauses} are those of EN 301 549 one by one, which a row of the table may answer together. */
    static String of(Requirements table, List<String> clauses) {
        var acr = new LinkedHashMap<String, Object>();
        acr.put("title", "Tiski Accessibility Conformance Report");
        acr.put(
                "product",
                ordered("name", "Tiski", "description", "Kiosks, a web view and a desk for assisted public service"));
        acr.put("author", contact(table.publisher()));
        acr.put("vendor", contact(table.publisher()));
        acr.put("report_date", table.checked());
        acr.put("version", 1);
        acr.put("catalog", CATALOG);
        acr.put(
                "notes",
                "Made from requirements.yaml, which names the check of each answer. Nobody outside has checked it."
                        + (table.publisher().isReached() ? "" : UNREACHED));
        acr.put(
                "evaluation_methods_used",
                "Automated checks in a real browser on every build, and a look by hand where said.");
        acr.put("license", "Apache-2.0");
        acr.put("chapters", chapters(table, clauses));
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return "# Made of requirements.yaml by RequirementsTest.\n" + new Yaml(options).dump(acr);
    }

    private static Map<String, Object> contact(Requirements.Publisher publisher) {
        var contact = ordered("name", publisher.name(), "email", publisher.email());
        if (!publisher.phone().isEmpty()) {
            contact.put("phone", publisher.phone());
        }
        return contact;
    }

    private static Map<String, Object> chapters(Requirements table, List<String> clauses) {
        var chapters = new LinkedHashMap<String, Object>();
        for (var level : List.of("A", "AA", "AAA")) {
            var chapter = chapter(table.wcag()
                    .filter(row -> row.level().equals(level))
                    .map(row -> criterion(row.clause(), "web", row)));
            if (level.equals("AAA")) {
                chapter.put(
                        "notes", "Only the criteria that customer pages are held to; the others were not evaluated.");
            }
            chapters.put("success_criteria_level_" + level.toLowerCase(Locale.ROOT), chapter);
        }
        chapters.put("en_301_549_functional_performance", disabled("Answered by the clauses of chapters 5 to 12."));
        en(chapters, "generic_requirements", "5.", table, clauses);
        en(chapters, "ict_with_two-way_voice", "6.", table, clauses);
        en(chapters, "ict_with_video", "7.", table, clauses);
        en(chapters, "hardware", "8.", table, clauses);
        chapters.put("en_301_549_web", ordered("notes", "See the success criteria of WCAG."));
        chapters.put("en_301_549_non-web-documents", disabled("No documents are given out."));
        en(chapters, "software", "11.", table, clauses);
        en(chapters, "documentation_and_support_services", "12.", table, clauses);
        chapters.put("en_301_549_ict_providing_relay_or_emergency_service_access", disabled("None is provided."));
        return chapters;
    }

    private static void en(
            Map<String, Object> chapters, String name, String start, Requirements table, List<String> clauses) {
        chapters.put(
                "en_301_549_" + name,
                chapter(clauses.stream()
                        .filter(clause -> clause.startsWith(start))
                        .flatMap(clause -> table.en()
                                .filter(row -> row.answers(clause))
                                .map(row -> criterion(clause, "none", row)))));
    }

    private static Map<String, Object> chapter(Stream<Map<String, Object>> criteria) {
        var chapter = new LinkedHashMap<String, Object>();
        chapter.put("criteria", new ArrayList<>(criteria.toList()));
        return chapter;
    }

    private static Map<String, Object> disabled(String why) {
        var chapter = new LinkedHashMap<String, Object>();
        chapter.put("disabled", true);
        chapter.put("notes", why);
        return chapter;
    }

    private static Map<String, Object> criterion(String clause, String component, Row row) {
        var adherence =
                ordered("level", Requirements.RESULTS.getOrDefault(row.result(), "not-evaluated"), "notes", row.how());
        var its = new LinkedHashMap<String, Object>();
        its.put("name", component);
        its.put("adherence", adherence);
        var criterion = new LinkedHashMap<String, Object>();
        criterion.put("num", clause);
        criterion.put("components", List.of(its));
        return criterion;
    }

    private static Map<String, Object> ordered(String... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
