package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.meetings.AtTheDoor;
import fi.tiski.domain.meetings.Guest;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.doors.Allowances;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.meeting.OwnPicture;
import fi.tiski.surface.meeting.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The door of a meeting, for somebody beside customer and agent: who they are here, their own picture, and the wait to be let
 * in; then the meeting. It tells nothing of the customer.
 */
@Route(value = "guest/:key", layout = HomeFrame.class)
@AnonymousAllowed
@StyleSheet("context://tiski/join.css")
class GuestView extends JourneyView {

    private final GuestsService guests;
    private final LineService line;
    private final Allowances allowances;
    private final Follow follow;
    private final Div full = new Div();
    private String key = "";
    private AtTheDoor shown = new AtTheDoor.Nothing();
    private Optional<String> seat = Optional.empty();
    private boolean away;

    GuestView(Visits visits, GuestsService guests, LineService line, Allowances allowances, Live live) {
        super(visits);
        this.guests = guests;
        this.line = line;
        this.allowances = allowances;
        follow = Follow.with(this, live, this::refresh);
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        key = entering.getRouteParameters().get("key").orElse("");
        seat = Optional.empty();
        away = false;
        if (allowances.link(key) instanceof Asking.NotBefore) {
            key = "";
            entering.forwardTo(here().to("busy"));
            return true;
        }
        guests.meeting(key)
                .ifPresent(meeting ->
                        follow.keys(List.of(MeetingsService.liveKey(meeting.organisation()), meeting.liveKey())));
        return true;
    }

    @Override
    Page page() {
        shown = guests.opened(key);
        return switch (shown) {
            case AtTheDoor.Nothing() ->
                new CalmPage("video", say("join.guest.none.title"), say("join.guest.none.lead"));
            case AtTheDoor.Early(var guest, var during, var opens) -> early(guest, opens);
            case AtTheDoor.Outside(var guest, var meeting) -> outside(guest);
            case AtTheDoor.Waits(var guest, var meeting, var isFull) -> waits(guest, isFull);
            case AtTheDoor.Refused(var guest, var meeting) -> refused();
            case AtTheDoor.In(var guest, var meeting) -> away ? left() : in(guest, meeting);
            case AtTheDoor.Over(var guest, var meeting) ->
                new CalmPage("done", say("join.guest.over.title"), say("join.guest.over.lead"));
        };
    }

    private Page early(Guest guest, Instant opens) {
        return new Page(say("join.early.title"))
                .lead(JoinView.opensAt(opens, visits()))
                .with(who(guest), new Paragraph(say("join.early.lead")), tryFirst());
    }

    private Page outside(Guest guest) {
        return new Page(say("join.guest.title"))
                .lead(say("join.guest.lead"))
                .with(who(guest), tryFirst())
                .actions(ActionButton.primary(say("join.guest.knock"), () -> {
                            guests.knock(key);
                            show();
                        })
                        .withPictogram("video"));
    }

    private ActionButton tryFirst() {
        return CheckVideoView.link(here(), here().to("guest", key));
    }

    private static Facts who(Guest guest) {
        return new Facts()
                .fact("person", say("join.guest.name"), guest.name())
                .fact("people", say("join.guest.as"), BesideYou.role(guest.role()));
    }

    private Page waits(Guest guest, boolean isFull) {
        tellFull(isFull);
        return new Page(say("join.guest.door.title"))
                .lead(say("join.guest.door.lead"))
                .with(full, who(guest), new OwnPicture())
                .actions(ActionButton.quiet(say("join.guest.go"), () -> {
                            guests.goAway(key);
                            show();
                        })
                        .withPictogram("leave"));
    }

    private void tellFull(boolean isFull) {
        if (isFull == (full.getComponentCount() > 0)) {
            return;
        }
        full.removeAll();
        if (isFull) {
            full.add(Notice.info(say("join.guest.full")).announced());
        }
    }

    private Page refused() {
        return new CalmPage("info", say("join.guest.refused.title"), say("join.guest.refused.lead"))
                .actions(ActionButton.secondary(say("join.guest.again"), () -> {
                            guests.knock(key);
                            show();
                        })
                        .withPictogram("video"));
    }

    private Page in(Guest guest, VideoMeeting meeting) {
        if (seat.isEmpty()) {
            seat = line.guestsKey(meeting, guest.id());
        }
        var page = new Page(say("journey.video.live")).lead(say("join.guest.in"));
        seat.ifPresent(its -> page.with(new Stage(meeting, guest.role(), its)));
        return page.actions(ActionButton.secondary(say("journey.video.go"), () -> away(true))
                .withPictogram("leave"));
    }

    private void away(boolean gone) {
        away = gone;
        show();
    }

    private Page left() {
        return new Page(say("journey.video.gone"))
                .lead(say("join.guest.left"))
                .actions(ActionButton.primary(say("journey.video.back"), () -> away(false))
                        .withPictogram("video"));
    }

    /** Only another step makes another page; that the meeting is full is told in place. */
    private void refresh() {
        var now = guests.opened(key);
        if (now.getClass() != shown.getClass()) {
            if (!(now instanceof AtTheDoor.In)) {
                seat = Optional.empty();
                away = false;
            }
            show();
        } else if (now instanceof AtTheDoor.Waits(var guest, var meeting, var isFull)) {
            tellFull(isFull);
        }
    }

    @Override
    Optional<String> back() {
        return Optional.empty();
    }
}
