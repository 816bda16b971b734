package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.TestClock;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueServiceTest extends InALine {

    @Test
    void fiftyPeopleWhoPressAtOnceGetTheNumbersOneToFifty() {
        var point = town.aPoint().openAllDay().there();

        var numbers = Together.all(50, i -> take(point).number());

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void anImpatientDoublePressIsOneNumberAndOneCase() {
        var point = town.aPoint().openAllDay().there();
        var press = Ids.next();

        var tickets = Together.all(8, i -> take(point, press));

        assertThat(tickets)
                .extracting(Ticket::id)
                .containsOnly(tickets.getFirst().id());
        assertThat(tickets)
                .extracting(Ticket::caseId)
                .containsOnly(tickets.getFirst().caseId());
        assertThat(queue.waiting(town.organisation(), point.id())).hasSize(1);
        assertThat(cases.find(town.organisation(), "")).hasSize(1);
    }

    @Test
    void twentyFourAgentsWhoCallAtOnceShareTwentyNumbersAndFourCallNobody() {
        var point = town.aPoint().openAllDay().withCounters(24).there();
        var counters = points.counters(town.organisation(), point.id());
        var agents = counters.stream()
                .map(counter -> town.anAgent().standingAt(counter).there())
                .toList();
        var waiting = IntStream.range(0, 20).mapToObj(i -> take(point).id()).toList();

        var calls = Together.all(24, i -> queue.callNext(town.organisation(), agents.get(i)));

        assertThat(calls.stream()
                        .filter(Call.Called.class::isInstance)
                        .map(Call.Called.class::cast)
                        .map(called -> called.ticket().id()))
                .containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(calls).filteredOn(Call.NobodyWaiting.class::isInstance).hasSize(4);
    }

    @Test
    void anAgentWhoPressesTwiceCallsOnePerson() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        take(point);
        take(point);

        var calls = Together.all(6, i -> queue.callNext(town.organisation(), agent));

        assertThat(calls).filteredOn(Call.Called.class::isInstance).hasSize(1);
        assertThat(calls).filteredOn(Call.StillWith.class::isInstance).hasSize(5);
        assertThat(queue.waiting(town.organisation(), point.id())).hasSize(1);
    }

    @Test
    void whoCameFirstIsCalledFirst() {
        var point = town.aPoint().openAllDay().withCounters(2).there();
        var first = take(point);
        clock.pass(Duration.ofMinutes(1));
        var second = take(point);

        assertThat(called(agentAt(point, 0)).id()).isEqualTo(first.id());
        assertThat(called(agentAt(point, 1)).id()).isEqualTo(second.id());
    }

    @Test
    void anAgentWithoutACounterCallsNobody() {
        var point = town.aPoint().openAllDay().there();
        take(point);

        assertThat(queue.callNext(town.organisation(), town.anAgent().there())).isInstanceOf(Call.NoCounter.class);
    }

    @Test
    void oneWhoIsChosenOutOfTurnIsCalledAndCannotBeChosenTwice() {
        var point = town.aPoint().openAllDay().withCounters(2).there();
        take(point);
        var chosen = take(point);

        assertThat(queue.call(town.organisation(), agentAt(point, 0), chosen.id()))
                .isInstanceOf(Call.Called.class);
        assertThat(queue.call(town.organisation(), agentAt(point, 1), chosen.id()))
                .isInstanceOf(Call.NobodyWaiting.class);
    }

    @Test
    void everyDayBeginsWithNumberOneByThePointsOwnCalendar() {
        var here = town.aPoint().openAllDay().there();
        var inTokyo = town.aPoint().openAllDay().inZone("Asia/Tokyo").there();
        clock.set("2026-05-11T17:30");
        take(here);
        take(here);
        take(inTokyo);
        clock.set("2026-05-11T18:30");
        leaveAll(inTokyo);

        assertThat(take(here)).extracting(Ticket::number, Ticket::day).containsExactly(3, LocalDate.of(2026, 5, 11));
        assertThat(take(inTokyo)).extracting(Ticket::number, Ticket::day).containsExactly(1, LocalDate.of(2026, 5, 12));
        leaveAll(here);
        clock.set("2026-05-12T00:01");
        assertThat(take(here)).extracting(Ticket::number, Ticket::day).containsExactly(1, LocalDate.of(2026, 5, 12));
    }

    @Test
    void yesterdaysNumbersAreNotCalledToday() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        take(point);
        clock.pass(Duration.ofDays(1));

        assertThat(queue.callNext(town.organisation(), agentAt(point, 0))).isInstanceOf(Call.NobodyWaiting.class);
    }

    @Test
    void behindClosedDoorsNobodyGetsANumberAndHearsWhenTheDoorsOpen() {
        var point = town.aPoint().open("10:00", "16:00", 1).there();

        var take = queue.take(point, Ids.next(), Language.FI, AT_KIOSK, Optional.empty());

        assertThat(take)
                .isInstanceOfSatisfying(
                        Take.PointClosed.class,
                        closed -> assertThat(closed.doors().opens()).contains(TestClock.at("2026-05-11T10:00")));
        assertThat(cases.find(town.organisation(), "")).isEmpty();
    }

    @Test
    void theSamePressAfterClosingTimeStillFindsItsNumber() {
        var point = town.aPoint().open("08:00", "16:00", 1).there();
        var press = Ids.next();
        var before = take(point, press);
        clock.set("2026-05-11T16:01");

        assertThat(take(point, press).id()).isEqualTo(before.id());
    }

    @Test
    void callingAgainCountsAndIsPossibleOnlyWhileCalled() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var by = new By.AnAgent(agent);
        var waiting = take(point);

        assertThat(queue.callAgain(town.organisation(), waiting.id(), by))
                .isEqualTo(new TicketChange.NotFrom(TicketState.WAITING));
        called(agent);
        assertThat(changed(queue.callAgain(town.organisation(), waiting.id(), by))
                        .calls())
                .isEqualTo(2);
        assertThat(entries(waiting)).endsWith(EntryKind.TICKET_CALLED, EntryKind.TICKET_CALLED_AGAIN);
    }

    @Test
    void servingOpensTheCaseForServiceAndDoneFreesTheAgent() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var by = new By.AnAgent(agent);
        var ticket = take(point);
        called(agent);

        assertThat(changed(queue.serve(town.organisation(), ticket.id(), by)).state())
                .isEqualTo(TicketState.SERVING);
        assertThat(cases.get(town.organisation(), ticket.caseId()).state()).isEqualTo(CaseState.IN_SERVICE);
        assertThat(queue.noShow(town.organisation(), ticket.id(), by))
                .isEqualTo(new TicketChange.NotFrom(TicketState.SERVING));
        assertThat(changed(queue.done(town.organisation(), ticket.id(), by)).state())
                .isEqualTo(TicketState.DONE);
        assertThat(queue.done(town.organisation(), ticket.id(), by))
                .isEqualTo(new TicketChange.NotFrom(TicketState.DONE));
        assertThat(queue.withEach(town.organisation())).doesNotContainKey(agent);
    }

    @Test
    void whoIsPutBackKeepsTheirPlace() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var by = new By.AnAgent(agent);
        var first = take(point);
        clock.pass(Duration.ofMinutes(5));
        take(point);
        called(agent);

        queue.putBack(town.organisation(), first.id(), by);

        assertThat(queue.place(town.organisation(), first.id()).ahead()).isZero();
        assertThat(called(agent).id()).isEqualTo(first.id());
    }

    @Test
    void whoDoesNotComeIsNotWaitedForAndWhoLeavesIsNotCalled() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var by = new By.AnAgent(agent);
        var absent = take(point);
        var leaving = take(point);
        called(agent);

        assertThat(changed(queue.noShow(town.organisation(), absent.id(), by)).state())
                .isEqualTo(TicketState.NO_SHOW);
        assertThat(changed(queue.leave(town.organisation(), leaving.id(), AT_KIOSK))
                        .state())
                .isEqualTo(TicketState.LEFT);
        assertThat(queue.callNext(town.organisation(), agent)).isInstanceOf(Call.NobodyWaiting.class);
        assertThat(queue.serve(town.organisation(), absent.id(), by))
                .isEqualTo(new TicketChange.NotFrom(TicketState.NO_SHOW));
        assertThat(queue.leave(town.organisation(), leaving.id(), AT_KIOSK))
                .isEqualTo(new TicketChange.NotFrom(TicketState.LEFT));
        assertThat(queue.putBack(town.organisation(), leaving.id(), by))
                .isEqualTo(new TicketChange.NotFrom(TicketState.LEFT));
    }

    @Test
    void aNumberOnACaseThatGoesOnOpensNoOther() {
        var point = town.aPoint().openAllDay().there();
        var its = town.aCase();

        var take = queue.take(point, Ids.next(), Language.FI, AT_KIOSK, Optional.of(its.id()));

        assertThat(take)
                .isInstanceOfSatisfying(
                        Take.Taken.class,
                        taken -> assertThat(taken.ticket().caseId()).isEqualTo(its.id()));
        assertThat(queue.ofCase(town.organisation(), its.id())).isPresent();
    }

    @Test
    void theWaitIsSharedAmongTheAgentsOnShiftAndUnknownWhenThereAreNone() {
        var point = town.aPoint().openAllDay().there();
        var day = new Span(clock.instant(), clock.instant().plus(Duration.ofHours(8)));
        take(point);
        take(point);
        assertThat(queue.waitNow(town.organisation(), point.id())).isEmpty();

        town.anAgent().onShift(point, day, ServingMode.HERE).there();
        var withOne = queue.waitNow(town.organisation(), point.id()).orElseThrow();
        town.anAgent().onShift(point, day, ServingMode.IN_PERSON).there();
        assertThat(queue.waitNow(town.organisation(), point.id())).contains(withOne);
        town.anAgent().onShift(point, day, ServingMode.HERE).there();

        var withTwo = queue.waitNow(town.organisation(), point.id()).orElseThrow();
        assertThat(withTwo.atLeast()).isLessThanOrEqualTo(withOne.atLeast());
        assertThat(withTwo.atMost()).isLessThan(withOne.atMost());
    }

    @Test
    void whoCannotBeReachedBeforeClosingHearsItAtOnce() {
        var point = town.aPoint().open("08:00", "16:00", 1).there();
        town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE)
                .there();
        var early = take(point);
        assertThat(queue.place(town.organisation(), early.id()).reachedBeforeClosing())
                .isTrue();

        clock.set("2026-05-11T15:55");
        var late = take(point);
        assertThat(queue.place(town.organisation(), late.id()).reachedBeforeClosing())
                .isFalse();
    }

    @Test
    void aPointThatIsOpenDayAndNightDoesNotCloseAtMidnight() {
        var point = town.aPoint().openAllDay().there();
        clock.set("2026-05-11T23:55");
        town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE)
                .there();

        assertThat(queue.place(town.organisation(), take(point).id()).reachedBeforeClosing())
                .isTrue();
    }

    @Test
    void theBoardShowsNumbersAndCountersTheLatestCallFirst() {
        var point = town.aPoint().openAllDay().withCounters(2).there();
        take(point);
        take(point);
        take(point);
        called(agentAt(point, 0));
        clock.pass(Duration.ofSeconds(20));
        called(agentAt(point, 1));

        var board = queue.board(town.organisation(), point.id());

        var now = clock.instant();
        assertThat(board.calling())
                .containsExactly(
                        new QueueBoard.Line(2, "2", 1, Language.FI, now),
                        new QueueBoard.Line(1, "1", 1, Language.FI, now.minusSeconds(20)));
        assertThat(board.waiting()).isEqualTo(1);
    }

    @Test
    void aBoardOfSomeCountersShowsTheirCallsAloneHoweverManyOthersThereAre() {
        var point = town.aPoint().openAllDay().withCounters(8).there();
        for (var counter = 0; counter < 8; counter++) {
            take(point);
            called(agentAt(point, counter));
            clock.pass(Duration.ofSeconds(1));
        }

        var board = queue.board(town.organisation(), point.id(), Set.of("1", "3"));

        assertThat(board.calling()).extracting(QueueBoard.Line::counter).containsExactly("3", "1");
    }

    private void leaveAll(ServicePoint point) {
        queue.waiting(town.organisation(), point.id())
                .forEach(ticket -> queue.leave(town.organisation(), ticket.id(), AT_KIOSK));
    }

    private Ticket take(ServicePoint point, UUID press) {
        return ((Take.Taken) queue.take(point, press, Language.FI, AT_KIOSK, Optional.empty())).ticket();
    }
}
