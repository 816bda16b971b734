package fi.tiski;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** {@code accessibility-audits/requirements.yaml}, which says itself how it is written. */
record Requirements(String checked, Publisher publisher, List<Row> wcagRows, List<Row> enRows) {

    static final Path FOLDER = Path.of("accessibility-audits");

    /** What may be answered, and what OpenACR calls it. */
    static final Map<String, String> RESULTS = Map.of(
            "met", "supports",
            "partly met", "partially-supports",
            "not met", "does-not-support",
            "not tried", "not-evaluated",
            "not applicable", "not-applicable",
            "the deployment's", "not-evaluated");

    /** Who answers for the report; {@code phone} may be empty. */
    record Publisher(String name, String email, String phone) {

        /** Whether a letter can come there: RFC 2606 keeps {@code .invalid} for addresses that are nobody's. */
        boolean isReached() {
            return !email.endsWith(".invalid");
        }
    }

    /** One clause, or all from one to another. */
    record Row(
            String clause,
            String level,
            String name,
            String asks,
            String how,
            List<String> check,
            String result,
            String missing,
            String date) {

        /** Whether the customer has to be told that something is missing. */
        boolean isShort() {
            return List.of("partly met", "not met", "not tried").contains(result);
        }

        boolean answers(String asked) {
            var ends = clause.split(" to ");
            return ends.length == 1 ? clause.equals(asked) : order(ends[0], asked) <= 0 && order(asked, ends[1]) <= 0;
        }

        private static int order(String one, String other) {
            return Arrays.compare(numbers(one), numbers(other));
        }

        private static int[] numbers(String clause) {
            return Stream.of(clause.split("\\.")).mapToInt(Integer::parseInt).toArray();
        }
    }

    static Requirements read() {
        try {
            Map<String, Object> file = new Yaml().load(Files.readString(FOLDER.resolve("requirements.yaml")));
            // YAML makes a date of it.
            var checked = file.get("checked") instanceof java.util.Date day
                    ? day.toInstant().toString().substring(0, 10)
                    : String.valueOf(file.get("checked"));
            return new Requirements(
                    checked, publisher(file), rows(file, "WCAG", checked), rows(file, "EN 301 549", checked));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Publisher publisher(Map<String, Object> file) {
        var written = (Map<String, Object>) file.getOrDefault("publisher", Map.of());
        return new Publisher(text(written, "name"), text(written, "email"), text(written, "phone"));
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Map<String, Object> file, String standard, String checked) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(file.get("standards")))
                .stream()
                        .filter(one -> standard.equals(one.get("standard")))
                        .flatMap(one -> ((List<Map<String, Object>>) Objects.requireNonNull(one.get("rows"))).stream())
                        .map(row -> new Row(
                                text(row, "clause"),
                                text(row, "level"),
                                text(row, "name"),
                                text(row, "asks"),
                                text(row, "how"),
                                (List<String>) Objects.requireNonNull(row.get("check")),
                                text(row, "result"),
                                text(row, "missing"),
                                row.containsKey("date") ? text(row, "date") : checked))
                        .toList();
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.getOrDefault(key, "")).strip();
    }

    Stream<Row> wcag() {
        return wcagRows.stream();
    }

    Stream<Row> en() {
        return enRows.stream();
    }

    List<Row> rows() {
        return Stream.concat(wcag(), en()).toList();
    }
}
