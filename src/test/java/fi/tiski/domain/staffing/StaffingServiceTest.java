package fi.tiski.domain.staffing;

import static fi.tiski.support.TestClock.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StaffingServiceTest extends DomainTest {

    private static final Span EIGHT_TO_FOUR = new Span(at("2026-05-11T08:00"), at("2026-05-11T16:00"));
    private static final Span LUNCH = new Span(at("2026-05-11T11:00"), at("2026-05-11T11:30"));

    @Autowired
    private StaffingService staffing;

    @Autowired
    private AppointmentsService appointments;

    @Test
    void whoIsOnDutyIsAvailableSinceTheShiftBegan() {
        var point = town.aPoint().openAllDay().there();
        var agent = here(point);

        assertThat(duties(point))
                .containsExactly(
                        new Duty(agent, EIGHT_TO_FOUR, List.of(), Availability.AVAILABLE, EIGHT_TO_FOUR.from()));
    }

    @Test
    void onDutyAreOnlyThoseWhoCallNumbersThereAtThatTime() {
        var point = town.aPoint().openAllDay().there();
        town.anAgent().onShift(point, EIGHT_TO_FOUR, ServingMode.IN_PERSON).there();
        town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.VIDEO).there();
        here(town.aPoint().openAllDay().there());
        town.anAgent()
                .onShift(point, new Span(at("2026-05-11T18:00"), at("2026-05-11T20:00")), ServingMode.HERE)
                .there();

        assertThat(duties(point)).isEmpty();
    }

    @Test
    void aPlannedBreakIsABreakWhenItsTimeComesAndOverWhenItHasPassed() {
        var point = town.aPoint().openAllDay().there();
        var agent = here(point);

        assertThat(staffing.addBreak(town.organisation(), agent, LUNCH)).isTrue();

        assertThat(duties(point).getFirst().breaks()).containsExactly(LUNCH);
        assertThat(state(agent).availability()).isEqualTo(Availability.AVAILABLE);
        clock.set(LUNCH.from());
        assertThat(state(agent))
                .isEqualTo(new AgentState(Availability.BREAK, LUNCH.from(), Optional.of(LUNCH.until())));
        clock.set(LUNCH.until());
        assertThat(state(agent)).isEqualTo(new AgentState(Availability.AVAILABLE, LUNCH.until(), Optional.empty()));
    }

    @Test
    void aBreakLiesWithinOneShiftAndMeetsNoOther() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();

        assertThat(staffing.addBreak(town.organisation(), agent, LUNCH)).isTrue();
        assertThat(staffing.addBreak(town.organisation(), agent, span("11:15", "11:45")))
                .isFalse();
        assertThat(staffing.addBreak(town.organisation(), agent, span("15:45", "16:15")))
                .isFalse();
        assertThat(staffing.addBreak(town.organisation(), agent, span("17:00", "17:15")))
                .isFalse();
        assertThat(staffing.addBreak(town.organisation(), agent, span("15:45", "16:00")))
                .isTrue();
    }

    @Test
    void theDatabaseItselfRefusesABreakOutsideItsShift() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        staffing.addBreak(town.organisation(), agent, LUNCH);

        assertThatThrownBy(() -> sql.execute(
                        "update shift_break set during = tstzrange(lower(during), upper(shift_during) + interval '1 hour') where agent_id = ?",
                        agent.value()))
                .hasMessageContaining("shift_break_within_shift");
        assertThatThrownBy(() -> sql.execute(
                        "update shift set during = tstzrange(lower(during), lower(during) + interval '1 hour') where agent_id = ?",
                        agent.value()))
                .hasMessageContaining("shift_break_within_shift");
    }

    @Test
    void nobodyIsBookedIntoABreak() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        staffing.addBreak(town.organisation(), agent, LUNCH);
        var wanted = town.anAppointment().minutes(30).wanted();

        assertThat(appointments.freeWithin(wanted, span("10:30", "12:00")))
                .containsExactly(span("10:30", "11:00"), span("11:30", "12:00"));
        assertThat(appointments.hold(wanted, LUNCH.from(), Ids.next(), Optional.empty()))
                .isInstanceOf(Hold.JustTaken.class);
    }

    @Test
    void theDatabaseItselfPutsNoAppointmentIntoABreakAndNoBreakOntoAnAppointment() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        var booked = town.anAppointment().bookedAt(at("2026-05-11T13:00"));
        staffing.addBreak(town.organisation(), agent, LUNCH);

        assertThat(staffing.addBreak(town.organisation(), agent, span("13:15", "13:45")))
                .isFalse();
        assertThatThrownBy(() -> sql.execute(
                        "update appointment set during = tstzrange(?::timestamptz, ?::timestamptz) where id = ?",
                        "2026-05-11T11:15+03",
                        "2026-05-11T11:45+03",
                        booked.id().value()))
                .hasMessageContaining("A break lies in the appointment");
        assertThatThrownBy(() -> sql.execute(
                        "update shift_break set during = tstzrange(?::timestamptz, ?::timestamptz) where agent_id = ?",
                        "2026-05-11T12:45+03",
                        "2026-05-11T13:15+03",
                        agent.value()))
                .hasMessageContaining("An appointment lies in the break");
    }

    /** Each of the two looks for the other in a table that no constraint sees together with its own. */
    @Test
    void aBreakAndABookingAtTheSameMomentNeverBothSucceed() {
        for (int round = 0; round < 10; round++) {
            var during = Span.of(EIGHT_TO_FOUR.from().plus(Duration.ofDays(round)), Duration.ofHours(8));
            var agent =
                    town.anAgent().onShiftRemotely(during, ServingMode.PHONE).there();
            var starts = during.from().plus(Duration.ofHours(2));
            var wanted = town.anAppointment().minutes(30).wanted();

            var both = Together.all(
                    2,
                    who -> who == 0
                            ? staffing.addBreak(town.organisation(), agent, Span.of(starts, Duration.ofMinutes(30)))
                            : appointments.hold(wanted, starts, Ids.next(), Optional.empty()) instanceof Hold.Held);

            assertThat(both).as("one of the two, and only one").containsOnlyOnce(true);
        }
    }

    @Test
    void aBreakTakenOnTheSpotIsAsProtected() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();

        assertThat(takeBreak(agent, 20)).isEqualTo(new BreakTaken.OnBreak(span("09:00", "09:20")));

        assertThat(state(agent).availability()).isEqualTo(Availability.BREAK);
        assertThat(appointments.freeWithin(town.anAppointment().minutes(30).wanted(), span("09:00", "10:00")))
                .allSatisfy(time -> assertThat(time.from()).isAfterOrEqualTo(at("2026-05-11T09:20")));
        assertThat(takeBreak(agent, 60)).as("on one already").isEqualTo(new BreakTaken.OnBreak(span("09:00", "09:20")));
    }

    @Test
    void aBreakEndsBeforeAMeetingAPlannedBreakAndTheEndOfTheShift() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        town.anAppointment().bookedAt(at("2026-05-11T09:30"));
        staffing.addBreak(town.organisation(), agent, LUNCH);

        assertThat(takeBreak(agent, 45)).isEqualTo(new BreakTaken.OnBreak(span("09:00", "09:30")));
        clock.set("2026-05-11T10:45");
        assertThat(takeBreak(agent, 30)).isEqualTo(new BreakTaken.OnBreak(span("10:45", "11:00")));
        clock.set("2026-05-11T15:50");
        assertThat(takeBreak(agent, 30)).isEqualTo(new BreakTaken.OnBreak(span("15:50", "16:00")));
    }

    @Test
    void thereIsNoBreakRightBeforeAMeetingNorWithoutAShift() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        town.anAppointment().bookedAt(at("2026-05-11T09:30"));
        clock.set("2026-05-11T09:26");

        assertThat(takeBreak(agent, 15)).isEqualTo(new BreakTaken.MeetingSoon(at("2026-05-11T09:30")));
        clock.set("2026-05-11T17:00");
        assertThat(takeBreak(agent, 15)).isEqualTo(new BreakTaken.NotOnShift());
    }

    @Test
    void whoComesBackEarlyIsAvailableAndTheRestOfTheBreakIsFree() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        takeBreak(agent, 30);
        clock.set("2026-05-11T09:10");

        staffing.available(town.organisation(), agent);

        assertThat(state(agent))
                .isEqualTo(new AgentState(Availability.AVAILABLE, at("2026-05-11T09:10"), Optional.empty()));
        assertThat(staffing.breaks(town.organisation(), agent, EIGHT_TO_FOUR)).containsExactly(span("09:00", "09:10"));
    }

    @Test
    void aBreakThatWasABriefMistakeNeverWas() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        takeBreak(agent, 30);

        staffing.available(town.organisation(), agent);

        assertThat(staffing.breaks(town.organisation(), agent, EIGHT_TO_FOUR)).isEmpty();
    }

    @Test
    void writingDownEndsByItselfOrWhenTheAgentIsReady() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();

        staffing.wrapUp(town.organisation(), agent);

        assertThat(state(agent))
                .isEqualTo(new AgentState(
                        Availability.WRAP_UP,
                        clock.instant(),
                        Optional.of(clock.instant().plus(Duration.ofMinutes(2)))));
        clock.pass(Duration.ofMinutes(2));
        assertThat(state(agent)).isEqualTo(new AgentState(Availability.AVAILABLE, clock.instant(), Optional.empty()));
        staffing.wrapUp(town.organisation(), agent);
        assertThat(state(agent).availability()).isEqualTo(Availability.WRAP_UP);
        staffing.available(town.organisation(), agent);
        assertThat(state(agent).availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void whoIsAwayStaysAwayUntilTheySayThatTheyAreBack() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();

        staffing.goAway(town.organisation(), agent);
        staffing.wrapUp(town.organisation(), agent);

        assertThat(state(agent).availability()).isEqualTo(Availability.AWAY);
        staffing.available(town.organisation(), agent);
        assertThat(state(agent).availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void whatWasSaidYesterdayDoesNotBindToday() {
        var agent =
                town.anAgent().onShiftRemotely(EIGHT_TO_FOUR, ServingMode.PHONE).there();
        clock.set("2026-05-10T15:00");
        staffing.goAway(town.organisation(), agent);

        clock.set("2026-05-11T09:00");

        assertThat(state(agent))
                .isEqualTo(new AgentState(Availability.AVAILABLE, EIGHT_TO_FOUR.from(), Optional.empty()));
    }

    private AgentId here(ServicePoint point) {
        return town.anAgent().onShift(point, EIGHT_TO_FOUR, ServingMode.HERE).there();
    }

    private List<Duty> duties(ServicePoint point) {
        return staffing.dutiesHere(town.organisation(), point.id(), Span.of(clock.instant(), Duration.ofHours(4)));
    }

    private AgentState state(AgentId agent) {
        return staffing.state(town.organisation(), agent);
    }

    private BreakTaken takeBreak(AgentId agent, int minutes) {
        return staffing.takeBreak(town.organisation(), agent, Duration.ofMinutes(minutes));
    }

    private static Span span(String from, String until) {
        return new Span(today(from), today(until));
    }

    private static Instant today(String time) {
        return at("2026-05-11T" + time);
    }
}
