package fi.tiski.domain.staffing;

import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * How things stand with an agent at one moment.
 *
 * @param until when it ends by itself; empty when only the agent ends it
 */
public record AgentState(Availability availability, Instant since, Optional<Instant> until) {

    /** What the agent last said. Yesterday's word does not bind today: said before the shift began, it is forgotten. */
    record Said(Availability availability, Instant since, Optional<Instant> until) {

        private boolean over(Instant now) {
            return until.filter(end -> !now.isBefore(end)).isPresent();
        }
    }

    /** Away counts before a break, and a break before writing down: each time the one that nobody else may end. */
    static AgentState at(Instant now, Optional<Span> shift, Collection<Span> breaks, Optional<Said> lately) {
        var said = lately.filter(
                it -> shift.map(span -> !it.since().isBefore(span.from())).orElse(true));
        var away = said.filter(it -> it.availability() == Availability.AWAY);
        if (away.isPresent()) {
            return new AgentState(Availability.AWAY, away.get().since(), Optional.empty());
        }
        var pause = breaks.stream().filter(span -> span.contains(now)).findFirst();
        if (pause.isPresent()) {
            return new AgentState(
                    Availability.BREAK,
                    pause.get().from(),
                    Optional.of(pause.get().until()));
        }
        return said.filter(it -> it.availability() == Availability.WRAP_UP && !it.over(now))
                .map(it -> new AgentState(Availability.WRAP_UP, it.since(), it.until()))
                .orElseGet(
                        () -> new AgentState(Availability.AVAILABLE, free(now, shift, breaks, said), Optional.empty()));
    }

    private static Instant free(Instant now, Optional<Span> shift, Collection<Span> breaks, Optional<Said> said) {
        var since = said.map(it -> it.until().orElse(it.since()))
                .or(() -> shift.map(Span::from))
                .orElse(now);
        return breaks.stream()
                .map(Span::until)
                .filter(end -> end.isAfter(since) && !end.isAfter(now))
                .max(Instant::compareTo)
                .orElse(since);
    }
}
