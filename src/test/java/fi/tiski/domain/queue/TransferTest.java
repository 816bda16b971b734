package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.EntryKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is passed on keeps their place. */
class TransferTest extends InALine {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whoIsPassedOnToAnotherCounterKeepsTheirPlaceAndIsCalledThere() {
        var point = town.aPoint().openAllDay().withCounters(2).there();
        var one = agentAt(point, 0);
        var other = agentAt(point, 1);
        var ticket = take(point);
        clock.pass(MINUTE);
        take(point);
        called(one);
        queue.serve(town.organisation(), ticket.id(), new By.AnAgent(one));
        var counter = points.counters(town.organisation(), point.id()).get(1);

        var moved = changed(queue.transfer(
                town.organisation(),
                ticket.id(),
                new Transfer.ToCounter(counter.id(), counter.label()),
                new By.AnAgent(one)));

        assertThat(moved.state()).isEqualTo(TicketState.WAITING);
        assertThat(moved.place()).isEqualTo(ticket.place());
        assertThat(moved.towards()).contains(new Transfer.ToCounter(counter.id(), "2"));
        assertThat(cases.get(town.organisation(), ticket.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(queue.board(town.organisation(), point.id()).moving())
                .containsExactly(new QueueBoard.Moving(1, "2"));
        assertThat(called(one).number()).isEqualTo(2);
        assertThat(called(other).id()).isEqualTo(ticket.id());
        assertThat(entries(ticket)).contains(EntryKind.TICKET_TRANSFERRED);
    }

    @Test
    void whoIsPassedOnToSomebodyWhoHasGoneIsCalledByAnybody() {
        var point = town.aPoint().openAllDay().withCounters(2).there();
        var one = agentAt(point, 0);
        var other = agentAt(point, 1);
        var ticket = take(point);
        queue.transfer(town.organisation(), ticket.id(), new Transfer.ToAgent(other), new By.AnAgent(one));
        assertThat(queue.callNext(town.organisation(), one)).isInstanceOf(Call.NobodyWaiting.class);

        staffing.leaveCounter(town.organisation(), other);

        assertThat(called(one).id()).isEqualTo(ticket.id());
    }

    @Test
    void whoIsPassedOnToATopicIsCalledByWhoeverServesIt() {
        var point = town.aPoint().openAllDay().withCounters(2).there();
        var topic = town.aTopic(20);
        var one = agentAt(point, 0);
        var expert = town.anAgent()
                .serving(topic)
                .standingAt(points.counters(town.organisation(), point.id()).get(1))
                .there();
        var ticket = take(point);

        queue.transfer(town.organisation(), ticket.id(), new Transfer.ToTopic(topic), new By.AnAgent(one));

        assertThat(queue.callNext(town.organisation(), one)).isInstanceOf(Call.NobodyWaiting.class);
        assertThat(called(expert).id()).isEqualTo(ticket.id());
    }

    @Test
    void whoHasBeenServedCannotBePassedOn() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var ticket = take(point);
        called(agent);
        finish(agent);

        assertThat(queue.transfer(town.organisation(), ticket.id(), new Transfer.ToAgent(agent), new By.AnAgent(agent)))
                .isEqualTo(new TicketChange.NotFrom(TicketState.DONE));
    }
}
