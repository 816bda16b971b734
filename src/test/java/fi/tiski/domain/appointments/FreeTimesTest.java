package fi.tiski.domain.appointments;

import static fi.tiski.support.TestClock.HELSINKI;
import static fi.tiski.support.TestClock.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FreeTimesTest extends DomainTest {

    @Autowired
    private AppointmentsService appointments;

    @Test
    void aShiftIsCutByTheLengthOfTheMeeting() {
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "11:00"), ServingMode.PHONE)
                .there();

        assertThat(free(town.anAppointment().minutes(30).wanted())).containsExactly("09:00", "09:30", "10:00", "10:30");
        assertThat(free(town.anAppointment().minutes(45).wanted())).containsExactly("09:00", "09:45");
        assertThat(free(town.anAppointment().minutes(120).wanted())).containsExactly("09:00");
        assertThat(free(town.anAppointment().minutes(125).wanted())).isEmpty();
    }

    @Test
    void whoNeedsMoreTimeIsOfferedLongerMeetings() {
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "10:30"), ServingMode.PHONE)
                .there();

        var times =
                times(town.anAppointment().minutes(30).needing(Need.MORE_TIME).wanted());

        assertThat(times)
                .hasSize(2)
                .allSatisfy(time -> assertThat(time.length()).isEqualTo(Duration.ofMinutes(45)));
    }

    @Test
    void aBookedTimeIsNotFreeAndThoseBesideItAre() {
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "11:00"), ServingMode.PHONE)
                .there();
        town.anAppointment().bookedAt(at("2026-05-12T09:30"));

        assertThat(free(town.anAppointment().wanted())).containsExactly("09:00", "10:00", "10:30");
    }

    @Test
    void meetingsInPersonStayWithinTheOpeningHoursAndOutsideClosures() {
        var point = town.aPoint()
                .open("09:00", "12:00", 2)
                .closed(tomorrow("10:00", "11:00"))
                .withRoom("Lampi")
                .there();
        town.anAgent()
                .onShift(point, tomorrow("08:00", "16:00"), ServingMode.IN_PERSON)
                .there();

        assertThat(free(town.anAppointment().inPersonAt(point).wanted()))
                .containsExactly("09:00", "09:30", "11:00", "11:30");
    }

    @Test
    void aMeetingByVideoDoesNotMindClosedDoors() {
        var point = town.aPoint().open("09:00", "10:00", 1).there();
        town.anAgent()
                .onShift(point, tomorrow("08:00", "09:00"), ServingMode.VIDEO)
                .there();

        assertThat(free(town.anAppointment().byVideo().wanted())).containsExactly("08:00", "08:30");
    }

    @Test
    void aShiftInOneModeOffersNoOther() {
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "16:00"), ServingMode.VIDEO)
                .there();

        assertThat(free(town.anAppointment().wanted())).isEmpty();
    }

    @Test
    void theAgentSpeaksTheCustomersLanguageUnlessAnInterpreterDoes() {
        town.anAgent()
                .speaking(Language.FI)
                .onShiftRemotely(tomorrow("09:00", "10:00"), ServingMode.VIDEO)
                .there();
        town.anAgent()
                .speaking(Language.SV, Language.FI)
                .onShiftRemotely(tomorrow("13:00", "14:00"), ServingMode.VIDEO)
                .there();
        var video = town.anAppointment().byVideo();

        assertThat(free(video.in(Language.SV).wanted())).containsExactly("13:00", "13:30");
        assertThat(free(video.in(Language.EN).wanted())).isEmpty();
        assertThat(free(video.in(Language.FI_SIMPLE).wanted())).containsExactly("09:00", "09:30", "13:00", "13:30");
        assertThat(free(video.in(Language.EN).needing(Need.INTERPRETER).wanted()))
                .containsExactly("09:00", "13:00");
    }

    @Test
    void whoSignsMeetsSomebodyWhoSigns() {
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "12:00"), ServingMode.VIDEO)
                .there();
        town.anAgent()
                .skilled("sign-language")
                .onShiftRemotely(tomorrow("13:00", "14:30"), ServingMode.VIDEO)
                .there();

        assertThat(free(town.anAppointment()
                        .byVideo()
                        .needing(Need.SIGN_LANGUAGE)
                        .wanted()))
                .containsExactly("13:00", "13:45");
    }

    @Test
    void whoNeedsAHearingLoopWaitsForTheRoomThatHasOne() {
        var point = town.aPoint()
                .openAllDay()
                .withRoom("Lampi", "hearing-loop", "step-free")
                .withRoom("Kaisla", "step-free")
                .there();
        var shift = tomorrow("09:00", "10:00");
        town.anAgent().onShift(point, shift, ServingMode.IN_PERSON).there();
        town.anAgent().onShift(point, shift, ServingMode.IN_PERSON).there();
        var inPerson = town.anAppointment().inPersonAt(point);
        inPerson.needing(Need.HEARING_LOOP).bookedAt(at("2026-05-12T09:00"));

        assertThat(free(inPerson.needing(Need.HEARING_LOOP).wanted())).containsExactly("09:30");
        assertThat(free(inPerson.needing(Need.STEP_FREE).wanted())).containsExactly("09:00", "09:30");
        assertThat(free(inPerson.needing(Need.HEARING_LOOP, Need.STEP_FREE).wanted()))
                .containsExactly("09:30");
    }

    @Test
    void anAgentServesTheirOwnTopicsAndAnyoneHearsAPersonOut() {
        var housing = town.aTopic(30);
        var parking = town.aTopic(30);
        town.anAgent()
                .serving(housing)
                .onShiftRemotely(tomorrow("09:00", "10:00"), ServingMode.PHONE)
                .there();

        assertThat(free(town.anAppointment().about(housing).wanted())).containsExactly("09:00", "09:30");
        assertThat(free(town.anAppointment().about(parking).wanted())).isEmpty();
        assertThat(free(town.anAppointment().wanted())).containsExactly("09:00", "09:30");
    }

    @Test
    void theFirstThreeAreTheFirstThree() {
        var day = LocalDate.of(2026, 5, 12);
        for (int ahead = 0; ahead < 5; ahead++) {
            town.anAgent()
                    .onShiftRemotely(
                            Span.of(at(day.plusDays(ahead) + "T09:00"), Duration.ofHours(1)), ServingMode.PHONE)
                    .there();
        }

        assertThat(appointments.firstFree(town.anAppointment().wanted(), 3))
                .extracting(Span::from)
                .containsExactly(at("2026-05-12T09:00"), at("2026-05-12T09:30"), at("2026-05-13T09:00"));
    }

    /** The search looks at those who begin early before the others, and must not be content with them. */
    @Test
    void whoBeginsLaterMayHaveTheFirstTimeWhenAllWhoBeganBeforeThemAreBusy() {
        for (int i = 0; i < 50; i++) {
            town.anAgent()
                    .onShiftRemotely(tomorrow("08:00", "13:00"), ServingMode.PHONE)
                    .there();
            town.anAppointment().minutes(240).heldAt(at("2026-05-12T08:00"));
        }
        for (int i = 0; i < 50; i++) {
            town.anAgent()
                    .onShiftRemotely(tomorrow("09:00", "10:30"), ServingMode.PHONE)
                    .there();
        }

        assertThat(appointments.firstFree(town.anAppointment().minutes(30).wanted(), 3))
                .extracting(Span::from)
                .containsExactly(at("2026-05-12T09:00"), at("2026-05-12T09:30"), at("2026-05-12T10:00"));
    }

    /** However the search goes about it: agents in groups, some of whom it never looks at. */
    @Test
    void theFirstThreeAreThoseThatASearchForAllGivesFirst() {
        var random = new Random(20260512);
        var point =
                town.aPoint().openAllDay().withRoom("Lampi").withRoom("Kaisla").there();
        for (int i = 0; i < 70; i++) {
            var begins = at("2026-05-12T08:00").plus(Duration.ofMinutes(15L * random.nextInt(12)));
            town.anAgent()
                    .onShift(point, Span.of(begins, Duration.ofHours(4)), ServingMode.IN_PERSON, ServingMode.PHONE)
                    .there();
        }
        for (int taken = 0; taken < 200; taken++) {
            var begins = at("2026-05-12T08:00").plus(Duration.ofMinutes(15L * random.nextInt(20)));
            var meeting = town.anAppointment().minutes(15 * (1 + random.nextInt(4)));
            if (times(meeting.wanted()).stream().anyMatch(free -> free.from().equals(begins))) {
                meeting.heldAt(begins);
            }
            if (taken % 20 == 0) {
                for (var wish :
                        List.of(town.anAppointment(), town.anAppointment().inPersonAt(point))) {
                    var wanted = wish.minutes(15 * (1 + random.nextInt(4))).wanted();
                    assertThat(appointments.firstFree(wanted, 3))
                            .isEqualTo(times(wanted).stream().limit(3).toList());
                }
            }
        }
    }

    @Test
    void theSearchStopsOnTheDayThatFillsIt() {
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "16:00"), ServingMode.PHONE)
                .there();

        var looks = sql.transactionResult(transaction -> {
            var before = scansOfShifts(transaction.dsl());
            transaction
                    .dsl()
                    .fetch(
                            """
                    select * from free_times(?::uuid, 'phone', null, null, 30, 'fi', '{}', '{}', ?::timestamptz,
                                             ?::timestamptz, 'Europe/Helsinki', ?::timestamptz, 3)
                    """,
                            town.id(),
                            clock.instant().toString(),
                            clock.instant().plus(Duration.ofDays(42)).toString(),
                            clock.instant().toString());
            return scansOfShifts(transaction.dsl()) - before;
        });

        // Today has no shift, tomorrow fills it; the forty days after are not looked at.
        assertThat(looks).isEqualTo(2);
    }

    private static long scansOfShifts(DSLContext transaction) {
        return transaction.fetchSingle("""
                        select pg_stat_get_xact_numscans('shift'::regclass)
                                   + (select sum(pg_stat_get_xact_numscans(indexrelid))
                                      from pg_index where indrelid = 'shift'::regclass)
                        """).get(0, Long.class);
    }

    @Test
    void nothingIsOfferedInThePastNorSoSoonThatNobodyCouldCome() {
        clock.set("2026-05-12T10:02");
        town.anAgent()
                .onShiftRemotely(tomorrow("09:00", "11:30"), ServingMode.PHONE)
                .there();

        assertThat(free(town.anAppointment().wanted())).containsExactly("10:30", "11:00");
        assertThat(appointments.freeWithin(town.anAppointment().wanted(), tomorrow("09:00", "10:00")))
                .isEmpty();
    }

    @Test
    void theSmallHoursOfAPointThatNeverClosesAreOfferedToo() {
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        town.anAgent()
                .onShift(point, Span.of(at("2026-05-12T00:00"), Duration.ofHours(48)), ServingMode.IN_PERSON)
                .there();
        var wanted = town.anAppointment().inPersonAt(point).minutes(60).wanted();

        assertThat(appointments.freeWithin(wanted, tomorrow("00:00", "03:00")))
                .extracting(Span::from)
                .containsExactly(at("2026-05-12T00:00"), at("2026-05-12T01:00"), at("2026-05-12T02:00"));
        assertThat(appointments.freeWithin(wanted, new Span(at("2026-05-12T22:00"), at("2026-05-13T02:00"))))
                .extracting(Span::from)
                .containsExactly(
                        at("2026-05-12T22:00"), at("2026-05-12T23:00"), at("2026-05-13T00:00"), at("2026-05-13T01:00"));
    }

    @Test
    void theDayWithoutAThirdHourHasOneLess() {
        clock.set("2026-03-28T12:00");

        assertThat(nightOf(LocalDate.of(2026, 3, 29))).containsExactly("00:00", "01:00", "02:00", "04:00", "05:00");
    }

    @Test
    void theDayWithTwoThirdHoursHasOneMore() {
        clock.set("2026-10-24T12:00");

        assertThat(nightOf(LocalDate.of(2026, 10, 25)))
                .containsExactly("00:00", "01:00", "02:00", "03:00", "03:00", "04:00", "05:00");
    }

    @Test
    void bothOfTheHoursThatComeTwiceCanBeBookedAndAreDifferentTimes() {
        clock.set("2026-10-24T12:00");
        var first = Instant.parse("2026-10-25T00:00:00Z");
        var second = Instant.parse("2026-10-25T01:00:00Z");
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        town.anAgent()
                .onShift(point, Span.of(first, Duration.ofHours(2)), ServingMode.IN_PERSON)
                .there();
        var hour = town.anAppointment().inPersonAt(point).minutes(60);

        assertThat(hour.bookedAt(first).during().from()).isEqualTo(first);
        assertThat(hour.bookedAt(second).during().from()).isEqualTo(second);
        assertThat(onTheWall(first)).isEqualTo(onTheWall(second)).isEqualTo("03:00");
    }

    @Test
    void aPointInAnotherTimeZoneIsOpenOnItsOwnClock() {
        var point = town.aPoint()
                .inZone("Europe/Stockholm")
                .open("09:00", "11:00", 2)
                .withRoom("Lampi")
                .there();
        town.anAgent()
                .onShift(point, tomorrow("08:00", "16:00"), ServingMode.IN_PERSON)
                .there();

        assertThat(free(inPerson(point))).containsExactly("10:00", "11:00");
    }

    @Test
    void aMeetingDoesNotGoOnOverMidnight() {
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        town.anAgent()
                .onShift(point, Span.of(at("2026-05-12T22:30"), Duration.ofHours(3)), ServingMode.IN_PERSON)
                .there();
        var wanted = inPerson(point);

        assertThat(appointments.freeWithin(wanted, new Span(at("2026-05-12T22:00"), at("2026-05-13T02:00"))))
                .extracting(Span::from)
                .containsExactly(at("2026-05-12T22:30"), at("2026-05-13T00:00"));
    }

    @Test
    void aFreeTimeCanBeHeld() {
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        town.anAgent()
                .onShift(point, Span.of(at("2026-05-11T20:00"), Duration.ofHours(12)), ServingMode.IN_PERSON)
                .there();
        var appointment = town.anAppointment().inPersonAt(point).minutes(60);

        assertThat(appointments.firstFree(appointment.wanted(), 20))
                .hasSize(12)
                .allSatisfy(time ->
                        assertThat(appointment.heldAt(time.from()).during()).isEqualTo(time));
    }

    /** From midnight to six, in a point that never closes. */
    private List<String> nightOf(LocalDate day) {
        var point = town.aPoint().openAllDay().withRoom("Lampi").there();
        var night = new Span(at(day + "T00:00"), at(day + "T06:00"));
        town.anAgent().onShift(point, night, ServingMode.IN_PERSON).there();
        return clockTimes(appointments.freeWithin(inPerson(point), night));
    }

    private Wanted inPerson(ServicePoint point) {
        return town.anAppointment().inPersonAt(point).minutes(60).wanted();
    }

    private List<String> free(Wanted wanted) {
        return clockTimes(times(wanted));
    }

    private List<Span> times(Wanted wanted) {
        return appointments.freeWithin(wanted, tomorrow("00:00", "23:59"));
    }

    private static List<String> clockTimes(List<Span> times) {
        return times.stream().map(Span::from).map(FreeTimesTest::onTheWall).toList();
    }

    private static String onTheWall(Instant instant) {
        return LocalDateTime.ofInstant(instant, HELSINKI).toLocalTime().toString();
    }

    /** Tuesday, 12 May. */
    private static Span tomorrow(String from, String until) {
        return new Span(at("2026-05-12T" + from), at("2026-05-12T" + until));
    }
}
