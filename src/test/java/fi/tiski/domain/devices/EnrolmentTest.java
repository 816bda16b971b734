package fi.tiski.domain.devices;

import static fi.tiski.platform.tables.Tables.DEVICE;
import static fi.tiski.platform.tables.Tables.ENROLMENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.limits.Counted;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A machine shows a code, a manager accepts it, and its key is good until somebody takes it away. */
class EnrolmentTest extends DomainTest {

    private static final int AT_ONCE = 12;

    @Autowired
    private DevicesService devices;

    @Autowired
    private PointsService points;

    private Kiosk hall;
    private Kiosk library;
    private AgentId manager;

    @BeforeEach
    void twoKiosks() {
        hall = aKiosk();
        library = aKiosk();
        manager = town.anAgent().there();
    }

    @Test
    void aMachineThatAsksIsGivenACodeThatStaysWhileItIsGood() {
        var key = DevicesService.newKey();

        var first = waiting(key);
        clock.pass(Duration.ofMinutes(9));

        assertThat(first.code()).hasSize(6);
        assertThat(waiting(key)).isEqualTo(first);
    }

    @Test
    void aCodeThatRanOutIsReplacedAndNoLongerAccepted() {
        var key = DevicesService.newKey();
        var first = waiting(key);

        clock.set(first.until());
        var next = waiting(key);

        assertThat(next.code()).isNotEqualTo(first.code());
        assertThat(next.until()).isAfter(first.until());
        assertThat(devices.accept(hall, first.code(), manager)).isEqualTo(new Accepting.NoSuchCode());
        assertThat(devices.accept(hall, next.code(), manager)).isInstanceOf(Accepting.Accepted.class);
    }

    @Test
    void aCodeThatRanOutIsNotAcceptedEvenIfThePageNeverAskedForAnother() {
        var asked = waiting(DevicesService.newKey());

        clock.set(asked.until());

        assertThat(devices.accept(hall, asked.code(), manager)).isEqualTo(new Accepting.NoSuchCode());
    }

    @Test
    void whoeverReadsTheCodeAloudMayBeWrittenDownInAnyWay() {
        var key = DevicesService.newKey();
        var code = waiting(key).code();

        var written = " " + code.substring(0, 3).toLowerCase() + " - " + code.substring(3) + " ";

        assertThat(devices.accept(hall, written, manager)).isInstanceOf(Accepting.Accepted.class);
        assertThat(enrolling(key)).isEqualTo(new Enrolling.Enrolled(hall));
        assertThat(devices.byKey(key)).map(Device::kiosk).contains(hall);
    }

    @Test
    void onlyHashesOfKeysAreKept() {
        var key = DevicesService.newKey();
        devices.accept(hall, waiting(key).code(), manager);
        devices.arrive(key);

        assertThat(sql.selectFrom(DEVICE)
                        .where(DEVICE.ORGANISATION_ID.eq(town.id()))
                        .fetch()
                        .format(1_000_000))
                .doesNotContain(key);
        assertThat(sql.selectFrom(ENROLMENT)
                        .where(ENROLMENT.ORGANISATION_ID.eq(town.id()))
                        .fetch()
                        .format(1_000_000))
                .doesNotContain(key);
    }

    @Test
    void ofManyWhoAcceptOneCodeAtOnceOneDoesAndTheOthersAreToldWho() {
        var code = waiting(DevicesService.newKey()).code();
        var managers = Together.all(AT_ONCE, i -> town.anAgent().there());

        var told = Together.all(AT_ONCE, i -> devices.accept(i % 2 == 0 ? hall : library, code, managers.get(i)));

        var accepted =
                told.stream().filter(Accepting.Accepted.class::isInstance).toList();
        assertThat(accepted).hasSize(1);
        var device = ((Accepting.Accepted) accepted.getFirst()).device();
        assertThat(told)
                .filteredOn(one -> !(one instanceof Accepting.Accepted))
                .containsOnly(new Accepting.AcceptedAlready(device.kiosk(), device.enrolledBy()));
        assertThat(goodKeys()).isEqualTo(1);
    }

    @Test
    void twoMachinesThatAreAcceptedAsOneKioskAtOnceAreNotBothIt() {
        var codes = List.of(
                waiting(DevicesService.newKey()).code(),
                waiting(DevicesService.newKey()).code());
        var managers = Together.all(2, i -> town.anAgent().there());

        var told = Together.all(2, i -> devices.accept(hall, codes.get(i), managers.get(i)));

        assertThat(told).filteredOn(Accepting.Accepted.class::isInstance).hasSize(1);
        assertThat(told).contains(new Accepting.KioskHasOne(hall));
    }

    /** The machine that was refused shows its code still, and can be accepted as another kiosk. */
    @Test
    void aCodeThatWasMeantForATakenKioskIsStillGood() {
        devices.accept(hall, waiting(DevicesService.newKey()).code(), manager);
        var code = waiting(DevicesService.newKey()).code();

        assertThat(devices.accept(hall, code, manager)).isEqualTo(new Accepting.KioskHasOne(hall));
        assertThat(devices.accept(library, code, manager)).isInstanceOf(Accepting.Accepted.class);
    }

    @Test
    void aKeyThatWasTakenAwayIsGoodForNothingAndNeverComesBack() {
        var key = DevicesService.newKey();
        var device = accepted(key, hall);
        var ticket = devices.arrive(key).orElseThrow().ticket();

        assertThat(devices.revoke(town.organisation(), device.id(), manager)).isTrue();

        assertThat(devices.revoke(town.organisation(), device.id(), manager)).isFalse();
        assertThat(devices.isEnrolled(town.organisation(), device.id())).isFalse();
        assertThat(devices.byKey(key)).isEmpty();
        assertThat(devices.arrive(key)).isEmpty();
        assertThat(devices.redeem(ticket)).isEmpty();
        assertThat(enrolling(key)).isEqualTo(new Enrolling.Revoked());
        var another = DevicesService.newKey();
        assertThat(accepted(another, hall).kiosk()).isEqualTo(hall);
        assertThat(devices.byKey(key)).isEmpty();
    }

    @Test
    void ofManyWhoTakeAKeyAwayAtOnceOneDoes() {
        var device = accepted(DevicesService.newKey(), hall);

        var done = Together.all(AT_ONCE, i -> devices.revoke(town.organisation(), device.id(), manager));

        assertThat(done).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void aTicketIsGoodOnceHoweverManyTryItAtOnce() {
        var key = DevicesService.newKey();
        var device = accepted(key, hall);
        var ticket = devices.arrive(key).orElseThrow().ticket();

        var got = Together.all(AT_ONCE, i -> devices.redeem(ticket));

        assertThat(got).filteredOn(Optional::isPresent).containsExactly(Optional.of(device));
    }

    @Test
    void aTicketIsGoodForAMinute() {
        var key = DevicesService.newKey();
        accepted(key, hall);
        var ticket = devices.arrive(key).orElseThrow().ticket();

        clock.pass(Duration.ofSeconds(60));

        assertThat(devices.redeem(ticket)).isEmpty();
    }

    @Test
    void guessingCodesIsSlowAlsoWhenTheRightOneIsAmongThem() {
        var code = waiting(DevicesService.newKey()).code();
        for (int i = 0; i < 5; i++) {
            assertThat(devices.accept(hall, Ids.speakable(7), manager)).isEqualTo(new Accepting.NoSuchCode());
        }
        assertThat(devices.accept(hall, Ids.speakable(7), manager)).isEqualTo(new Accepting.NoSuchCode());

        var told = devices.accept(hall, code, manager);

        assertThat(told).isInstanceOf(Accepting.Later.class);
        clock.set(((Accepting.Later) told).from());
        assertThat(devices.accept(hall, code, manager)).isInstanceOf(Accepting.Accepted.class);
    }

    @Test
    void onePlaceDrawsNoMoreCodesThanItHasMachines() {
        var place = Optional.of(Counted.byAddress("enrolment", Ids.token()));

        var told = IntStream.range(0, 31)
                .mapToObj(i -> devices.enrolling(town.organisation(), DevicesService.newKey(), place))
                .toList();

        assertThat(told.subList(0, 30)).allMatch(Enrolling.Waiting.class::isInstance);
        assertThat(told.getLast()).isInstanceOf(Enrolling.Later.class);
    }

    @Test
    void acceptedInOneTownIsNothingInAnother() {
        var code = waiting(DevicesService.newKey()).code();
        var elsewhere = new Kiosk(
                OrganisationId.next(), hall.id(), hall.point(), hall.slug(), Optional.empty(), Optional.empty());

        assertThat(devices.accept(elsewhere, code, manager)).isEqualTo(new Accepting.NoSuchCode());
    }

    @Test
    void codesAndTicketsThatNobodyUsedAreForgottenAndMachinesAreNot() {
        var key = DevicesService.newKey();
        accepted(key, hall);
        devices.arrive(key);
        waiting(DevicesService.newKey());

        clock.pass(Duration.ofDays(2));
        devices.forgetOld();

        assertThat(sql.fetchCount(ENROLMENT, ENROLMENT.ORGANISATION_ID.eq(town.id())))
                .isZero();
        assertThat(devices.byKey(key)).isPresent();
    }

    private Device accepted(String key, Kiosk kiosk) {
        return ((Accepting.Accepted) devices.accept(kiosk, waiting(key).code(), manager)).device();
    }

    private Enrolling enrolling(String key) {
        return devices.enrolling(town.organisation(), key, Optional.empty());
    }

    private Enrolling.Waiting waiting(String key) {
        return (Enrolling.Waiting) enrolling(key);
    }

    private int goodKeys() {
        return sql.fetchCount(DEVICE, DEVICE.ORGANISATION_ID.eq(town.id()).and(DEVICE.STATE.eq("enrolled")));
    }

    private Kiosk aKiosk() {
        var slug = "k" + Ids.next();
        town.aPoint().openAllDay().withKiosk(slug).there();
        return points.kiosk(slug).orElseThrow();
    }
}
