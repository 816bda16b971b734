package fi.tiski.domain.appointments;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.CLOSURE;
import static fi.tiski.platform.tables.Tables.SHIFT;
import static fi.tiski.support.Municipality.AT_HOME;
import static fi.tiski.support.Municipality.AT_KIOSK;
import static fi.tiski.support.TestClock.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.LocalText;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Municipality;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AppointmentsServiceTest extends DomainTest {

    private static final Instant TEN = at("2026-05-12T10:00");
    private static final Instant ELEVEN = at("2026-05-12T11:00");

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private CasesService cases;

    @Autowired
    private StaffingService staffing;

    private AgentId agent;

    @BeforeEach
    void oneAgentTomorrow() {
        agent = town.anAgent()
                .onShiftRemotely(Span.of(at("2026-05-12T08:00"), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
    }

    @Test
    void aTimeIsKeptTenMinutesAndTenMoreAsOftenAsWanted() {
        var held = video().heldAt(TEN);
        assertThat(held.heldUntil()).contains(clock.instant().plus(Duration.ofMinutes(10)));

        clock.pass(Duration.ofMinutes(8));

        assertThat(appointments
                        .extend(town.organisation(), held.id())
                        .orElseThrow()
                        .heldUntil())
                .contains(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void whoComesSecondIsOfferedTheNextThreeTimes() {
        video().heldAt(TEN);

        var second = appointments.hold(video().wanted(), TEN, Ids.next(), Optional.empty());

        assertThat(second)
                .isInstanceOfSatisfying(
                        Hold.JustTaken.class,
                        taken -> assertThat(taken.instead())
                                .extracting(Span::from)
                                .containsExactly(at("2026-05-12T10:30"), ELEVEN, at("2026-05-12T11:30")));
    }

    @Test
    void aHoldThatRanOutKeepsNobodyOut() {
        var held = video().heldAt(TEN);
        clock.pass(Duration.ofMinutes(10));

        assertThat(appointments.freeWithin(video().wanted(), Span.of(TEN, Duration.ofMinutes(30))))
                .hasSize(1);
        var others = video().bookedAt(TEN);

        assertThat(others.agent()).isEqualTo(agent);
        assertThat(appointments.confirm(
                        town.organisation(), held.id(), town.aCase().id(), AT_HOME, Optional.empty()))
                .isInstanceOf(Booking.HoldLapsed.class);
        assertThat(appointments.extend(town.organisation(), held.id())).isEmpty();
    }

    @Test
    void aHoldThatRanOutIsBookedAllTheSameWhileNobodyElseHasTakenTheTime() {
        var held = video().heldAt(TEN);
        clock.pass(Duration.ofHours(1));

        assertThat(appointments.confirm(
                        town.organisation(), held.id(), town.aCase().id(), AT_HOME, Optional.empty()))
                .isInstanceOf(Booking.Booked.class);
    }

    @Test
    void confirmingTwiceTellsTheSame() {
        var held = video().heldAt(TEN);
        var its = town.aCase().id();

        var first = appointments.confirm(town.organisation(), held.id(), its, AT_HOME, Optional.empty());
        var second = appointments.confirm(town.organisation(), held.id(), its, AT_HOME, Optional.empty());

        assertThat(second).isEqualTo(first);
        assertThat(cases.file(town.organisation(), its).entries())
                .extracting(Entry::kind)
                .containsOnlyOnce(EntryKind.APPOINTMENT_BOOKED);
    }

    @Test
    void theSamePressFindsItsHoldAgainAlsoOnceItIsBooked() {
        var press = Ids.next();
        var wanted = video().wanted();
        var held = ((Hold.Held) appointments.hold(wanted, TEN, press, Optional.empty())).appointment();
        appointments.confirm(town.organisation(), held.id(), town.aCase().id(), AT_HOME, Optional.empty());

        assertThat(appointments.hold(wanted, TEN, press, Optional.empty()))
                .isInstanceOfSatisfying(
                        Hold.Held.class,
                        again -> assertThat(again.appointment().id()).isEqualTo(held.id()));
    }

    @Test
    void choosingAnotherTimeGivesTheFirstOneBack() {
        var first = video().heldAt(TEN);

        appointments.hold(video().wanted(), ELEVEN, Ids.next(), Optional.of(first.id()));

        assertThat(appointments.find(town.organisation(), first.id())).isEmpty();
        assertThat(video().heldAt(TEN)).isNotNull();
    }

    @Test
    void whoLosesTheRaceForAnotherTimeKeepsTheOneTheyHad() {
        var mine = video().heldAt(TEN);
        video().bookedAt(ELEVEN);

        var other = appointments.hold(video().wanted(), ELEVEN, Ids.next(), Optional.of(mine.id()));

        assertThat(other).isInstanceOf(Hold.JustTaken.class);
        assertThat(appointments.find(town.organisation(), mine.id())).isPresent();
    }

    @Test
    void whoLosesTheRaceForATimeThatOverlapsTheirsKeepsTheirs() {
        var mine = video().minutes(30).heldAt(TEN);
        video().bookedAt(TEN.plus(Duration.ofMinutes(30)));

        var longer = appointments.hold(video().minutes(60).wanted(), TEN, Ids.next(), Optional.of(mine.id()));

        assertThat(longer).isInstanceOf(Hold.JustTaken.class);
        assertThat(appointments.find(town.organisation(), mine.id())).contains(mine);
    }

    @Test
    void aTimeThatOverlapsTheirOwnHoldCanBeHadInItsPlace() {
        var mine = video().minutes(30).heldAt(TEN);

        var longer = appointments.hold(video().minutes(60).wanted(), TEN, Ids.next(), Optional.of(mine.id()));

        assertThat(longer).isInstanceOf(Hold.Held.class);
        assertThat(appointments.find(town.organisation(), mine.id())).isEmpty();
    }

    @Test
    void aTimeWithAnAgentWhoHasLeftIsNotPromised() {
        var held = video().heldAt(TEN);
        sql.update(AGENT)
                .set(AGENT.LEFT_AT, clock.instant())
                .where(AGENT.ID.eq(agent.value()))
                .execute();

        assertThat(confirm(held)).isInstanceOf(Booking.HoldLapsed.class);
        assertThat(appointments.find(town.organisation(), held.id())).isEmpty();
    }

    @Test
    void aTimeAfterTheShiftHasBeenTakenAwayIsNotPromised() {
        var held = video().heldAt(TEN);
        sql.deleteFrom(SHIFT).where(SHIFT.AGENT_ID.eq(agent.value())).execute();

        assertThat(confirm(held)).isInstanceOf(Booking.HoldLapsed.class);
    }

    @Test
    void aTimeAtAPointThatHasClosedForItIsNotPromisedAndTheNextOnesAreOffered() {
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        town.anAgent()
                .onShift(point, Span.of(at("2026-05-12T08:00"), Duration.ofHours(8)), ServingMode.IN_PERSON)
                .there();
        var inPerson = town.anAppointment().inPersonAt(point);
        var held = inPerson.heldAt(TEN);
        sql.insertInto(CLOSURE)
                .set(CLOSURE.ORGANISATION_ID, town.id())
                .set(CLOSURE.ID, Ids.next())
                .set(CLOSURE.POINT_ID, point.id().value())
                .set(CLOSURE.DURING, Span.of(TEN, Duration.ofHours(1)).stored())
                .set(CLOSURE.REASON, LocalText.of("Vesivahinko", "Vattenskada", "Water damage"))
                .execute();

        assertThat(confirm(held)).isInstanceOf(Booking.HoldLapsed.class);
        assertThat(appointments.nextFree(inPerson.wanted(), TEN))
                .extracting(Span::from)
                .containsExactly(ELEVEN, at("2026-05-12T11:30"), at("2026-05-12T12:00"));
    }

    private Booking confirm(Appointment held) {
        return appointments.confirm(town.organisation(), held.id(), town.aCase().id(), AT_HOME, Optional.empty());
    }

    @Test
    void movingCancelsTheEarlierBookingAndSaysSoOnce() {
        var its = town.aCase().id();
        var earlier = video().heldAt(TEN);
        appointments.confirm(town.organisation(), earlier.id(), its, AT_HOME, Optional.empty());
        var later = video().heldAt(ELEVEN);

        appointments.confirm(town.organisation(), later.id(), its, AT_HOME, Optional.of(earlier.id()));

        assertThat(appointments.ofCase(town.organisation(), its))
                .extracting(Appointment::state)
                .containsExactlyInAnyOrder(AppointmentState.BOOKED, AppointmentState.CANCELLED);
        assertThat(cases.file(town.organisation(), its).entries())
                .extracting(Entry::kind)
                .containsExactly(EntryKind.OPENED, EntryKind.APPOINTMENT_BOOKED, EntryKind.APPOINTMENT_MOVED);
        assertThat(video().heldAt(TEN)).isNotNull();
    }

    @Test
    void aCancelledTimeIsFreeAgain() {
        var booked = video().bookedAt(TEN);

        assertThat(appointments.cancel(town.organisation(), booked.id(), AT_HOME))
                .isInstanceOf(AppointmentChange.Changed.class);

        assertThat(video().heldAt(TEN)).isNotNull();
        assertThat(appointments.cancel(town.organisation(), booked.id(), AT_HOME))
                .isEqualTo(new AppointmentChange.NotFrom(AppointmentState.CANCELLED));
    }

    @Test
    void whoArrivesIsServedAndDone() {
        var booked = video().bookedAt(TEN);
        var by = new By.AnAgent(agent);

        assertThat(state(appointments.arrive(town.organisation(), booked.id(), AT_KIOSK)))
                .isEqualTo(AppointmentState.ARRIVED);
        assertThat(state(appointments.serve(town.organisation(), booked.id(), by)))
                .isEqualTo(AppointmentState.SERVING);
        assertThat(cases.get(town.organisation(), booked.caseId().orElseThrow()).state())
                .isEqualTo(CaseState.IN_SERVICE);
        assertThat(appointments.noShow(town.organisation(), booked.id(), by))
                .isEqualTo(new AppointmentChange.NotFrom(AppointmentState.SERVING));
        assertThat(state(appointments.done(town.organisation(), booked.id(), by)))
                .isEqualTo(AppointmentState.DONE);
        assertThat(appointments.arrive(town.organisation(), booked.id(), AT_KIOSK))
                .isEqualTo(new AppointmentChange.NotFrom(AppointmentState.DONE));
    }

    @Test
    void nobodyBeginsAMeetingOnTheirOwnBreak() {
        var booked = video().bookedAt(TEN);
        var by = new By.AnAgent(agent);
        clock.set(TEN.minus(Duration.ofMinutes(20)));
        staffing.takeBreak(town.organisation(), agent, Duration.ofMinutes(15));

        assertThat(appointments.serve(town.organisation(), booked.id(), by))
                .isEqualTo(new AppointmentChange.OnBreak(TEN.minus(Duration.ofMinutes(5))));
        assertThat(appointments
                        .find(town.organisation(), booked.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(AppointmentState.BOOKED);

        staffing.available(town.organisation(), agent);
        assertThat(state(appointments.serve(town.organisation(), booked.id(), by)))
                .isEqualTo(AppointmentState.SERVING);
    }

    @Test
    void afterAMeetingTheAgentHasTimeToWriteItDown() {
        var booked = video().bookedAt(TEN);
        var by = new By.AnAgent(agent);
        clock.set(TEN);
        staffing.goAway(town.organisation(), agent);

        appointments.serve(town.organisation(), booked.id(), by);
        assertThat(availability()).as("who meets somebody is back").isEqualTo(Availability.AVAILABLE);
        appointments.done(town.organisation(), booked.id(), by);

        assertThat(availability()).isEqualTo(Availability.WRAP_UP);
    }

    private Availability availability() {
        return staffing.state(town.organisation(), agent).availability();
    }

    @Test
    void whoDoesNotComeIsMissed() {
        var booked = video().bookedAt(TEN);

        assertThat(state(appointments.noShow(town.organisation(), booked.id(), new By.AnAgent(agent))))
                .isEqualTo(AppointmentState.NO_SHOW);
        assertThat(appointments.day(town.organisation(), agent, Span.of(TEN, Duration.ofHours(1))))
                .hasSize(1);
        assertThat(appointments.live(town.organisation(), Span.of(TEN, Duration.ofHours(1))))
                .isEmpty();
    }

    private Municipality.AnAppointment video() {
        return town.anAppointment().byVideo();
    }

    private static AppointmentState state(AppointmentChange change) {
        return ((AppointmentChange.Changed) change).appointment().state();
    }
}
