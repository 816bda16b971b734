package fi.tiski.domain.cases;

import static fi.tiski.platform.tables.Tables.CASE_ENTRY;
import static fi.tiski.platform.tables.Tables.CASE_ENTRY_WORDS;
import static fi.tiski.platform.tables.Tables.CASE_LINK;
import static fi.tiski.support.Municipality.AT_HOME;
import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CasesServiceTest extends DomainTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+358415550112");

    @Autowired
    private CasesService cases;

    private AgentId aino;
    private CaseId its;
    private String code;

    @BeforeEach
    void oneCase() {
        aino = town.anAgent().named("Aino Laine").there();
        var opened = town.aCase();
        its = opened.id();
        code = opened.code();
    }

    @Test
    void anEntryIsNeitherChangedNorDeleted() {
        assertThatThrownBy(() -> sql.update(CASE_ENTRY)
                        .set(CASE_ENTRY.KIND, "closed")
                        .where(CASE_ENTRY.CASE_ID.eq(its.value()))
                        .execute())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql.deleteFrom(CASE_ENTRY)
                        .where(CASE_ENTRY.CASE_ID.eq(its.value()))
                        .execute())
                .hasMessageContaining("append-only");
    }

    @Test
    void wordsAreErasedAndTheEntryStays() {
        tell("Vuokra nousi enkä pärjää.");

        sql.deleteFrom(CASE_ENTRY_WORDS)
                .where(CASE_ENTRY_WORDS.ORGANISATION_ID.eq(town.id()))
                .execute();

        var told = cases.file(town.organisation(), its).entries().getLast();
        assertThat(told.kind()).isEqualTo(EntryKind.WORDS_TOLD);
        assertThat(told.at()).isEqualTo(clock.instant());
        assertThat(told.words()).isEmpty();
    }

    @Test
    void whatIsToldTwiceIsWrittenOnce() {
        var topic = town.aTopic(30);
        var telling = new Telling(
                Optional.of(topic), Optional.empty(), Optional.of(new Needs(Set.of(Need.MORE_TIME), Optional.empty())));

        cases.tell(town.organisation(), its, AT_HOME, telling);
        cases.tell(town.organisation(), its, AT_HOME, telling);
        cases.introduce(town.organisation(), its, AT_HOME, Optional.of("Kaarina Mäkelä"), Optional.of(PHONE));
        cases.introduce(town.organisation(), its, AT_HOME, Optional.of("Kaarina Mäkelä"), Optional.empty());
        cases.nameHelper(town.organisation(), its, AT_HOME, new Helper("Tomas Mäkelä", Optional.empty()));
        cases.nameHelper(town.organisation(), its, AT_HOME, new Helper("Tomas Mäkelä", Optional.empty()));

        var file = cases.file(town.organisation(), its);
        assertThat(file.entries())
                .extracting(Entry::kind)
                .containsExactly(
                        EntryKind.OPENED,
                        EntryKind.TOPIC_TOLD,
                        EntryKind.NEEDS_TOLD,
                        EntryKind.INTRODUCED,
                        EntryKind.HELPER_NAMED);
        assertThat(CasesService.toldTopic(file.entries().get(1))).contains(topic);
        assertThat(file.now().customer().name()).contains("Kaarina Mäkelä");
        assertThat(file.now().customer().phone()).contains(PHONE);
        assertThat(file.now().needs().all()).containsExactly(Need.MORE_TIME);
        assertThat(file.now().helper()).map(Helper::name).contains("Tomas Mäkelä");
    }

    @Test
    void codesAreUniqueAndCanBeSaidAloud() {
        var codes = Together.all(40, i -> town.aCase().code());

        assertThat(codes)
                .doesNotHaveDuplicates()
                .allSatisfy(one -> assertThat(one).matches("[34679ACDEFGHJKMNPRTWXY]{6}"));
    }

    @Test
    void aLinkOpensTheCaseUntilItExpires() {
        var key = cases.issueKey(town.organisation(), its);

        assertThat(cases.openedBy(key.token())).map(Case::id).contains(its);
        clock.pass(Duration.ofDays(180).minusSeconds(1));
        assertThat(cases.openedBy(key.token())).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(cases.openedBy(key.token())).isEmpty();
        assertThat(opened(code, key.secret())).isEmpty();
    }

    @Test
    void aLinkThatWasRevokedOrForgedOpensNothing() {
        var key = cases.issueKey(town.organisation(), its);
        assertThat(cases.openedBy(key.token().substring(1) + "x")).isEmpty();
        assertThat(cases.openedBy("")).isEmpty();

        sql.update(CASE_LINK)
                .set(CASE_LINK.REVOKED_AT, clock.instant())
                .where(CASE_LINK.ORGANISATION_ID.eq(town.id()))
                .execute();

        assertThat(cases.openedBy(key.token())).isEmpty();
        assertThat(opened(code, key.secret())).isEmpty();
    }

    @Test
    void onlyHashesOfKeysAreKept() {
        var key = cases.issueKey(town.organisation(), its);

        var kept = sql.fetch("select to_jsonb(l)::text from case_link l where organisation_id = ?", town.id())
                .formatCSV();

        assertThat(kept).doesNotContain(key.token()).doesNotContain(key.secret());
    }

    @Test
    void theCodeOpensTheCaseWithTheLastFourDigitsOfThePhone() {
        cases.introduce(town.organisation(), its, AT_HOME, Optional.empty(), Optional.of(PHONE));

        assertThat(opened(code, "0112")).map(Case::id).contains(its);
        assertThat(opened(spelled(code), " 0112 ")).map(Case::id).contains(its);
        assertThat(opened(code, "0113")).isEmpty();
        assertThat(opened(code, "112")).isEmpty();
        assertThat(opened(code, "50112")).isEmpty();
        assertThat(opened(code, "")).isEmpty();
        assertThat(opened(code, "%")).isEmpty();
        assertThat(opened(town.aCase().code(), "0112")).isEmpty();
    }

    @Test
    void theCodeOpensTheCaseWithTheSecretOnTheSlipAndWithNoOtherSlips() {
        var key = cases.issueKey(town.organisation(), its);
        var other = town.aCase();
        var othersKey = cases.issueKey(town.organisation(), other.id());

        assertThat(opened(code, key.secret())).map(Case::id).contains(its);
        assertThat(opened(code.toLowerCase(Locale.ROOT), spelled(key.secret())))
                .map(Case::id)
                .contains(its);
        assertThat(opened(code, othersKey.secret())).isEmpty();
        assertThat(opened(other.code(), key.secret())).isEmpty();
        assertThat(opened(code, code)).isEmpty();
    }

    @Test
    void anEarlierLinkStaysGoodWhenAnotherIsMade() {
        var first = cases.issueKey(town.organisation(), its);
        cases.issueKey(town.organisation(), its);

        assertThat(cases.openedBy(first.token())).isPresent();
    }

    @Test
    void whoReadsIsSeenToHaveReadOnceWithTheirLatestTime() {
        var henrik = town.anAgent().named("Henrik Sandström").there();
        cases.read(town.organisation(), its, aino);
        clock.pass(Duration.ofMinutes(1));
        cases.read(town.organisation(), its, henrik);
        clock.pass(Duration.ofMinutes(1));

        var file = cases.read(town.organisation(), its, aino);

        assertThat(file.readings())
                .containsExactly(
                        new Reading("Aino Laine", clock.instant()),
                        new Reading("Henrik Sandström", clock.instant().minus(1, ChronoUnit.MINUTES)));
        assertThat(file.entries()).extracting(Entry::kind).containsExactly(EntryKind.OPENED);
        assertThat(cases.file(town.organisation(), its).readings()).isEqualTo(file.readings());
    }

    @Test
    void aCaseIsFoundByNameNumberCodeAndWords() {
        cases.introduce(town.organisation(), its, AT_HOME, Optional.of("Kaarina Mäkelä"), Optional.of(PHONE));
        tell("Parveke vuotaa sateella.");
        clock.pass(Duration.ofMinutes(1));
        var other = town.aCase();

        assertThat(found("mäke")).containsExactly(its);
        assertThat(found("KAARINA")).containsExactly(its);
        assertThat(found("041 555 0112")).containsExactly(its);
        assertThat(found("+358415550112")).containsExactly(its);
        assertThat(found(spelled(code))).containsExactly(its);
        assertThat(found("parveke sateella")).containsExactly(its);
        assertThat(found("katto")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(found(" ")).containsExactly(other.id(), its);
    }

    @Test
    void aCaseOfAnotherOrganisationIsNotFound() {
        var elsewhere = OrganisationId.next();

        assertThat(cases.find(elsewhere, code)).isEmpty();
        assertThatThrownBy(() -> cases.get(elsewhere, its)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void servingAClosedCaseOpensItAgain() {
        var by = new By.AnAgent(aino);
        cases.close(town.organisation(), its, by);

        var served = cases.serve(town.organisation(), its, by, Map.of());

        assertThat(served)
                .isInstanceOfSatisfying(
                        CaseChange.Changed.class,
                        changed -> assertThat(changed.now().state()).isEqualTo(CaseState.IN_SERVICE));
        assertThat(cases.file(town.organisation(), its).entries())
                .extracting(Entry::kind)
                .containsExactly(EntryKind.OPENED, EntryKind.CLOSED, EntryKind.REOPENED, EntryKind.SERVICE_STARTED);
    }

    @Test
    void twoMayHelpAtOnceAndTheMatterIsClosedOnce() {
        var by = new By.AnAgent(aino);
        assertThat(cases.leaveOpen(town.organisation(), its, by)).isEqualTo(new CaseChange.NotFrom(CaseState.OPEN));
        assertThat(cases.reopen(town.organisation(), its, by)).isEqualTo(new CaseChange.NotFrom(CaseState.OPEN));
        cases.serve(town.organisation(), its, by, Map.of());
        assertThat(cases.serve(town.organisation(), its, by, Map.of())).isInstanceOf(CaseChange.Changed.class);

        var closings = Together.all(4, i -> cases.close(town.organisation(), its, by));

        assertThat(closings).filteredOn(CaseChange.Changed.class::isInstance).hasSize(1);
        assertThat(closings)
                .filteredOn(new CaseChange.NotFrom(CaseState.CLOSED)::equals)
                .hasSize(3);
    }

    @Test
    void everyChangeRaisesTheVersion() {
        var before = cases.get(town.organisation(), its).version();

        cases.note(town.organisation(), its, aino, "Soitin taloyhtiölle.");
        cases.note(town.organisation(), its, aino, "  ");

        assertThat(cases.get(town.organisation(), its).version()).isEqualTo(before + 1);
    }

    @Test
    void whatACustomerSaysAndWhoTheyAreStaysOutOfLogs() {
        cases.introduce(town.organisation(), its, AT_KIOSK, Optional.of("Kaarina Mäkelä"), Optional.of(PHONE));
        var key = cases.issueKey(town.organisation(), its);

        assertThat(cases.get(town.organisation(), its).toString())
                .doesNotContain("Kaarina")
                .doesNotContain("0112");
        assertThat(key.toString()).doesNotContain(key.secret()).doesNotContain(key.token());
    }

    private void tell(String words) {
        cases.tell(
                town.organisation(), its, AT_HOME, new Telling(Optional.empty(), Optional.of(words), Optional.empty()));
    }

    private Optional<Case> opened(String withCode, String proof) {
        return cases.open(withCode, proof, Optional.empty()) instanceof Opening.Opened(var one)
                ? Optional.of(one)
                : Optional.empty();
    }

    private List<CaseId> found(String sought) {
        return cases.find(town.organisation(), sought).stream().map(Case::id).toList();
    }

    /** As people write what they hear: in pairs, in small letters. */
    private static String spelled(String code) {
        return String.join(" ", code.toLowerCase(Locale.ROOT).split("(?<=\\G..)"));
    }
}
