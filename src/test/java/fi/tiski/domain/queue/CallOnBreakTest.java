package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.AgentState;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent has said of themselves, when somebody is to be called, and what an encounter changes of it. */
class CallOnBreakTest extends DomainTest {

    @Autowired
    private QueueService queue;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private PointsService points;

    private AgentId aino;

    @BeforeEach
    void somebodyWaits() {
        ServicePoint point = town.aPoint().openAllDay().withCounters(1).there();
        aino = town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE)
                .standingAt(points.counters(town.organisation(), point.id()).getFirst())
                .there();
        queue.take(point, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty());
    }

    @Test
    void aBreakIsProtectedUntilTheAgentIsBack() {
        staffing.takeBreak(town.organisation(), aino, Duration.ofMinutes(15));

        assertThat(queue.callNext(town.organisation(), aino))
                .isEqualTo(new Call.OnBreak(clock.instant().plus(Duration.ofMinutes(15))));

        staffing.available(town.organisation(), aino);
        assertThat(queue.callNext(town.organisation(), aino)).isInstanceOf(Call.Called.class);
    }

    @Test
    void onABreakNobodyIsTelephonedEither() {
        var asked = aCallAskedFor();
        staffing.takeBreak(town.organisation(), aino, Duration.ofMinutes(15));

        assertThat(callBacks.call(town.organisation(), asked.id(), aino))
                .isEqualTo(new CallBackChange.OnBreak(clock.instant().plus(Duration.ofMinutes(15))));
        assertThat(callBacks.waiting(town.organisation()))
                .extracting(CallBack::id)
                .contains(asked.id());

        staffing.available(town.organisation(), aino);
        assertThat(callBacks.call(town.organisation(), asked.id(), aino)).isInstanceOf(CallBackChange.Changed.class);
    }

    @Test
    void whoHasServedSomebodyHasTimeToWriteItDownWithoutSayingSo() {
        var called = (Call.Called) queue.callNext(town.organisation(), aino);
        var by = new By.AnAgent(aino);
        queue.serve(town.organisation(), called.ticket().id(), by);

        queue.done(town.organisation(), called.ticket().id(), by);

        assertThat(staffing.state(town.organisation(), aino))
                .isEqualTo(new AgentState(
                        Availability.WRAP_UP,
                        clock.instant(),
                        Optional.of(clock.instant().plus(Duration.ofMinutes(2)))));
    }

    @Test
    void whoHasTelephonedHasTimeToWriteItDownToo() {
        var asked = aCallAskedFor();
        staffing.goAway(town.organisation(), aino);

        callBacks.call(town.organisation(), asked.id(), aino);
        assertThat(availability()).as("who calls somebody is back").isEqualTo(Availability.AVAILABLE);
        callBacks.done(town.organisation(), asked.id(), new By.AnAgent(aino));

        assertThat(availability()).isEqualTo(Availability.WRAP_UP);
    }

    private CallBack aCallAskedFor() {
        return callBacks.ask(
                town.organisation(),
                town.aCase().id(),
                UUID.randomUUID(),
                Span.of(clock.instant(), Duration.ofHours(1)),
                AT_KIOSK);
    }

    private Availability availability() {
        return staffing.state(town.organisation(), aino).availability();
    }

    @Test
    void whoCallsWhileWritingDownIsAvailableByThat() {
        staffing.wrapUp(town.organisation(), aino);

        assertThat(queue.callNext(town.organisation(), aino)).isInstanceOf(Call.Called.class);

        assertThat(availability()).isEqualTo(Availability.AVAILABLE);
    }
}
