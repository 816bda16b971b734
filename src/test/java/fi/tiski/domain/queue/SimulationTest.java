package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.queue.Simulation.Person;
import fi.tiski.domain.queue.Simulation.Scene;
import fi.tiski.domain.queue.Simulation.Server;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A forecast comes to its end whatever the clock shows: breaks and meetings begin and end at any microsecond. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T10:00:00Z");
    private static final ServiceTimes TEN_MINUTES = ServiceTimes.planned(Duration.ofMinutes(10));
    private static final Duration SHIFT = Duration.ofHours(6);

    @RepeatedTest(60)
    void everyDrawnSceneComesToItsEnd(RepetitionInfo repetition) {
        var chance = new Random(repetition.getCurrentRepetition());
        var now = NOON.plus(chance.nextInt(1_000_000), ChronoUnit.MICROS);
        var servers = IntStream.range(0, 1 + chance.nextInt(3))
                .mapToObj(each -> server(now, chance))
                .toList();
        var line = IntStream.range(0, chance.nextInt(30))
                .mapToObj(each -> person(now.minus(chance.nextInt(1_800_000_000), ChronoUnit.MICROS)))
                .toList();
        var meetings = servers.stream()
                .map(server -> meeting(server.agent(), later(now, chance), chance.nextBoolean()))
                .toList();

        var forecast = Simulation.forecast(new Scene(now, servers, line, meetings, TEN_MINUTES));

        assertThat(forecast.waiting()).hasSize(line.size() + 1);
    }

    @Test
    void nobodyIsCalledBeforeTheOnlyAgentIsBackFromABreak() {
        var now = NOON.plusNanos(123_456_000);
        var rest = Span.of(now.minusSeconds(60), Duration.ofMinutes(20).plusNanos(7_000));
        var alone = new Server(new AgentId(Ids.next()), Span.of(now, SHIFT), List.of(rest), now, Optional.empty());

        var newcomer = Simulation.forecast(new Scene(now, List.of(alone), List.of(), List.of(), TEN_MINUTES))
                .newcomer();

        assertThat(newcomer.reached()).isTrue();
        assertThat(newcomer.expected().orElseThrow().atLeast()).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    }

    private static Server server(Instant now, Random chance) {
        var breaks = IntStream.range(0, chance.nextInt(3))
                .mapToObj(each -> Span.of(later(now, chance).minusSeconds(600), Duration.ofMinutes(15)))
                .toList();
        return new Server(
                new AgentId(Ids.next()), Span.of(now.minusSeconds(600), SHIFT), breaks, now, Optional.empty());
    }

    private static Instant later(Instant now, Random chance) {
        return now.plus(chance.nextInt(1_800_000_000), ChronoUnit.MICROS);
    }

    private static Person person(Instant place) {
        return new Person(new InLine(TicketId.next(), place, false, 0), TEN_MINUTES, Set.of());
    }

    private static Meeting meeting(AgentId agent, Instant from, boolean here) {
        return new Meeting(
                Ids.next(),
                new CaseId(Ids.next()),
                agent,
                Span.of(from, Duration.ofMinutes(30)),
                true,
                here,
                false,
                false);
    }
}
