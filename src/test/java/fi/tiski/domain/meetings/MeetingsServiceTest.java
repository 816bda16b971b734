package fi.tiski.domain.meetings;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MeetingsServiceTest extends DomainTest {

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private LineService line;

    @Autowired
    private CasesService cases;

    @Autowired
    private JourneysService journeys;

    @Autowired
    private StaffingService staffing;

    @Test
    void askingTwiceWithOnePressWaitsOnce() {
        anAgent();
        var its = town.aCase().id();
        var press = Ids.next();

        var asked = Together.all(6, i -> meetings.ask(town.organisation(), its, Optional.empty(), press, AT_HOME));

        assertThat(asked).containsOnly(asked.getFirst());
        assertThat(meetings.waiting(town.organisation())).hasSize(1);
        assertThat(cases.file(town.organisation(), its).entries())
                .extracting(Entry::kind)
                .containsOnlyOnce(EntryKind.VIDEO_ASKED);
    }

    @Test
    void whoWaitsOnTheCaseAlreadyGoesOnWithThat() {
        anAgent();
        var first = asks();

        var again = meetings.ask(town.organisation(), first.caseId(), Optional.empty(), Ids.next(), AT_HOME);

        assertThat(again).isEqualTo(new Asking.Waits(first));
    }

    @Test
    void whereNobodyServesByVideoNobodyIsMadeToWait() {
        assertThat(meetings.isServed(town.organisation())).isFalse();
        assertThat(meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME))
                .isEqualTo(new Asking.NobodyServes());

        var agent = anAgent();
        assertThat(meetings.isServed(town.organisation())).isTrue();
        staffing.goAway(town.organisation(), agent);
        assertThat(meetings.isServed(town.organisation())).isFalse();
    }

    @Test
    void ofAllWhoAnswerAtOnceOneDoes() {
        anAgent();
        var asked = asks();
        var agents = IntStream.range(0, 8).mapToObj(i -> town.anAgent().there()).toList();

        var answers = Together.all(8, i -> meetings.answer(town.organisation(), asked.id(), agents.get(i)));

        assertThat(answers).filteredOn(Answering.Answered.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(new Answering.NotFrom(MeetingState.LIVE)::equals)
                .hasSize(7);
        assertThat(cases.get(town.organisation(), asked.caseId()).state()).isEqualTo(CaseState.IN_SERVICE);
    }

    @Test
    void anAgentMeetsOneAtATime() {
        var agent = anAgent();
        var first = asks();
        var second = asks();
        meetings.answer(town.organisation(), first.id(), agent);

        assertThat(meetings.answer(town.organisation(), second.id(), agent))
                .isEqualTo(new Answering.StillWith(first.caseId()));
        assertThat(meetings.withEach(town.organisation()))
                .extractingByKey(agent)
                .extracting(VideoMeeting::id)
                .isEqualTo(first.id());
    }

    @Test
    void whoeverAskedFirstStandsFirstAndTheWaitGrowsWithTheLine() {
        anAgent();
        var all = IntStream.range(0, 5).mapToObj(i -> asks()).toList();

        assertThat(meetings.waiting(town.organisation())).containsExactlyElementsOf(all);
        var first = meetings.place(all.getFirst());
        var last = meetings.place(all.getLast());
        assertThat(first.ahead()).isZero();
        assertThat(last.ahead()).isEqualTo(4);
        assertThat(last.expected().orElseThrow().atMost())
                .isGreaterThan(first.expected().orElseThrow().atMost());
    }

    @Test
    void afterAMeetingTheAgentHasTimeToWriteAndTheCaseTellsIt() {
        var agent = anAgent();
        var asked = asks();
        meetings.answer(town.organisation(), asked.id(), agent);

        assertThat(meetings.done(town.organisation(), asked.id(), new By.AnAgent(agent)))
                .isInstanceOf(MeetingChange.Changed.class);

        assertThat(staffing.state(town.organisation(), agent).availability()).isEqualTo(Availability.WRAP_UP);
        assertThat(cases.file(town.organisation(), asked.caseId()).entries())
                .extracting(Entry::kind)
                .contains(EntryKind.SERVICE_STARTED, EntryKind.VIDEO_ENDED);
    }

    @Test
    void whoHasLeftIsNotAnswered() {
        var agent = anAgent();
        var asked = asks();

        meetings.leave(town.organisation(), asked.id(), AT_HOME);

        assertThat(meetings.answer(town.organisation(), asked.id(), agent))
                .isEqualTo(new Answering.NotFrom(MeetingState.LEFT));
        assertThat(meetings.turn(town.organisation(), asked.id(), AT_HOME))
                .isEqualTo(new MeetingChange.NotFrom(MeetingState.LEFT));
    }

    @Test
    void whoEndsTheirVisitWaitsNoLonger() {
        anAgent();
        var journey = journeys.startAtHome(town.organisation(), Language.FI, Ids.next());
        var its = journeys.caseOf(journey, AT_HOME);
        meetings.ask(town.organisation(), its, Optional.empty(), Ids.next(), AT_HOME);

        journeys.end(journey.token());

        assertThat(meetings.waiting(town.organisation())).isEmpty();
        assertThat(meetings.ofCase(town.organisation(), its))
                .get()
                .extracting(VideoMeeting::state)
                .isEqualTo(MeetingState.LEFT);
    }

    @Test
    void whoWaitsLongerThanPromisedIsToldSoOnceAndItStandsOnTheCase() {
        anAgent();
        var asked = asks();
        var promised = asked.told().orElseThrow();

        clock.pass(promised);
        meetings.apologise();
        assertThat(now(asked).apologisedAt()).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        Together.all(4, i -> meetings.apologise());

        assertThat(now(asked).apologisedAt()).contains(clock.instant());
        assertThat(now(asked).state()).isEqualTo(MeetingState.WAITING);
        assertThat(kinds(asked)).containsOnlyOnce(EntryKind.VIDEO_APOLOGY);
    }

    @Test
    void whoIsAnsweredInTimeIsToldNothing() {
        var agent = anAgent();
        var asked = asks();
        meetings.answer(town.organisation(), asked.id(), agent);

        clock.pass(Duration.ofHours(1));
        meetings.apologise();

        assertThat(kinds(asked)).doesNotContain(EntryKind.VIDEO_APOLOGY);
    }

    @Test
    void whoseWindowHasGoneSilentWaitsNoLonger() {
        anAgent();
        var gone = asks();
        var here = asks();
        var window = Ids.next();
        var key = line.customersKey(here);
        line.join(key, window);

        clock.pass(MeetingsService.SILENCE.plusSeconds(2));
        line.isHere(line.openedBy(key).orElseThrow(), window);
        meetings.letGo();

        assertThat(now(gone).state()).isEqualTo(MeetingState.LEFT);
        assertThat(now(here).state()).isEqualTo(MeetingState.WAITING);
        assertThat(kinds(gone)).contains(EntryKind.VIDEO_LEFT);
    }

    @Test
    void whoGoesOnByTelephoneEndsTheMeetingAndTheAgentHasTimeToCall() {
        var agent = anAgent();
        var asked = asks();
        meetings.answer(town.organisation(), asked.id(), agent);

        meetings.turnToCall(town.organisation(), asked.id(), AT_HOME);

        assertThat(now(asked).state()).isEqualTo(MeetingState.TURNED);
        assertThat(meetings.withEach(town.organisation())).isEmpty();
        assertThat(staffing.state(town.organisation(), agent).availability()).isEqualTo(Availability.WRAP_UP);
        assertThat(meetings.done(town.organisation(), asked.id(), new By.AnAgent(agent)))
                .isEqualTo(new MeetingChange.NotFrom(MeetingState.TURNED));
    }

    @Test
    void whatWasWrittenIsKeptOnlyWhileTheyMeetAndOnlyWhatAnEntryHolds() {
        var agent = anAgent();
        var asked = asks();
        meetings.keepWords(town.organisation(), asked.id(), "Liian aikaisin", AT_HOME);
        meetings.answer(town.organisation(), asked.id(), agent);

        meetings.keepWords(town.organisation(), asked.id(), "  ", AT_HOME);
        meetings.keepWords(town.organisation(), asked.id(), "Asiakas: Hei\u202e\n" + "x".repeat(20_000), AT_HOME);
        meetings.done(town.organisation(), asked.id(), new By.AnAgent(agent));
        meetings.keepWords(town.organisation(), asked.id(), "Liian myöhään", AT_HOME);

        assertThat(cases.file(town.organisation(), asked.caseId()).entries())
                .filteredOn(entry -> entry.kind() == EntryKind.VIDEO_WORDS_KEPT)
                .singleElement()
                .satisfies(entry -> assertThat(entry.words().orElseThrow())
                        .startsWith("Asiakas: Hei\nxxx")
                        .hasSize(10_000));
    }

    private VideoMeeting now(VideoMeeting meeting) {
        return meetings.ofCase(town.organisation(), meeting.caseId()).orElseThrow();
    }

    private List<EntryKind> kinds(VideoMeeting meeting) {
        return cases.file(town.organisation(), meeting.caseId()).entries().stream()
                .map(Entry::kind)
                .toList();
    }

    private AgentId anAgent() {
        return town.anAgent()
                .onShiftRemotely(
                        Span.of(clock.instant().minus(Duration.ofHours(1)), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
    }

    private VideoMeeting asks() {
        clock.pass(Duration.ofSeconds(1));
        return ((Asking.Waits)
                        meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME))
                .meeting();
    }
}
