package fi.tiski.domain.points;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people meet. */
@Service
@Transactional(readOnly = true)
public class PointsService {

    private static final int DAYS_AHEAD = 14;

    private final Points points;

    PointsService(Points points) {
        this.points = points;
    }

    /** All points, in the order the organisation shows them. */
    @UntilChanged({})
    public List<ServicePoint> points(OrganisationId organisation) {
        return points.all(organisation);
    }

    @UntilChanged({})
    public Optional<ServicePoint> point(OrganisationId organisation, PointId point) {
        return points.find(organisation, point);
    }

    public Optional<ServicePoint> pointBySlug(String slug) {
        return points.bySlug(slug);
    }

    public Optional<Kiosk> kiosk(String slug) {
        return points.kiosk(slug);
    }

    public List<Kiosk> kiosks(OrganisationId organisation) {
        return points.kiosks(organisation);
    }

    /** The glass of a kiosk, as its machine says it is. */
    @Transactional
    public void measure(Kiosk kiosk, Geometry geometry) {
        points.measure(kiosk, geometry);
    }

    /** When the screen of a kiosk is lit; with nothing given, while the point's doors are open. */
    @Transactional
    public void light(Kiosk kiosk, Optional<ScreenHours> hours) {
        points.light(kiosk, hours);
    }

    /** The counters of a point, by label. */
    public List<Counter> counters(OrganisationId organisation, PointId point) {
        return points.counters(organisation, point);
    }

    /** What is written on a room's door; empty for a room that is gone. */
    public Optional<String> roomLabel(OrganisationId organisation, RoomId room) {
        return points.roomLabel(organisation, room);
    }

    /** When the point is open on a day of its own calendar, in order; empty when it is closed all day. */
    public List<Span> openOn(ServicePoint point, LocalDate day) {
        return points.openOn(point, day);
    }

    public Doors doorsAt(ServicePoint point, Instant at) {
        var today = point.dayOf(at);
        for (var span : openOn(point, today)) {
            if (span.contains(at)) {
                return new Doors.Open(closes(point, today, span));
            }
        }
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            for (var span : openOn(point, today.plusDays(ahead))) {
                if (span.from().isAfter(at)) {
                    return new Doors.Closed(Optional.of(span.from()));
                }
            }
        }
        return new Doors.Closed(Optional.empty());
    }

    /** Doors that open again at the very moment they close, at midnight, stay open. */
    private Instant closes(ServicePoint point, LocalDate day, Span open) {
        var midnight = day.plusDays(1).atStartOfDay(point.zone()).toInstant();
        if (!open.until().equals(midnight)) {
            return open.until();
        }
        return openOn(point, day.plusDays(1)).stream()
                .filter(next -> next.from().equals(midnight))
                .findFirst()
                .map(Span::until)
                .orElse(midnight);
    }
}
