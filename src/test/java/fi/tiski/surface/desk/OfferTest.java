package fi.tiski.surface.desk;

import static fi.tiski.surface.desk.Told.COLLEAGUE;
import static fi.tiski.surface.desk.Told.ME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.handovers.HandoverState;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.platform.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the agent looks at, one thing to press is the sensible next one. */
class OfferTest {

    @ParameterizedTest
    @CsvSource({"FI, 5, Kutsu seuraava (5 odottaa)", "SV, 1, Kalla nästa (1 väntar)", "EN, 0, Call next (nobody waits)"
    })
    void withNobodyAtTheDeskTheNextOneIsCalled(Language language, int waiting, String words) {
        var offer = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        waiting,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Availability.AVAILABLE,
                        Optional.empty()),
                language);

        assertThat(offer.next()).isEqualTo(new Offer.Offered(Act.CALL_NEXT, words));
        assertThat(offer.others()).isEmpty();
    }

    @Test
    void whenNobodyWaitsWithANumberWhoeverIsDueIsNext() {
        var due = WaitingLine.of(
                new Waiting.ByCall(
                        Told.aCall(CallBackState.WAITING, ME, Duration.ofHours(-1), 0), Told.aCase(), Optional.empty()),
                ME,
                Told.in(Language.FI));

        var offer = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        0,
                        Optional.empty(),
                        Optional.of(due),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Availability.AVAILABLE,
                        Optional.empty()),
                Language.FI);

        assertThat(offer.next()).isEqualTo(new Offer.Offered(Act.OPEN_NEXT, "Seuraavana: Kaarina Mäkelä"));
    }

    @Test
    void aNumberGoesFromWaitingToDone() {
        assertThat(next(Told.with(Told.aTicket(TicketState.WAITING, ME, Duration.ZERO))))
                .isEqualTo(Act.CALL_THIS);
        assertThat(next(Told.with(Told.aTicket(TicketState.CALLED, ME, Duration.ZERO))))
                .isEqualTo(Act.START);
        assertThat(others(Told.with(Told.aTicket(TicketState.CALLED, ME, Duration.ZERO))))
                .containsExactly(Act.CALL_AGAIN, Act.PUT_BACK, Act.NO_SHOW, Act.PASS_ON);
        assertThat(next(Told.with(Told.aTicket(TicketState.SERVING, ME, Duration.ZERO))))
                .isEqualTo(Act.DONE);
    }

    @Test
    void whoWaitsIsLetAheadOrBackToTheirPlaceByTheSameKey() {
        assertThat(others(Told.with(Told.aTicket(TicketState.WAITING, ME, Duration.ZERO))))
                .containsExactly(Act.LET_AHEAD, Act.PASS_ON, Act.GIVE_UP);
        assertThat(others(Told.with(Told.letAhead()))).containsExactly(Act.NOT_AHEAD, Act.PASS_ON, Act.GIVE_UP);
        assertThat(Act.NOT_AHEAD.key()).isEqualTo(Act.LET_AHEAD.key());
    }

    @Test
    void callingOutOfTurnSaysSo() {
        var waiting = Optional.of(Told.with(Told.aTicket(TicketState.WAITING, ME, Duration.ZERO)));

        var inTurn = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        2,
                        Optional.of(27),
                        Optional.empty(),
                        waiting,
                        Optional.empty(),
                        false,
                        Availability.AVAILABLE,
                        Optional.empty()),
                Language.EN);
        var early = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        2,
                        Optional.of(26),
                        Optional.empty(),
                        waiting,
                        Optional.empty(),
                        false,
                        Availability.AVAILABLE,
                        Optional.empty()),
                Language.EN);

        assertThat(inTurn.next().words()).isEqualTo("Call number 27");
        assertThat(early.next().words()).isEqualTo("Call number 27 before the others");
    }

    @Test
    void whatAColleagueIsInTheMiddleOfTheyFinish() {
        var theirs = Told.with(Told.aTicket(TicketState.SERVING, COLLEAGUE, Duration.ZERO));

        assertThat(next(theirs)).isEqualTo(Act.CALL_NEXT);
        assertThat(others(theirs)).isEmpty();
    }

    @Test
    void aCallGoesFromTheNumberToDone() {
        var waiting = Told.with(Told.aCall(CallBackState.WAITING, ME, Duration.ZERO, 0));

        assertThat(offer(waiting).next()).isEqualTo(new Offer.Offered(Act.CALL_PHONE, "Soita 040 1234567"));
        assertThat(next(Told.with(Told.aCall(CallBackState.CALLING, ME, Duration.ZERO, 0))))
                .isEqualTo(Act.DONE);
        assertThat(others(Told.with(Told.aCall(CallBackState.CALLING, ME, Duration.ZERO, 0))))
                .containsExactly(Act.NO_ANSWER);
        assertThat(others(Told.with(Told.aCall(CallBackState.CALLING, ME, Duration.ZERO, 1))))
                .containsExactly(Act.NO_ANSWER, Act.STOP_TRYING);
    }

    @Test
    void aMeetingStartsWhenItsTimeIsNearOrTheCustomerIsHere() {
        assertThat(next(Told.with(Told.anAppointment(AppointmentState.BOOKED, ME, Duration.ofMinutes(20)))))
                .isEqualTo(Act.START_MEETING);
        assertThat(next(Told.with(Told.anAppointment(AppointmentState.ARRIVED, ME, Duration.ofHours(2)))))
                .isEqualTo(Act.START_MEETING);
        assertThat(next(Told.with(Told.anAppointment(AppointmentState.BOOKED, ME, Duration.ofHours(2)))))
                .isEqualTo(Act.CALL_NEXT);
        assertThat(others(Told.with(Told.anAppointment(AppointmentState.BOOKED, ME, Duration.ofMinutes(-10)))))
                .containsExactly(Act.ARRIVED, Act.MISSED, Act.CANCEL_TIME);
        assertThat(next(Told.with(Told.anAppointment(AppointmentState.SERVING, ME, Duration.ZERO))))
                .isEqualTo(Act.DONE);
    }

    @Test
    void doneAsksInTheSamePlaceWhetherTheMatterIsSettled() {
        var serving = Optional.of(Told.with(Told.aTicket(TicketState.SERVING, ME, Duration.ZERO)));

        var offer = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        serving,
                        Optional.empty(),
                        true,
                        Availability.AVAILABLE,
                        Optional.empty()),
                Language.FI);

        assertThat(offer.question()).isEqualTo("Tuliko asia hoidetuksi?");
        assertThat(offer.next().act()).isEqualTo(Act.SETTLED);
        assertThat(offer.others()).extracting(Offer.Offered::act).containsExactly(Act.GOES_ON, Act.NOT_YET);
    }

    @Test
    void aCaseWithNothingUnderWayIsServedNowOrLater() {
        assertThat(next(Told.open(CaseState.OPEN))).isEqualTo(Act.TAKE_UP);
        assertThat(others(Told.open(CaseState.OPEN)))
                .containsExactly(Act.TAKE_NUMBER, Act.BOOK_TIME, Act.ASK_CALL, Act.HAND_OVER, Act.CLOSE, Act.CALL_NEXT);
        assertThat(others(Told.open(CaseState.CLOSED))).containsExactly(Act.REOPEN);
    }

    @Test
    void whoIsInTheMiddleOfSomethingElseIsLedBackToIt() {
        var offer = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        3,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Told.open(CaseState.OPEN)),
                        Optional.of("Kaarina Mäkelä"),
                        false,
                        Availability.AVAILABLE,
                        Optional.empty()),
                Language.FI);

        assertThat(offer.next()).isEqualTo(new Offer.Offered(Act.BACK_TO, "Takaisin: Kaarina Mäkelä"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BREAK", "AWAY"})
    void whoIsOnABreakOrAwayComesBackBeforeAnybodyIsCalled(Availability availability) {
        var offer = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        3,
                        Optional.of(27),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        availability,
                        Optional.empty()),
                Language.EN);

        assertThat(offer.next()).isEqualTo(new Offer.Offered(Act.COME_BACK, "I am back"));
    }

    @Test
    void theLastStepCanBeTakenBackAlsoWithNobodyAtTheDesk() {
        var offer = Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Availability.AVAILABLE,
                        Optional.of(27)),
                Language.EN);

        assertThat(offer.others()).containsExactly(new Offer.Offered(Act.UNDO, "Take back (number 27)"));
    }

    @Test
    void whatWasHandedToMeIsReadFirst() {
        var handed = Told.with(Told.aHandover(COLLEAGUE, HandoverState.OFFERED), true);

        assertThat(next(handed)).isEqualTo(Act.TAKE_HANDOVER);
        assertThat(others(handed)).containsExactly(Act.HAND_BACK);
    }

    @Test
    void whatIHandedOverIsKeptAfterAllAndWhatITookGoesBack() {
        assertThat(others(Told.with(Told.aHandover(ME, HandoverState.OFFERED), false)))
                .contains(Act.WITHDRAW)
                .doesNotContain(Act.HAND_OVER, Act.HAND_BACK);
        assertThat(others(Told.with(Told.aHandover(COLLEAGUE, HandoverState.ACCEPTED), false)))
                .contains(Act.HAND_BACK)
                .doesNotContain(Act.HAND_OVER, Act.WITHDRAW);
    }

    @Test
    void noTwoThingsOfferedTogetherHaveTheSameKey() {
        var all = List.of(
                offer(Told.with(Told.aTicket(TicketState.CALLED, ME, Duration.ZERO))),
                offer(Told.with(Told.aCall(CallBackState.CALLING, ME, Duration.ZERO, 2))),
                offer(Told.with(Told.anAppointment(AppointmentState.BOOKED, ME, Duration.ofMinutes(-10)))),
                offer(Told.with(Told.aHandover(COLLEAGUE, HandoverState.OFFERED), true)),
                offer(Told.with(Told.aHandover(COLLEAGUE, HandoverState.ACCEPTED), false)),
                offer(Told.open(CaseState.OPEN)));

        assertThat(all)
                .allSatisfy(offer -> assertThat(java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(offer.next()), offer.others().stream())
                                .flatMap(one -> one.act().key().stream()))
                        .doesNotHaveDuplicates()
                        .doesNotContain("D", "E", "F"));
    }

    private static Offer offer(OpenCase open) {
        return Offer.of(
                new Situation(
                        ME,
                        Told.TEN,
                        2,
                        Optional.of(27),
                        Optional.empty(),
                        Optional.of(open),
                        Optional.empty(),
                        false,
                        Availability.AVAILABLE,
                        Optional.empty()),
                Language.FI);
    }

    private static Act next(OpenCase open) {
        return offer(open).next().act();
    }

    private static List<Act> others(OpenCase open) {
        return offer(open).others().stream().map(Offer.Offered::act).toList();
    }
}
