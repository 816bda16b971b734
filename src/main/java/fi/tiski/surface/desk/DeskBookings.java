package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Booking;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Times for a customer of the desk: the first free ones, kept while the agent asks, then booked. */
@Component
class DeskBookings {

    private static final int FIRST = 12;

    /** What is booked while nobody has said what it is about: time enough to find out together. */
    private static final Duration UNTOLD = Duration.ofMinutes(30);

    private final AppointmentsService appointments;
    private final InterpretersService interpreters;

    DeskBookings(AppointmentsService appointments, InterpretersService interpreters) {
        this.appointments = appointments;
        this.interpreters = interpreters;
    }

    Wanted wanted(OpenCase open, MeetingMode mode, Optional<ServicePoint> point, Post post) {
        var its = open.its();
        return new Wanted(
                its.organisation(),
                mode,
                point,
                open.topic().map(Topic::id),
                open.topic().flatMap(topic -> topic.duration(mode)).orElse(UNTOLD),
                its.needs(),
                its.language(),
                its.needs().interpreterLanguage().flatMap(words -> interpreters.named(its.organisation(), words)),
                point.map(ServicePoint::zone).orElse(post.zone()));
    }

    List<Span> free(Wanted wanted) {
        return appointments.firstFree(wanted, FIRST);
    }

    Hold hold(Wanted wanted, Instant starts, Optional<AppointmentId> instead) {
        return appointments.hold(wanted, starts, UUID.randomUUID(), instead);
    }

    void release(OrganisationId organisation, AppointmentId held) {
        appointments.release(organisation, held);
    }

    Booking book(Appointment held, Case its, By by) {
        return appointments.confirm(its.organisation(), held.id(), its.id(), by, Optional.empty());
    }
}
