package fi.tiski.domain.encounters;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EncountersServiceTest extends DomainTest {

    @Autowired
    private EncountersService encounters;

    @Autowired
    private QueueService queue;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private CasesService cases;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private PointsService points;

    private ServicePoint point;
    private AgentId aino;
    private AgentId mikko;

    @BeforeEach
    void twoAgents() {
        point = town.aPoint().openAllDay().withCounters(1).there();
        aino = town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE)
                .standingAt(points.counters(town.organisation(), point.id()).getFirst())
                .there();
        mikko = town.anAgent().there();
    }

    @Test
    void theEncounterEndsAndTheMatterIsSettledInOne() {
        var ticket = served();

        assertThat(encounters.end(town.organisation(), ticket.caseId(), aino, true))
                .isEqualTo(new Ending.Over());

        assertThat(state(ticket)).isEqualTo(TicketState.DONE);
        assertThat(state(ticket.caseId())).isEqualTo(CaseState.CLOSED);
        assertThat(availability()).isEqualTo(Availability.WRAP_UP);
    }

    @Test
    void whenTheCaseCannotBeLeftAsItShouldNothingIsEnded() {
        var ticket = served();
        var asked = callBacks.ask(
                town.organisation(),
                ticket.caseId(),
                UUID.randomUUID(),
                Span.of(clock.instant(), Duration.ofHours(1)),
                AT_KIOSK);
        callBacks.call(town.organisation(), asked.id(), aino);
        cases.close(town.organisation(), ticket.caseId(), new By.AnAgent(mikko));

        assertThat(encounters.end(town.organisation(), ticket.caseId(), aino, false))
                .isEqualTo(new Ending.CaseIs(CaseState.CLOSED));

        assertThat(state(ticket)).isEqualTo(TicketState.SERVING);
        assertThat(callBacks
                        .ofCase(town.organisation(), ticket.caseId())
                        .orElseThrow()
                        .state())
                .isEqualTo(CallBackState.CALLING);
        assertThat(availability()).as("nothing to write down yet").isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void whatAColleagueHasSettledMeanwhileIsSettledAndTheEncounterEnds() {
        var ticket = served();
        cases.close(town.organisation(), ticket.caseId(), new By.AnAgent(mikko));

        assertThat(encounters.end(town.organisation(), ticket.caseId(), aino, true))
                .isEqualTo(new Ending.Over());

        assertThat(state(ticket)).isEqualTo(TicketState.DONE);
    }

    @Test
    void whoWaitsWithANumberIsNotSettledAway() {
        var ticket = take();
        encounters.takeUp(town.organisation(), ticket.caseId(), aino);

        assertThat(encounters.end(town.organisation(), ticket.caseId(), aino, true))
                .isEqualTo(new Ending.NumberIs(TicketState.WAITING));

        assertThat(state(ticket.caseId())).isEqualTo(CaseState.IN_SERVICE);
    }

    @Test
    void whoHasServedWithoutANumberHasTimeToWriteItDownToo() {
        var its = town.aCase().id();
        staffing.goAway(town.organisation(), aino);

        assertThat(encounters.takeUp(town.organisation(), its, aino)).isEqualTo(new TakingUp.TakenUp());
        assertThat(availability()).as("who takes somebody up is back").isEqualTo(Availability.AVAILABLE);
        encounters.end(town.organisation(), its, aino, false);

        assertThat(availability()).isEqualTo(Availability.WRAP_UP);
        assertThat(state(its)).isEqualTo(CaseState.OPEN);
    }

    @Test
    void onABreakNobodyIsTakenUpByHandEither() {
        var its = town.aCase().id();
        staffing.takeBreak(town.organisation(), aino, Duration.ofMinutes(15));

        assertThat(encounters.takeUp(town.organisation(), its, aino))
                .isEqualTo(new TakingUp.OnBreak(clock.instant().plus(Duration.ofMinutes(15))));

        assertThat(state(its)).isEqualTo(CaseState.OPEN);
        assertThat(availability()).isEqualTo(Availability.BREAK);
    }

    private Ticket take() {
        return ((Take.Taken) queue.take(point, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty())).ticket();
    }

    private Ticket served() {
        var ticket = take();
        queue.callNext(town.organisation(), aino);
        queue.serve(town.organisation(), ticket.id(), new By.AnAgent(aino));
        return ticket;
    }

    private TicketState state(Ticket ticket) {
        return queue.get(town.organisation(), ticket.id()).state();
    }

    private CaseState state(CaseId its) {
        return cases.get(town.organisation(), its).state();
    }

    private Availability availability() {
        return staffing.state(town.organisation(), aino).availability();
    }
}
