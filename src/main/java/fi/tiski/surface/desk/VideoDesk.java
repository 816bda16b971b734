package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.meetings.Answering;
import fi.tiski.domain.meetings.BookedMeetingsService;
import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.surface.kit.When;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Meetings by video at the desk: who waits, whom this agent meets, and answering. */
@Component
class VideoDesk {

    private final MeetingsService meetings;
    private final BookedMeetingsService booked;
    private final LineService line;

    VideoDesk(MeetingsService meetings, BookedMeetingsService booked, LineService line) {
        this.meetings = meetings;
        this.booked = booked;
        this.line = line;
    }

    List<VideoMeeting> waiting(OrganisationId organisation) {
        return meetings.waiting(organisation);
    }

    /** While it waits or is under way. */
    Optional<VideoMeeting> ofCase(OrganisationId organisation, CaseId its) {
        return meetings.ofCase(organisation, its).filter(VideoMeeting::isUnderWay);
    }

    /** Whom the agent meets now. */
    Optional<VideoMeeting> mine(Post post) {
        return Optional.ofNullable(meetings.withEach(post.organisation()).get(post.me()));
    }

    /** Opens the line for the window that this desk is in; {@code ready} is what opened it there before the answer. */
    String key(VideoMeeting mine, Optional<String> ready) {
        return ready.filter(key -> line.opens(key, mine)).orElseGet(() -> line.agentsKey(mine));
    }

    /** Opens the line for that window while the customer waits; empty when they do not (any more). */
    Optional<String> readyKey(VideoMeeting waiting, AgentId me) {
        return line.readyKey(waiting, me);
    }

    /** Whether the customer of a booked time is here, and waits. */
    boolean isHere(Appointment time) {
        return booked.find(time)
                .filter(one -> one.state() == MeetingState.WAITING)
                .isPresent();
    }

    Said answer(Post post, VideoMeeting meeting, When when) {
        return meeting.appointment()
                .map(time -> begin(post, time, when))
                .orElseGet(() -> said(meetings.answer(post.organisation(), meeting.id(), post.me()), when));
    }

    /** The booked time has come: with the customer there already, or before them. */
    Said begin(Post post, AppointmentId time, When when) {
        return said(booked.begin(post.organisation(), time, post.me()), when);
    }

    private static Said said(Answering answering, When when) {
        return switch (answering) {
            case Answering.Answered(var answered) ->
                Said.done(when, "desk.said.answer").open(answered.caseId());
            case Answering.NotFrom(var state) -> Said.notFrom("video", state.tag(), when);
            case Answering.OnBreak(var until) -> Said.onBreak(until, when);
            case Answering.StillWith(var its) ->
                Said.notDone(when, "desk.said.still-meeting").open(its);
        };
    }
}
