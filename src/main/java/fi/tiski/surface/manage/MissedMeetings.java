package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.BookedMeetingsService;
import fi.tiski.domain.meetings.BookedMeetingsService.Missed;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Booked meetings by video whose agent had not come when it was time, as the manager reads of them. */
@Component
class MissedMeetings {

    private static final Duration LATELY = Duration.ofDays(14);
    private static final ZoneId WITHOUT_POINTS = ZoneId.of("Europe/Helsinki");

    private final BookedMeetingsService booked;
    private final CasesService cases;
    private final PointsService points;
    private final InstantSource clock;

    MissedMeetings(BookedMeetingsService booked, CasesService cases, PointsService points, InstantSource clock) {
        this.booked = booked;
        this.cases = cases;
        this.points = points;
        this.clock = clock;
    }

    /** @param happened whose meeting it was, and when; {@code then} what has become of the customer */
    record Line(String happened, String then) {}

    /** Of the last two weeks, the latest first. */
    List<Line> lines(OrganisationId organisation) {
        var missed = booked.missed(organisation, LATELY);
        var theirs = cases.all(
                organisation,
                missed.stream().map(one -> one.meeting().caseId()).distinct().toList());
        var zone = points.points(organisation).stream()
                .findFirst()
                .map(ServicePoint::zone)
                .orElse(WITHOUT_POINTS);
        var when = new When(language().spoken(), zone, clock.instant());
        return missed.stream()
                .flatMap(one -> Optional.ofNullable(theirs.get(one.meeting().caseId())).stream()
                        .map(its -> line(one, its, when)))
                .toList();
    }

    private static Line line(Missed one, Case its, When when) {
        return new Line(
                say(
                        "manage.meetings.line",
                        When.capital(when.dayAndTime(one.booked().during().from())),
                        one.booked().agentName(),
                        its.code()),
                then(one.meeting()));
    }

    private static String then(VideoMeeting meeting) {
        return switch (meeting.state()) {
            case WAITING -> say("manage.meetings.then.waits");
            case LIVE, OVER ->
                say("manage.meetings.then.met", meeting.agentName().orElse(""));
            case BOOKED, LEFT -> say("manage.meetings.then.left");
            case CALLED_OFF, TURNED -> say("manage.meetings.then.gave-up");
        };
    }
}
