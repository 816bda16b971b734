package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What somebody is told of their wait, and what comes of it. */
class WaitPromiseTest extends InALine {

    @Test
    void anybodyCanAskHowLongANumberStillTakes() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        take(point);
        var mine = take(point);

        assertThat(queue.byNumber(town.organisation(), point.id(), 2)).hasValueSatisfying(place -> {
            assertThat(place.ticket().id()).isEqualTo(mine.id());
            assertThat(place.ahead()).isEqualTo(1);
        });
        assertThat(queue.byNumber(town.organisation(), point.id(), 3)).isEmpty();
    }

    @Test
    void whatWasPromisedIsKeptAndHeldAgainstWhatHappened() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = anAgentAt(point);
        var since = clock.instant();
        take(point);
        take(point);
        finish(agent, called(agent));
        clock.pass(Duration.ofHours(5));
        called(agent);

        assertThat(queue.waitsKept(town.organisation(), point.id(), since)).isEqualTo(new WaitsKept(2, 1));
    }

    @Test
    void aCallThatWasTakenBackIsNotHeldAgainstThePromise() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = anAgentAt(point);
        var since = clock.instant();
        take(point);
        called(agent);
        queue.undo(town.organisation(), agent);

        assertThat(queue.waitsKept(town.organisation(), point.id(), since)).isEqualTo(new WaitsKept(0, 0));
    }

    private AgentId anAgentAt(ServicePoint point) {
        return town.anAgent()
                .onShift(point, Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.HERE)
                .standingAt(points.counters(town.organisation(), point.id()).getFirst())
                .there();
    }
}
