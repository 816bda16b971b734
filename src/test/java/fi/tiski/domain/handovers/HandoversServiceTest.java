package fi.tiski.domain.handovers;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.cases.Reading;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HandoversServiceTest extends DomainTest {

    private static final Card CARD = new Card("The lift is broken.", "Called the landlord.", "We call on Friday.");

    @Autowired
    private HandoversService handovers;

    @Autowired
    private CasesService cases;

    @Autowired
    private CallBacksService callBacks;

    private AgentId aino;
    private AgentId kaisa;
    private Case its;

    @BeforeEach
    void aCaseAndTwoWhoServe() {
        aino = town.anAgent().named("Aino Laine").there();
        kaisa = town.anAgent().named("Kaisa Koski").there();
        its = town.aCase();
    }

    @Test
    void whoTakesItHasReadItAndTheCaseSaysSo() {
        var given = offer(new Receiver.APerson(kaisa));

        clock.pass(Duration.ofMinutes(3));
        var taken = ((HandoverChange.Changed) handovers.accept(town.organisation(), given.id(), kaisa)).now();

        assertThat(taken.state()).isEqualTo(HandoverState.ACCEPTED);
        assertThat(taken.takenByName()).contains("Kaisa Koski");
        assertThat(taken.readAt()).contains(clock.instant());
        assertThat(taken.card()).isEqualTo(CARD);
        var file = cases.file(town.organisation(), its.id());
        assertThat(file.readings()).containsExactly(new Reading("Kaisa Koski", clock.instant()));
        assertThat(kinds()).endsWith(EntryKind.HANDED_OVER, EntryKind.HANDOVER_READ);
    }

    @Test
    void theSamePressHandsOverOnce() {
        var press = UUID.randomUUID();

        var results = Together.all(
                6,
                who -> handovers.handOver(
                        town.organisation(), its.id(), aino, new Receiver.APerson(kaisa), CARD, press));

        assertThat(results)
                .allSatisfy(result -> assertThat(result).isInstanceOf(HandingOver.Offered.class))
                .map(result -> ((HandingOver.Offered) result).handover().id())
                .containsOnly(handovers
                        .ofCase(town.organisation(), its.id())
                        .getFirst()
                        .id());
        assertThat(kinds()).containsOnlyOnce(EntryKind.HANDED_OVER);
    }

    @Test
    void aCaseIsOnItsWayToOneReceiverAtATime() {
        var given = offer(new Receiver.APerson(kaisa));

        assertThat(handOver(new Receiver.APerson(town.anAgent().there()))).isEqualTo(new HandingOver.OnItsWay(given));
    }

    @Test
    void aLanguageIsASkillAndWhoSpeaksItMayTakeIt() {
        var samir =
                town.anAgent().speaking(Language.SV).skilled("sign-language").there();
        var given = offer(new Receiver.ASkill("sv"));

        assertThat(handovers.offeredTo(town.organisation(), samir)).containsExactly(given);
        assertThat(handovers.offeredTo(town.organisation(), kaisa)).isEmpty();
        assertThat(handovers.offeredTo(town.organisation(), aino))
                .as("never to the giver")
                .isEmpty();
        assertThat(handovers.accept(town.organisation(), given.id(), kaisa)).isEqualTo(new HandoverChange.NotTheirs());
        assertThat(handovers.skills(town.organisation(), aino)).containsExactly("fi", "sign-language", "sv");
    }

    @Test
    void whoServesTheTopicMayTakeIt() {
        var housing = town.aTopic(30);
        var olli = town.anAgent().serving(housing).there();

        var given = offer(new Receiver.ATopic(housing));

        assertThat(handovers.offeredTo(town.organisation(), olli)).containsExactly(given);
        assertThat(handovers.offeredTo(town.organisation(), kaisa)).isEmpty();
    }

    @Test
    void nobodyIsPromisedWhoIsNotThere() {
        assertThat(handOver(new Receiver.ASkill("ar"))).isEqualTo(new HandingOver.NobodyFits());
        assertThat(handOver(new Receiver.ATopic(town.aTopic(30)))).isEqualTo(new HandingOver.NobodyFits());
        assertThat(handOver(new Receiver.APerson(aino))).isEqualTo(new HandingOver.NobodyFits());
        assertThat(kinds()).doesNotContain(EntryKind.HANDED_OVER);
    }

    @Test
    void ofAllToWhomItIsOfferedExactlyOneGetsIt() {
        var crowd = List.of(
                kaisa,
                town.anAgent().there(),
                town.anAgent().there(),
                town.anAgent().there());
        var given = offer(new Receiver.ASkill("fi"));

        var got = Together.all(crowd.size(), who -> handovers.accept(town.organisation(), given.id(), crowd.get(who)));

        assertThat(got).filteredOn(HandoverChange.Changed.class::isInstance).hasSize(1);
        assertThat(got)
                .filteredOn(change -> !(change instanceof HandoverChange.Changed))
                .containsOnly(new HandoverChange.NotFrom(HandoverState.ACCEPTED));
    }

    @Test
    void aPersonIsNotWaitedForForever() {
        var housing = town.aTopic(30);
        cases.tell(
                town.organisation(),
                its.id(),
                AT_HOME,
                new Telling(Optional.of(housing), Optional.empty(), Optional.empty()));
        var olli = town.anAgent().serving(housing).there();
        var given = offer(new Receiver.APerson(kaisa));

        assertThat(handovers.offeredTo(town.organisation(), olli)).isEmpty();
        clock.pass(Duration.ofMinutes(15));

        assertThat(handovers.offeredTo(town.organisation(), olli)).containsExactly(given);
        assertThat(handovers.offeredTo(town.organisation(), kaisa)).containsExactly(given);
        assertThat(handovers.accept(town.organisation(), given.id(), olli)).isInstanceOf(HandoverChange.Changed.class);
    }

    @Test
    void whatIsHandedBackComesToWhoGaveItWithTheReason() {
        var given = offer(new Receiver.APerson(kaisa));
        handovers.accept(town.organisation(), given.id(), kaisa);

        handovers.handBack(town.organisation(), given.id(), kaisa, " Not a housing matter. ");

        assertThat(handovers.returnedToEach(town.organisation()).get(aino)).hasSize(1);
        assertThat(cases.file(town.organisation(), its.id()).entries().getLast().words())
                .contains("Not a housing matter.");
        clock.pass(Duration.ofMinutes(1));
        offer(new Receiver.ASkill("fi"));
        assertThat(handovers.returnedToEach(town.organisation())).isEmpty();
    }

    @Test
    void whatSomebodyHasTakenIsTheirsUntilItIsClosedHandedBackOrHandedOn() {
        var given = offer(new Receiver.APerson(kaisa));
        assertThat(takenBy(kaisa)).as("not read yet").isEmpty();
        handovers.accept(town.organisation(), given.id(), kaisa);
        assertThat(takenBy(kaisa)).containsExactly(given.id());
        assertThat(takenBy(aino)).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        var onward = ((HandingOver.Offered) handovers.handOver(
                        town.organisation(), its.id(), kaisa, new Receiver.APerson(aino), CARD, Ids.next()))
                .handover();
        assertThat(takenBy(kaisa)).as("on its way").isEmpty();
        handovers.withdraw(town.organisation(), onward.id(), kaisa);
        assertThat(takenBy(kaisa)).as("kept after all").containsExactly(given.id());

        cases.close(town.organisation(), its.id(), new By.AnAgent(kaisa));
        assertThat(takenBy(kaisa)).as("settled").isEmpty();
        cases.reopen(town.organisation(), its.id(), new By.AnAgent(kaisa));
        assertThat(takenBy(kaisa)).as("goes on after all").containsExactly(given.id());

        handovers.handBack(town.organisation(), given.id(), kaisa, "Not a housing matter.");
        assertThat(takenBy(kaisa)).as("handed back").isEmpty();
    }

    private List<HandoverId> takenBy(AgentId agent) {
        return handovers.takenByEach(town.organisation()).getOrDefault(agent, List.of()).stream()
                .map(Handover::id)
                .toList();
    }

    @Test
    void onlyTheGiverWithdrawsAndOnlyWhatNobodyHasTaken() {
        var given = offer(new Receiver.APerson(kaisa));

        assertThat(handovers.withdraw(town.organisation(), given.id(), kaisa))
                .isEqualTo(new HandoverChange.NotTheirs());
        assertThat(handovers.withdraw(town.organisation(), given.id(), aino))
                .isInstanceOf(HandoverChange.Changed.class);
        assertThat(handovers.accept(town.organisation(), given.id(), kaisa))
                .isEqualTo(new HandoverChange.NotFrom(HandoverState.WITHDRAWN));
    }

    @Test
    void bouncesAreWhatCameBackAndWhatWasHandedOnAgain() {
        var given = offer(new Receiver.APerson(kaisa));
        handovers.handBack(town.organisation(), given.id(), kaisa, "");
        clock.pass(Duration.ofMinutes(1));
        assertThat(handovers.effort(town.organisation(), its.id()).bounces()).isEqualTo(1);

        var again = offer(new Receiver.APerson(kaisa));
        handovers.accept(town.organisation(), again.id(), kaisa);
        clock.pass(Duration.ofMinutes(1));
        assertThat(handovers.effort(town.organisation(), its.id()).bounces()).isEqualTo(1);

        handovers.handOver(town.organisation(), its.id(), kaisa, new Receiver.APerson(aino), CARD, UUID.randomUUID());
        assertThat(handovers.effort(town.organisation(), its.id()).bounces()).isEqualTo(2);
    }

    @Test
    void repeatsAreCountedOnlyAfterSomebodyHasServedThem() {
        ask(Duration.ZERO, AT_HOME);
        assertThat(handovers.effort(town.organisation(), its.id())).isEqualTo(new Effort(0, 0, 0));

        cases.serve(town.organisation(), its.id(), new By.AnAgent(aino), Map.of());
        clock.pass(Duration.ofMinutes(1));
        ask(Duration.ofHours(1), AT_HOME);
        ask(Duration.ofHours(2), new By.AnAgent(aino));
        cases.serve(town.organisation(), its.id(), new By.AnAgent(kaisa), Map.of());

        assertThat(handovers.effort(town.organisation(), its.id()))
                .as("what an agent promised is no repeat")
                .isEqualTo(new Effort(0, 1, 2));
    }

    private void ask(Duration ahead, By by) {
        callBacks.ask(
                town.organisation(),
                its.id(),
                Ids.next(),
                Span.of(clock.instant().plus(ahead), Duration.ofHours(1)),
                by);
    }

    @Test
    void aCardBeginsWithWhatTheCaseSays() {
        cases.tell(
                town.organisation(),
                its.id(),
                AT_HOME,
                new Telling(Optional.empty(), Optional.of("The lift is broken."), Optional.empty()));
        cases.note(town.organisation(), its.id(), aino, "Called the landlord.");
        var asked = callBacks.ask(
                town.organisation(), its.id(), Ids.next(), Span.of(clock.instant(), Duration.ofHours(1)), AT_HOME);

        var draft = handovers.draft(town.organisation(), its.id());
        assertThat(draft.told()).map(entry -> entry.words().orElseThrow()).containsExactly("The lift is broken.");
        assertThat(draft.done()).map(entry -> entry.words().orElseThrow()).containsExactly("Called the landlord.");
        assertThat(draft.promised()).hasSize(1);

        callBacks.cancel(town.organisation(), asked.id(), AT_HOME);
        assertThat(handovers.draft(town.organisation(), its.id()).promised())
                .as("nobody promises that any more")
                .isEmpty();
    }

    @Test
    void aCardCanBeErasedAndTheHandoverStays() {
        var given = offer(new Receiver.APerson(kaisa));

        sql.execute(
                "delete from handover_card where handover_id = ?", given.id().value());

        assertThat(handovers.ofCase(town.organisation(), its.id()).getFirst().card())
                .isEqualTo(Card.ERASED);
    }

    private Handover offer(Receiver to) {
        return ((HandingOver.Offered) handOver(to)).handover();
    }

    private HandingOver handOver(Receiver to) {
        return handovers.handOver(town.organisation(), its.id(), aino, to, CARD, UUID.randomUUID());
    }

    private List<EntryKind> kinds() {
        return cases.file(town.organisation(), its.id()).entries().stream()
                .map(entry -> entry.kind())
                .toList();
    }
}
