package fi.tiski.domain.devices;

import static fi.tiski.platform.tables.Tables.KIOSK_TROUBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.Geometry;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ScreenHours;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.LocalText;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.TestClock;
import fi.tiski.support.Together;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Machines say how they are; what is wrong is known since when, and told to each manager once. */
class CareTest extends DomainTest {

    private static final int AT_ONCE = 12;
    private static final Geometry GLASS = new Geometry(4.03, 600, 850, 1327);

    @Autowired
    private DevicesService devices;

    @Autowired
    private CareService care;

    @Autowired
    private PointsService points;

    private Kiosk kiosk;
    private Device device;
    private AgentId manager;

    @BeforeEach
    void aKioskThatIsWell() {
        manager = town.anAgent().there();
        var slug = "k" + Ids.next();
        town.aPoint().open("09:00", "16:00", 1, 2, 3, 4, 5).withKiosk(slug).there();
        kiosk = points.kiosk(slug).orElseThrow();
        device = enrolled(kiosk);
        well();
    }

    @Test
    void aMachineThatIsWellIsInNoTrouble() {
        assertThat(state().troubles()).isEmpty();
        assertThat(state().heard()).contains(new Heard(clock.instant(), Optional.of(facts("ready"))));
    }

    @Test
    void whatIsWrongIsKnownSinceItBeganHoweverOftenItIsSaid() {
        var began = clock.instant();
        printer("paper-out");
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofSeconds(30));
            printer("paper-out");
        }

        assertThat(state().troubles()).singleElement().satisfies(one -> {
            assertThat(one.fault()).isEqualTo(Fault.PAPER_OUT);
            assertThat(one.since()).isEqualTo(began);
        });
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void oneTroubleEndsAndAnotherBegins() {
        printer("paper-low");
        clock.pass(Duration.ofMinutes(1));
        printer("paper-out");

        assertThat(faults()).containsExactly(Fault.PAPER_OUT);

        well();
        assertThat(faults()).isEmpty();
    }

    @Test
    void everyFaultThatAMachineSaysIsKept() {
        care.heard(device, beat(new Facts("1", "off", "cover-open", "silent", "none", 1, OptionalDouble.of(99))));

        assertThat(faults())
                .containsExactlyInAnyOrder(Fault.COVER_OPEN, Fault.SPEECH_SILENT, Fault.DISK_FULL, Fault.HOT);
    }

    @Test
    void aManagerIsToldOnceOnHoweverManyScreensAtOnce() {
        printer("paper-out");

        var told = Together.all(AT_ONCE, i -> care.tell(town.organisation(), manager));

        assertThat(told.stream().flatMap(List::stream))
                .singleElement()
                .extracting(Trouble::fault)
                .isEqualTo(Fault.PAPER_OUT);
        printer("paper-out");
        assertThat(care.tell(town.organisation(), manager)).isEmpty();
        assertThat(care.tell(town.organisation(), town.anAgent().there()))
                .as("another manager is told too")
                .hasSize(1);
    }

    @Test
    void whatComesBackSoonIsNotToldAgainAndWhatComesBackLaterIs() {
        printer("cover-open");
        var first = care.tell(town.organisation(), manager).getFirst();
        well();
        clock.pass(Duration.ofMinutes(14));
        printer("cover-open");

        assertThat(care.tell(town.organisation(), manager)).isEmpty();
        assertThat(state().troubles()).containsExactly(first);

        well();
        clock.pass(Duration.ofMinutes(16));
        printer("cover-open");

        assertThat(care.tell(town.organisation(), manager))
                .singleElement()
                .satisfies(again -> assertThat(again.since()).isEqualTo(clock.instant()));
    }

    @Test
    void silenceIsNoticedAfterTwoMinutesSinceTheLastWord() {
        var last = clock.instant();
        clock.pass(Duration.ofSeconds(119));
        care.noticeSilence();
        assertThat(faults()).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        care.noticeSilence();
        clock.pass(Duration.ofMinutes(5));
        care.noticeSilence();

        assertThat(state().troubles()).singleElement().satisfies(one -> {
            assertThat(one.fault()).isEqualTo(Fault.UNHEARD);
            assertThat(one.since()).isEqualTo(last);
        });
        well();
        assertThat(faults()).isEmpty();
    }

    @Test
    void aPageWithoutAKeeperIsHeardOfByItsSignsOfLife() {
        clock.pass(Duration.ofMinutes(3));
        care.noticeSilence();

        care.seen(device);

        assertThat(faults()).isEmpty();
        assertThat(state().heard().orElseThrow().at()).isEqualTo(clock.instant());
        assertThat(state().heard().orElseThrow().facts())
                .as("what was last said")
                .isPresent();
    }

    @Test
    void ofManySignsAtOnceEachTroubleIsOne() {
        Together.all(AT_ONCE, i -> care.heard(device, beat(facts(i % 2 == 0 ? "paper-out" : "offline"))));

        assertThat(faults()).hasSize(1);
        assertThat(sql.fetchCount(
                        KIOSK_TROUBLE,
                        KIOSK_TROUBLE.ORGANISATION_ID.eq(town.id()).and(KIOSK_TROUBLE.ENDED_AT.isNull())))
                .isEqualTo(1);
    }

    @Test
    void anOrderIsRepeatedUntilItIsDone() {
        care.order(device, Order.Act.RESTART, manager);
        care.order(device, Order.Act.RESTART, manager);

        var told = well();
        assertThat(told.orders()).extracting(Order::act).containsExactly(Order.Act.RESTART);
        assertThat(well().orders()).isEqualTo(told.orders());

        var done = care.heard(
                device,
                new Beat(
                        facts("ready"),
                        Optional.empty(),
                        List.of(told.orders().getFirst().id(), UUID.randomUUID())));
        assertThat(done.orders()).isEmpty();
        assertThat(state().orders()).isEmpty();
    }

    @Test
    void aPageReloadsOnceHoweverManyOfThemAsk() {
        care.order(device, Order.Act.RELOAD, manager);

        assertThat(Together.all(AT_ONCE, i -> care.reloads(device)))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
        assertThat(well().orders()).isEmpty();
    }

    @Test
    void theScreenIsLitWhileTheDoorsAreOpenUnlessItHasHoursOfItsOwn() {
        var doors = Optional.of(new Span(TestClock.at("2026-05-11T09:00"), TestClock.at("2026-05-11T16:00")));
        assertThat(well().open()).isEqualTo(doors);
        assertThat(well().lit()).isEqualTo(doors);

        care.light(kiosk, Optional.of(new ScreenHours(LocalTime.of(7, 30), LocalTime.of(20, 0))));
        device = devices.of(kiosk).orElseThrow();
        assertThat(well().lit()).contains(new Span(TestClock.at("2026-05-11T07:30"), TestClock.at("2026-05-11T20:00")));
        assertThat(well().open()).as("the doors").isEqualTo(doors);

        care.light(kiosk, Optional.empty());
        device = devices.of(kiosk).orElseThrow();
        clock.set("2026-05-16T12:00");
        assertThat(well().lit()).as("a Saturday").isEmpty();
    }

    @Test
    void aMessageIsShownUntilItsEnd() {
        var words = LocalText.of("Ovi on rikki", "Dörren är sönder", "The door is broken");
        var message = new ScreenMessage(words, clock.instant().plus(Duration.ofHours(1)));

        care.show(kiosk, message, manager);

        assertThat(care.message(kiosk)).contains(message);
        assertThat(state().message()).contains(message);
        clock.set(message.until());
        assertThat(care.message(kiosk)).isEmpty();
        assertThat(state().message()).isEmpty();
    }

    @Test
    void theGlassIsKeptAsTheMachineMeasuresIt() {
        care.heard(device, new Beat(facts("ready"), Optional.of(GLASS), List.of()));

        assertThat(points.kiosk(kiosk.slug()).orElseThrow().geometry()).contains(GLASS);
        assertThat(GLASS.capitalMm()).as("of an arm's length").isEqualTo(7.4);
        assertThat(new Geometry(4.03, 601, 850, 1327).capitalMm()).isEqualTo(7.4);
        assertThat(new Geometry(4.03, 610, 850, 1327).capitalMm()).isEqualTo(7.5);
        assertThatThrownBy(() -> new Geometry(0, 600, 850, 1327)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Geometry(Double.NaN, 600, 850, 1327)).isInstanceOf(IllegalArgumentException.class);
    }

    private Told well() {
        return care.heard(device, beat(facts("ready")));
    }

    private void printer(String state) {
        care.heard(device, beat(facts(state)));
    }

    private static Beat beat(Facts facts) {
        return new Beat(facts, Optional.empty(), List.of());
    }

    private static Facts facts(String printer) {
        return new Facts("2026.11", "on", printer, "ready", "out", 9_000_000_000L, OptionalDouble.of(48.5));
    }

    private KioskState state() {
        return care.states(town.organisation()).getFirst();
    }

    private List<Fault> faults() {
        return state().troubles().stream().map(Trouble::fault).toList();
    }

    private int written() {
        return sql.fetchCount(KIOSK_TROUBLE, KIOSK_TROUBLE.ORGANISATION_ID.eq(town.id()));
    }

    private Device enrolled(Kiosk its) {
        var asked =
                (Enrolling.Waiting) devices.enrolling(town.organisation(), DevicesService.newKey(), Optional.empty());
        return ((Accepting.Accepted) devices.accept(its, asked.code(), manager)).device();
    }
}
