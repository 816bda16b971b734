package fi.tiski.domain.meetings;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Booking;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseKey;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.encounters.EncountersService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BookedMeetingsServiceTest extends DomainTest {

    private static final CaseKey THEIRS = new CaseKey("the customer's own key", "");

    @Autowired
    private BookedMeetingsService booked;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private EncountersService encounters;

    @Autowired
    private CasesService cases;

    private AgentId agent;
    private Instant starts;
    private Appointment time;
    private String link;

    @BeforeEach
    void aTimeByVideo() {
        agent = anAgent();
        starts = clock.instant().plus(Duration.ofHours(2));
        time = town.anAppointment().byVideo().bookedAt(starts);
        link = booked.link(time, THEIRS);
    }

    @Test
    void theLinkOpensFromSomeMinutesBeforeTheTimeUntilSomeAfter() {
        assertThat(booked.opened(link)).isEqualTo(new Coming.Early(time, its(), starts.minus(Duration.ofMinutes(15))));
        assertThat(comes()).isInstanceOf(Coming.Early.class);

        clock.set(starts.minus(Duration.ofMinutes(15)));
        assertThat(booked.opened(link)).isInstanceOf(Coming.Open.class);

        clock.set(time.during().until().plus(Duration.ofMinutes(30)));
        assertThat(booked.opened(link)).isInstanceOf(Coming.Open.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(booked.opened(link)).isEqualTo(new Coming.Nothing());
    }

    @Test
    void everyPageOfOneCustomerShowsTheSameLinkAndAForgedOneOpensNothing() {
        assertThat(booked.link(time, THEIRS)).isEqualTo(link).hasSize(27);
        assertThat(booked.link(time, new CaseKey("another", ""))).isNotEqualTo(link);
        assertThat(booked.opened("forged")).isEqualTo(new Coming.Nothing());
    }

    @Test
    void aNewLinkTakesThePlaceOfAllThatTheyHad() {
        var other = booked.link(time, new CaseKey("another", ""));

        var renewed = booked.newLink(time);

        assertThat(booked.opened(link)).isEqualTo(new Coming.Nothing());
        assertThat(booked.opened(other)).isEqualTo(new Coming.Nothing());
        assertThat(booked.opened(renewed)).isInstanceOf(Coming.Early.class);
        assertThat(booked.opened(booked.link(time, THEIRS))).isInstanceOf(Coming.Early.class);
    }

    @Test
    void theLinkOfATimeThatIsCancelledOrMovedOpensNothing() {
        appointments.cancel(town.organisation(), time.id(), AT_HOME);
        assertThat(booked.opened(link)).isEqualTo(new Coming.Nothing());

        var later = town.anAppointment().byVideo().bookedAt(starts.plus(Duration.ofHours(1)));
        var laters = booked.link(later, THEIRS);
        var hold = (Hold.Held) appointments.hold(
                town.anAppointment().byVideo().wanted(),
                starts.plus(Duration.ofHours(3)),
                Ids.next(),
                Optional.empty());
        var moved = (Booking.Booked) appointments.confirm(
                town.organisation(),
                hold.appointment().id(),
                later.caseId().orElseThrow(),
                AT_HOME,
                Optional.of(later.id()));

        assertThat(booked.opened(laters)).isEqualTo(new Coming.Nothing());
        assertThat(booked.opened(booked.link(moved.appointment(), THEIRS))).isInstanceOf(Coming.Early.class);
    }

    @Test
    void comingIsArrivingAndStandsOnTheCaseOnce() {
        clock.set(starts);

        Together.all(6, i -> comes());

        assertThat(booked.opened(link)).isInstanceOf(Coming.Waits.class);
        assertThat(state()).isEqualTo(AppointmentState.ARRIVED);
        assertThat(kinds()).containsOnlyOnce(EntryKind.APPOINTMENT_ARRIVED);
        assertThat(meetings.waiting(town.organisation()))
                .as("those whom anybody may answer")
                .isEmpty();
    }

    @Test
    void ofAllAgentsWhoBeginAtOnceOneDoes() {
        clock.set(starts);
        comes();
        var agents = IntStream.range(0, 7).mapToObj(i -> town.anAgent().there()).toList();

        var answers = Together.all(8, i -> begins(i == 7 ? agent : agents.get(i)));

        assertThat(answers).filteredOn(Answering.Answered.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(new Answering.NotFrom(MeetingState.LIVE)::equals)
                .hasSize(7);
        assertThat(state()).isEqualTo(AppointmentState.SERVING);
        assertThat(booked.opened(link)).isInstanceOf(Coming.Meets.class);
    }

    @Test
    void anAgentWhoMeetsSomebodyBeginsWithNobodyElse() {
        var now = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME);
        meetings.answer(town.organisation(), now.meeting().id(), agent);
        clock.set(starts);
        comes();

        assertThat(begins(agent))
                .isEqualTo(new Answering.StillWith(now.meeting().caseId()));
        assertThat(state()).isEqualTo(AppointmentState.ARRIVED);
    }

    @Test
    void theAgentMayBeThereFirstAndTheCustomerComesIntoTheMeeting() {
        clock.set(starts);

        assertThat(begins(agent)).isInstanceOf(Answering.Answered.class);

        assertThat(comes()).isInstanceOf(Coming.Meets.class);
        assertThat(meetings.withEach(town.organisation())).containsKey(agent);
    }

    @Test
    void whatIsOnAtTheEndOfTheTimeIsNotCutOff() {
        clock.set(starts);
        comes();
        begins(agent);

        clock.pass(Duration.ofHours(3));

        assertThat(booked.opened(link)).isInstanceOf(Coming.Meets.class);
    }

    @Test
    void endingTheEncounterEndsMeetingAndAppointment() {
        clock.set(starts);
        comes();
        begins(agent);

        encounters.end(town.organisation(), time.caseId().orElseThrow(), agent, true);

        assertThat(state()).isEqualTo(AppointmentState.DONE);
        assertThat(booked.opened(link)).isInstanceOf(Coming.Met.class);
    }

    @Test
    void whoWaitsWhenTheTimeIsCancelledWaitsNoLongerAndIsNotAnswered() {
        clock.set(starts);
        comes();

        appointments.cancel(town.organisation(), time.id(), new By.AnAgent(agent));

        assertThat(booked.opened(link)).isEqualTo(new Coming.Nothing());
        assertThat(begins(agent)).isEqualTo(new Answering.NotFrom(MeetingState.CALLED_OFF));
    }

    @Test
    void cancellingAndBeginningAtOneMomentEndInOneOfTheTwo() {
        clock.set(starts);
        comes();

        Together.all(
                2,
                i -> i == 0
                        ? begins(agent)
                        : appointments.cancel(town.organisation(), time.id(), new By.AnAgent(agent)));

        assertThat(its().state())
                .isEqualTo(state() == AppointmentState.CANCELLED ? MeetingState.CALLED_OFF : MeetingState.LIVE);
    }

    @Test
    void whoGoesForNowOrFallsSilentMayComeAgain() {
        clock.set(starts);
        comes();
        booked.goForNow(link);
        assertThat(booked.opened(link)).isInstanceOf(Coming.Open.class);

        comes();
        clock.pass(Duration.ofMinutes(4));
        booked.letGo();
        assertThat(booked.opened(link)).isInstanceOf(Coming.Open.class);
        assertThat(comes()).isInstanceOf(Coming.Waits.class);
    }

    @Test
    void whoWaitedForAMeetingNowWaitsForTheBookedOneInstead() {
        clock.set(starts);
        meetings.ask(town.organisation(), time.caseId().orElseThrow(), Optional.empty(), Ids.next(), AT_HOME);

        comes();

        assertThat(meetings.waiting(town.organisation())).isEmpty();
        assertThat(booked.opened(link)).isInstanceOf(Coming.Waits.class);
    }

    @Test
    void whenTheAgentDoesNotComeTheCustomerIsToldOnceAndItStandsOnTheCaseAndBeforeTheManager() {
        clock.set(starts.minus(Duration.ofMinutes(3)));
        comes();
        clock.set(starts.plus(Duration.ofMinutes(4)));
        booked.apologise();
        assertThat(kinds()).doesNotContain(EntryKind.VIDEO_AGENT_MISSING);
        assertThat(booked.giveUp(link, AT_HOME)).as("before it is late").isFalse();

        clock.set(starts.plus(Duration.ofMinutes(5)));
        booked.apologise();
        booked.apologise();

        assertThat(booked.opened(link)).isEqualTo(new Coming.Waits(now(), its(), true));
        assertThat(kinds()).containsOnlyOnce(EntryKind.VIDEO_AGENT_MISSING);
        assertThat(booked.missed(town.organisation(), Duration.ofDays(7)))
                .containsExactly(new BookedMeetingsService.Missed(its(), now()));
        assertThat(booked.missed(town.organisation(), Duration.ZERO.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void whoGivesUpATimeWhoseAgentDidNotComeIsNotAnsweredAnyMore() {
        clock.set(starts.plus(Duration.ofMinutes(6)));
        comes();

        assertThat(booked.giveUp(link, AT_HOME)).isTrue();

        assertThat(state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(begins(agent)).isEqualTo(new Answering.NotFrom(MeetingState.CALLED_OFF));
    }

    private AgentId anAgent() {
        return town.anAgent()
                .onShiftRemotely(
                        Span.of(clock.instant().minus(Duration.ofHours(1)), Duration.ofHours(9)), ServingMode.VIDEO)
                .there();
    }

    private Coming comes() {
        return booked.come(link, Optional.empty(), AT_HOME);
    }

    private Answering begins(AgentId who) {
        return booked.begin(town.organisation(), time.id(), who);
    }

    private Appointment now() {
        return appointments.find(town.organisation(), time.id()).orElseThrow();
    }

    private AppointmentState state() {
        return now().state();
    }

    private VideoMeeting its() {
        return booked.find(time).orElseThrow();
    }

    private List<EntryKind> kinds() {
        return cases.file(town.organisation(), time.caseId().orElseThrow()).entries().stream()
                .map(Entry::kind)
                .toList();
    }
}
