package fi.tiski.domain.encounters;

import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.TicketState;

/** What became of an attempt to end an encounter. Unless it is over, nothing has changed: somebody was quicker. */
public sealed interface Ending {

    record Over() implements Ending {}

    record NumberIs(TicketState state) implements Ending {}

    record CallIs(CallBackState state) implements Ending {}

    record VideoIs(MeetingState state) implements Ending {}

    record MeetingIs(AppointmentState state) implements Ending {}

    /** Closed, where it should have gone on. */
    record CaseIs(CaseState state) implements Ending {}
}
