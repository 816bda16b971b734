package fi.tiski.surface.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final CalendarFile FILE =
            new CalendarFile(InstantSource.fixed(Instant.parse("2026-05-11T06:00:00Z")));

    /** Whatever clock the phone has: an instant is the same everywhere, also in the hour that comes twice. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:00:00Z, DTSTART:20261025T000000Z, DTEND:20261025T010000Z",
        "2026-10-25T01:00:00Z, DTSTART:20261025T010000Z, DTEND:20261025T020000Z",
        "2026-03-29T00:30:00Z, DTSTART:20260329T003000Z, DTEND:20260329T013000Z"
    })
    void timesAreInstants(Instant from, String starts, String ends) {
        assertThat(lines(from)).contains(starts, ends);
    }

    @Test
    void whatWasTypedCannotAddALineOfItsOwn() {
        var text = FILE.text(
                appointment(Instant.parse("2026-05-12T06:00:00Z")),
                "Tapaaminen: A\r\nATTENDEE:mailto:x@example.org",
                "Torikatu 4, ovi B; 2. kerros",
                "https://counter.example/my/x");

        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(text).contains("LOCATION:Torikatu 4\\, ovi B\\; 2. kerros");
    }

    private static List<String> lines(Instant from) {
        return FILE.text(appointment(from), "Tapaaminen", "", "https://counter.example/my/x")
                .lines()
                .toList();
    }

    private static Appointment appointment(Instant from) {
        return new Appointment(
                OrganisationId.next(),
                AppointmentId.next(),
                Optional.empty(),
                MeetingMode.PHONE,
                Optional.empty(),
                Optional.empty(),
                AgentId.next(),
                "Aino Laine",
                Optional.empty(),
                Optional.empty(),
                Span.of(from, Duration.ofHours(1)),
                AppointmentState.BOOKED,
                Optional.empty());
    }
}
