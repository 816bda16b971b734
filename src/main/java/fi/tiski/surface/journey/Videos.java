package fi.tiski.surface.journey;

import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.meetings.Asking;
import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.meetings.VideoPlace;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.queue.Wait;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A journey's meeting by video, now. */
@Component
class Videos {

    private final MeetingsService meetings;
    private final LineService line;
    private final JourneysService journeys;

    Videos(MeetingsService meetings, LineService line, JourneysService journeys) {
        this.meetings = meetings;
        this.line = line;
        this.journeys = journeys;
    }

    /** Whether anybody serves by video now, and how long they could be waited for. */
    record Served(Optional<Wait> expected) {}

    Optional<Served> now(OrganisationId organisation) {
        return meetings.isServed(organisation)
                ? Optional.of(new Served(meetings.waitNow(organisation)))
                : Optional.empty();
    }

    /** Waits for a meeting, on the journey's case if it has one. A press that is made twice waits once. */
    Asking ask(Journey journey, Here here) {
        var earlier = latest(journey).map(one -> one.id().value().toString()).orElse("first");
        var asking = meetings.ask(
                journey.organisation(),
                journeys.caseOf(journey, here.theCustomer()),
                here.kiosk().map(Kiosk::point),
                Visits.press(journey, "video after " + earlier),
                here.theCustomer());
        if (asking instanceof Asking.Waits) {
            journeys.answer(journey.token(), Question.WAY, "video");
        }
        return asking;
    }

    Optional<VideoMeeting> underWay(Journey journey) {
        return latest(journey).filter(VideoMeeting::isUnderWay);
    }

    /** Of those that were asked for now. */
    Optional<VideoMeeting> latest(Journey journey) {
        return journey.caseId()
                .flatMap(its -> meetings.ofCase(journey.organisation(), its))
                .filter(one -> !one.isBooked());
    }

    VideoPlace place(VideoMeeting meeting) {
        return meetings.place(meeting);
    }

    void leave(VideoMeeting meeting, Here here) {
        meetings.leave(meeting.organisation(), meeting.id(), here.theCustomer());
    }

    void turn(VideoMeeting meeting, Here here) {
        meetings.turn(meeting.organisation(), meeting.id(), here.theCustomer());
    }

    /** What was written, when the customer presses for it. */
    void keep(VideoMeeting meeting, String words, Here here) {
        meetings.keepWords(meeting.organisation(), meeting.id(), words, here.theCustomer());
    }

    /** A call has been asked for in the middle of a meeting: it goes on by telephone. */
    void turnToCall(Journey journey, Here here) {
        journey.caseId()
                .flatMap(its -> meetings.ofCase(journey.organisation(), its))
                .filter(one -> one.state() == MeetingState.LIVE)
                .ifPresent(one -> meetings.turnToCall(one.organisation(), one.id(), here.theCustomer()));
    }

    /** Opens the line for one window. */
    String key(VideoMeeting meeting) {
        return line.customersKey(meeting);
    }
}
