package fi.tiski.domain.queue;

import fi.tiski.domain.people.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is called next: the one rule for the call, the list, the place and the wait. In words, decision 0014.
 *
 * <ol>
 *   <li>Who agreed on a time with this agent, when that time has come.
 *   <li>Who agreed on a time with a colleague, is here, and has waited for five minutes past it.
 *   <li>Numbers, by arrival. Those for whom waiting is hard go first, but nobody is overtaken more than three times, and
 *       nobody who has waited for twenty minutes is overtaken at all.
 *   <li>When no number waits: who is here for a meeting before its time.
 * </ol>
 */
public final class FairOrder {

    /** So often somebody can be overtaken by people who came later. */
    public static final int OVERTAKEN_AT_MOST = 3;

    /** Whoever has waited for so long is not overtaken any more. */
    public static final Duration OVERTAKEN_WITHIN = Duration.ofMinutes(20);

    /** A meeting whose customer is here can begin so long before its time, rather than a number be called then. */
    public static final Duration EARLY = Duration.ofMinutes(5);

    /** A customer who is here for a colleague's meeting is taken by anybody after so long past its time. */
    public static final Duration COLLEAGUES_AFTER = Duration.ofMinutes(5);

    /** Somebody who has not come to their meeting keeps its agent from calling numbers for so long. */
    public static final Duration EXPECTED_FOR = Duration.ofMinutes(10);

    private static final Comparator<Meeting> BY_TIME =
            Comparator.comparing((Meeting one) -> one.during().from()).thenComparing(Meeting::appointment);

    private FairOrder() {}

    /** Whom an agent who is free now serves next. */
    public sealed interface Next {

        record Number(InLine number) implements Next {}

        record Meet(Meeting meeting) implements Next {}

        record Nobody() implements Next {}
    }

    /**
     * @param line whom this agent may call, {@link InLine#BY_PLACE by place}
     * @param meetings all that are ahead or under way; which of them count is decided here
     */
    public static Next next(AgentId agent, List<InLine> line, List<Meeting> meetings, Instant now) {
        return first(meetings, one -> isDue(one, agent, now))
                .or(() -> first(meetings, one -> waitsForColleague(one, agent, now)))
                .or(() -> line.isEmpty() ? Optional.empty() : Optional.of(new Next.Number(line.get(pick(line, now)))))
                .or(() -> first(meetings, one -> isHereEarly(one, agent, now)))
                .orElseGet(Next.Nobody::new);
    }

    /** The index of the number that is called now; {@code line} is not empty and stands by place. */
    static int pick(List<InLine> line, Instant now) {
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).letAhead()) {
                return i;
            }
            if (isOvertakenNoMore(line.get(i), now)) {
                return 0;
            }
        }
        return 0;
    }

    /** The numbers in the order in which they would be called if all were called now. */
    public static List<InLine> order(List<InLine> line, Instant now) {
        var left = new ArrayList<>(line);
        left.sort(InLine.BY_PLACE);
        var order = new ArrayList<InLine>(line.size());
        while (!left.isEmpty()) {
            order.add(call(left, now));
        }
        return order;
    }

    /** Takes out who is called now; those who came before them are overtaken once more. */
    static InLine call(List<InLine> line, Instant now) {
        var called = pick(line, now);
        for (int i = 0; i < called; i++) {
            line.set(i, line.get(i).overtakenOnceMore());
        }
        return line.remove(called);
    }

    /**
     * The place of somebody who comes back: behind the first {@code behind} of those who wait, and behind everybody who is
     * not to be overtaken any more.
     *
     * @param line by place
     */
    static Instant placeBehind(int behind, List<InLine> line, Instant now) {
        var at = Math.min(behind, line.size());
        for (int i = at; i < line.size(); i++) {
            if (isOvertakenNoMore(line.get(i), now)) {
                at = i + 1;
            }
        }
        // Microseconds are what the database keeps of a time.
        return at == line.size() ? now : line.get(at - 1).place().plus(1, ChronoUnit.MICROS);
    }

    static boolean isOvertakenNoMore(InLine one, Instant now) {
        return one.overtaken() >= OVERTAKEN_AT_MOST || !now.isBefore(one.place().plus(OVERTAKEN_WITHIN));
    }

    private static boolean isDue(Meeting one, AgentId agent, Instant now) {
        if (one.underWay() || !one.agent().equals(agent)) {
            return false;
        }
        var starts = one.during().from();
        return one.here()
                ? !now.isBefore(starts.minus(EARLY))
                : !now.isBefore(starts) && now.isBefore(starts.plus(EXPECTED_FOR));
    }

    private static boolean waitsForColleague(Meeting one, AgentId agent, Instant now) {
        return isForAnybody(one, agent) && !now.isBefore(one.during().from().plus(COLLEAGUES_AFTER));
    }

    private static boolean isHereEarly(Meeting one, AgentId agent, Instant now) {
        return one.agent().equals(agent)
                ? one.here() && !one.underWay()
                : isForAnybody(one, agent) && !now.isBefore(one.during().from());
    }

    private static boolean isForAnybody(Meeting one, AgentId agent) {
        return one.here()
                && one.inPerson()
                && one.anybody()
                && !one.underWay()
                && !one.agent().equals(agent);
    }

    /** A loop: the simulation of the wait asks some ten thousand times. */
    private static Optional<Next> first(List<Meeting> meetings, Predicate<Meeting> which) {
        Optional<Meeting> first = Optional.empty();
        for (var one : meetings) {
            if (which.test(one) && (first.isEmpty() || BY_TIME.compare(one, first.get()) < 0)) {
                first = Optional.of(one);
            }
        }
        return first.map(Next.Meet::new);
    }
}
