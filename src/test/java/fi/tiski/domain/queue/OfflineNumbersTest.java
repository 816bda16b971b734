package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.CASE_RECORD;
import static fi.tiski.platform.tables.Tables.OFFLINE_RANGE;
import static fi.tiski.platform.tables.Tables.TICKET;
import static fi.tiski.platform.tables.Tables.TICKET_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.ids.Ids;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers that a kiosk gave while the line was away: none twice, none lost, nobody's place but their own. */
class OfflineNumbersTest extends InALine {

    private static final int AT_ONCE = 8;

    @Autowired
    private OfflineNumbersService offline;

    @Autowired
    private PlatformTransactionManager transactions;

    private ServicePoint point;
    private Kiosk kiosk;
    private Kiosk other;
    private AgentId manager;

    @BeforeEach
    void twoKiosksOfOnePoint() {
        manager = town.anAgent().there();
        var slugs = List.of("a" + Ids.next(), "b" + Ids.next());
        point = town.aPoint()
                .openAllDay()
                .withCounters(2)
                .withKiosk(slugs.get(0))
                .withKiosk(slugs.get(1))
                .there();
        kiosk = points.kiosk(slugs.get(0)).orElseThrow();
        other = points.kiosk(slugs.get(1)).orElseThrow();
        offline.allow(town.organisation(), point.id(), manager);
    }

    @Test
    void wherePointsDoNotAllowItNoNumberIsReserved() {
        offline.forbid(town.organisation(), point.id());

        assertThat(offline.rangeOf(kiosk)).isEmpty();
        assertThat(offline.allowed(town.organisation())).isEmpty();
    }

    @Test
    void aKioskHasOtherNumbersTheNextDaySoThatNoneMeetsOneFromBeforeMidnight() {
        var today = range();
        clock.pass(Duration.ofDays(1));
        var tomorrow = range();
        clock.pass(Duration.ofDays(1));
        var dayAfter = range();

        assertThat(tomorrow.last() < today.first() || today.last() < tomorrow.first())
                .isTrue();
        assertThat(tomorrow.day()).isEqualTo(today.day().plusDays(1));
        assertThat(dayAfter.first()).isEqualTo(today.first());
        assertThat(dayAfter.last() - dayAfter.first()).isEqualTo(29);
    }

    @Test
    void kiosksThatAskAtOnceAreGivenDifferentNumbers() {
        var ranges = Together.all(
                AT_ONCE, i -> offline.rangeOf(i % 2 == 0 ? kiosk : other).orElseThrow());

        assertThat(ranges.stream().distinct()).hasSize(2);
        assertThat(ranges.get(0).last() < ranges.get(1).first()
                        || ranges.get(1).last() < ranges.get(0).first())
                .isTrue();
    }

    @Test
    void theDatabaseRefusesTwoKiosksTheSameNumber() {
        var mine = range();

        assertThatThrownBy(() -> sql.insertInto(OFFLINE_RANGE)
                        .set(OFFLINE_RANGE.ORGANISATION_ID, town.id())
                        .set(OFFLINE_RANGE.KIOSK_ID, other.id().value())
                        .set(OFFLINE_RANGE.POINT_ID, point.id().value())
                        .set(OFFLINE_RANGE.FIRST_NUMBER, mine.last())
                        .set(OFFLINE_RANGE.LAST_NUMBER, mine.last() + 10)
                        .execute())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("offline_range_apart");
    }

    @Test
    void theDaysOwnNumbersPassTheReservedOnesBy() {
        range();
        offline.rangeOf(other);
        take(point);
        sql.update(TICKET_DAY)
                .set(TICKET_DAY.LAST_NUMBER, 898)
                .where(TICKET_DAY.POINT_ID.eq(point.id().value()))
                .execute();

        assertThat(List.of(take(point).number(), take(point).number())).containsExactly(899, 900 + 2 * 60);
    }

    @Test
    void theDatabaseGivesAReservedNumberToNobodyElse() {
        var ticket = take(point);

        assertThatThrownBy(() -> sql.execute(
                        "insert into ticket select organisation_id, {0}, point_id, day, {1}, case_id, {2}, 'waiting', taken_at from ticket where id = {3}",
                        DSL.val(Ids.next()),
                        DSL.val(range().first()),
                        DSL.val(Ids.next()),
                        DSL.val(ticket.id().value())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void numbersThatWereGivenTodayAreNotReserved() {
        take(point);
        sql.update(TICKET_DAY)
                .set(TICKET_DAY.LAST_NUMBER, 950)
                .where(TICKET_DAY.POINT_ID.eq(point.id().value()))
                .execute();

        assertThat(range().first()).isGreaterThan(950);
    }

    @Test
    void eachPressIsOneTicketWithItsNumberAndItsTime() {
        var first = range().first();
        var before = clock.instant();
        clock.pass(Duration.ofHours(1));
        var presses = List.of(
                new OfflinePress(UUID.randomUUID(), first + 1, before.plusSeconds(90)),
                new OfflinePress(UUID.randomUUID(), first, before.plusSeconds(30)));

        var told = offline.keep(kiosk, presses);

        assertThat(told.kept()).containsExactlyInAnyOrderElementsOf(ids(presses));
        assertThat(told.refused()).isEmpty();
        var waiting = queue.waiting(town.organisation(), point.id());
        assertThat(numbers(waiting)).containsExactly(first, first + 1);
        assertThat(waiting.getFirst().takenAt()).isEqualTo(before.plusSeconds(30));
        assertThat(entries(waiting.getFirst())).contains(EntryKind.TICKET_TAKEN);
    }

    @Test
    void whoTookANumberEarlierIsBeforeThoseWhoCameWhenTheLineWasBack() {
        var since = clock.instant();
        var before = take(point);
        clock.pass(Duration.ofMinutes(10));
        var after = take(point);
        var first = range().first();

        offline.keep(kiosk, List.of(new OfflinePress(UUID.randomUUID(), first, since.plusSeconds(60))));

        assertThat(numbers(queue.waiting(town.organisation(), point.id())))
                .containsExactly(before.number(), first, after.number());
    }

    @Test
    void theSameNumbersToldByManyAtOnceAreOneEach() {
        var presses = presses(20);
        take(point);

        var told = Together.all(AT_ONCE, i -> offline.keep(kiosk, presses));

        assertThat(told).allSatisfy(one -> assertThat(one.kept()).containsExactlyInAnyOrderElementsOf(ids(presses)));
        assertThat(ticketsOf(kiosk)).isEqualTo(20);
        assertThat(sql.fetchCount(CASE_RECORD, CASE_RECORD.ORGANISATION_ID.eq(town.id())))
                .as("nor is a case opened for nobody")
                .isEqualTo(21);
    }

    @Test
    void partsOfThemToldInAnyOrderAndWhileOthersTakeNumbersAreOneEach() {
        var presses = presses(24);

        Together.all(AT_ONCE, i -> {
            take(point);
            var mixed = new ArrayList<>(presses.subList(i, i + 16));
            Collections.shuffle(mixed, new Random(i));
            return offline.keep(kiosk, mixed);
        });
        offline.keep(kiosk, presses);

        assertThat(ticketsOf(kiosk)).isEqualTo(24);
        var all = numbers(queue.waiting(town.organisation(), point.id()));
        assertThat(all).doesNotHaveDuplicates().hasSize(24 + AT_ONCE);
    }

    /** A server that is killed before it has answered has made none of them; told again, all are there. */
    @Test
    void whatBreaksOffInTheMiddleHasMadeNoneAndIsMadeWhole() {
        var presses = presses(5);

        new TransactionTemplate(transactions).executeWithoutResult(cut -> {
            offline.keep(kiosk, presses);
            cut.setRollbackOnly();
        });

        assertThat(ticketsOf(kiosk)).isZero();
        assertThat(offline.keep(kiosk, presses).kept()).hasSize(5);
        assertThat(ticketsOf(kiosk)).isEqualTo(5);
    }

    @Test
    void aNumberThatIsNotTheKiosksOwnIsRefusedAndTheOthersAreKept() {
        var first = range().first();
        var theirs = offline.rangeOf(other).orElseThrow().first();
        var good = new OfflinePress(UUID.randomUUID(), first, clock.instant());
        var stolen = new OfflinePress(UUID.randomUUID(), theirs, clock.instant());
        var ordinary = new OfflinePress(UUID.randomUUID(), 1, clock.instant());
        var again = new OfflinePress(UUID.randomUUID(), first, clock.instant().plusSeconds(1));

        var told = offline.keep(kiosk, List.of(good, stolen, ordinary, again));

        assertThat(told.kept()).containsExactly(good.press());
        assertThat(told.refused()).containsExactlyInAnyOrder(stolen.press(), ordinary.press(), again.press());
    }

    @Test
    void whatWasGivenBeforeItWasForbiddenIsNotLost() {
        var presses = presses(3);
        offline.forbid(town.organisation(), point.id());

        assertThat(offline.keep(kiosk, presses).kept()).hasSize(3);
    }

    /** The kiosk was cut off for two days, and gives the same numbers again on the second. */
    @Test
    void numbersThatAreToldDaysLaterAreKeptAndNobodyWaitsWithThem() {
        var old = presses(2);
        clock.pass(Duration.ofDays(2));
        var today = new OfflinePress(UUID.randomUUID(), range().first(), clock.instant());
        assertThat(today.number())
                .as("the same number")
                .isEqualTo(old.getFirst().number());

        assertThat(offline.keep(kiosk, List.of(today)).kept()).hasSize(1);
        assertThat(offline.keep(kiosk, old).kept()).hasSize(2);

        assertThat(ticketsOf(kiosk)).isEqualTo(3);
        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(today.number());
    }

    /** Kept in time, and then nobody ever called it. */
    @Test
    void aNumberThatSomebodyWaitedWithDaysAgoCanBeGivenAgain() {
        offline.keep(kiosk, presses(1));
        clock.pass(Duration.ofDays(2));
        var today = new OfflinePress(UUID.randomUUID(), range().first(), clock.instant());

        assertThat(offline.keep(kiosk, List.of(today)).kept()).hasSize(1);
        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(today.number());
    }

    @Test
    void aClockThatIsAheadPutsNobodyIntoTheFuture() {
        var press = new OfflinePress(
                UUID.randomUUID(), range().first(), clock.instant().plus(Duration.ofHours(3)));

        offline.keep(kiosk, List.of(press));

        assertThat(queue.waiting(town.organisation(), point.id()).getFirst().takenAt())
                .isEqualTo(clock.instant());
    }

    private OfflineRange range() {
        return offline.rangeOf(kiosk).orElseThrow();
    }

    private List<OfflinePress> presses(int many) {
        var first = range().first();
        Instant began = clock.instant().minusSeconds(600);
        return IntStream.range(0, many)
                .mapToObj(i -> new OfflinePress(UUID.randomUUID(), first + i, began.plusSeconds(i)))
                .toList();
    }

    private static List<UUID> ids(List<OfflinePress> presses) {
        return presses.stream().map(OfflinePress::press).toList();
    }

    private int ticketsOf(Kiosk its) {
        return sql.fetchCount(TICKET, TICKET.OFFLINE_KIOSK_ID.eq(its.id().value()));
    }
}
