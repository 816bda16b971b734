package fi.tiski.support;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a virtual machine could still reach after it had collected everything else.
 *
 * @param bytes of all objects
 * @param objects how many there are of each class, by its full name
 */
public record Memory(long bytes, Map<String, Integer> objects) {

    /** A line of {@code jcmd GC.class_histogram}: place, how many, bytes, class, and its module where it has one. */
    private static final Pattern LINE = Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(\\S+)");

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    static Memory of(String histogram) {
        var bytes = TOTAL.matcher(histogram)
                .results()
                .map(total -> Long.parseLong(total.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(histogram));
        return new Memory(
                bytes,
                LINE.matcher(histogram)
                        .results()
                        .collect(Collectors.toMap(
                                (MatchResult line) -> line.group(3),
                                line -> Integer.parseInt(line.group(1)),
                                Integer::sum)));
    }

    public int of(Class<?> type) {
        return objects.getOrDefault(type.getName(), 0);
    }
}
