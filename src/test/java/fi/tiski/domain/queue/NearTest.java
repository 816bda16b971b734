package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** "Your turn is near" is said by one rule: the simulated wait may end within five minutes. */
class NearTest {

    @ParameterizedTest(name = "told {0} to {1} minutes: near is {2}")
    @CsvSource({"0, 5, true", "0, 30, true", "5, 10, false", "5, 60, false"})
    void nearIsWhenTheTurnMayComeWithinFiveMinutes(int atLeast, int atMost, boolean near) {
        var wait = new Wait(Duration.ofMinutes(atLeast), Duration.ofMinutes(atMost));

        assertThat(place(TicketState.WAITING, Optional.of(wait)).near()).isEqualTo(near);
    }

    @Test
    void withoutAnybodyServingNothingIsNear() {
        assertThat(place(TicketState.WAITING, Optional.empty()).near()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WAITING")
    void whoDoesNotWaitIsToldSomethingElse(TicketState state) {
        var wait = new Wait(Duration.ZERO, Duration.ofMinutes(5));

        assertThat(place(state, Optional.of(wait)).near()).isFalse();
    }

    private static TicketPlace place(TicketState state, Optional<Wait> expected) {
        var ticket = new Ticket(
                new OrganisationId(UUID.randomUUID()),
                new TicketId(UUID.randomUUID()),
                new PointId(UUID.randomUUID()),
                LocalDate.EPOCH,
                27,
                new CaseId(UUID.randomUUID()),
                state,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
        return new TicketPlace(ticket, 0, expected, true, TicketPlace.Before.NOBODY);
    }
}
