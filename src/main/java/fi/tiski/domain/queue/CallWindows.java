package fi.tiski.domain.queue;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.Shift;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** When a call can be promised: only while somebody is on shift for calling back. */
@Service
public class CallWindows {

    /** What "as soon as possible" promises. */
    private static final Duration SOON = Duration.ofHours(1);

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(16, 0);
    private static final int DAYS = 7;

    private final StaffingService staffing;
    private final InstantSource clock;

    CallWindows(StaffingService staffing, InstantSource clock) {
        this.staffing = staffing;
        this.clock = clock;
    }

    /**
     * The next windows, {@code most} at most, within a week: the coming hour, rounded up to a quarter, if somebody can call in it, then mornings
     * (9 to 12) and afternoons (12 to 16) of the zone.
     */
    public List<Span> next(OrganisationId organisation, ZoneId zone, int most) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var callers = staffing.shifts(organisation, new Span(now, now.plus(Duration.ofDays(DAYS)))).stream()
                .filter(shift -> shift.modes().contains(ServingMode.CALL_BACK))
                .toList();
        var windows = new ArrayList<Span>();
        if (callers.stream().anyMatch(shift -> shift.during().contains(now))) {
            windows.add(new Span(now, roundedUp(now.plus(SOON))));
        }
        for (int day = 0; day < DAYS && windows.size() < most; day++) {
            add(windows, callers, now, at(today.plusDays(day), MORNING, zone), at(today.plusDays(day), NOON, zone));
            add(windows, callers, now, at(today.plusDays(day), NOON, zone), at(today.plusDays(day), EVENING, zone));
        }
        return windows.stream().limit(most).toList();
    }

    /** To a quarter of an hour: "by 8.45" is a promise, "by 8.37" is a machine. */
    private static Instant roundedUp(Instant instant) {
        var quarters = Math.ceilDiv(instant.getEpochSecond(), QUARTER.toSeconds());
        return Instant.ofEpochSecond(quarters * QUARTER.toSeconds());
    }

    private static void add(List<Span> windows, List<Shift> callers, Instant now, Instant from, Instant until) {
        if (from.isAfter(now)) {
            var window = new Span(from, until);
            if (callers.stream().anyMatch(shift -> shift.during().overlaps(window))) {
                windows.add(window);
            }
        }
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
