package fi.tiski.domain.cases;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a customer needs, and the language to interpret when they need an interpreter.
 *
 * @param interpreterLanguage in the customer's own words; only with {@link Need#INTERPRETER}
 */
public record Needs(Set<Need> all, Optional<String> interpreterLanguage) {

    public static final Needs NONE = new Needs(Set.of(), Optional.empty());

    private static final Duration GRID = Duration.ofMinutes(5);

    public Needs {
        all = Set.copyOf(all);
        interpreterLanguage = all.contains(Need.INTERPRETER) ? interpreterLanguage : Optional.empty();
    }

    /** In their fixed order. */
    public List<Need> inOrder() {
        return all.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** The longest stretch that one need asks for, not their sum; rounded up to five minutes. */
    public Duration lengthen(Duration usual) {
        var more = all.stream()
                .map(need -> need.lengthens(usual))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        var minutes = usual.plus(more).toMinutes();
        var grid = GRID.toMinutes();
        return Duration.ofMinutes((minutes + grid - 1) / grid * grid);
    }

    /** Skills that an agent must have. */
    public Set<String> skills() {
        return tagsOf(Need::asksAgent);
    }

    /** Features that a room must have. */
    public Set<String> features() {
        return tagsOf(Need::asksRoom);
    }

    private Set<String> tagsOf(Predicate<Need> those) {
        return all.stream().filter(those).map(Need::tag).collect(Collectors.toUnmodifiableSet());
    }
}
