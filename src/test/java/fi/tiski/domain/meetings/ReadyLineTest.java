package fi.tiski.domain.meetings;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line of an agent who has the case of somebody who waits in hand, before they answer. */
class ReadyLineTest extends DomainTest {

    private final UUID customersWindow = UUID.randomUUID();
    private final UUID agentsWindow = UUID.randomUUID();

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private LineService line;

    private AgentId agent;
    private AgentId colleague;
    private VideoMeeting meeting;

    @BeforeEach
    void somebodyWaits() {
        agent = agent();
        colleague = agent();
        meeting = ((Asking.Waits)
                        meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME))
                .meeting();
        line.join(line.customersKey(meeting), customersWindow);
    }

    @Test
    void theTwoBrowsersFindEachOtherBeforeTheAnswerAndTheLineGoesOn() {
        var key = line.readyKey(meeting, agent).orElseThrow();
        var seat = joins(key, agentsWindow);
        var customers = line.participants(meeting).getFirst();

        assertThat(seat.meeting().state()).isEqualTo(MeetingState.WAITING);
        assertThat(line.participants(meeting))
                .extracting(one -> one.browser().orElseThrow())
                .containsExactly(customersWindow, agentsWindow);
        assertThat(seat.me().name()).as("nobody has answered").isEmpty();
        assertThat(line.send(seat, customers.id(), customersWindow, "an offer")).isTrue();

        var answered = answer(agent);

        assertThat(line.opens(key, answered)).isTrue();
        assertThat(line.isHere(line.openedBy(key).orElseThrow(), agentsWindow)).isTrue();
        assertThat(line.participants(answered))
                .extracting(one -> one.browser().orElseThrow())
                .containsExactly(customersWindow, agentsWindow);
    }

    @Test
    void whoeverAnswersNobodyElseStaysAtTheLine() {
        var ready = line.readyKey(meeting, colleague).orElseThrow();
        joins(ready, agentsWindow);

        var answered = answer(agent);

        assertThat(line.opens(ready, answered)).isFalse();
        assertThat(line.participants(answered)).extracting(Participant::role).containsExactly(Role.CUSTOMER);
        var own = UUID.randomUUID();
        joins(line.agentsKey(answered), own);
        assertThat(line.participants(answered))
                .extracting(one -> one.browser().orElseThrow())
                .containsExactly(customersWindow, own);
    }

    @Test
    void anotherAgentTakesThePlaceOfTheFirst() {
        var first = line.readyKey(meeting, agent).orElseThrow();
        var out = joins(first, agentsWindow);

        line.readyKey(meeting, colleague);

        assertThat(line.openedBy(first)).isEmpty();
        assertThat(line.isHere(out, agentsWindow)).isFalse();
        assertThat(line.participants(meeting))
                .filteredOn(one -> one.role() == Role.AGENT)
                .singleElement()
                .matches(one -> one.browser().isEmpty());
    }

    @Test
    void whereNobodyWaitsAnyMoreThereIsNothingToBeReadyFor() {
        answer(agent);

        assertThat(line.readyKey(meeting, agent)).isEmpty();
        assertThat(line.readyKey(meeting, colleague)).isEmpty();
    }

    @Test
    void theDatabaseHasNoSeatForAnAgentWhoDidNotAnswer() {
        line.readyKey(meeting, colleague);
        answer(agent);

        assertThatThrownBy(() -> sql.execute(
                        "update meeting_participant set revoked_at = null, seat = 2 where meeting_id = ? and agent_id = ?",
                        meeting.id().value(),
                        colleague.value()))
                .hasMessageContaining("answered by another agent");
    }

    @Test
    void ofAnAnswerAndAColleagueWhoGetsReadyAtOnceTheAnswerStands() {
        Together.all(8, i -> i == 0 ? answer(agent) : line.readyKey(meeting, i % 2 == 0 ? agent : colleague));

        var answered = meetings.ofCase(town.organisation(), meeting.caseId()).orElseThrow();
        assertThat(answered.agent()).contains(agent);
        var key = line.agentsKey(answered);
        assertThat(line.opens(key, answered)).isTrue();
        assertThat(line.participants(answered))
                .extracting(Participant::role)
                .containsExactly(Role.CUSTOMER, Role.AGENT);
    }

    private AgentId agent() {
        return town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
    }

    private VideoMeeting answer(AgentId who) {
        return ((Answering.Answered) meetings.answer(town.organisation(), meeting.id(), who)).meeting();
    }

    private Seat joins(String key, UUID browser) {
        return ((Joining.In) line.join(key, browser)).seat();
    }
}
