package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A line that goes on past midnight, or does not. */
class MidnightTest extends InALine {

    @Autowired
    private Unattended unattended;

    @Test
    void whoTookANumberBeforeMidnightIsCalledAfterItAndNobodyElseGetsThatNumber() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        clock.set("2026-05-11T23:50");
        var before = take(point);
        clock.set("2026-05-12T00:05");
        end();

        var after = take(point);

        assertThat(after.number()).isEqualTo(2);
        assertThat(queue.board(town.organisation(), point.id()).waiting()).isEqualTo(2);
        assertThat(place(after).ahead()).isEqualTo(1);
        assertThat(called(agentAt(point, 0)).id()).isEqualTo(before.id());
    }

    @Test
    void whereTheDoorsCloseBeforeMidnightYesterdaysNumbersAreOver() {
        var point = town.aPoint().open("08:00", "22:00", 1, 2).withCounters(1).there();
        clock.set("2026-05-11T21:50");
        var ticket = take(point);
        clock.set("2026-05-12T08:05");

        assertThat(queue.waiting(town.organisation(), point.id())).isEmpty();
        end();
        assertThat(place(ticket).ticket().state()).isEqualTo(TicketState.LEFT);
    }

    private void end() {
        unattended.end(2, Duration.ofMinutes(5), Duration.ofMinutes(30));
    }
}
