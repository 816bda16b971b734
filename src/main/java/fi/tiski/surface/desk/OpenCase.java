package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseFile;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketState;
import java.util.Optional;

/**
 * The case in hand, with what is under way on it.
 *
 * @param ticket while it waits, is called or served
 * @param callBack while it waits or is being called
 * @param appointment being served, or the next one ahead
 * @param video while the customer waits for it, or is met
 * @param team what colleagues have to do with it
 */
record OpenCase(
        CaseFile file,
        Optional<Topic> topic,
        Optional<Ticket> ticket,
        Optional<CallBack> callBack,
        Optional<Appointment> appointment,
        Optional<VideoMeeting> video,
        Team team) {

    /** Nobody else has anything to do with it. */
    OpenCase(
            CaseFile file,
            Optional<Topic> topic,
            Optional<Ticket> ticket,
            Optional<CallBack> callBack,
            Optional<Appointment> appointment) {
        this(file, topic, ticket, callBack, appointment, Optional.empty(), Team.NONE);
    }

    Case its() {
        return file.now();
    }

    Optional<Ticket> ticketIn(TicketState state) {
        return ticket.filter(one -> one.state() == state);
    }

    /** Called or served by this agent. */
    Optional<Ticket> myTicket(AgentId me, TicketState state) {
        return ticketIn(state).filter(one -> one.agent().equals(Optional.of(me)));
    }

    Optional<CallBack> myCall(AgentId me) {
        return callBack.filter(
                one -> one.state() == CallBackState.CALLING && one.agent().equals(Optional.of(me)));
    }

    Optional<CallBack> waitingCall() {
        return callBack.filter(one -> one.state() == CallBackState.WAITING);
    }

    /** Whoever waits to be met by video. */
    Optional<VideoMeeting> waitingVideo() {
        return video.filter(one -> one.state() == MeetingState.WAITING);
    }

    Optional<Appointment> meeting() {
        return appointment.filter(one -> one.state() == AppointmentState.SERVING);
    }

    Optional<Appointment> appointmentAhead() {
        return appointment.filter(one -> one.state().ahead());
    }
}
