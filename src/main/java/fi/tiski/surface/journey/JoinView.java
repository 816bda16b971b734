package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.BookedMeetingsService;
import fi.tiski.domain.meetings.Coming;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.together.TogetherService;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.doors.Allowances;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.meeting.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A booked meeting by video, by the customer's own link: before its time, when it opens; in its time, the waiting room and the
 * meeting itself on the same page; when the agent does not come, an apology and another way.
 */
@Route(value = "join/:key", layout = HomeFrame.class)
@AnonymousAllowed
class JoinView extends JourneyView {

    private final BookedMeetingsService booked;
    private final GuestsService guests;
    private final LineService line;
    private final CasesService cases;
    private final MeetingFacts facts;
    private final ANewTime anew;
    private final Videos videos;
    private final Allowances allowances;
    private final TogetherService together;
    private final Live live;
    private final Follow follow;
    private final Div sorry = new Div();
    private String key = "";
    private Optional<BesideYou> beside = Optional.empty();
    private Coming shown = new Coming.Nothing();
    private Optional<String> seat = Optional.empty();
    private boolean away;

    JoinView(
            Visits visits,
            BookedMeetingsService booked,
            GuestsService guests,
            LineService line,
            CasesService cases,
            MeetingFacts facts,
            ANewTime anew,
            Videos videos,
            Allowances allowances,
            TogetherService together,
            Live live) {
        super(visits);
        this.booked = booked;
        this.guests = guests;
        this.line = line;
        this.cases = cases;
        this.facts = facts;
        this.anew = anew;
        this.videos = videos;
        this.allowances = allowances;
        this.together = together;
        this.live = live;
        follow = Follow.with(this, live, this::refresh);
    }

    /** "The meeting opens on Monday 23 November at 8:45." */
    static String opensAt(Instant opens, Visits visits) {
        return say("join.opens", visits.when().dayAndTime(opens));
    }

    static ActionButton link(Here here, String token) {
        return ActionButton.secondary(say("join.link"), () -> Visits.go(here.to("join", token)))
                .withPictogram("video");
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
        meeting(booked.opened(key)).ifPresent(meeting -> {
            entering.getUI()
                    .setLocale(cases.get(meeting.organisation(), meeting.caseId())
                            .language()
                            .locale());
            follow.keys(List.of(MeetingsService.liveKey(meeting.organisation()), meeting.liveKey()));
        });
        return true;
    }

    private static Optional<VideoMeeting> meeting(Coming coming) {
        return switch (coming) {
            case Coming.Nothing() -> Optional.empty();
            case Coming.Early(var time, var meeting, var opens) -> Optional.of(meeting);
            case Coming.Open(var time, var meeting) -> Optional.of(meeting);
            case Coming.Waits(var time, var meeting, var late) -> Optional.of(meeting);
            case Coming.Meets(var time, var meeting) -> Optional.of(meeting);
            case Coming.Met(var time, var meeting) -> Optional.of(meeting);
        };
    }

    @Override
    Page page() {
        shown = booked.opened(key);
        beside = Optional.empty();
        return switch (shown) {
            case Coming.Nothing() -> nothing();
            case Coming.Early(var time, var meeting, var opens) -> early(time, opens);
            case Coming.Open(var time, var meeting) -> open(time);
            case Coming.Waits(var time, var meeting, var late) -> waits(time, meeting, late);
            case Coming.Meets(var time, var meeting) -> away ? left() : meets(time, meeting);
            case Coming.Met(var time, var meeting) -> met(meeting);
        };
    }

    private Page nothing() {
        return new CalmPage("video", say("join.none.title"), say("join.none.lead"))
                .actions(ActionButton.primary(say("join.none.booking"), () -> Visits.go(here().to("my")))
                        .withPictogram("calendar"));
    }

    private Page early(Appointment time, Instant opens) {
        return new Page(say("join.early.title"))
                .lead(opensAt(opens, visits()))
                .with(
                        facts(time),
                        new Paragraph(say("join.early.lead")),
                        CheckVideoView.link(here(), here().to("join", key)));
    }

    private Page open(Appointment time) {
        return new Page(say("join.open.title"))
                .lead(say("join.open.lead"))
                .with(facts(time), CheckVideoView.link(here(), here().to("join", key)))
                .actions(ActionButton.primary(say("join.come"), this::come).withPictogram("video"));
    }

    /** What a person at the screen beside them may read too: not what it is about. */
    private Facts facts(Appointment time) {
        var lines = new Facts()
                .fact("clock", say("journey.fact.when"), facts.when(time, visits()))
                .fact("person", say("journey.fact.agent"), time.agentName());
        facts.interpreter(time, its(time).needs())
                .ifPresent(words -> lines.fact("interpreter", say("journey.fact.interpreter"), words));
        return lines;
    }

    private Case its(Appointment time) {
        return cases.get(time.organisation(), time.caseId().orElseThrow());
    }

    private void come() {
        booked.come(key, here().kiosk().map(Kiosk::point), here().theCustomer());
        show();
    }

    private Page waits(Appointment time, VideoMeeting meeting, boolean late) {
        tellLate(late);
        var starts = visits().when(facts.zone(time)).time(time.during().from());
        var page = new Page(say("join.waits.title"))
                .lead(late ? say("join.late.lead", starts) : say("join.waits.lead", time.agentName(), starts))
                .with(sorry, new Stage(meeting, Role.CUSTOMER, seat(meeting)));
        if (late) {
            page.actions(
                    ActionButton.secondary(say("journey.ways.call"), () -> callInstead(time))
                            .withPictogram("callback"),
                    ActionButton.secondary(say("join.late.time"), () -> anotherTime(time))
                            .withPictogram("time"));
        }
        return page.actions(
                ActionButton.quiet(say("join.waits.leave"), this::goForNow).withPictogram("leave"));
    }

    private void tellLate(boolean late) {
        sorry.removeAll();
        if (late) {
            sorry.add(Notice.warning(say("join.late")).announced());
        }
    }

    private void goForNow() {
        booked.goForNow(key);
        show();
    }

    /** The time is given up only now: until the press the agent may still come. */
    private void callInstead(Appointment time) {
        if (booked.giveUp(key, here().theCustomer())) {
            go("call", anew.toACall(its(time), here(), press()));
        } else {
            show();
        }
    }

    private void anotherTime(Appointment time) {
        go("times", anew.insteadOf(time, its(time), here(), press()));
    }

    private Page meets(Appointment time, VideoMeeting meeting) {
        var besides = new BesideYou(guests, meeting, here().theCustomer());
        beside = Optional.of(besides);
        var stage =
                new Stage(meeting, Role.CUSTOMER, seat(meeting)).keeping(words -> videos.keep(meeting, words, here()));
        return new Page(say("journey.video.live"))
                .lead(say("journey.video.answered", meeting.agentName().orElse("")))
                .with(
                        besides.atDoor(),
                        new LookTogether(together, meeting, here().theCustomer(), live),
                        stage,
                        besides.others())
                .actions(
                        ActionButton.secondary(
                                        say("journey.video.phone"),
                                        () -> go("call", anew.toACall(its(time), here(), press())))
                                .withPictogram("callback"),
                        ActionButton.secondary(say("journey.video.go"), () -> away(true))
                                .withPictogram("leave"));
    }

    private void away(boolean gone) {
        away = gone;
        show();
    }

    private Page left() {
        return new Page(say("journey.video.gone"))
                .lead(say("journey.video.gone.lead"))
                .actions(
                        ActionButton.primary(say("journey.video.back"), () -> away(false))
                                .withPictogram("video"),
                        ActionButton.secondary(say("journey.finish"), this::finish)
                                .withPictogram("done"));
    }

    private Page met(VideoMeeting meeting) {
        return new Page(say("journey.video.met", meeting.agentName().orElse("")))
                .lead(say("journey.video.over"))
                .actions(ActionButton.primary(say("journey.finish"), this::finish)
                        .withPictogram("done"));
    }

    /** One key for this window, as long as it is open: the pictures go on. */
    private String seat(VideoMeeting meeting) {
        if (seat.isEmpty()) {
            seat = Optional.of(line.customersKey(meeting));
        }
        return seat.get();
    }

    /** A page is made anew only when it is another one: nobody's finger is on a button that moves. */
    private void refresh() {
        if (!step(booked.opened(key)).equals(step(shown))) {
            show();
        } else {
            beside.ifPresent(BesideYou::refresh);
        }
    }

    private static String step(Coming coming) {
        return coming.getClass().getSimpleName()
                + (coming instanceof Coming.Waits(var time, var its, var late) && late);
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().start());
    }
}
