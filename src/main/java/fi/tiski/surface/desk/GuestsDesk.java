package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.meetings.Admission;
import fi.tiski.domain.meetings.BookedMeetingsService;
import fi.tiski.domain.meetings.Guest;
import fi.tiski.domain.meetings.GuestId;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.surface.kit.OwnAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who comes to a meeting beside customer and agent, at the desk: inviting, letting in, and the links. */
@Component
class GuestsDesk {

    private final GuestsService guests;
    private final BookedMeetingsService booked;
    private final OwnAddress address;

    GuestsDesk(GuestsService guests, BookedMeetingsService booked, OwnAddress address) {
        this.guests = guests;
        this.booked = booked;
        this.address = address;
    }

    List<Guest> of(VideoMeeting meeting) {
        return guests.of(meeting);
    }

    Guest invite(VideoMeeting meeting, Role role, String name, UUID press, AgentId me) {
        return guests.invite(meeting, role, name, press, new By.AnAgent(me));
    }

    /** A new link; empty when they have come by theirs. */
    Optional<String> link(VideoMeeting meeting, GuestId guest) {
        return guests.link(meeting, guest).map(key -> address.of("guest/" + key));
    }

    void revoke(VideoMeeting meeting, GuestId guest) {
        guests.revoke(meeting, guest);
    }

    void refuse(VideoMeeting meeting, GuestId guest) {
        guests.refuse(meeting, guest);
    }

    /** What came of it, in words. */
    String admit(VideoMeeting meeting, Guest guest, AgentId me) {
        return switch (guests.admit(meeting, guest.id(), new By.AnAgent(me))) {
            case Admission.Admitted admitted -> say("desk.guests.said.in", guest.name());
            case Admission.Full full -> say("desk.guests.said.full");
            case Admission.NotTold untold -> say("desk.guests.said.not-told");
            case Admission.Unwanted unwanted -> say("desk.guests.said.unwanted", guest.name());
            case Admission.NotFrom from -> say("desk.guests.said.not-from", guest.name());
        };
    }

    /** The meeting of a booked time. */
    VideoMeeting meeting(Appointment time) {
        return booked.of(time);
    }

    /** A new link for the customer; those that they had open nothing any more. */
    String customersLink(Appointment time) {
        return address.of("join/" + booked.newLink(time));
    }
}
