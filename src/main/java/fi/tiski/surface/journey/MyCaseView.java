package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseFile;
import fi.tiski.domain.cases.CaseKey;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.meetings.BookedMeetingsService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketId;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.surface.doors.Allowances;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Code;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.When;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customer's own page: the time, the place, and the case in plain words; change or cancel. Opened by a link that
 * nobody can guess, and by nothing else. Follows the case while it is open.
 */
@Route(value = "my/:key", layout = HomeFrame.class)
@AnonymousAllowed
class MyCaseView extends JourneyView {

    private final CasesService cases;
    private final AppointmentsService appointments;
    private final CallBacksService callBacks;
    private final QueueService queue;
    private final MeetingFacts facts;
    private final CalendarFile calendar;
    private final CaseLinks links;
    private final PlainCase plain;
    private final ANewTime anew;
    private final BookedMeetingsService video;
    private final HandedOver handedOver;
    private final PointsService points;
    private final Allowances allowances;
    private final Follow follow;
    private String key = "";
    private Optional<Appointment> cancelling = Optional.empty();
    private final HandoverLine handover = new HandoverLine();
    private final Div record = new Div();
    private @Nullable CaseFile shown;
    private @Nullable Stage stage;
    private @Nullable ShownNumber number;

    MyCaseView(
            Visits visits,
            CasesService cases,
            AppointmentsService appointments,
            CallBacksService callBacks,
            QueueService queue,
            MeetingFacts facts,
            CalendarFile calendar,
            CaseLinks links,
            PlainCase plain,
            ANewTime anew,
            BookedMeetingsService video,
            HandedOver handedOver,
            PointsService points,
            Allowances allowances,
            Live live) {
        super(visits);
        this.cases = cases;
        this.appointments = appointments;
        this.callBacks = callBacks;
        this.queue = queue;
        this.facts = facts;
        this.calendar = calendar;
        this.links = links;
        this.plain = plain;
        this.anew = anew;
        this.video = video;
        this.handedOver = handedOver;
        this.points = points;
        record.addClassName("record");
        this.allowances = allowances;
        this.follow = Follow.with(this, live, this::refresh);
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        key = entering.getRouteParameters().get("key").orElse("");
        cancelling = Optional.empty();
        if (allowances.link(key) instanceof Asking.NotBefore) {
            key = "";
            entering.forwardTo(here().to("busy"));
            return true;
        }
        cases.openedBy(key).ifPresent(its -> {
            entering.getUI().setLocale(its.language().locale());
            follow.keys(follows(its));
        });
        return true;
    }

    private Set<LiveKey> follows(Case its) {
        var all = new HashSet<LiveKey>();
        all.add(its.liveKey());
        number(its).ifPresent(ticket -> all.add(QueueService.liveKey(ticket.point())));
        return all;
    }

    /** What there is to do something about; only when this changes is the page made anew. */
    private record Stage(Optional<Turn> turn, Optional<Appointment> meeting, Optional<CallBack> call) {}

    private record Turn(TicketId number, TicketState state, Optional<String> counter) {}

    private Stage stage(Case its) {
        return new Stage(
                number(its).map(ticket -> new Turn(ticket.id(), ticket.state(), ticket.counterLabel())),
                meeting(its),
                call(its));
    }

    private Optional<Ticket> number(Case its) {
        return queue.ofCase(its.organisation(), its.id())
                .filter(ticket -> ticket.state().live());
    }

    private Optional<Appointment> meeting(Case its) {
        return appointments.ofCase(its.organisation(), its.id()).stream()
                .filter(meeting -> meeting.state().ahead() || meeting.state() == AppointmentState.SERVING)
                .findFirst();
    }

    private Optional<CallBack> call(Case its) {
        return callBacks.ofCase(its.organisation(), its.id()).filter(asked -> asked.state() == CallBackState.WAITING);
    }

    /** Under the eyes and the finger of whoever waits nothing is made anew that they may be about to press. */
    private void refresh() {
        var was = shown;
        if (was == null || cancelling.isPresent()) {
            return;
        }
        var its = was.now();
        if (!stage(its).equals(stage)) {
            follow.keys(follows(its));
            show();
            return;
        }
        if (number != null) {
            number.show(queue.place(its.organisation(), number.place().ticket().id()));
        }
        var file = cases.file(its.organisation(), its.id());
        if (!file.equals(was)) {
            shown = file;
            plain.fill(record, file, visits().when());
        }
        handover.show(handedOver.of(its.organisation(), its.id()));
    }

    @Override
    Page page() {
        return cases.openedBy(key)
                .map(its -> cancelling.map(meeting -> askOnceMore(its, meeting)).orElseGet(() -> theCase(its)))
                .orElseGet(this::opensNothing);
    }

    private Page opensNothing() {
        return new CalmPage("info", say("journey.my.none.title"), say("journey.my.none.lead"))
                .actions(ActionButton.primary(say("journey.my.none.code"), () -> Visits.go(here().to("my"))));
    }

    private Page theCase(Case its) {
        shown = cases.file(its.organisation(), its.id());
        stage = stage(its);
        number = null;
        var page = new Page(say("journey.my.case.title"));
        number(its).ifPresent(ticket -> number(page, its, ticket));
        stage.meeting().ifPresent(meeting -> meeting(page, its, meeting));
        stage.call().ifPresent(asked -> call(page, its, asked));
        handover.show(handedOver.of(its.organisation(), its.id()));
        plain.fill(record, shown, visits().when());
        page.with(new H2(say("journey.my.case.code")), new Code(its.code()), handover, record);
        if (here().atKiosk()) {
            page.actions(
                    ActionButton.secondary(say("journey.finish"), this::finish).withPictogram("done"));
        }
        return page;
    }

    private void number(Page page, Case its, Ticket ticket) {
        var point = points.point(ticket.organisation(), ticket.point()).orElseThrow();
        var now = new ShownNumber(queue.place(ticket.organisation(), ticket.id()), point, visits(), here());
        number = now;
        now.on(page)
                .with(ActionButton.secondary(say("journey.my.number"), () -> toNumber(its))
                        .withPictogram("start"));
    }

    /** To the page of the number, where they can leave the queue, be let ahead, or have a slip. */
    private void toNumber(Case its) {
        var begun = visits().begin(here(), press());
        visits().journeys().attach(begun.token(), its.id());
        visits().answer(begun, Question.WAY, "here");
        go("number", begun);
    }

    private void meeting(Page page, Case its, Appointment meeting) {
        page.with(facts.of(meeting, its.needs(), visits()));
        facts.bring(meeting).ifPresent(bring -> page.with(new Paragraph(say("journey.done.bring", bring))));
        var byVideo = Optional.of(meeting)
                .filter(one -> one.mode() == MeetingMode.VIDEO)
                .map(one -> video.link(one, new CaseKey(key, "")));
        byVideo.ifPresent(token -> {
            page.with(new Paragraph(JoinView.opensAt(video.hours().opens(meeting), visits())));
            page.actions(JoinView.link(here(), token));
        });
        if (!meeting.state().ahead()) {
            return;
        }
        if (!here().atKiosk()) {
            page.with(calendar.link(
                    meeting, facts, byVideo.map(links::toMeeting).orElseGet(() -> links.to(new CaseKey(key, "")))));
            if (byVideo.isPresent()) {
                page.with(CheckVideoView.link(here(), here().to("my", key)));
            }
        }
        page.actions(
                ActionButton.secondary(say("journey.my.change"), () -> change(its, meeting))
                        .withPictogram("clock"),
                ActionButton.quiet(say("journey.my.cancel"), () -> ask(meeting)).withPictogram("close"));
    }

    private void call(Page page, Case its, CallBack asked) {
        var when = visits().when();
        page.with(new Facts()
                        .fact(
                                "callback",
                                say("journey.fact.when"),
                                say(
                                        "journey.done.call.promised",
                                        When.capital(when.day(asked.promised().from())),
                                        when.range(
                                                asked.promised().from(),
                                                asked.promised().until()))))
                .actions(ActionButton.quiet(say("journey.my.call.cancel"), () -> {
                            callBacks.cancel(its.organisation(), asked.id(), here().theCustomer());
                            show();
                        })
                        .withPictogram("close"));
    }

    private void ask(Appointment meeting) {
        cancelling = Optional.of(meeting);
        show();
    }

    private Page askOnceMore(Case its, Appointment meeting) {
        return new Page(say("journey.my.cancel.title"))
                .with(facts.of(meeting, its.needs(), visits()))
                .actions(
                        ActionButton.primary(say("journey.my.cancel.keep"), () -> {
                            cancelling = Optional.empty();
                            show();
                        }),
                        ActionButton.secondary(say("journey.my.cancel.yes"), () -> {
                                    appointments.cancel(its.organisation(), meeting.id(), here().theCustomer());
                                    cancelling = Optional.empty();
                                    show();
                                })
                                .withPictogram("close"));
    }

    /** A new time for the same case: everything told stays told. */
    private void change(Case its, Appointment meeting) {
        go("times", anew.insteadOf(meeting, its, here(), press()));
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().start());
    }
}
