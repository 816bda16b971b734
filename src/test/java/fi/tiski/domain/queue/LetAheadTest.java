package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.support.Together;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who cannot wait long goes before others, within bounds. */
class LetAheadTest extends InALine {

    @Test
    void whoCannotWaitLongGoesAheadAndThoseBeforeThemSeeWhy() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var first = take(point);
        var second = take(point);
        var frail = take(point);

        queue.letAhead(town.organisation(), frail.id(), Optional.of(LetAhead.STANDING), AT_KIOSK);

        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(3, 1, 2);
        assertThat(place(frail).ahead()).isZero();
        assertThat(place(first).why()).isEqualTo(new TicketPlace.Before(0, 1, List.of()));
        assertThat(place(second).why()).isEqualTo(new TicketPlace.Before(1, 1, List.of()));
        assertThat(called(agentAt(point, 0)).id()).isEqualTo(frail.id());
        assertThat(entries(frail)).contains(EntryKind.TICKET_LET_AHEAD);
    }

    @Test
    void nobodyIsOvertakenMoreThanThreeTimes() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        take(point);
        for (int i = 0; i < 5; i++) {
            letAhead(take(point));
        }

        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(2, 3, 4, 1, 5, 6);
        assertThat(List.of(served(agent), served(agent), served(agent), served(agent), served(agent), served(agent)))
                .containsExactly(2, 3, 4, 1, 5, 6);
    }

    @Test
    void whoHasWaitedForTwentyMinutesIsNotOvertaken() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var first = take(point);
        clock.pass(FairOrder.OVERTAKEN_WITHIN);
        letAhead(take(point));

        assertThat(called(agentAt(point, 0)).id()).isEqualTo(first.id());
    }

    @Test
    void whoIsChosenOutOfTurnCountsAsHavingOvertaken() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        take(point);
        for (int i = 0; i < 3; i++) {
            queue.call(town.organisation(), agent, take(point).id());
            finish(agent);
        }
        letAhead(take(point));

        assertThat(called(agent).number()).isEqualTo(1);
    }

    @Test
    void twoAgentsWhoPressAtOnceKeepTheBound() {
        var point = town.aPoint().openAllDay().withCounters(6).there();
        var agents = points.counters(town.organisation(), point.id()).stream()
                .map(counter -> town.anAgent().standingAt(counter).there())
                .toList();
        var first = take(point);
        for (int i = 0; i < 8; i++) {
            letAhead(take(point));
        }

        var calls = Together.all(6, i -> ((Call.Called) queue.callNext(town.organisation(), agents.get(i))).ticket());

        assertThat(numbers(calls)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(calls).extracting(Ticket::id).contains(first.id());
    }

    private void letAhead(Ticket ticket) {
        queue.letAhead(town.organisation(), ticket.id(), Optional.of(LetAhead.UNWELL), AT_KIOSK);
    }

    private int served(AgentId agent) {
        var ticket = called(agent);
        finish(agent, ticket);
        return ticket.number();
    }
}
