package fi.tiski.domain.meetings;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentCalledOff;
import fi.tiski.domain.appointments.AppointmentChange;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseKey;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings by video at a booked time. The customer comes by a link that opens the meeting from some minutes before its
 * beginning until some after its end ({@link MeetingHours}), and only while the appointment stands. Coming is arriving, and
 * answering is serving: the appointment goes on as one in person does.
 */
@Service
@Transactional
public class BookedMeetingsService {

    private final Meetings meetings;
    private final MeetingLinks links;
    private final Guests guests;
    private final Signals signals;
    private final MeetingsService announcing;
    private final AppointmentsService appointments;
    private final MeetingHours hours;
    private final InstantSource clock;

    BookedMeetingsService(
            Meetings meetings,
            MeetingLinks links,
            Guests guests,
            Signals signals,
            MeetingsService announcing,
            AppointmentsService appointments,
            MeetingHours hours,
            InstantSource clock) {
        this.meetings = meetings;
        this.links = links;
        this.guests = guests;
        this.signals = signals;
        this.announcing = announcing;
        this.appointments = appointments;
        this.hours = hours;
        this.clock = clock;
    }

    /** A booked meeting whose agent had not come when it was time. */
    public record Missed(VideoMeeting meeting, Appointment booked) {}

    /** The meeting of a booked time by video, with the interpreter who was booked with it among its guests. */
    public VideoMeeting of(Appointment booked) {
        if (meetings.book(booked, clock.instant())) {
            var made =
                    meetings.ofAppointment(booked.organisation(), booked.id()).orElseThrow();
            booked.interpreter().ifPresent(beside -> guests.expect(made, beside, clock.instant()));
            return made;
        }
        return meetings.ofAppointment(booked.organisation(), booked.id()).orElseThrow();
    }

    /** As {@link #of}; empty when nobody has needed it yet. */
    @Transactional(readOnly = true)
    public Optional<VideoMeeting> find(Appointment booked) {
        return meetings.ofAppointment(booked.organisation(), booked.id());
    }

    /**
     * What stands in the customer's link. It follows from their own key to the case, so that every page and slip shows the
     * same; it leads to the meeting, and from it nobody finds the key.
     */
    public String link(Appointment booked, CaseKey theirs) {
        var meeting = of(booked);
        var key = KeyHash.keyFrom(
                "booked meeting",
                theirs.token(),
                booked.id().value().toString(),
                Integer.toString(links.given(meeting)));
        links.give(meeting, KeyHash.of(key), clock.instant());
        return key;
    }

    /** A new link for the customer; those that they had open nothing any more. */
    public String newLink(Appointment booked) {
        var meeting = meetings.lock(booked.organisation(), of(booked).id()).orElseThrow();
        var now = clock.instant();
        links.revoke(meeting, now);
        var key = Ids.token();
        links.give(meeting, KeyHash.of(key), now);
        announcing.changed(meeting);
        return key;
    }

    /** From when on, and until when, the links to it open it. */
    public MeetingHours hours() {
        return hours;
    }

    /** What the link opens just now. */
    @Transactional(readOnly = true)
    public Coming opened(String key) {
        return links.openedBy(KeyHash.of(key))
                .flatMap(found -> meetings.get(found.organisation(), found.meeting()))
                .map(this::coming)
                .orElseGet(Coming.Nothing::new);
    }

    private Coming coming(VideoMeeting meeting) {
        var booked = booked(meeting);
        var now = clock.instant();
        if (meeting.state() == MeetingState.LIVE) {
            return new Coming.Meets(booked, meeting);
        }
        if (now.isAfter(hours.closes(booked)) || isOver(booked) && meeting.state() != MeetingState.OVER) {
            return new Coming.Nothing();
        }
        return switch (meeting.state()) {
            case BOOKED ->
                now.isBefore(hours.opens(booked))
                        ? new Coming.Early(booked, meeting, hours.opens(booked))
                        : new Coming.Open(booked, meeting);
            case WAITING -> new Coming.Waits(booked, meeting, isLate(booked, now));
            case LIVE -> new Coming.Meets(booked, meeting);
            case OVER -> new Coming.Met(booked, meeting);
            case LEFT, TURNED, CALLED_OFF -> new Coming.Nothing();
        };
    }

    private static boolean isOver(Appointment booked) {
        return !booked.state().ahead() && booked.state() != AppointmentState.SERVING;
    }

    private boolean isLate(Appointment booked, Instant now) {
        return !now.isBefore(booked.during().from().plus(hours.agentLate()));
    }

    private Appointment booked(VideoMeeting meeting) {
        return appointments
                .find(meeting.organisation(), meeting.appointment().orElseThrow())
                .orElseThrow();
    }

    /**
     * The customer is here, and waits for the agent. Whoever waits for a meeting now on the same case waits for this one
     * instead. Does nothing when the link does not open it, or when they came already.
     *
     * @param point where the kiosk stands; empty at home
     */
    public Coming come(String key, Optional<PointId> point, By by) {
        if (opened(key) instanceof Coming.Open(var booked, var found)) {
            // The appointment first, as whoever serves or cancels it does: none of them waits for another in a ring.
            appointments.arrive(booked.organisation(), booked.id(), by);
            var meeting = meetings.lock(found.organisation(), found.id()).orElseThrow();
            if (meeting.state() == MeetingState.BOOKED && !isOver(booked(meeting)) && isFree(meeting, by)) {
                meetings.come(meeting, by.channel(), point, clock.instant());
                announcing.changed(meeting);
            }
        }
        return opened(key);
    }

    /** Whether nothing else is under way on the case; a wait for a meeting now ends here. */
    private boolean isFree(VideoMeeting meeting, By by) {
        var other = meetings.ofCase(meeting.organisation(), meeting.caseId()).filter(VideoMeeting::isUnderWay);
        other.filter(one -> one.state() == MeetingState.WAITING)
                .ifPresent(one -> announcing.turn(one.organisation(), one.id(), by));
        return other.filter(one -> one.state() == MeetingState.LIVE).isEmpty();
    }

    /** The customer does not wait just now; the link goes on opening the meeting. */
    public void goForNow(String key) {
        if (opened(key) instanceof Coming.Waits(var booked, var meeting, var late)) {
            goForNow(meeting);
        }
    }

    private boolean goForNow(VideoMeeting found) {
        var meeting = meetings.lock(found.organisation(), found.id()).orElseThrow();
        if (meeting.state() != MeetingState.WAITING) {
            return false;
        }
        meetings.goneForNow(meeting);
        announcing.changed(meeting);
        return true;
    }

    /**
     * The customer waits no longer for an agent who has not come, and has been offered another way on the same case: the time
     * is given up. Does nothing when the agent has come meanwhile; whether it did something.
     */
    public boolean giveUp(String key, By by) {
        return opened(key) instanceof Coming.Waits(var booked, var meeting, var late)
                && late
                && appointments.cancel(booked.organisation(), booked.id(), by) instanceof AppointmentChange.Changed;
    }

    /**
     * The agent comes to the booked time, their own or a colleague's, and begins it: also before the customer is here. Of two
     * who press at one moment, one is told that the other was quicker.
     */
    public Answering begin(OrganisationId organisation, AppointmentId id, AgentId agent) {
        var booked = appointments.find(organisation, id).orElseThrow();
        var found = of(booked);
        if (found.state() != MeetingState.BOOKED && found.state() != MeetingState.WAITING) {
            return new Answering.NotFrom(found.state());
        }
        var with = announcing.underWayWith(organisation, agent);
        if (with.isPresent()) {
            return new Answering.StillWith(with.get());
        }
        var served = appointments.serve(organisation, id, new By.AnAgent(agent));
        if (served instanceof AppointmentChange.OnBreak(var until)) {
            return new Answering.OnBreak(until);
        }
        var meeting = meetings.lock(organisation, found.id()).orElseThrow();
        if (served instanceof AppointmentChange.NotFrom) {
            return new Answering.NotFrom(meeting.state());
        }
        meetings.answered(meeting, agent, clock.instant());
        announcing.changed(meeting);
        return new Answering.Answered(meetings.get(organisation, meeting.id()).orElseThrow());
    }

    /** Whoever waits is told at once, and no link leads anywhere any more. */
    @EventListener
    void calledOff(AppointmentCalledOff off) {
        meetings.ofAppointment(off.organisation(), off.id())
                .flatMap(found -> meetings.lock(found.organisation(), found.id()))
                .filter(one -> one.state() == MeetingState.BOOKED || one.state() == MeetingState.WAITING)
                .ifPresent(one -> {
                    meetings.ended(one, MeetingState.CALLED_OFF, clock.instant());
                    signals.forget(one);
                    announcing.changed(one);
                });
    }

    /** Booked meetings of the last while whose agent had not come when it was time; the latest first. */
    @Transactional(readOnly = true)
    public List<Missed> missed(OrganisationId organisation, Duration lately) {
        return meetings.missedSince(organisation, clock.instant().minus(lately)).stream()
                .map(one -> new Missed(one, booked(one)))
                .toList();
    }

    /** Says sorry, once, to whoever waits for an agent who has not come; it stands on the case. How many were told. */
    int apologise() {
        var waiting = meetings.withoutTheirAgent(clock.instant().minus(hours.agentLate())).stream()
                .filter(one -> meetings.apologised(one, clock.instant()) > 0)
                .toList();
        waiting.forEach(one -> announcing.tell(one, new By.TheSystem(), EntryKind.VIDEO_AGENT_MISSING));
        return waiting.size();
    }

    /** Whose window has been silent is not here, and may come again. How many. */
    int letGo() {
        return (int) meetings.silentSince(clock.instant().minus(MeetingsService.SILENCE)).stream()
                .filter(VideoMeeting::isBooked)
                .filter(this::goForNow)
                .count();
    }
}
