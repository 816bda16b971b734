package fi.tiski.domain.appointments;

import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.INTERPRETER;
import static fi.tiski.platform.tables.Tables.INTERPRETER_SHIFT;
import static fi.tiski.support.Municipality.AT_HOME;
import static fi.tiski.support.TestClock.HELSINKI;
import static fi.tiski.support.TestClock.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Municipality;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who needs an interpreter meets with one: nobody is given a time without, and nobody shares one. */
class InterpretedTest extends DomainTest {

    private static final Instant NINE = at("2026-05-12T09:00");
    private static final int CALLERS = 24;

    @Autowired
    private AppointmentsService appointments;

    @Test
    void aTimeIsFreeOnlyWhileAnInterpreterOfTheLanguageIsOnShift() {
        anAgent("08:00", "16:00");
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "11:00"));
        town.anInterpreter(List.of("so"), tomorrow("14:00", "16:00"));

        assertThat(free(arabic())).containsExactly("09:00", "09:45");
        assertThat(free(town.anAppointment().byVideo().interpretedIn("so"))).containsExactly("14:00", "14:45");
        assertThat(free(town.anAppointment().byVideo().interpretedIn("ru"))).isEmpty();
    }

    @Test
    void halfAnHourWithBothIsFoundAlsoWhereItLiesBetweenTwoMeetingsOfTheAgents() {
        anAgent("08:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("08:30", "09:15"));

        assertThat(free(arabic())).containsExactly("08:30");
    }

    @Test
    void twoInterpretersWhoTakeTurnsAreAsGoodAsOneButNotInTheMiddleOfAMeeting() {
        anAgent("08:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("08:00", "08:45"));
        town.anInterpreter(List.of("ar"), tomorrow("08:45", "09:15"));

        assertThat(free(arabic())).containsExactly("08:00");
    }

    @Test
    void twoShiftsThatAdjoinAreOne() {
        anAgent("08:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("08:00", "09:15"), tomorrow("09:15", "10:00"));

        assertThat(free(arabic())).containsExactly("08:00", "08:45");
        assertThat(arabic().bookedAt(at("2026-05-12T08:45")).interpreter()).isPresent();
    }

    @Test
    void inPersonTheDoorsAndTheRoomMatterAsMuch() {
        var point = town.aPoint().open("09:00", "12:00", 2).withRoom("Lampi").there();
        town.anAgent()
                .onShift(point, tomorrow("08:00", "16:00"), ServingMode.IN_PERSON)
                .there();
        town.anInterpreter(List.of("ar"), tomorrow("08:00", "16:00"));
        town.anAppointment().inPersonAt(point).minutes(60).bookedAt(NINE);

        assertThat(free(town.anAppointment().inPersonAt(point).interpretedIn("ar")))
                .containsExactly("10:00", "10:45");
    }

    @Test
    void whoWantsNoInterpreterIsOfferedAllTimesAndGetsNone() {
        anAgent("08:00", "09:00");
        town.anInterpreter(List.of("ar"), tomorrow("08:00", "09:00"));

        assertThat(free(town.anAppointment().byVideo())).containsExactly("08:00", "08:30");
        assertThat(town.anAppointment()
                        .byVideo()
                        .bookedAt(at("2026-05-12T08:00"))
                        .interpreter())
                .isEmpty();
    }

    /** A language that nobody here interprets: a person arranges it, and the time is given without. */
    @Test
    void anInterpreterWhomNobodyCanBookKeepsNobodyFromATime() {
        anAgent("08:00", "09:30");
        town.anInterpreter(List.of("ar"));

        var booked = town.anAppointment().byVideo().needing(Need.INTERPRETER).bookedAt(at("2026-05-12T08:00"));

        assertThat(booked.interpreter()).isEmpty();
    }

    @Test
    void theAppointmentSaysWhoInterpretsAndWhichLanguage() {
        anAgent("09:00", "10:00");
        var yasmin = town.anInterpreter(List.of("so", "ar"), tomorrow("09:00", "10:00"));

        assertThat(arabic().bookedAt(NINE).interpreter())
                .contains(new BookedInterpreter(yasmin.id(), "Yasmin Haddad", new InterpretedLanguage("ar")));
    }

    @Test
    void aHeldTimeHoldsTheInterpreterUntilItRunsOut() {
        anAgent("09:00", "10:00");
        anAgent("09:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        arabic().heldAt(NINE);

        assertThat(free(arabic())).isEmpty();
        assertThat(appointments.hold(arabic().wanted(), NINE, Ids.next(), Optional.empty()))
                .isInstanceOf(Hold.JustTaken.class);

        clock.pass(AppointmentsService.HOLD);
        assertThat(free(arabic())).containsExactly("09:00");
        assertThat(arabic().bookedAt(NINE).interpreter()).isPresent();
    }

    @Test
    void cancellingFreesTheInterpreter() {
        anAgent("09:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        var booked = arabic().bookedAt(NINE);
        assertThat(free(arabic())).isEmpty();

        appointments.cancel(town.organisation(), booked.id(), AT_HOME);

        assertThat(free(arabic())).containsExactly("09:00");
    }

    @Test
    void movingTakesTheInterpreterAlongAndFreesTheEarlierTime() {
        anAgent("09:00", "12:00");
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "12:00"));
        var earlier = arabic().bookedAt(NINE);
        var held = arabic().heldAt(at("2026-05-12T11:00"));

        var moved = appointments.confirm(
                town.organisation(), held.id(), earlier.caseId().orElseThrow(), AT_HOME, Optional.of(earlier.id()));

        assertThat(moved)
                .isInstanceOfSatisfying(
                        Booking.Booked.class,
                        now -> assertThat(now.appointment().interpreter()).isPresent());
        assertThat(free(arabic())).startsWith("09:00");
    }

    @Test
    void aHeldTimeIsNotBookedWhenTheInterpreterIsNotOnShiftForItAnyMore() {
        anAgent("09:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        var held = arabic().heldAt(NINE);
        sql.deleteFrom(INTERPRETER_SHIFT)
                .where(INTERPRETER_SHIFT.ORGANISATION_ID.eq(town.id()))
                .execute();

        assertThat(confirm(held)).isInstanceOf(Booking.HoldLapsed.class);
    }

    @Test
    void aHeldTimeIsNotBookedWithAnInterpreterWhoHasLeft() {
        anAgent("09:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        var held = arabic().heldAt(NINE);
        sql.update(INTERPRETER)
                .set(INTERPRETER.LEFT_AT, clock.instant())
                .where(INTERPRETER.ORGANISATION_ID.eq(town.id()))
                .execute();

        assertThat(confirm(held)).isInstanceOf(Booking.HoldLapsed.class);
    }

    @Test
    void whoSignsMeetsSomebodyWhoSignsOrHasAnInterpreter() {
        anAgent("09:00", "11:00");
        town.anAgent()
                .skilled("sign-language")
                .onShiftRemotely(tomorrow("13:00", "13:45"), ServingMode.VIDEO)
                .there();
        town.anInterpreter(List.of("fse"), tomorrow("10:00", "14:00"));
        var signed = town.anAppointment().byVideo().needing(Need.SIGN_LANGUAGE);

        assertThat(free(signed)).containsExactly("10:00", "13:00");
        assertThat(signed.bookedAt(at("2026-05-12T13:00")).interpreter())
                .as("somebody who signs themselves stands nearer than an interpreter")
                .isEmpty();
        assertThat(signed.bookedAt(at("2026-05-12T10:00")).interpreter().map(BookedInterpreter::language))
                .contains(InterpretedLanguage.FSE);
    }

    @Test
    void whoReadsSwedishIsInterpretedInFinlandSwedishSignLanguage() {
        anAgent("09:00", "12:00");
        town.anInterpreter(List.of("fse"), tomorrow("09:00", "10:00"));
        town.anInterpreter(List.of("fss"), tomorrow("11:00", "12:00"));
        var signed = town.anAppointment().byVideo().needing(Need.SIGN_LANGUAGE);

        assertThat(free(signed.in(Language.SV))).containsExactly("11:00");
        assertThat(free(signed.in(Language.FI))).containsExactly("09:00");
    }

    @Test
    void nobodyInterpretsSignsOnThePhone() {
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "11:00"), ServingMode.PHONE)
                .there();
        town.anInterpreter(List.of("fse"), tomorrow("09:00", "11:00"));

        assertThat(free(town.anAppointment().needing(Need.SIGN_LANGUAGE))).isEmpty();
    }

    @Test
    void ofTwentyFourWhoWantTheOneInterpreterOneGetsThemAndNobodyAnAgentWithout() {
        for (int i = 0; i < CALLERS; i++) {
            anAgent("09:00", "10:00");
        }
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        var wanted = arabic().wanted();

        var holds = Together.all(CALLERS, i -> appointments.hold(wanted, NINE, Ids.next(), Optional.empty()));

        assertThat(holds).filteredOn(Hold.Held.class::isInstance).hasSize(1);
        assertThat(holds).filteredOn(Hold.JustTaken.class::isInstance).hasSize(CALLERS - 1);
        assertThat(interpretersOfAll()).hasSize(1).doesNotContainNull();
    }

    @Test
    void ofTwentyFourWhoWantOneOfThreeInterpretersThreeGetOneEach() {
        for (int i = 0; i < CALLERS; i++) {
            anAgent("09:00", "10:00");
        }
        for (int i = 0; i < 3; i++) {
            town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        }
        var wanted = arabic().wanted();

        var holds = Together.all(CALLERS, i -> appointments.hold(wanted, NINE, Ids.next(), Optional.empty()));

        assertThat(holds).filteredOn(Hold.Held.class::isInstance).hasSize(3);
        assertThat(interpretersOfAll()).hasSize(3).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void theDatabaseItselfRefusesASecondMeetingOfOneInterpreter() {
        anAgent("09:00", "10:00");
        var other = anAgent("09:00", "10:00");
        town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        var booked = arabic().bookedAt(NINE);
        var free = booked.agent().value().equals(other) ? anAgent("09:00", "10:00") : other;

        assertThatThrownBy(() -> copy(
                        booked, free, booked.interpreter().orElseThrow().id().value(), "ar", NINE))
                .hasMessageContaining("appointment_interpreter_free");
    }

    @Test
    void theDatabaseItselfMakesNoMeetingInALanguageOrAtATimeThatIsNotTheInterpreters() {
        anAgent("09:00", "10:00");
        var other = anAgent("09:00", "12:00");
        var yasmin = town.anInterpreter(List.of("ar"), tomorrow("09:00", "10:00"));
        var booked = town.anAppointment().byVideo().bookedAt(NINE);

        assertThat(copy(booked, other, yasmin.id().value(), "so", at("2026-05-12T09:30")))
                .isZero();
        assertThat(copy(booked, other, yasmin.id().value(), "ar", at("2026-05-12T09:45")))
                .isZero();
        assertThat(copy(booked, other, yasmin.id().value(), "ar", at("2026-05-12T09:30")))
                .isOne();
        assertThatThrownBy(() -> sql.update(APPOINTMENT)
                        .set(APPOINTMENT.INTERPRETER_LANGUAGE, "so")
                        .where(APPOINTMENT.ORGANISATION_ID.eq(town.id()))
                        .and(APPOINTMENT.INTERPRETER_ID.isNotNull())
                        .execute())
                .hasMessageContaining("not on shift for this");
    }

    /** The same meeting once more, past all our own code: half an hour from {@code starts}. Returns how many were made. */
    private int copy(Appointment booked, UUID agent, UUID interpreter, String language, Instant starts) {
        return sql.execute(
                """
                insert into appointment (organisation_id, id, case_id, press, mode, agent_id, interpreter_id,
                                         interpreter_language, during, state, made_at)
                select organisation_id, gen_random_uuid(), case_id, gen_random_uuid(), mode, ?, ?, ?,
                       tstzrange(?::timestamptz, ?::timestamptz), state, made_at
                from appointment where organisation_id = ? and id = ?
                """,
                agent,
                interpreter,
                language,
                starts.toString(),
                starts.plus(Duration.ofMinutes(30)).toString(),
                town.id(),
                booked.id().value());
    }

    private Booking confirm(Appointment held) {
        return appointments.confirm(town.organisation(), held.id(), town.aCase().id(), AT_HOME, Optional.empty());
    }

    private List<UUID> interpretersOfAll() {
        return sql.select(APPOINTMENT.INTERPRETER_ID)
                .from(APPOINTMENT)
                .where(APPOINTMENT.ORGANISATION_ID.eq(town.id()))
                .fetch(APPOINTMENT.INTERPRETER_ID);
    }

    private UUID anAgent(String from, String until) {
        return town.anAgent()
                .onShiftRemotely(tomorrow(from, until), ServingMode.VIDEO)
                .there()
                .value();
    }

    /** Half an hour, and half as long again because everything is said twice. */
    private Municipality.AnAppointment arabic() {
        return town.anAppointment().byVideo().interpretedIn("ar");
    }

    private List<String> free(Municipality.AnAppointment wish) {
        return appointments.freeWithin(wish.wanted(), tomorrow("00:00", "23:59")).stream()
                .map(time -> LocalDateTime.ofInstant(time.from(), HELSINKI)
                        .toLocalTime()
                        .toString())
                .toList();
    }

    /** Tuesday, 12 May. */
    private static Span tomorrow(String from, String until) {
        return new Span(at("2026-05-12T" + from), at("2026-05-12T" + until));
    }
}
