package fi.tiski;

import fi.tiski.Requirements.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code accessibility-audits/requirements.md}: the table as somebody reads it. */
final class RequirementsPage {

    private static final Map<String, String> CHAPTERS = Map.of(
            "5", "5 Generic requirements",
            "6", "6 Two-way voice communication",
            "7", "7 Video capabilities",
            "8", "8 Hardware",
            "9", "9 Web",
            "11", "11 Software",
            "12", "12 Documentation and support");

    private static final List<String> ORDER =
            List.of("met", "partly met", "not met", "not tried", "not applicable", "the deployment's");

    private RequirementsPage() {}

    static String of(Requirements table) {
        var page = new StringBuilder("""
                # What accessibility asks for, and how Tiski answers

                Made by a test from [requirements.yaml](requirements.yaml), which is where it is changed. For machines there is
                [openacr.yaml](openacr.yaml), for customers the page `/accessibility` of every installation.

                WCAG 2.2: all of A and AA, and the AAA criteria that customer pages are held to. EN 301 549 V3.2.1: chapters 5 to 9,
                11 and 12. Its clauses 9.1 to 9.4 are WCAG 2.1 A and AA with a 9 before the number, and are answered there. Chapter
                10 (documents) does not apply: none are given out. Nor does 13 (relay and emergency services).

                A test that is named fails when it is no longer so; "by hand" means that no test can tell: the answer comes from
                reading the pages and their code on that day. Nobody outside has checked any of this, and no conformance is claimed.

                """);
        sums(page, table);
        for (var level : List.of("A", "AA", "AAA")) {
            rows(
                    page,
                    "WCAG 2.2, level " + level,
                    table.wcag().filter(row -> row.level().equals(level)));
        }
        for (var chapter : List.of("5", "6", "7", "8", "9", "11", "12")) {
            rows(
                    page,
                    "EN 301 549 V3.2.1, chapter " + CHAPTERS.get(chapter),
                    table.en().filter(row -> row.clause().startsWith(chapter + ".")));
        }
        return page.toString();
    }

    private static void sums(StringBuilder page, Requirements table) {
        page.append("| | ").append(String.join(" | ", ORDER)).append(" |\n");
        page.append("| --- |").append(" --- |".repeat(ORDER.size())).append('\n');
        sum(page, "WCAG 2.2", table.wcag().toList());
        sum(page, "EN 301 549 V3.2.1, besides", table.en().toList());
    }

    private static void sum(StringBuilder page, String name, List<Row> rows) {
        var count = rows.stream().collect(Collectors.groupingBy(Row::result, Collectors.counting()));
        page.append("| ").append(name);
        ORDER.forEach(result -> page.append(" | ").append(count.getOrDefault(result, 0L)));
        page.append(" |\n");
    }

    private static void rows(StringBuilder page, String title, Stream<Row> rows) {
        page.append("\n## ").append(title).append("\n\n");
        page.append("| clause | asks | answer | how | check | date |\n| --- | --- | --- | --- | --- | --- |\n");
        rows.forEach(row -> page.append("| %s %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        row.clause(),
                        row.name(),
                        row.asks(),
                        row.isShort() ? "**" + row.result() + "**" : row.result(),
                        row.how(),
                        row.check().stream()
                                .map(check -> check.equals("by hand") ? check : "`" + check + "`")
                                .collect(Collectors.joining("<br>")),
                        row.result().startsWith("not") && !row.result().equals("not met") ? "" : row.date())));
    }
}
