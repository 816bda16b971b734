package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose turn it is: numbers, those who are let ahead, those who were passed on, and agreed times, in one line. */
class LineTest extends DomainTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    private QueueService queue;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private CasesService cases;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private PointsService points;

    // ---------- Let ahead ----------

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

    // ---------- Agreed times ----------

    @Test
    void aMeetingWhoseTimeHasComeIsNextForItsAgentAndForNobodyElse() {
        var point = town.aPoint().openAllDay().withCounters(2).withRoom("A").there();
        var hers = agentWithMeetings(point, 0);
        var meeting =
                town.anAppointment().inPersonAt(point).bookedAt(clock.instant().plus(Duration.ofMinutes(30)));
        var other = agentAt(point, 1);
        take(point);
        take(point);
        clock.pass(Duration.ofMinutes(26));
        appointments.arrive(town.organisation(), meeting.id(), AT_KIOSK);

        assertThat(next(hers)).isInstanceOf(FairOrder.Next.Meet.class);
        assertThat(queue.callNext(town.organisation(), hers))
                .isInstanceOfSatisfying(
                        Call.Meet.class,
                        meet -> assertThat(meet.meeting().appointment())
                                .isEqualTo(meeting.id().value()));
        assertThat(called(other).number()).isEqualTo(1);
    }

    @Test
    void whoIsHereForAColleagueWhoDoesNotComeIsTakenByAnotherAfterFiveMinutes() {
        var point = town.aPoint().openAllDay().withCounters(2).withRoom("A").there();
        agentWithMeetings(point, 0);
        var meeting =
                town.anAppointment().inPersonAt(point).bookedAt(clock.instant().plus(Duration.ofMinutes(30)));
        var other = agentAt(point, 1);
        take(point);
        clock.pass(Duration.ofMinutes(34));
        appointments.arrive(town.organisation(), meeting.id(), AT_KIOSK);
        assertThat(next(other)).isInstanceOf(FairOrder.Next.Number.class);

        clock.pass(MINUTE);

        assertThat(next(other)).isInstanceOf(FairOrder.Next.Meet.class);
    }

    @Test
    void aMeetingThatOnlySomeCanHoldIsLeftToItsAgent() {
        var point = town.aPoint().openAllDay().withCounters(2).withRoom("A").there();
        var counters = points.counters(town.organisation(), point.id());
        town.anAgent()
                .skilled("sign-language")
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE, ServingMode.IN_PERSON)
                .standingAt(counters.get(0))
                .there();
        var meeting = town.anAppointment()
                .inPersonAt(point)
                .needing(Need.SIGN_LANGUAGE)
                .bookedAt(clock.instant().plus(Duration.ofMinutes(30)));
        var other = agentAt(point, 1);
        cases.tell(
                town.organisation(),
                meeting.caseId().orElseThrow(),
                AT_KIOSK,
                new Telling(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Needs(Set.of(Need.SIGN_LANGUAGE), Optional.empty()))));
        clock.pass(Duration.ofMinutes(45));
        appointments.arrive(town.organisation(), meeting.id(), AT_KIOSK);

        assertThat(queue.callNext(town.organisation(), other)).isInstanceOf(Call.NobodyWaiting.class);
    }

    @Test
    void whoWaitsSeesHowManyHaveAgreedOnATime() {
        var point = town.aPoint().openAllDay().withCounters(1).withRoom("A").there();
        agentWithMeetings(point, 0);
        var at = clock.instant().plus(Duration.ofMinutes(30));
        town.anAppointment().inPersonAt(point).bookedAt(at);
        clock.pass(Duration.ofMinutes(30));
        var ticket = take(point);

        assertThat(place(ticket).why()).isEqualTo(new TicketPlace.Before(0, 0, List.of(at)));
        assertThat(place(ticket).ahead()).isEqualTo(1);
    }

    // ---------- Transfer ----------

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

    // ---------- Undo ----------

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

    // ---------- Not there ----------

    @Test
    void whoIsCalledTwiceAndDoesNotComeLeavesByRuleAndCanComeBackOnceBehindTwo() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var absent = take(point);
        called(agent);
        queue.callAgain(town.organisation(), absent.id(), new By.AnAgent(agent));
        for (int i = 0; i < 4; i++) {
            clock.pass(MINUTE);
            take(point);
        }
        end();
        assertThat(place(absent).ticket().state()).isEqualTo(TicketState.CALLED);
        clock.pass(MINUTE.plusSeconds(1));
        end();

        assertThat(place(absent).ticket().state()).isEqualTo(TicketState.NO_SHOW);
        assertThat(place(absent).ticket().byRule()).isTrue();
        assertThat(queue.withEach(town.organisation())).doesNotContainKey(agent);
        assertThat(queue.mayComeBack(place(absent).ticket())).isTrue();
        queue.comeBack(town.organisation(), absent.id(), AT_KIOSK);
        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(2, 3, 1, 4, 5);

        finish(agent, called(agent));
        finish(agent, called(agent));
        assertThat(called(agent).number()).isEqualTo(1);
        queue.noShow(town.organisation(), absent.id(), new By.AnAgent(agent));
        assertThat(queue.mayComeBack(place(absent).ticket())).isFalse();
        assertThat(queue.comeBack(town.organisation(), absent.id(), AT_KIOSK))
                .isEqualTo(new TicketChange.NotFrom(TicketState.NO_SHOW));
    }

    @Test
    void whoComesBackPassesNobodyWhoHasWaitedLong() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var absent = take(point);
        called(agent);
        queue.noShow(town.organisation(), absent.id(), new By.AnAgent(agent));
        take(point);
        take(point);
        take(point);
        clock.pass(FairOrder.OVERTAKEN_WITHIN);
        take(point);

        queue.comeBack(town.organisation(), absent.id(), AT_KIOSK);

        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(2, 3, 4, 1, 5);
    }

    @Test
    void afterHalfAnHourANewNumberIsTakenInstead() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var absent = take(point);
        called(agent);
        queue.noShow(town.organisation(), absent.id(), new By.AnAgent(agent));

        clock.pass(Duration.ofMinutes(31));

        assertThat(queue.comeBack(town.organisation(), absent.id(), AT_KIOSK)).isInstanceOf(TicketChange.NotFrom.class);
    }

    @Test
    void whoStillWaitsWellAfterClosingLeavesByRule() {
        var point = town.aPoint().open("08:00", "16:00", 1).there();
        clock.set("2026-05-11T15:50");
        var ticket = take(point);
        clock.set("2026-05-11T16:29");
        end();
        assertThat(place(ticket).ticket().state()).isEqualTo(TicketState.WAITING);

        clock.set("2026-05-11T16:31");
        end();

        assertThat(place(ticket).ticket().state()).isEqualTo(TicketState.LEFT);
        assertThat(place(ticket).ticket().byRule()).isTrue();
        assertThat(entries(ticket)).endsWith(EntryKind.TICKET_NOT_REACHED);
    }

    // ---------- Midnight ----------

    @Test
    void whoTookANumberBeforeMidnightIsCalledAfterItAndNobodyElseGetsThatNumber() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        clock.set("2026-05-11T23:50");
        var before = take(point);
        clock.set("2026-05-12T00:05");
        end();

        var after = take(point);

        assertThat(after.number()).isEqualTo(2);
        assertThat(queue.board(town.organisation(), point.id()).waiting()).isEqualTo(2);
        assertThat(place(after).ahead()).isEqualTo(1);
        assertThat(called(agentAt(point, 0)).id()).isEqualTo(before.id());
    }

    @Test
    void whereTheDoorsCloseBeforeMidnightYesterdaysNumbersAreOver() {
        var point = town.aPoint().open("08:00", "22:00", 1, 2).withCounters(1).there();
        clock.set("2026-05-11T21:50");
        var ticket = take(point);
        clock.set("2026-05-12T08:05");

        assertThat(queue.waiting(town.organisation(), point.id())).isEmpty();
        end();
        assertThat(place(ticket).ticket().state()).isEqualTo(TicketState.LEFT);
    }

    // ---------- By number, and what was promised ----------

    @Test
    void anybodyCanAskHowLongANumberStillTakes() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        take(point);
        var mine = take(point);

        assertThat(queue.byNumber(town.organisation(), point.id(), 2)).hasValueSatisfying(place -> {
            assertThat(place.ticket().id()).isEqualTo(mine.id());
            assertThat(place.ahead()).isEqualTo(1);
        });
        assertThat(queue.byNumber(town.organisation(), point.id(), 3)).isEmpty();
    }

    @Test
    void whatWasPromisedIsKeptAndHeldAgainstWhatHappened() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE)
                .standingAt(points.counters(town.organisation(), point.id()).getFirst())
                .there();
        var since = clock.instant();
        take(point);
        take(point);
        finish(agent, called(agent));
        clock.pass(Duration.ofHours(5));
        called(agent);

        assertThat(queue.waitsKept(town.organisation(), point.id(), since)).isEqualTo(new WaitsKept(2, 1));
    }

    @Test
    void aCallThatWasTakenBackIsNotHeldAgainstThePromise() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE)
                .standingAt(points.counters(town.organisation(), point.id()).getFirst())
                .there();
        var since = clock.instant();
        take(point);
        called(agent);
        queue.undo(town.organisation(), agent);

        assertThat(queue.waitsKept(town.organisation(), point.id(), since)).isEqualTo(new WaitsKept(0, 0));
    }

    private void end() {
        queue.endUnattended(2, Duration.ofMinutes(5), Duration.ofMinutes(30));
    }

    private AgentId agentAt(ServicePoint point, int counter) {
        return town.anAgent()
                .standingAt(points.counters(town.organisation(), point.id()).get(counter))
                .there();
    }

    private AgentId agentWithMeetings(ServicePoint point, int counter) {
        return town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE, ServingMode.IN_PERSON)
                .standingAt(points.counters(town.organisation(), point.id()).get(counter))
                .there();
    }

    private FairOrder.Next next(AgentId agent) {
        var point = staffing.counterOf(town.organisation(), agent).orElseThrow().point();
        return Objects.requireNonNull(
                queue.nextForEach(town.organisation(), point).get(agent));
    }

    private Optional<Undo.Possible> undoable(AgentId agent) {
        return Optional.ofNullable(queue.undoableByEach(town.organisation()).get(agent));
    }

    private Ticket take(ServicePoint point) {
        return ((Take.Taken) queue.take(point, Ids.next(), Language.FI, AT_KIOSK, Optional.<CaseId>empty())).ticket();
    }

    private void letAhead(Ticket ticket) {
        queue.letAhead(town.organisation(), ticket.id(), Optional.of(LetAhead.UNWELL), AT_KIOSK);
    }

    private Ticket called(AgentId agent) {
        return ((Call.Called) queue.callNext(town.organisation(), agent)).ticket();
    }

    private int served(AgentId agent) {
        var ticket = called(agent);
        finish(agent, ticket);
        return ticket.number();
    }

    private void finish(AgentId agent) {
        finish(agent, Objects.requireNonNull(queue.withEach(town.organisation()).get(agent)));
    }

    private void finish(AgentId agent, Ticket ticket) {
        queue.serve(town.organisation(), ticket.id(), new By.AnAgent(agent));
        queue.done(town.organisation(), ticket.id(), new By.AnAgent(agent));
    }

    private TicketState undone(AgentId agent, Step step) {
        assertThat(undoable(agent)).map(Undo.Possible::step).contains(step);
        return ((Undo.Undone) queue.undo(town.organisation(), agent)).ticket().state();
    }

    private TicketPlace place(Ticket ticket) {
        return queue.place(town.organisation(), ticket.id());
    }

    private static Ticket changed(TicketChange change) {
        return ((TicketChange.Changed) change).ticket();
    }

    private static List<Integer> numbers(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::number).toList();
    }

    private List<EntryKind> entries(Ticket ticket) {
        return cases.file(town.organisation(), ticket.caseId()).entries().stream()
                .map(Entry::kind)
                .toList();
    }
}
