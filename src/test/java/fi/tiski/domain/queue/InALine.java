package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.support.DomainTest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of a line: people take numbers, and agents at their counters call them. */
abstract class InALine extends DomainTest {

    @Autowired
    protected QueueService queue;

    @Autowired
    protected CasesService cases;

    @Autowired
    protected StaffingService staffing;

    @Autowired
    protected PointsService points;

    protected AgentId agentAt(ServicePoint point, int counter) {
        return town.anAgent()
                .standingAt(points.counters(town.organisation(), point.id()).get(counter))
                .there();
    }

    protected Ticket take(ServicePoint point) {
        return ((Take.Taken) queue.take(point, Ids.next(), Language.FI, AT_KIOSK, Optional.<CaseId>empty())).ticket();
    }

    protected Ticket called(AgentId agent) {
        return ((Call.Called) queue.callNext(town.organisation(), agent)).ticket();
    }

    protected void finish(AgentId agent) {
        finish(agent, Objects.requireNonNull(queue.withEach(town.organisation()).get(agent)));
    }

    protected void finish(AgentId agent, Ticket ticket) {
        queue.serve(town.organisation(), ticket.id(), new By.AnAgent(agent));
        queue.done(town.organisation(), ticket.id(), new By.AnAgent(agent));
    }

    protected TicketPlace place(Ticket ticket) {
        return queue.place(town.organisation(), ticket.id());
    }

    protected static Ticket changed(TicketChange change) {
        return ((TicketChange.Changed) change).ticket();
    }

    protected static List<Integer> numbers(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::number).toList();
    }

    protected List<EntryKind> entries(Ticket ticket) {
        return cases.file(town.organisation(), ticket.caseId()).entries().stream()
                .map(Entry::kind)
                .toList();
    }
}
