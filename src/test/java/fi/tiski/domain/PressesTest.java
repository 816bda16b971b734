package fi.tiski.domain;

import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.CALL_BACK;
import static fi.tiski.platform.tables.Tables.CASE_LINK;
import static fi.tiski.platform.tables.Tables.JOURNEY;
import static fi.tiski.platform.tables.Tables.TICKET;
import static fi.tiski.support.Municipality.AT_HOME;
import static fi.tiski.support.TestClock.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Twenty at once with one key: an impatient thumb, tabs and devices that share a link, a line that sends again. */
class PressesTest extends DomainTest {

    private static final int PRESSES = 20;
    private static final Span WORK = Span.of(at("2026-05-12T08:00"), Duration.ofHours(8));

    @Autowired
    private JourneysService journeys;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private QueueService queue;

    @Autowired
    private CasesService cases;

    @Test
    void onePressBeginsOneJourney() {
        var press = Ids.next();

        var begun = Together.all(PRESSES, i -> journeys.startAtHome(town.organisation(), Language.FI, press));

        assertThat(begun)
                .extracting(Journey::token)
                .containsOnly(begun.getFirst().token());
        assertThat(count(JOURNEY, JOURNEY.ORGANISATION_ID.eq(town.id()))).isEqualTo(1);
    }

    @Test
    void aJourneyOpensOneCase() {
        var journey = journeys.startAtHome(town.organisation(), Language.FI, Ids.next());

        var opened = Together.all(PRESSES, i -> journeys.caseOf(journey, AT_HOME));

        assertThat(opened).containsOnly(opened.getFirst());
        assertThat(cases.file(town.organisation(), opened.getFirst()).entries()).hasSize(1);
    }

    @Test
    void aJourneyIsGivenOneKeyToItsCase() {
        var begun = journeys.startAtHome(town.organisation(), Language.FI, Ids.next());
        var its = journeys.caseOf(begun, AT_HOME);
        var journey = journeys.find(begun.token()).orElseThrow();

        var keys = Together.all(PRESSES, i -> journeys.keyOf(journey));

        assertThat(keys).containsOnly(keys.getFirst());
        assertThat(count(CASE_LINK, CASE_LINK.CASE_ID.eq(its.value()))).isEqualTo(1);
        assertThat(cases.openedBy(keys.getFirst().token())).isPresent();
    }

    @Test
    void onePressTakesOneNumber() {
        var point = town.aPoint().openAllDay().there();
        var press = Ids.next();

        var taken = Together.all(
                PRESSES, i -> (Take.Taken) queue.take(point, press, Language.FI, AT_HOME, Optional.empty()));

        assertThat(taken)
                .extracting(Take.Taken::ticket)
                .containsOnly(taken.getFirst().ticket());
        assertThat(count(TICKET, TICKET.ORGANISATION_ID.eq(town.id()))).isEqualTo(1);
    }

    @Test
    void twentyTabsThatChooseOneTimeHoldItOnce() {
        agents(3);
        var choosing = Ids.next();
        var press = Ids.next();

        var holds = Together.all(PRESSES, i -> held(appointments.choose(video(), WORK.from(), press, choosing)));

        assertThat(holds)
                .extracting(Appointment::id)
                .containsOnly(holds.getFirst().id());
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void twentyTabsThatChooseTwentyTimesHoldOneOfThem() {
        agents(3);
        var choosing = Ids.next();

        Together.all(PRESSES, i -> held(appointments.choose(video(), slot(i % 16), Ids.next(), choosing)));

        assertThat(live()).isEqualTo(1);
    }

    @Test
    void whatIsBookedInOneTabIsBookedInAll() {
        agents(3);
        var choosing = Ids.next();
        var its = town.aCase().id();
        var held = held(appointments.choose(video(), WORK.from(), Ids.next(), choosing));
        appointments.confirm(town.organisation(), held.id(), its, AT_HOME, Optional.empty());

        var others =
                Together.all(PRESSES, i -> held(appointments.choose(video(), slot(1 + i % 15), Ids.next(), choosing)));

        assertThat(others)
                .allSatisfy(other -> assertThat(other.id()).isEqualTo(held.id()))
                .extracting(Appointment::state)
                .containsOnly(AppointmentState.BOOKED);
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void tabsThatChooseAndConfirmAcrossEachOtherBookOne() {
        agents(3);
        var choosing = Ids.next();
        var its = town.aCase().id();

        Together.all(PRESSES, i -> {
            var held = held(appointments.choose(video(), slot(i % 16), Ids.next(), choosing));
            return appointments.confirm(town.organisation(), held.id(), its, AT_HOME, Optional.empty());
        });

        assertThat(appointments.ofCase(town.organisation(), its)).hasSize(1);
        assertThat(entries(its, EntryKind.APPOINTMENT_BOOKED)).isEqualTo(1);
    }

    @Test
    void aTimeThatWasCancelledCanBeChosenAgainWithTheSamePress() {
        agents(1);
        var press = Ids.next();
        var held = held(appointments.choose(video(), WORK.from(), press, Ids.next()));
        appointments.confirm(town.organisation(), held.id(), town.aCase().id(), AT_HOME, Optional.empty());
        appointments.cancel(town.organisation(), held.id(), AT_HOME);

        var again = held(appointments.choose(video(), WORK.from(), press, Ids.next()));

        assertThat(again.state()).isEqualTo(AppointmentState.HELD);
        assertThat(again.id()).isNotEqualTo(held.id());
    }

    @Test
    void aHoldThatRanOutIsKeptAnewByTheSamePress() {
        agents(1);
        var press = Ids.next();
        appointments.choose(video(), WORK.from(), press, Ids.next());
        clock.pass(Duration.ofMinutes(11));

        var again = held(appointments.choose(video(), WORK.from(), press, Ids.next()));

        assertThat(again.heldUntil()).contains(clock.instant().plus(AppointmentsService.HOLD));
    }

    @Test
    void oneCaseIsPromisedOneCallHoweverManyTimesAreChosen() {
        var its = town.aCase().id();

        Together.all(
                PRESSES,
                i -> callBacks.ask(
                        town.organisation(), its, Ids.next(), Span.of(slot(i), Duration.ofHours(2)), AT_HOME));

        assertThat(count(CALL_BACK, CALL_BACK.CASE_ID.eq(its.value()))).isEqualTo(1);
    }

    @Test
    void whoChoosesAnotherTimeIsCalledThen() {
        var its = town.aCase().id();
        var first = call(its, 0);

        var second = call(its, 4);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(callBacks.waiting(town.organisation()))
                .extracting(CallBack::promised)
                .containsExactly(Span.of(slot(4), Duration.ofHours(2)));
        assertThat(entries(its, EntryKind.CALL_BACK_ASKED)).isEqualTo(2);
    }

    @Test
    void whoCancelledACallCanAskForTheSameAgain() {
        var its = town.aCase().id();
        var press = Ids.next();
        var promised = Span.of(slot(0), Duration.ofHours(2));
        var first = callBacks.ask(town.organisation(), its, press, promised, AT_HOME);
        callBacks.cancel(town.organisation(), first.id(), AT_HOME);

        var again = callBacks.ask(town.organisation(), its, press, promised, AT_HOME);

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(callBacks.waiting(town.organisation())).containsExactly(again);
    }

    @Test
    void theSameWordsFromTwentyTabsAreToldOnce() {
        var its = town.aCase().id();
        var press = Ids.next();
        var telling = new Telling(Optional.empty(), Optional.of("Avaimeni on hukassa"), Optional.empty());

        Together.all(PRESSES, i -> cases.tell(town.organisation(), its, AT_HOME, telling, press));

        assertThat(entries(its, EntryKind.WORDS_TOLD)).isEqualTo(1);
    }

    private void agents(int many) {
        for (int i = 0; i < many; i++) {
            town.anAgent().onShiftRemotely(WORK, ServingMode.VIDEO).there();
        }
    }

    private Wanted video() {
        return town.anAppointment().byVideo().wanted();
    }

    private static Instant slot(int half) {
        return WORK.from().plus(Duration.ofMinutes(30L * half));
    }

    private static Appointment held(Hold hold) {
        return ((Hold.Held) hold).appointment();
    }

    private CallBack call(CaseId its, int half) {
        return callBacks.ask(town.organisation(), its, Ids.next(), Span.of(slot(half), Duration.ofHours(2)), AT_HOME);
    }

    private int live() {
        return count(
                APPOINTMENT,
                APPOINTMENT.ORGANISATION_ID.eq(town.id()).and(APPOINTMENT.STATE.ne(AppointmentState.CANCELLED.tag())));
    }

    private long entries(CaseId its, EntryKind kind) {
        return cases.file(town.organisation(), its).entries().stream()
                .filter(entry -> entry.kind() == kind)
                .count();
    }

    private int count(Table<?> table, Condition which) {
        return sql.fetchCount(table, which);
    }
}
