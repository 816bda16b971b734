package fi.tiski.domain.meetings;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.platform.ids.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who comes to a meeting beside customer and agent. Each has a link of their own, with which they wait at the door until the
 * agent admits them. The customer is told of everybody at the door before they can be admitted, and has the last word: whom
 * they do not want is out at once, for everybody, and not admitted until they say otherwise.
 *
 * <p>Changes are announced as those of the meeting are.
 */
@Service
@Transactional
public class GuestsService {

    private final Guests guests;
    private final Meetings meetings;
    private final Participants participants;
    private final MeetingsService announcing;
    private final AppointmentsService appointments;
    private final CasesService cases;
    private final MeetingHours hours;
    private final InstantSource clock;

    GuestsService(
            Guests guests,
            Meetings meetings,
            Participants participants,
            MeetingsService announcing,
            AppointmentsService appointments,
            CasesService cases,
            MeetingHours hours,
            InstantSource clock) {
        this.guests = guests;
        this.meetings = meetings;
        this.participants = participants;
        this.announcing = announcing;
        this.appointments = appointments;
        this.cases = cases;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * The agent invites somebody.
     *
     * @param role one of {@link Role#GUESTS}
     * @param name 1 to 200 letters: a name, or a word for them
     * @param press idempotency key: the same press again finds the same guest
     */
    public Guest invite(VideoMeeting meeting, Role role, String name, UUID press, By.AnAgent by) {
        if (guests.invite(meeting, role, name, press, clock.instant())) {
            tell(meeting, by, EntryKind.GUEST_INVITED, role);
        }
        return guests.byPress(meeting.organisation(), press);
    }

    /** In the order in which they were invited; those whose link was taken back are none. */
    @Transactional(readOnly = true)
    public List<Guest> of(VideoMeeting meeting) {
        return guests.of(meeting);
    }

    /**
     * What stands in a new link for a guest; the one that they had opens nothing any more. Empty when they are at the door
     * already, or further: they have one.
     */
    public Optional<String> link(VideoMeeting meeting, GuestId id) {
        var now = lock(meeting, id);
        if (now.state() != GuestState.INVITED) {
            return Optional.empty();
        }
        var key = Ids.token();
        guests.give(meeting.organisation(), id, KeyHash.of(key));
        announcing.changed(meeting);
        return Optional.of(key);
    }

    /** The link opens nothing any more, and whoever is in is out at once. */
    public void revoke(VideoMeeting meeting, GuestId id) {
        var now = lock(meeting, id);
        if (now.state() != GuestState.REVOKED) {
            out(meeting, now, GuestState.REVOKED);
        }
    }

    /** What a guest's link opens just now. */
    @Transactional(readOnly = true)
    public AtTheDoor opened(String key) {
        return guests.openedBy(KeyHash.of(key))
                .flatMap(found -> meetings.get(
                                found.organisation(), found.guest().meeting())
                        .map(meeting -> door(found.guest(), meeting)))
                .orElseGet(AtTheDoor.Nothing::new);
    }

    /** The meeting that a guest's link leads to, also when it opens nothing just now. */
    @Transactional(readOnly = true)
    public Optional<VideoMeeting> meeting(String key) {
        return guests.openedBy(KeyHash.of(key))
                .flatMap(found ->
                        meetings.get(found.organisation(), found.guest().meeting()));
    }

    private AtTheDoor door(Guest guest, VideoMeeting meeting) {
        if (meeting.state() != MeetingState.LIVE) {
            var booked = meeting.appointment().flatMap(id -> appointments.find(meeting.organisation(), id));
            if (booked.filter(its -> clock.instant().isAfter(hours.closes(its))).isPresent()) {
                return new AtTheDoor.Nothing();
            }
            if (booked.filter(its -> clock.instant().isBefore(hours.opens(its))).isPresent()
                    && meeting.state() == MeetingState.BOOKED) {
                return new AtTheDoor.Early(guest, booked.get().during(), hours.opens(booked.get()));
            }
        }
        return switch (meeting.state()) {
            case CALLED_OFF -> new AtTheDoor.Nothing();
            case LEFT, TURNED, OVER -> new AtTheDoor.Over(guest, meeting);
            case BOOKED, WAITING, LIVE ->
                switch (guest.state()) {
                    case INVITED -> new AtTheDoor.Outside(guest, meeting);
                    case DOOR -> new AtTheDoor.Waits(guest, meeting, participants.isFull(meeting));
                    case REFUSED -> new AtTheDoor.Refused(guest, meeting);
                    case IN -> new AtTheDoor.In(guest, meeting);
                    case REVOKED -> new AtTheDoor.Nothing();
                };
        };
    }

    /** The guest is here, and waits to be admitted. Who was refused may knock once more. */
    public AtTheDoor knock(String key) {
        switch (opened(key)) {
            case AtTheDoor.Outside(var guest, var meeting) -> move(meeting, guest, GuestState.DOOR);
            case AtTheDoor.Refused(var guest, var meeting) -> move(meeting, guest, GuestState.DOOR);
            default -> {}
        }
        return opened(key);
    }

    /** The guest does not wait at the door any longer; the link goes on opening it. */
    public void goAway(String key) {
        if (opened(key) instanceof AtTheDoor.Waits(var guest, var meeting, var full)) {
            move(meeting, guest, GuestState.INVITED);
        }
    }

    private void move(VideoMeeting meeting, Guest guest, GuestState to) {
        if (lock(meeting, guest.id()).state() == guest.state()) {
            guests.moved(meeting.organisation(), guest.id(), to);
            announcing.changed(meeting);
        }
    }

    /** The agent lets a guest in. Of two for one seat, the second is told that the meeting is full. */
    public Admission admit(VideoMeeting meeting, GuestId id, By.AnAgent by) {
        var guest = lock(meeting, id);
        var now = meetings.get(meeting.organisation(), meeting.id()).orElseThrow();
        if (guest.state() != GuestState.DOOR || now.state() != MeetingState.LIVE) {
            return new Admission.NotFrom(guest.state());
        }
        if (guest.isUnwanted()) {
            return new Admission.Unwanted();
        }
        if (!guest.isTold()) {
            return new Admission.NotTold();
        }
        var until = clock.instant().plus(LineService.KEY_LIVES);
        if (!participants.seat(meeting, guest, KeyHash.of(Ids.token()), until)) {
            return new Admission.Full();
        }
        guests.moved(meeting.organisation(), id, GuestState.IN);
        tell(meeting, by, EntryKind.GUEST_ADMITTED, guest.role());
        return new Admission.Admitted(find(meeting, id));
    }

    /** The agent does not let a guest in, or asks them to leave; they may knock once more. */
    public void refuse(VideoMeeting meeting, GuestId id) {
        var guest = lock(meeting, id);
        if (guest.state() == GuestState.DOOR || guest.state() == GuestState.IN) {
            out(meeting, guest, GuestState.REFUSED);
        }
    }

    /** The customer's page shows who is at the door, from now on. */
    public void told(VideoMeeting meeting) {
        if (guests.told(meeting, clock.instant()) > 0) {
            announcing.changed(meeting);
        }
    }

    /** The customer asks that somebody stays out, or leaves: at once, for everybody, and the agent is told. */
    public void unwanted(VideoMeeting meeting, GuestId id, By by) {
        var guest = lock(meeting, id);
        if (guest.isUnwanted() || guest.state() == GuestState.REVOKED) {
            return;
        }
        var state = guest.state() == GuestState.IN ? GuestState.DOOR : guest.state();
        participants.unseat(meeting, id, clock.instant());
        guests.unwanted(meeting.organisation(), id, state, clock.instant());
        tell(meeting, by, EntryKind.GUEST_UNWANTED, guest.role());
    }

    /** The customer has nothing against them after all. */
    public void wanted(VideoMeeting meeting, GuestId id) {
        lock(meeting, id);
        guests.wanted(meeting.organisation(), id);
        announcing.changed(meeting);
    }

    private void out(VideoMeeting meeting, Guest guest, GuestState to) {
        participants.unseat(meeting, guest.id(), clock.instant());
        guests.moved(meeting.organisation(), guest.id(), to);
        announcing.changed(meeting);
    }

    /** Whatever is done with guests of one meeting is done one after the other. */
    private Guest lock(VideoMeeting meeting, GuestId id) {
        meetings.lock(meeting.organisation(), meeting.id());
        return find(meeting, id);
    }

    private Guest find(VideoMeeting meeting, GuestId id) {
        return guests.find(meeting.organisation(), id)
                .filter(one -> one.meeting().equals(meeting.id()))
                .orElseThrow();
    }

    /** By their role alone: whose name it is stands nowhere but at the door. */
    private void tell(VideoMeeting meeting, By by, EntryKind kind, Role role) {
        cases.add(meeting.organisation(), meeting.caseId(), by, kind, Map.of("how", role.tag()), Optional.empty());
        announcing.changed(meeting);
    }
}
