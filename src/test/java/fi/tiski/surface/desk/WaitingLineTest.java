package fi.tiski.surface.desk;

import static fi.tiski.surface.desk.Told.COLLEAGUE;
import static fi.tiski.surface.desk.Told.HOUSING;
import static fi.tiski.surface.desk.Told.ME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.platform.text.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who waits, and how long, at a glance. */
class WaitingLineTest {

    @ParameterizedTest
    @CsvSource({
        "FI, 14, 14 min", "FI, 0, juuri tullut", "FI, 31, '31 min, pitkään'",
        "SV, 14, 14 min", "SV, 0, kom nyss", "SV, 31, '31 min, länge'",
        "EN, 14, 14 min", "EN, 0, just came", "EN, 31, '31 min, long'"
    })
    void aNumberSaysHowLongItHasWaitedAndWhenThatIsLong(Language language, int minutes, String words) {
        var line = number(Duration.ofMinutes(minutes), language);

        assertThat(line.mark()).isEqualTo("27");
        assertThat(line.waited()).isEqualTo(words);
        assertThat(line.late()).isEqualTo(minutes > 30);
    }

    @Test
    void needsAreSaidBeforeAnythingIsOpened() {
        assertThat(number(Duration.ZERO, Language.FI).needs())
                .extracting(Badge::words)
                .containsExactly("Tulkki: somali", "Enemmän aikaa");
    }

    @ParameterizedTest
    @CsvSource({
        "FI, 'myöhässä, luvattu klo 9.30 mennessä'",
        "SV, 'försenat, utlovat före 9.30'",
        "EN, 'late, promised by 9:30'"
    })
    void aCallThatIsLateSaysSoInWords(Language language, String words) {
        var line = call(Duration.ofMinutes(-150), language, 0);

        assertThat(line.mark()).isEqualTo("Kaarina Mäkelä");
        assertThat(line.waited()).isEqualTo(words);
        assertThat(line.late()).isTrue();
    }

    @Test
    void aCallSaysBetweenWhichHoursItWasPromisedAndOnWhichDay() {
        assertThat(call(Duration.ofHours(2), Language.FI, 0).waited()).isEqualTo("12.00–14.00");
        assertThat(call(Duration.ofHours(24), Language.FI, 0).waited()).isEqualTo("huomenna klo 10.00–12.00");
    }

    @Test
    void aCallThatNobodyAnsweredSaysHowOften() {
        assertThat(call(Duration.ZERO, Language.EN, 1).about()).isEqualTo("Housing · tried once");
        assertThat(call(Duration.ZERO, Language.EN, 3).about()).isEqualTo("Housing · tried 3 times");
    }

    @ParameterizedTest
    @CsvSource({
        "FI, BOOKED, 8, 8 min päästä, false",
        "FI, BOOKED, -4, 'ei tullut, 4 min yli', false",
        "FI, ARRIVED, 8, on tullut, false",
        "FI, ARRIVED, -4, 'on tullut, 4 min myöhässä', true",
        "SV, ARRIVED, -4, 'har kommit, 4 min för sent', true",
        "EN, BOOKED, 8, in 8 min, false",
        "EN, ARRIVED, 8, has come, false"
    })
    void aMeetingSaysWhetherTheCustomerHasCome(
            Language language, AppointmentState state, int minutes, String words, boolean late) {
        var line = WaitingLine.of(
                new Waiting.ByTime(
                        Told.anAppointment(state, ME, Duration.ofMinutes(minutes)), Told.aCase(), Optional.of(HOUSING)),
                ME,
                Told.in(language));

        assertThat(line.waited()).isEqualTo(words);
        assertThat(line.late()).isEqualTo(late);
        assertThat(line.about()).doesNotContain("Maria");
    }

    @Test
    void aColleaguesMeetingSaysWhose() {
        var line = WaitingLine.of(
                new Waiting.ByTime(
                        Told.anAppointment(AppointmentState.ARRIVED, COLLEAGUE, Duration.ZERO),
                        Told.aCase(),
                        Optional.empty()),
                ME,
                Told.in(Language.EN));

        assertThat(line.about()).isEqualTo("Topic not told · for Maria Virtanen");
    }

    @Test
    void whoseMomentCameFirstIsFirst() {
        var number = new Waiting.ByNumber(
                Told.aTicket(TicketState.WAITING, ME, Duration.ofMinutes(5)), Told.aCase(), Optional.empty());
        var overdue = new Waiting.ByCall(
                Told.aCall(CallBackState.WAITING, ME, Duration.ofMinutes(-30), 0), Told.aCase(), Optional.empty());
        var ahead = new Waiting.ByTime(
                Told.anAppointment(AppointmentState.BOOKED, ME, Duration.ofMinutes(10)),
                Told.aCase(),
                Optional.empty());

        assertThat(Stream.of(ahead, number, overdue).sorted(Waiting.IN_ORDER)).containsExactly(overdue, number, ahead);
    }

    private static WaitingLine number(Duration waited, Language language) {
        return WaitingLine.of(
                new Waiting.ByNumber(Told.aTicket(TicketState.WAITING, ME, waited), Told.aCase(), Optional.of(HOUSING)),
                ME,
                Told.in(language));
    }

    private static WaitingLine call(Duration from, Language language, int tries) {
        return WaitingLine.of(
                new Waiting.ByCall(
                        Told.aCall(CallBackState.WAITING, ME, from, tries), Told.aCase(), Optional.of(HOUSING)),
                ME,
                Told.in(language));
    }

    @Test
    void aWaitIsLongOnceItIsLongerThanTheyWereTold() {
        var ticket = Told.aTicket(TicketState.WAITING, ME, Duration.ofMinutes(16));

        assertThat(told(ticket, 15).late()).isTrue();
        assertThat(told(ticket, 40).late()).isFalse();
    }

    private static WaitingLine told(Ticket ticket, int minutes) {
        return WaitingLine.of(
                new Waiting.ByNumber(ticket, Told.aCase(), Optional.empty(), Optional.of(Duration.ofMinutes(minutes))),
                ME,
                Told.in(Language.EN));
    }
}
