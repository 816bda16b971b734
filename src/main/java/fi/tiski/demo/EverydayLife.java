package fi.tiski.demo;

import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.CALL_BACK;
import static fi.tiski.platform.tables.Tables.SERVICE_POINT;
import static fi.tiski.platform.tables.Tables.TICKET;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.cases.Helper;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.CallBackId;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.TicketId;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What goes on in Lampila: yesterday's unfinished business is finished, and every day somebody waits, somebody has asked
 * to be called, and Aino has a meeting ahead of her. Whoever tries the demo finishes today's as they like; it is not
 * started anew before tomorrow.
 */
@Component
@Profile("demo")
class EverydayLife {

    private static final String OPEN_ALWAYS = "keskusta";
    private static final String AINO = "aino";

    /** A meeting that somebody in the demo is late for is not taken from under them. */
    private static final Duration GRACE = Duration.ofHours(2);

    /** The domain gives any agent who is free: asking this often all but surely gives Aino. */
    private static final int ASK_FOR_AINO = 60;

    private final DSLContext sql;
    private final PeopleService people;
    private final PointsService points;
    private final TopicsService topics;
    private final CasesService cases;
    private final QueueService queue;
    private final CallBacksService callBacks;
    private final AppointmentsService appointments;
    private final StaffingService staffing;

    EverydayLife(
            DSLContext sql,
            PeopleService people,
            PointsService points,
            TopicsService topics,
            CasesService cases,
            QueueService queue,
            CallBacksService callBacks,
            AppointmentsService appointments,
            StaffingService staffing) {
        this.sql = sql;
        this.people = people;
        this.points = points;
        this.topics = topics;
        this.cases = cases;
        this.queue = queue;
        this.callBacks = callBacks;
        this.appointments = appointments;
        this.staffing = staffing;
    }

    /** One case that came to its end, so that there is something to read. */
    void remember(OrganisationId organisation, Lampila.Visits visits) {
        var helped = visit(
                organisation,
                visits.closed(),
                Channel.KIOSK,
                Optional.of(keskusta().id()));
        var agent = aino(organisation).id();
        var by = new By.AnAgent(agent);
        cases.serve(organisation, helped.id(), by, Map.of());
        visits.closed().notes().forEach(words -> cases.note(organisation, helped.id(), agent, words));
        cases.close(organisation, helped.id(), by);
    }

    void finishEarlierDays(OrganisationId organisation, Instant now) {
        finishTickets(organisation, now);
        finishCallBacks(organisation, now);
        finishAppointments(organisation, now);
    }

    /** At the first counter, so that a newcomer can call somebody without having to find out about counters. */
    private void standAino(OrganisationId organisation, ServicePoint point) {
        var aino = aino(organisation).id();
        if (staffing.counterOf(organisation, aino).isEmpty()) {
            staffing.stand(
                    organisation,
                    aino,
                    points.counters(organisation, point.id()).getFirst());
        }
    }

    void beginToday(OrganisationId organisation, Lampila.Visits visits, Instant now) {
        var point = keskusta();
        var today = point.dayOf(now);
        if (!sql.fetchExists(
                TICKET,
                TICKET.ORGANISATION_ID
                        .eq(organisation.value())
                        .and(TICKET.POINT_ID.eq(point.id().value()))
                        .and(TICKET.DAY.eq(today)))) {
            visits.waiting().forEach(visit -> wait(organisation, visit, point));
        }
        if (!sql.fetchExists(
                CALL_BACK,
                CALL_BACK
                        .ORGANISATION_ID
                        .eq(organisation.value())
                        .and(CALL_BACK.ASKED_AT.ge(beginning(point, today))))) {
            askForCall(organisation, visits.calledBack(), now);
        }
        standAino(organisation, point);
        book(organisation, visits.bookedToday(), point, today, now);
        book(organisation, visits.bookedTomorrow(), point, today.plusDays(1), now);
    }

    private void wait(OrganisationId organisation, Lampila.Visit visit, ServicePoint point) {
        var its = visit(organisation, visit, Channel.KIOSK, Optional.of(point.id()));
        queue.take(point, Ids.next(), its.language(), new By.TheCustomer(Channel.KIOSK), Optional.of(its.id()));
    }

    private void askForCall(OrganisationId organisation, Lampila.Visit visit, Instant now) {
        var its = visit(organisation, visit, Channel.HOME, Optional.empty());
        callBacks.ask(
                organisation,
                its.id(),
                Ids.next(),
                Span.of(now, Duration.ofHours(2)),
                new By.TheCustomer(Channel.HOME));
    }

    /** Books the first time on that day that Aino has; nothing when she has a meeting then, or no time any more. */
    private void book(
            OrganisationId organisation, Lampila.Visit visit, ServicePoint point, LocalDate day, Instant now) {
        var aino = aino(organisation);
        var thatDay = new Span(beginning(point, day), beginning(point, day.plusDays(1)));
        if (!appointments.day(organisation, aino.id(), thatDay).isEmpty()) {
            return;
        }
        var topic = topic(organisation, visit);
        var wanted = new Wanted(
                organisation,
                MeetingMode.IN_PERSON,
                Optional.of(point),
                Optional.of(topic.id()),
                topic.duration(MeetingMode.IN_PERSON).orElseThrow(),
                needs(visit),
                language(visit),
                point.zone());
        // At a believable hour, and never so soon that it has begun before anybody looks.
        var nine = thatDay.from().plus(Duration.ofHours(9));
        var soon = now.plus(Duration.ofMinutes(45));
        var from = nine.isAfter(soon) ? nine : soon;
        if (!from.isBefore(thatDay.until())) {
            return;
        }
        appointments.freeWithin(wanted, new Span(from, thatDay.until())).stream()
                .limit(3)
                .flatMap(time -> holdWith(wanted, time, aino).stream())
                .findFirst()
                .ifPresent(held -> {
                    var its = visit(organisation, visit, Channel.HOME, Optional.of(point.id()));
                    appointments.confirm(
                            organisation, held.id(), its.id(), new By.TheCustomer(Channel.HOME), Optional.empty());
                });
    }

    private Optional<Appointment> holdWith(Wanted wanted, Span time, Agent agent) {
        for (int asked = 0; asked < ASK_FOR_AINO; asked++) {
            if (!(appointments.hold(wanted, time.from(), Ids.next(), Optional.empty())
                    instanceof Hold.Held(var held))) {
                return Optional.empty();
            }
            if (held.agent().equals(agent.id())) {
                return Optional.of(held);
            }
            appointments.release(wanted.organisation(), held.id());
        }
        return Optional.empty();
    }

    private void finishTickets(OrganisationId organisation, Instant now) {
        var byNobody = new By.TheSystem();
        sql.select(TICKET.ID, TICKET.CASE_ID, TICKET.STATE)
                .from(TICKET)
                .join(SERVICE_POINT)
                .on(SERVICE_POINT.ORGANISATION_ID.eq(TICKET.ORGANISATION_ID))
                .and(SERVICE_POINT.ID.eq(TICKET.POINT_ID))
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET.STATE.in(TicketState.WAITING.tag(), TicketState.CALLED.tag(), TicketState.SERVING.tag()))
                .and(condition("{0} < ({1} at time zone {2})::date", TICKET.DAY, val(now), SERVICE_POINT.TIME_ZONE))
                .fetch()
                .forEach(stale -> {
                    var id = new TicketId(stale.value1());
                    if (stale.value3().equals(TicketState.SERVING.tag())) {
                        queue.done(organisation, id, byNobody);
                        cases.leaveOpen(organisation, new CaseId(stale.value2()), byNobody);
                    } else {
                        queue.leave(organisation, id, byNobody);
                    }
                });
    }

    private void finishCallBacks(OrganisationId organisation, Instant now) {
        var byNobody = new By.TheSystem();
        sql.select(CALL_BACK.ID, CALL_BACK.STATE)
                .from(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.STATE.in(CallBackState.WAITING.tag(), CallBackState.CALLING.tag()))
                .and(CALL_BACK.PROMISED_BY.lt(now.minus(Duration.ofHours(12))))
                .fetch()
                .forEach(stale -> {
                    var id = new CallBackId(stale.value1());
                    if (stale.value2().equals(CallBackState.CALLING.tag())) {
                        callBacks.notReached(organisation, id, byNobody);
                    } else {
                        callBacks.cancel(organisation, id, byNobody);
                    }
                });
    }

    private void finishAppointments(OrganisationId organisation, Instant now) {
        sql.select(APPOINTMENT.ID)
                .from(APPOINTMENT)
                .where(APPOINTMENT.ORGANISATION_ID.eq(organisation.value()))
                .and(APPOINTMENT.STATE.in(
                        AppointmentState.BOOKED.tag(), AppointmentState.ARRIVED.tag(), AppointmentState.SERVING.tag()))
                .and(condition("upper({0}) < {1}", APPOINTMENT.DURING, val(now.minus(GRACE))))
                .fetch()
                .forEach(past -> finish(organisation, new AppointmentId(past.value1())));
    }

    /** Most people came; every fourth of those who did not say so at the door did not. */
    private void finish(OrganisationId organisation, AppointmentId id) {
        var past = appointments.find(organisation, id).orElseThrow();
        var by = new By.AnAgent(past.agent());
        if (past.state() == AppointmentState.BOOKED && Math.floorMod(id.value().hashCode(), 4) == 0) {
            appointments.noShow(organisation, id, by);
            return;
        }
        if (past.state() != AppointmentState.SERVING) {
            appointments.serve(organisation, id, by);
        }
        appointments.done(organisation, id, by);
        past.caseId().ifPresent(its -> cases.leaveOpen(organisation, its, by));
    }

    private Case visit(OrganisationId organisation, Lampila.Visit visit, Channel channel, Optional<PointId> point) {
        var by = new By.TheCustomer(channel);
        var its = cases.open(organisation, language(visit), by, point);
        cases.tell(
                organisation,
                its.id(),
                by,
                new Telling(
                        Optional.of(topic(organisation, visit).id()),
                        Optional.of(visit.words()),
                        Optional.of(needs(visit))));
        cases.introduce(organisation, its.id(), by, visit.name(), visit.phone().flatMap(PhoneNumber::parse));
        visit.helper()
                .ifPresent(helper -> cases.nameHelper(
                        organisation,
                        its.id(),
                        by,
                        new Helper(helper.name(), helper.phone().flatMap(PhoneNumber::parse))));
        return cases.get(organisation, its.id());
    }

    private Topic topic(OrganisationId organisation, Lampila.Visit visit) {
        return topics.topics(organisation).stream()
                .filter(topic -> topic.slug().equals(visit.topic()))
                .findFirst()
                .orElseThrow();
    }

    private static Needs needs(Lampila.Visit visit) {
        return new Needs(
                visit.needs().stream()
                        .map(tag -> Need.ofTag(tag).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.empty());
    }

    private static Language language(Lampila.Visit visit) {
        return Language.ofTag(visit.language()).orElseThrow();
    }

    private Agent aino(OrganisationId organisation) {
        return people.agents(organisation).stream()
                .filter(agent -> agent.signIn().equals(AINO))
                .findFirst()
                .orElseThrow();
    }

    private ServicePoint keskusta() {
        return points.pointBySlug(OPEN_ALWAYS).orElseThrow();
    }

    private static Instant beginning(ServicePoint point, LocalDate day) {
        return day.atStartOfDay(point.zone()).toInstant();
    }
}
