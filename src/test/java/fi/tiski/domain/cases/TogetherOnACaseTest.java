package fi.tiski.domain.cases;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.platform.text.Language;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two agents who have the same case in hand. */
class TogetherOnACaseTest extends DomainTest {

    private static final Needs LOOP = new Needs(Set.of(Need.HEARING_LOOP), Optional.empty());

    @Autowired
    private CasesService cases;

    @Autowired
    private PresenceService presence;

    private AgentId aino;
    private AgentId mikko;
    private Case its;

    @BeforeEach
    void aCaseAndTwoWhoServe() {
        aino = town.anAgent().named("Aino Laine").there();
        mikko = town.anAgent().named("Mikko Salonen").there();
        its = town.aCase();
    }

    @Test
    void theSecondToChangeTheSameDetailIsToldWhoWasFirstAndNothingIsSaved() {
        var seen = Details.of(its);
        amend(mikko, seen, named("Kaarina Mäkelä"));
        clock.pass(Duration.ofMinutes(1));

        var outcome = amend(aino, seen, named("Karina Makela"));

        assertThat(outcome).isInstanceOfSatisfying(Amendment.ChangedMeanwhile.class, changed -> {
            assertThat(changed.clashes())
                    .containsExactly(new Amendment.Clash(
                            Details.What.NAME,
                            Optional.of("Mikko Salonen"),
                            clock.instant().minus(Duration.ofMinutes(1))));
            assertThat(changed.now().customer().name()).contains("Kaarina Mäkelä");
        });
        assertThat(now().customer().name()).contains("Kaarina Mäkelä");
    }

    @Test
    void whoHasSeenTheChangeMayChangeItAgain() {
        var seen = Details.of(its);
        amend(mikko, seen, named("Kaarina Mäkelä"));

        var outcome = amend(aino, Details.of(now()), named("Karina Makela"));

        assertThat(outcome).isInstanceOf(Amendment.Amended.class);
        assertThat(now().customer().name()).contains("Karina Makela");
    }

    @Test
    void twoWhoChangeDifferentDetailsBothSucceedAndOverwriteNothing() {
        var seen = Details.of(its);
        amend(mikko, seen, new Details(Optional.empty(), Optional.empty(), Optional.empty(), LOOP));

        var outcome = amend(aino, seen, named("Kaarina Mäkelä"));

        assertThat(outcome).isInstanceOf(Amendment.Amended.class);
        assertThat(Details.of(now()))
                .isEqualTo(new Details(Optional.of("Kaarina Mäkelä"), Optional.empty(), Optional.empty(), LOOP));
    }

    @Test
    void whatBothChangedToTheSameIsNoClash() {
        var seen = Details.of(its);
        amend(mikko, seen, named("Kaarina Mäkelä"));

        assertThat(amend(aino, seen, named("Kaarina Mäkelä"))).isInstanceOf(Amendment.Amended.class);
    }

    @Test
    void theCustomersOwnChangeIsTheirs() {
        var seen = Details.of(its);
        cases.introduce(town.organisation(), its.id(), AT_HOME, Optional.empty(), PhoneNumber.parse("041 555 0112"));

        var outcome = amend(
                aino,
                seen,
                new Details(Optional.empty(), PhoneNumber.parse("041 555 0199"), Optional.empty(), Needs.NONE));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Amendment.ChangedMeanwhile.class,
                        changed -> assertThat(changed.clashes()).singleElement().satisfies(clash -> {
                            assertThat(clash.what()).isEqualTo(Details.What.PHONE);
                            assertThat(clash.agentName()).isEmpty();
                        }));
    }

    @Test
    void ofManyWhoSaveAtOnceOneSucceedsAndTheOthersAreTold() {
        var seen = Details.of(its);

        var outcomes = Together.all(6, who -> amend(aino, seen, named("Name " + who)));

        assertThat(outcomes).filteredOn(Amendment.Amended.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Amendment.ChangedMeanwhile.class::isInstance)
                .hasSize(5);
    }

    @Test
    void theySeeEachOtherAndNotThemselves() {
        presence.here(town.organisation(), its.id(), aino, UUID.randomUUID());
        presence.here(town.organisation(), its.id(), mikko, UUID.randomUUID());
        presence.here(town.organisation(), its.id(), mikko, UUID.randomUUID());

        assertThat(seenBy(aino)).containsExactly("Mikko Salonen");
        assertThat(seenBy(mikko)).containsExactly("Aino Laine");
    }

    @Test
    void aScreenShowsOneCaseAtATimeAndLeavesTheOneBefore() {
        var screen = UUID.randomUUID();
        presence.here(town.organisation(), its.id(), mikko, screen);
        presence.here(town.organisation(), town.aCase().id(), mikko, screen);

        assertThat(seenBy(aino)).isEmpty();
    }

    @Test
    void whoGoesIsGoneAndADeadBrowserTooAfterAWhile() {
        var screen = UUID.randomUUID();
        presence.here(town.organisation(), its.id(), mikko, screen);
        presence.gone(town.organisation(), screen);
        assertThat(seenBy(aino)).isEmpty();

        presence.here(town.organisation(), its.id(), mikko, screen);
        clock.pass(PresenceService.ALIVE.minusSeconds(1));
        assertThat(seenBy(aino)).containsExactly("Mikko Salonen");
        presence.here(town.organisation(), its.id(), mikko, screen);
        clock.pass(PresenceService.ALIVE.minusSeconds(1));
        assertThat(seenBy(aino)).as("gave a sign of life").containsExactly("Mikko Salonen");
        clock.pass(Duration.ofSeconds(1));
        assertThat(seenBy(aino)).isEmpty();
    }

    @Test
    void aDoublePressOpensOneCase() {
        var press = UUID.randomUUID();

        var opened = Together.all(
                5,
                who -> cases.open(
                        town.organisation(),
                        Language.FI,
                        new By.AnAgent(aino),
                        Optional.empty(),
                        press,
                        fresh -> cases.note(town.organisation(), fresh.id(), aino, "Once")));

        assertThat(opened.stream().map(Case::id).distinct()).hasSize(1);
        assertThat(cases.file(town.organisation(), opened.getFirst().id()).entries())
                .map(Entry::kind)
                .containsExactly(EntryKind.OPENED, EntryKind.NOTE);
    }

    private Amendment amend(AgentId agent, Details seen, Details wanted) {
        return cases.amend(town.organisation(), its.id(), new By.AnAgent(agent), seen, wanted);
    }

    private static Details named(String name) {
        return new Details(Optional.of(name), Optional.empty(), Optional.empty(), Needs.NONE);
    }

    private List<String> seenBy(AgentId agent) {
        return presence.alsoHere(town.organisation(), its.id(), agent);
    }

    private Case now() {
        return cases.get(town.organisation(), its.id());
    }
}
