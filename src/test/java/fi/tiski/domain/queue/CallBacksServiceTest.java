package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CallBacksServiceTest extends DomainTest {

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private CasesService cases;

    private AgentId agent;

    @BeforeEach
    void oneAgent() {
        agent = town.anAgent().there();
    }

    @Test
    void askingTwiceWithOnePressIsOneCall() {
        var its = town.aCase().id();
        var press = Ids.next();

        var asked = Together.all(6, i -> callBacks.ask(town.organisation(), its, press, withinTwoHours(), AT_HOME));

        assertThat(asked).extracting(CallBack::id).containsOnly(asked.getFirst().id());
        assertThat(callBacks.waiting(town.organisation())).hasSize(1);
        assertThat(cases.file(town.organisation(), its).entries())
                .extracting(Entry::kind)
                .containsOnlyOnce(EntryKind.CALL_BACK_ASKED);
    }

    @Test
    void anAgentCallsOneAtATime() {
        var first = ask();
        var second = ask();
        callBacks.call(town.organisation(), first.id(), agent);

        assertThat(callBacks.call(town.organisation(), second.id(), agent))
                .isInstanceOfSatisfying(
                        CallBackChange.StillWith.class,
                        still -> assertThat(still.callBack().id()).isEqualTo(first.id()));
        assertThat(callBacks.withEach(town.organisation()))
                .extractingByKey(agent)
                .extracting(CallBack::id)
                .isEqualTo(first.id());
    }

    @Test
    void ofAllWhoCallAtOnceOneCalls() {
        var asked = ask();
        var agents = IntStream.range(0, 8).mapToObj(i -> town.anAgent().there()).toList();

        var calls = Together.all(8, i -> callBacks.call(town.organisation(), asked.id(), agents.get(i)));

        assertThat(calls).filteredOn(CallBackChange.Changed.class::isInstance).hasSize(1);
        assertThat(calls)
                .filteredOn(new CallBackChange.NotFrom(CallBackState.CALLING)::equals)
                .hasSize(7);
    }

    @Test
    void callingTakesTheCaseUpAndSpeakingFreesTheAgent() {
        var asked = ask();

        callBacks.call(town.organisation(), asked.id(), agent);
        assertThat(cases.get(town.organisation(), asked.caseId()).state()).isEqualTo(CaseState.IN_SERVICE);

        assertThat(changed(callBacks.done(town.organisation(), asked.id(), by()))
                        .state())
                .isEqualTo(CallBackState.DONE);
        assertThat(callBacks.withEach(town.organisation())).doesNotContainKey(agent);
        assertThat(callBacks.cancel(town.organisation(), asked.id(), AT_HOME))
                .isEqualTo(new CallBackChange.NotFrom(CallBackState.DONE));
    }

    @Test
    void whoDoesNotAnswerIsTriedLaterAndThePromiseMovesWithIt() {
        var asked = ask();
        callBacks.call(town.organisation(), asked.id(), agent);

        callBacks.tryLater(town.organisation(), asked.id(), by(), Duration.ofMinutes(30));

        var waiting = callBacks.ofCase(town.organisation(), asked.caseId()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(CallBackState.WAITING);
        assertThat(waiting.tries()).isEqualTo(1);
        assertThat(waiting.agent()).isEmpty();
        assertThat(waiting.promised())
                .isEqualTo(Span.of(clock.instant().plus(Duration.ofMinutes(30)), Duration.ofHours(2)));
        assertThat(cases.get(town.organisation(), asked.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(callBacks.call(town.organisation(), asked.id(), agent)).isInstanceOf(CallBackChange.Changed.class);
    }

    @Test
    void whoIsNotReachedLeavesTheCaseOpen() {
        var asked = ask();
        assertThat(callBacks.notReached(town.organisation(), asked.id(), by()))
                .isEqualTo(new CallBackChange.NotFrom(CallBackState.WAITING));
        callBacks.call(town.organisation(), asked.id(), agent);

        assertThat(changed(callBacks.notReached(town.organisation(), asked.id(), by()))
                        .state())
                .isEqualTo(CallBackState.NOT_REACHED);
        assertThat(cases.get(town.organisation(), asked.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void whoCancelsIsNotCalled() {
        var asked = ask();

        callBacks.cancel(town.organisation(), asked.id(), AT_HOME);

        assertThat(callBacks.waiting(town.organisation())).isEmpty();
        assertThat(callBacks.call(town.organisation(), asked.id(), agent))
                .isEqualTo(new CallBackChange.NotFrom(CallBackState.CANCELLED));
    }

    private CallBack ask() {
        return callBacks.ask(town.organisation(), town.aCase().id(), Ids.next(), withinTwoHours(), AT_HOME);
    }

    private Span withinTwoHours() {
        return Span.of(clock.instant(), Duration.ofHours(2));
    }

    private By by() {
        return new By.AnAgent(agent);
    }

    private static CallBack changed(CallBackChange change) {
        return ((CallBackChange.Changed) change).callBack();
    }
}
