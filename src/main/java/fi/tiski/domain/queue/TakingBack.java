package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes an agent's last step back, with what it did to the case and to the promised wait. */
@Component
class TakingBack {

    /** So long after a step it can be taken back: a slip is noticed at once. */
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Tickets tickets;
    private final DayNumbers numbers;
    private final Steps steps;
    private final TicketEntries entries;
    private final Promises promises;
    private final AgentTurns turns;
    private final CasesService cases;
    private final InstantSource clock;

    TakingBack(
            Tickets tickets,
            DayNumbers numbers,
            Steps steps,
            TicketEntries entries,
            Promises promises,
            AgentTurns turns,
            CasesService cases,
            InstantSource clock) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.steps = steps;
        this.entries = entries;
        this.promises = promises;
        this.turns = turns;
        this.cases = cases;
        this.clock = clock;
    }

    Undo undo(OrganisationId organisation, AgentId agent) {
        turns.take(organisation, agent);
        var taken = lastStep(organisation, agent);
        if (taken.isEmpty()) {
            return new Undo.NotAnyMore();
        }
        var before = tickets.lock(organisation, taken.get().ticket());
        // Somebody may have moved it while this waited for the row.
        if (!lastStep(organisation, agent).equals(taken) || isGivenAnew(before)) {
            return new Undo.NotAnyMore();
        }
        var by = new By.AnAgent(agent);
        var ticket = steps.undone(before, taken.get());
        switch (taken.get().step()) {
            case CALL -> promises.notCalled(ticket);
            case SERVE -> cases.putDown(organisation, ticket.caseId());
            case DONE -> cases.takeUp(organisation, ticket.caseId(), by);
            case NO_SHOW, PUT_BACK, LEAVE, TRANSFER -> {}
        }
        entries.add(ticket, by, EntryKind.TICKET_UNDONE);
        return new Undo.Undone(ticket, taken.get().step());
    }

    /** After midnight its number can be somebody else's. */
    private boolean isGivenAnew(Ticket ended) {
        return !ended.state().live() && numbers.isLive(ended.organisation(), ended.point(), ended.number());
    }

    private Optional<Steps.Taken> lastStep(OrganisationId organisation, AgentId agent) {
        var latest = steps.latest(organisation, agent, clock.instant().minus(WITHIN));
        var current = tickets.with(organisation, agent);
        return latest.filter(taken -> current.isEmpty() || current.get().id().equals(taken.ticket()));
    }

    Map<AgentId, Undo.Possible> possibleForEach(OrganisationId organisation) {
        return steps.latestOfEach(organisation, clock.instant().minus(WITHIN));
    }
}
