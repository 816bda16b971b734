package fi.tiski.domain.offers;

import static fi.tiski.support.Municipality.AT_HOME;
import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OffersServiceTest extends DomainTest {

    private static final Duration OFFER_TIME = Duration.ofSeconds(45);

    @Autowired
    private OffersService offers;

    @Autowired
    private QueueService queue;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private HandoversService handovers;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private PointsService points;

    private ServicePoint point;
    private AgentId aino;
    private AgentId kaisa;

    @BeforeEach
    void aPointWithTwoAtTheirCounters() {
        point = town.aPoint().openAllDay().withCounters(2).there();
        var counters = points.counters(town.organisation(), point.id());
        aino = town.anAgent().named("Aino Laine").standingAt(counters.get(0)).there();
        kaisa = town.anAgent().named("Kaisa Koski").standingAt(counters.get(1)).there();
        staffing.available(town.organisation(), aino);
        clock.pass(Duration.ofMinutes(1));
        staffing.available(town.organisation(), kaisa);
    }

    @Test
    void whoHasBeenFreeLongestIsAskedFirst() {
        var ticket = aNumber();

        goOn();

        assertThat(of(aino)).map(Offer::its).contains(ticket.caseId());
        assertThat(of(kaisa)).isEmpty();
    }

    @Test
    void unansweredItGoesOnToTheNextAndThenComesAround() {
        aNumber();
        goOn();

        clock.pass(OFFER_TIME);
        assertThat(of(aino)).as("over by its own time, whoever looks").isEmpty();
        goOn();
        assertThat(of(aino)).isEmpty();
        assertThat(of(kaisa)).isPresent();

        clock.pass(OFFER_TIME);
        goOn();
        assertThat(of(aino)).isPresent();
    }

    @Test
    void notNowSendsItOnAtOnce() {
        aNumber();
        goOn();

        offers.pass(town.organisation(), aino, of(aino).orElseThrow().id());
        goOn();

        assertThat(of(aino)).isEmpty();
        assertThat(of(kaisa)).isPresent();
    }

    @Test
    void twoAgentsNeverGetTheSameOneHoweverManyProcessesOffer() {
        aNumber();

        Together.all(8, who -> {
            goOn();
            return true;
        });

        assertThat(Stream.of(aino, kaisa).filter(agent -> of(agent).isPresent()))
                .hasSize(1);
    }

    @Test
    void nobodyIsAskedOnABreakAwayWhileServingWritingDownOrWithTheDeskShut() {
        aNumber();
        staffing.goAway(town.organisation(), aino);
        staffing.wrapUp(town.organisation(), kaisa);
        goOn();
        assertThat(of(aino)).isEmpty();
        assertThat(of(kaisa)).isEmpty();

        staffing.available(town.organisation(), kaisa);
        clock.pass(Duration.ofMinutes(1));
        offers.goOn(town.organisation());
        assertThat(of(kaisa)).as("no sign of life of her desk").isEmpty();

        goOn();
        assertThat(of(kaisa)).isPresent();
        var second = aNumber();
        queue.callNext(town.organisation(), kaisa);
        goOn();
        assertThat(of(kaisa)).as("serving").isEmpty();
        staffing.available(town.organisation(), aino);
        goOn();
        assertThat(of(aino)).map(Offer::its).contains(second.caseId());
    }

    @Test
    void whatIsTakenIsOverForEverybody() {
        var ticket = aNumber();
        goOn();

        queue.leave(town.organisation(), ticket.id(), AT_KIOSK);
        goOn();

        assertThat(of(aino)).isEmpty();
        assertThat(of(kaisa)).isEmpty();
    }

    @Test
    void aCallIsOfferedWhenItIsDueAndAHandoverToWhoseItIs() {
        callBacks.ask(
                town.organisation(),
                town.aCase().id(),
                Ids.next(),
                Span.of(clock.instant().plus(Duration.ofHours(1)), Duration.ofHours(1)),
                AT_HOME);
        handovers.handOver(
                town.organisation(),
                town.aCase().id(),
                aino,
                new Receiver.APerson(kaisa),
                Card.ERASED,
                UUID.randomUUID());
        goOn();
        assertThat(of(aino)).isEmpty();
        assertThat(of(kaisa)).map(Offer::kind).contains(Offer.Kind.HANDOVER);

        clock.pass(Duration.ofHours(1));
        goOn();
        assertThat(of(aino)).map(Offer::kind).contains(Offer.Kind.CALL);
    }

    private Ticket aNumber() {
        var taken = queue.take(point, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty());
        return ((Take.Taken) taken).ticket();
    }

    /** Both have their desks open. */
    private void goOn() {
        List.of(aino, kaisa).forEach(agent -> offers.seen(town.organisation(), agent));
        offers.goOn(town.organisation());
    }

    private Optional<Offer> of(AgentId agent) {
        return offers.mine(town.organisation(), agent);
    }
}
