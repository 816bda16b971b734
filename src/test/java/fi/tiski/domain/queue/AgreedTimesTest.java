package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers and agreed times in one line. */
class AgreedTimesTest extends InALine {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    private AppointmentsService appointments;

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
}
