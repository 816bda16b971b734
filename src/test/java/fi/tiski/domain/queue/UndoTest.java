package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An agent takes their last step back. */
class UndoTest extends InALine {

    @Test
    void eachStepOfAnEncounterCanBeTakenBackByWhoTookIt() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var by = new By.AnAgent(agent);
        var ticket = take(point);
        called(agent);
        assertThat(undone(agent, Step.CALL)).isEqualTo(TicketState.WAITING);
        assertThat(place(ticket).ticket().calls()).isZero();

        called(agent);
        queue.serve(town.organisation(), ticket.id(), by);
        assertThat(undone(agent, Step.SERVE)).isEqualTo(TicketState.CALLED);
        assertThat(cases.get(town.organisation(), ticket.caseId()).state()).isEqualTo(CaseState.OPEN);

        queue.serve(town.organisation(), ticket.id(), by);
        queue.done(town.organisation(), ticket.id(), by);
        cases.close(town.organisation(), ticket.caseId(), by);
        assertThat(undone(agent, Step.DONE)).isEqualTo(TicketState.SERVING);
        assertThat(cases.get(town.organisation(), ticket.caseId()).state()).isEqualTo(CaseState.IN_SERVICE);
        assertThat(queue.withEach(town.organisation()))
                .extractingByKey(agent)
                .extracting(Ticket::id)
                .isEqualTo(ticket.id());
        assertThat(entries(ticket)).contains(EntryKind.TICKET_UNDONE);
    }

    @Test
    void whoWasSaidNotToHaveComeIsCalledAgainAndWhoWasPutBackOrPassedOnIsBackAtTheCounter() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var by = new By.AnAgent(agent);
        var ticket = take(point);
        called(agent);

        queue.noShow(town.organisation(), ticket.id(), by);
        assertThat(undone(agent, Step.NO_SHOW)).isEqualTo(TicketState.CALLED);
        queue.putBack(town.organisation(), ticket.id(), by);
        assertThat(undone(agent, Step.PUT_BACK)).isEqualTo(TicketState.CALLED);
        queue.leave(town.organisation(), ticket.id(), by);
        assertThat(undone(agent, Step.LEAVE)).isEqualTo(TicketState.CALLED);
        queue.transfer(town.organisation(), ticket.id(), new Transfer.ToAgent(agent), by);
        assertThat(undone(agent, Step.TRANSFER)).isEqualTo(TicketState.CALLED);
        assertThat(place(ticket).ticket().counterLabel()).contains("1");
        assertThat(place(ticket).ticket().towards()).isEmpty();
    }

    @Test
    void aStepStandsOnceSomethingElseHasHappened() {
        var point = town.aPoint().openAllDay().withCounters(2).there();
        var agent = agentAt(point, 0);
        var by = new By.AnAgent(agent);
        var other = agentAt(point, 1);
        var ticket = take(point);
        called(agent);

        assertThat(queue.undo(town.organisation(), other)).isInstanceOf(Undo.NotAnyMore.class);
        queue.putBack(town.organisation(), ticket.id(), by);
        called(other);
        assertThat(undoable(agent)).isEmpty();
        assertThat(queue.undo(town.organisation(), agent)).isInstanceOf(Undo.NotAnyMore.class);

        queue.noShow(town.organisation(), ticket.id(), new By.AnAgent(other));
        queue.comeBack(town.organisation(), ticket.id(), AT_KIOSK);
        assertThat(queue.undo(town.organisation(), other)).isInstanceOf(Undo.NotAnyMore.class);
    }

    @Test
    void aStepStandsAfterTenMinutesAndOnceTheNextCustomerIsCalled() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        take(point);
        take(point);
        called(agent);
        finish(agent);
        called(agent);
        assertThat(undoable(agent)).map(Undo.Possible::step).contains(Step.CALL);

        clock.pass(Duration.ofMinutes(11));

        assertThat(queue.undo(town.organisation(), agent)).isInstanceOf(Undo.NotAnyMore.class);
    }

    @Test
    void anImpatientDoublePressTakesOneStepBack() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var ticket = take(point);
        called(agent);
        queue.serve(town.organisation(), ticket.id(), new By.AnAgent(agent));

        var undone = Together.all(4, i -> queue.undo(town.organisation(), agent));

        assertThat(undone).filteredOn(Undo.Undone.class::isInstance).hasSize(1);
        assertThat(place(ticket).ticket().state()).isEqualTo(TicketState.CALLED);
    }

    private Optional<Undo.Possible> undoable(AgentId agent) {
        return Optional.ofNullable(queue.undoableByEach(town.organisation()).get(agent));
    }

    private TicketState undone(AgentId agent, Step step) {
        assertThat(undoable(agent)).map(Undo.Possible::step).contains(step);
        return ((Undo.Undone) queue.undo(town.organisation(), agent)).ticket().state();
    }
}
