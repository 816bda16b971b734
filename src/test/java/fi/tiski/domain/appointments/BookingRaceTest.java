package fi.tiski.domain.appointments;

import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Municipality;
import fi.tiski.support.TestClock;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at the same time with the same agent or in the same room: impossible, however many try. */
class BookingRaceTest extends DomainTest {

    private static final int SLOTS = 20;
    private static final int PEOPLE = 200;
    private static final Span WORK = Span.of(TestClock.at("2026-05-12T08:00"), Duration.ofHours(10));

    @Autowired
    private AppointmentsService appointments;

    @Test
    void twoHundredWhoWantTwentyTimesOfOneAgentBookTwenty() {
        town.anAgent().onShiftRemotely(WORK, ServingMode.VIDEO).there();

        everybodyBooks(town.anAppointment().byVideo());

        assertTwentyAreBookedAndNoneOverlap();
    }

    @Test
    void twoHundredWhoWantTwentyTimesOfTwoAgentsInOneRoomBookTwenty() {
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        town.anAgent().onShift(point, WORK, ServingMode.IN_PERSON).there();
        town.anAgent().onShift(point, WORK, ServingMode.IN_PERSON).there();

        everybodyBooks(town.anAppointment().inPersonAt(point));

        assertTwentyAreBookedAndNoneOverlap();
    }

    @Test
    void twoAgentsWithTwoRoomsTakeTwoAtATime() {
        var point =
                town.aPoint().openAllDay().withRoom("Lampi").withRoom("Kaisla").there();
        town.anAgent().onShift(point, WORK, ServingMode.IN_PERSON).there();
        town.anAgent().onShift(point, WORK, ServingMode.IN_PERSON).there();
        var wanted = town.anAppointment().inPersonAt(point).wanted();

        var holds = Together.all(8, i -> appointments.hold(wanted, WORK.from(), Ids.next(), Optional.empty()));

        assertThat(holds).filteredOn(Hold.Held.class::isInstance).hasSize(2);
        assertThat(holds).filteredOn(Hold.JustTaken.class::isInstance).hasSize(6);
    }

    @Test
    void anImpatientDoublePressIsOneHold() {
        town.anAgent().onShiftRemotely(WORK, ServingMode.VIDEO).there();
        town.anAgent().onShiftRemotely(WORK, ServingMode.VIDEO).there();
        var wanted = town.anAppointment().byVideo().wanted();
        var press = Ids.next();

        var holds = Together.all(8, i -> appointments.hold(wanted, WORK.from(), press, Optional.empty()));

        assertThat(holds).allSatisfy(hold -> assertThat(hold).isInstanceOf(Hold.Held.class));
        assertThat(holds.stream().map(hold -> ((Hold.Held) hold).appointment().id()))
                .containsOnly(((Hold.Held) holds.getFirst()).appointment().id());
        assertThat(booked()).hasSize(1);
    }

    @Test
    void aConfirmationPressedTwiceIsOneBooking() {
        town.anAgent().onShiftRemotely(WORK, ServingMode.VIDEO).there();
        var held = town.anAppointment().byVideo().heldAt(WORK.from());
        var its = town.aCase().id();

        var bookings = Together.all(
                4, i -> appointments.confirm(town.organisation(), held.id(), its, AT_HOME, Optional.empty()));

        assertThat(bookings).allSatisfy(booking -> assertThat(booking).isInstanceOf(Booking.Booked.class));
        assertThat(booked()).hasSize(1);
    }

    @Test
    void oneHoldCannotBeConfirmedForTwoCases() {
        town.anAgent().onShiftRemotely(WORK, ServingMode.VIDEO).there();
        var held = town.anAppointment().byVideo().heldAt(WORK.from());

        var bookings = Together.all(
                2,
                i -> appointments.confirm(
                        town.organisation(), held.id(), town.aCase().id(), AT_HOME, Optional.empty()));

        assertThat(bookings).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
        assertThat(bookings).filteredOn(Booking.HoldLapsed.class::isInstance).hasSize(1);
    }

    @Test
    void theDatabaseItselfRefusesASecondMeetingOfOneAgent() {
        town.anAgent().onShiftRemotely(WORK, ServingMode.VIDEO).there();
        var booked = town.anAppointment().byVideo().bookedAt(WORK.from());

        assertThatThrownBy(() -> bookAgain(booked, booked.agent())).hasMessageContaining("appointment_agent_free");
    }

    @Test
    void theDatabaseItselfRefusesASecondMeetingInOneRoom() {
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        town.anAgent().onShift(point, WORK, ServingMode.IN_PERSON).there();
        var other = town.anAgent().onShift(point, WORK, ServingMode.IN_PERSON).there();
        var booked = town.anAppointment().inPersonAt(point).bookedAt(WORK.from());
        var somebodyElse = booked.agent().equals(other)
                ? town.anAgent().onShift(point, WORK, ServingMode.IN_PERSON).there()
                : other;

        assertThatThrownBy(() -> bookAgain(booked, somebodyElse)).hasMessageContaining("appointment_room_free");
    }

    /** The same meeting once more, past all our own code. */
    private void bookAgain(Appointment booked, AgentId agent) {
        sql.execute("""
                insert into appointment (organisation_id, id, case_id, press, mode, topic_id, point_id, agent_id,
                                         room_id, during, state, made_at)
                select organisation_id, gen_random_uuid(), case_id, gen_random_uuid(), mode, topic_id, point_id, ?,
                       room_id, during, state, made_at
                from appointment where organisation_id = ? and id = ?
                """, agent.value(), town.id(), booked.id().value());
    }

    /** Ten for each time, all at once: whoever holds it books it. */
    private void everybodyBooks(Municipality.AnAppointment wish) {
        var wanted = wish.wanted();
        var cases = IntStream.range(0, PEOPLE).mapToObj(i -> town.aCase().id()).toList();
        var outcomes = Together.all(PEOPLE, i -> {
            Instant starts = WORK.from().plus(Duration.ofMinutes(30L * (i % SLOTS)));
            return appointments.hold(wanted, starts, Ids.next(), Optional.empty()) instanceof Hold.Held(var held)
                    ? appointments.confirm(town.organisation(), held.id(), cases.get(i), AT_HOME, Optional.empty())
                    : new Object();
        });
        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(SLOTS);
        assertThat(outcomes).filteredOn(Booking.HoldLapsed.class::isInstance).isEmpty();
    }

    private void assertTwentyAreBookedAndNoneOverlap() {
        assertThat(booked()).hasSize(SLOTS);
        assertThat(booked().stream().distinct()).hasSize(SLOTS);
    }

    private List<Instant> booked() {
        return sql.select(APPOINTMENT.DURING)
                .from(APPOINTMENT)
                .where(APPOINTMENT.ORGANISATION_ID.eq(town.id()))
                .fetch(row -> Span.of(row.value1()).from());
    }
}
