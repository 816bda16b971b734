package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.together.TogetherService;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.meeting.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meeting by video, now: the wait for it with one's own picture, then the meeting itself on the same page, which connects
 * by itself when an agent answers.
 */
@Route(value = "video/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class VideoView extends JourneyView {

    private final Videos videos;
    private final GuestsService guests;
    private final TogetherService together;
    private final Live live;
    private final Follow follow;
    private final Div wait = new Div();
    private @Nullable VideoMeeting shown;
    private Optional<BesideYou> beside = Optional.empty();
    private Optional<String> key = Optional.empty();
    private boolean away;

    VideoView(Visits visits, Videos videos, GuestsService guests, TogetherService together, Live live) {
        super(visits);
        this.videos = videos;
        this.guests = guests;
        this.together = together;
        this.live = live;
        follow = Follow.with(this, live, this::refresh);
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        var latest = videos.latest(journey());
        latest.ifPresent(
                meeting -> follow.keys(List.of(MeetingsService.liveKey(meeting.organisation()), meeting.liveKey())));
        return latest.isPresent();
    }

    @Override
    Page page() {
        shown = null;
        var meeting = videos.latest(journey()).orElseThrow();
        return switch (meeting.state()) {
            case WAITING -> together(meeting);
            case LIVE -> away ? left() : together(meeting);
            case OVER -> over(meeting);
            case LEFT, TURNED, BOOKED, CALLED_OFF -> another();
        };
    }

    private Page together(VideoMeeting meeting) {
        shown = meeting;
        tellWait(meeting);
        beside = Optional.of(meeting)
                .filter(one -> one.state() == MeetingState.LIVE)
                .map(one -> new BesideYou(guests, one, here().theCustomer()));
        var page = new Page(title(meeting)).lead(lead(meeting)).with(wait);
        beside.ifPresent(others -> page.with(others.atDoor()));
        if (meeting.state() == MeetingState.LIVE) {
            page.with(new LookTogether(together, meeting, here().theCustomer(), live));
        }
        page.with(
                new Stage(meeting, Role.CUSTOMER, key(meeting)).keeping(words -> videos.keep(meeting, words, here())));
        beside.ifPresent(others -> page.with(others.others()));
        return meeting.state() == MeetingState.LIVE
                ? page.actions(
                        ActionButton.secondary(say("journey.video.phone"), () -> go("call"))
                                .withPictogram("callback"),
                        ActionButton.secondary(say("journey.video.go"), this::goAway)
                                .withPictogram("leave"))
                : page.actions(
                        ActionButton.secondary(say("journey.ways.call"), () -> insteadOf(meeting, "call", "call"))
                                .withPictogram("callback"),
                        ActionButton.secondary(say("journey.ways.time"), () -> insteadOf(meeting, "time", "topic"))
                                .withPictogram("time"),
                        ActionButton.quiet(say("journey.video.leave"), () -> leave(meeting))
                                .withPictogram("leave"));
    }

    private static String title(VideoMeeting meeting) {
        return say(meeting.state() == MeetingState.LIVE ? "journey.video.live" : "journey.video.title");
    }

    private static String lead(VideoMeeting meeting) {
        return meeting.state() == MeetingState.LIVE
                ? say("journey.video.answered", meeting.agentName().orElse(""))
                : say("journey.video.lead");
    }

    /** Whom we have kept waiting longer than we said is not told a time once more. */
    private void tellWait(VideoMeeting meeting) {
        wait.removeAll();
        if (meeting.state() != MeetingState.WAITING) {
            return;
        }
        if (meeting.apologisedAt().isPresent()) {
            wait.add(Notice.warning(say("journey.video.sorry")).announced());
            return;
        }
        var place = videos.place(meeting);
        wait.add(new Facts()
                .fact("people", say("journey.number.ahead"), say("journey.number.ahead.people", place.ahead()))
                .fact("clock", say("journey.number.wait"), When.capital(Waiting.words(place.expected()))));
    }

    /** One key for this window: another language, or another look at the page, is no other window. */
    private String key(VideoMeeting meeting) {
        if (key.isEmpty()) {
            key = Optional.of(videos.key(meeting));
        }
        return key.get();
    }

    /** The wait changes in place. Only a new stage makes a new page, which is then read aloud; the pictures go on. */
    private void refresh() {
        var now = videos.latest(reread());
        if (shown == null || now.isEmpty()) {
            return;
        }
        if (now.get().state() == shown.state()) {
            tellWait(now.get());
            beside.ifPresent(BesideYou::refresh);
        } else {
            show();
        }
    }

    private void insteadOf(VideoMeeting meeting, String way, String page) {
        videos.turn(meeting, here());
        visits().answer(journey(), Map.of(Question.WAY, way));
        go(page);
    }

    private void leave(VideoMeeting meeting) {
        videos.leave(meeting, here());
        go("ways");
    }

    private void goAway() {
        away = true;
        show();
    }

    private Page left() {
        return new Page(say("journey.video.gone"))
                .lead(say("journey.video.gone.lead"))
                .actions(
                        ActionButton.primary(say("journey.video.back"), () -> {
                                    away = false;
                                    show();
                                })
                                .withPictogram("video"),
                        ActionButton.secondary(say("journey.finish"), this::finish)
                                .withPictogram("done"));
    }

    private Page over(VideoMeeting meeting) {
        return new Page(say("journey.video.met", meeting.agentName().orElse("")))
                .lead(say("journey.video.over"))
                .actions(ActionButton.primary(say("journey.finish"), this::finish)
                        .withPictogram("done"));
    }

    /** Came back here by the back key, or from another window: what there is now is on the page of ways. */
    private Page another() {
        return new Page(say("journey.video.ended.title"))
                .lead(say("journey.video.ended.lead"))
                .actions(ActionButton.primary(say("journey.ways.title"), () -> go("ways")));
    }

    @Override
    Optional<String> back() {
        return backTo("ways");
    }
}
