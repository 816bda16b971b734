package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
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

/** What an agent has said of themselves, when the next one is to be called. */
class CallOnBreakTest extends DomainTest {

    @Autowired
    private QueueService queue;

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
    void whoCallsWhileWritingDownIsAvailableByThat() {
        staffing.wrapUp(town.organisation(), aino);

        assertThat(queue.callNext(town.organisation(), aino)).isInstanceOf(Call.Called.class);

        assertThat(staffing.state(town.organisation(), aino).availability()).isEqualTo(Availability.AVAILABLE);
    }
}
