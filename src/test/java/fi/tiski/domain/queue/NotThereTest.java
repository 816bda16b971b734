package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.EntryKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who does not come when called, and who comes back. */
class NotThereTest extends InALine {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    private Unattended unattended;

    @Test
    void whoIsCalledTwiceAndDoesNotComeLeavesByRuleAndCanComeBackOnceBehindTwo() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var absent = take(point);
        called(agent);
        queue.callAgain(town.organisation(), absent.id(), new By.AnAgent(agent));
        for (int i = 0; i < 4; i++) {
            clock.pass(MINUTE);
            take(point);
        }
        end();
        assertThat(place(absent).ticket().state()).isEqualTo(TicketState.CALLED);
        clock.pass(MINUTE.plusSeconds(1));
        end();

        assertThat(place(absent).ticket().state()).isEqualTo(TicketState.NO_SHOW);
        assertThat(place(absent).ticket().byRule()).isTrue();
        assertThat(queue.withEach(town.organisation())).doesNotContainKey(agent);
        assertThat(queue.mayComeBack(place(absent).ticket())).isTrue();
        queue.comeBack(town.organisation(), absent.id(), AT_KIOSK);
        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(2, 3, 1, 4, 5);

        finish(agent, called(agent));
        finish(agent, called(agent));
        assertThat(called(agent).number()).isEqualTo(1);
        queue.noShow(town.organisation(), absent.id(), new By.AnAgent(agent));
        assertThat(queue.mayComeBack(place(absent).ticket())).isFalse();
        assertThat(queue.comeBack(town.organisation(), absent.id(), AT_KIOSK))
                .isEqualTo(new TicketChange.NotFrom(TicketState.NO_SHOW));
    }

    @Test
    void whoComesBackPassesNobodyWhoHasWaitedLong() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var absent = take(point);
        called(agent);
        queue.noShow(town.organisation(), absent.id(), new By.AnAgent(agent));
        take(point);
        take(point);
        take(point);
        clock.pass(FairOrder.OVERTAKEN_WITHIN);
        take(point);

        queue.comeBack(town.organisation(), absent.id(), AT_KIOSK);

        assertThat(numbers(queue.waiting(town.organisation(), point.id()))).containsExactly(2, 3, 4, 1, 5);
    }

    @Test
    void afterHalfAnHourANewNumberIsTakenInstead() {
        var point = town.aPoint().openAllDay().withCounters(1).there();
        var agent = agentAt(point, 0);
        var absent = take(point);
        called(agent);
        queue.noShow(town.organisation(), absent.id(), new By.AnAgent(agent));

        clock.pass(Duration.ofMinutes(31));

        assertThat(queue.comeBack(town.organisation(), absent.id(), AT_KIOSK)).isInstanceOf(TicketChange.NotFrom.class);
    }

    @Test
    void whoStillWaitsWellAfterClosingLeavesByRule() {
        var point = town.aPoint().open("08:00", "16:00", 1).there();
        clock.set("2026-05-11T15:50");
        var ticket = take(point);
        clock.set("2026-05-11T16:29");
        end();
        assertThat(place(ticket).ticket().state()).isEqualTo(TicketState.WAITING);

        clock.set("2026-05-11T16:31");
        end();

        assertThat(place(ticket).ticket().state()).isEqualTo(TicketState.LEFT);
        assertThat(place(ticket).ticket().byRule()).isTrue();
        assertThat(entries(ticket)).endsWith(EntryKind.TICKET_NOT_REACHED);
    }

    private void end() {
        unattended.end(2, Duration.ofMinutes(5), Duration.ofMinutes(30));
    }
}
