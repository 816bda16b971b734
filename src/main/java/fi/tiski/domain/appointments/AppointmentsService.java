package fi.tiski.domain.appointments;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.staffing.Beginning;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.time.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Times that are free, held and booked. Every change of a booking is announced under the organisation's
 * {@link #liveKey} and stands on the case.
 */
@Service
@Transactional
public class AppointmentsService {

    /** Long enough to find one's glasses and a phone number; and it can be extended. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    /** Nobody is offered a time that they cannot reach. */
    private static final Duration SOONEST = Duration.ofMinutes(15);

    private static final Duration LOOK_AHEAD = Duration.ofDays(42);
    private static final int INSTEAD = 3;

    /** Each round that finds candidates and gets none means that others got theirs. */
    private static final int ROUNDS = 5;

    private final Appointments appointments;
    private final FreeTimes freeTimes;
    private final CasesService cases;
    private final StaffingService staffing;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AppointmentsService(
            Appointments appointments,
            FreeTimes freeTimes,
            CasesService cases,
            StaffingService staffing,
            Live live,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.appointments = appointments;
        this.freeTimes = freeTimes;
        this.cases = cases;
        this.staffing = staffing;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    public static LiveKey liveKey(OrganisationId organisation) {
        return LiveKey.of("appointments", organisation.value());
    }

    /** The first free times from now on, {@code most} at most, within six weeks. */
    @Transactional(readOnly = true)
    public List<Span> firstFree(Wanted wanted, int most) {
        var now = clock.instant();
        return freeTimes.between(wanted, new Span(now.plus(SOONEST), now.plus(LOOK_AHEAD)), now, most);
    }

    /** The free times of a stretch of time, such as one day; those that have passed are not in it. */
    @Transactional(readOnly = true)
    public List<Span> freeWithin(Wanted wanted, Span stretch) {
        var now = clock.instant();
        var soonest = now.plus(SOONEST);
        var from = stretch.from().isBefore(soonest) ? soonest : stretch.from();
        return from.isBefore(stretch.until())
                ? freeTimes.between(wanted, new Span(from, stretch.until()), now, Integer.MAX_VALUE)
                : List.of();
    }

    /**
     * Keeps a time for ten minutes, with whichever suitable agent and room the database gives first.
     *
     * @param press idempotency key: the same press again finds the same hold
     * @param instead a hold of the same customer that this one replaces
     */
    public Hold hold(Wanted wanted, Instant starts, UUID press, Optional<AppointmentId> instead) {
        return hold(wanted, starts, press, instead, Optional.empty());
    }

    /**
     * As {@link #hold(Wanted, Instant, UUID, Optional)}, for somebody who may have the same page open twice: of one
     * choosing there is one hold, which another time replaces, and one booking, which is given back from then on.
     *
     * @param choosing what the time is chosen for, the same from every tab and device
     */
    public Hold choose(Wanted wanted, Instant starts, UUID press, UUID choosing) {
        appointments.oneAtATime(choosing);
        var live = appointments.ofChoosing(wanted.organisation(), choosing);
        return live.filter(chosen -> chosen.state() != AppointmentState.HELD)
                .<Hold>map(Hold.Held::new)
                .orElseGet(() -> hold(wanted, starts, press, live.map(Appointment::id), Optional.of(choosing)));
    }

    private Hold hold(
            Wanted wanted, Instant starts, UUID press, Optional<AppointmentId> instead, Optional<UUID> choosing) {
        var organisation = wanted.organisation();
        var before = appointments.byPress(organisation, press);
        if (before.isPresent()) {
            return again(wanted, starts, before.get(), press, instead, choosing);
        }
        // What they hold now may itself be in the way; it stays theirs when the other time cannot be had.
        var made = instead.isPresent()
                ? appointments.inPlaceOf(organisation, instead.get(), () -> reserve(wanted, starts, press, choosing))
                : reserve(wanted, starts, press, choosing);
        // Made by the same press at the same moment: this one waited for it, and finds it.
        return made.or(() -> appointments.byPress(organisation, press))
                // Booked in another tab while we tried to put this time in its place.
                .or(() -> choosing.flatMap(its -> appointments.ofChoosing(organisation, its))
                        .filter(chosen -> chosen.state() != AppointmentState.HELD))
                .<Hold>map(Hold.Held::new)
                .orElseGet(() -> new Hold.JustTaken(nextFree(wanted, starts)));
    }

    /** The same press as before, which may be long ago: its hold may have run out, or its booking been cancelled. */
    private Hold again(
            Wanted wanted,
            Instant starts,
            Appointment before,
            UUID press,
            Optional<AppointmentId> instead,
            Optional<UUID> choosing) {
        return switch (before.state()) {
            case HELD ->
                new Hold.Held(
                        before.heldUntil().filter(clock.instant()::isBefore).isPresent()
                                ? before
                                : extend(before.organisation(), before.id()).orElse(before));
            case BOOKED, ARRIVED, SERVING -> new Hold.Held(before);
            case DONE, NO_SHOW, CANCELLED -> hold(wanted, starts, pressAfter(press, before), instead, choosing);
        };
    }

    /** Ten more minutes from now, as often as wanted; empty when the hold is gone. */
    public Optional<Appointment> extend(OrganisationId organisation, AppointmentId id) {
        return appointments.extend(organisation, id, clock.instant().plus(HOLD));
    }

    public void release(OrganisationId organisation, AppointmentId id) {
        appointments.release(organisation, id);
    }

    @Transactional(readOnly = true)
    public Optional<Appointment> find(OrganisationId organisation, AppointmentId id) {
        return appointments.find(organisation, id);
    }

    /**
     * Books a held time for a case. A hold that ran out a moment ago is booked all the same, as long as nobody else has
     * taken the time.
     *
     * @param instead an earlier booking of the same case that this one replaces: the appointment is moved
     */
    public Booking confirm(
            OrganisationId organisation, AppointmentId held, CaseId its, By by, Optional<AppointmentId> instead) {
        var hold = appointments.lock(organisation, held);
        if (hold.isEmpty()) {
            return new Booking.HoldLapsed();
        }
        if (hold.get().state() != AppointmentState.HELD) {
            return hold.get().caseId().equals(Optional.of(its))
                    ? new Booking.Booked(hold.get())
                    : new Booking.HoldLapsed();
        }
        if (!freeTimes.stillPossible(hold.get())) {
            appointments.release(organisation, held);
            return new Booking.HoldLapsed();
        }
        var booked = appointments.book(hold.get(), its);
        var moved = instead.flatMap(id -> appointments.lock(organisation, id))
                .filter(earlier -> earlier.state().ahead());
        moved.ifPresent(earlier -> {
            appointments.moved(earlier, AppointmentState.CANCELLED, clock.instant());
            calledOff(earlier);
        });
        tell(booked, by, moved.isPresent() ? EntryKind.APPOINTMENT_MOVED : EntryKind.APPOINTMENT_BOOKED);
        return new Booking.Booked(booked);
    }

    public AppointmentChange cancel(OrganisationId organisation, AppointmentId id, By by) {
        return move(organisation, id, AppointmentState.CANCELLED, EntryKind.APPOINTMENT_CANCELLED, by);
    }

    /** The customer has come, and says so at the kiosk or to somebody at the point. */
    public AppointmentChange arrive(OrganisationId organisation, AppointmentId id, By by) {
        return move(organisation, id, AppointmentState.ARRIVED, EntryKind.APPOINTMENT_ARRIVED, by);
    }

    /** The meeting begins, in person, by video or by phone; no agent begins one on their own break. */
    public AppointmentChange serve(OrganisationId organisation, AppointmentId id, By by) {
        var booked = appointments.lock(organisation, id).orElseThrow();
        if (appointments.legal(booked.state(), AppointmentState.SERVING)
                && by instanceof By.AnAgent(var agent)
                && staffing.begin(organisation, agent) instanceof Beginning.OnBreak(var until)) {
            return new AppointmentChange.OnBreak(until);
        }
        return change(
                organisation,
                id,
                AppointmentState.SERVING,
                served -> served.caseId().ifPresent(its -> cases.serve(organisation, its, by, facts(served))));
    }

    /**
     * The meeting is over, and the agent has time to write down what was said. Whether the matter is settled is the case's
     * business.
     */
    public AppointmentChange done(OrganisationId organisation, AppointmentId id, By by) {
        return change(organisation, id, AppointmentState.DONE, finished -> {
            if (by instanceof By.AnAgent(var agent)) {
                staffing.wrapUp(organisation, agent);
            }
        });
    }

    public AppointmentChange noShow(OrganisationId organisation, AppointmentId id, By by) {
        return move(organisation, id, AppointmentState.NO_SHOW, EntryKind.APPOINTMENT_NO_SHOW, by);
    }

    /** Booked, arrived and being served appointments that touch the span, of everybody; by their beginning. */
    @Transactional(readOnly = true)
    @UntilChanged("appointments")
    public List<Appointment> live(OrganisationId organisation, Span span) {
        return appointments.live(organisation, span);
    }

    /** As {@link #live}, but only those in person at the point, and all of these agents'. */
    @Transactional(readOnly = true)
    public List<Appointment> liveAt(OrganisationId organisation, PointId point, Collection<AgentId> agents, Span span) {
        return appointments.liveAt(organisation, point, agents, span);
    }

    /** One agent's appointments that touch the span, also those that are over; by their beginning. */
    @Transactional(readOnly = true)
    @UntilChanged("appointments")
    public List<Appointment> day(OrganisationId organisation, AgentId agent, Span span) {
        return appointments.day(organisation, agent, span);
    }

    /** A case's appointments, the latest made first. */
    @Transactional(readOnly = true)
    public List<Appointment> ofCase(OrganisationId organisation, CaseId its) {
        return appointments.ofCase(organisation, its);
    }

    private static UUID pressAfter(UUID press, Appointment over) {
        return UUID.nameUUIDFromBytes((press + " after " + over.id().value()).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Appointment> reserve(Wanted wanted, Instant starts, UUID press, Optional<UUID> choosing) {
        var now = clock.instant();
        appointments.deleteLapsed(wanted.organisation(), now);
        var during = Span.of(starts, wanted.length());
        // Agents and rooms are paired by lot. When each pair has lost one of the two meanwhile, the others are paired
        // anew.
        for (int round = 0; round < ROUNDS; round++) {
            var candidates = freeTimes.free(wanted, during, now);
            for (var candidate : candidates) {
                var made = appointments.hold(wanted, during, candidate, press, choosing, now, now.plus(HOLD));
                if (made.isPresent()) {
                    return made;
                }
            }
            if (candidates.isEmpty()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The next free times in place of one that has gone: three at most, none before it. */
    @Transactional(readOnly = true)
    public List<Span> nextFree(Wanted wanted, Instant starts) {
        var now = clock.instant();
        var soonest = now.plus(SOONEST);
        return freeTimes.between(
                wanted, new Span(starts.isBefore(soonest) ? soonest : starts, now.plus(LOOK_AHEAD)), now, INSTEAD);
    }

    private AppointmentChange move(
            OrganisationId organisation, AppointmentId id, AppointmentState to, EntryKind entry, By by) {
        return change(organisation, id, to, moved -> tell(moved, by, entry));
    }

    private AppointmentChange change(
            OrganisationId organisation, AppointmentId id, AppointmentState to, Consumer<Appointment> then) {
        var now = appointments.lock(organisation, id).orElseThrow();
        if (!appointments.legal(now.state(), to)) {
            return new AppointmentChange.NotFrom(now.state());
        }
        var moved = appointments.moved(now, to, clock.instant());
        then.accept(moved);
        if (to == AppointmentState.CANCELLED || to == AppointmentState.NO_SHOW) {
            calledOff(moved);
        }
        live.changed(liveKey(organisation));
        return new AppointmentChange.Changed(moved);
    }

    private void calledOff(Appointment appointment) {
        events.publishEvent(new AppointmentCalledOff(appointment.organisation(), appointment.id()));
    }

    private void tell(Appointment appointment, By by, EntryKind kind) {
        appointment
                .caseId()
                .ifPresent(its ->
                        cases.add(appointment.organisation(), its, by, kind, facts(appointment), Optional.empty()));
        live.changed(liveKey(appointment.organisation()));
    }

    private static Map<String, String> facts(Appointment appointment) {
        var facts = new HashMap<String, String>();
        facts.put("mode", appointment.mode().tag());
        facts.put("starts", appointment.during().from().toString());
        appointment.point().ifPresent(point -> facts.put("point", point.value().toString()));
        return facts;
    }
}
