package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.cases.Case;
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
import fi.tiski.domain.queue.TicketState;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Code;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.PrintOutcome;
import fi.tiski.surface.kit.Slip;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.slips.ReceiptPrinter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Done: what happens next, the code, the slip, the calendar file. */
@Route(value = "done/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class DoneView extends JourneyView {

    private final CasesService cases;
    private final Holds holds;
    private final Numbers numbers;
    private final CallBacksService callBacks;
    private final PointsService points;
    private final MeetingFacts facts;
    private final CalendarFile calendar;
    private final CaseLinks links;
    private final QueueService queue;
    private final ReceiptPrinter printer;
    private final BookedMeetingsService video;

    DoneView(
            Visits visits,
            CasesService cases,
            Holds holds,
            Numbers numbers,
            CallBacksService callBacks,
            PointsService points,
            MeetingFacts facts,
            CalendarFile calendar,
            CaseLinks links,
            QueueService queue,
            ReceiptPrinter printer,
            BookedMeetingsService video) {
        super(visits);
        this.cases = cases;
        this.holds = holds;
        this.numbers = numbers;
        this.callBacks = callBacks;
        this.points = points;
        this.facts = facts;
        this.calendar = calendar;
        this.links = links;
        this.queue = queue;
        this.printer = printer;
        this.video = video;
    }

    /** What the customer was given, and can take along. */
    private sealed interface Given {

        /** Whether something still comes of it. */
        boolean held();

        /** From when on it is the customer's turn. */
        Instant due();

        record ANumber(Ticket ticket) implements Given {

            @Override
            public boolean held() {
                return ticket.state().live();
            }

            @Override
            public Instant due() {
                return ticket.takenAt();
            }
        }

        record ACall(CallBack asked) implements Given {

            @Override
            public boolean held() {
                return asked.state() == CallBackState.WAITING || asked.state() == CallBackState.CALLING;
            }

            @Override
            public Instant due() {
                return asked.promised().from();
            }
        }

        record AMeeting(Appointment booked) implements Given {

            @Override
            public boolean held() {
                return booked.state().ahead();
            }

            @Override
            public Instant due() {
                return booked.during().from();
            }
        }
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        return given().isPresent();
    }

    /** By the way that was asked for last; by an earlier one when nothing has come of that yet. */
    private Optional<Given> given() {
        if (journey().caseId().isEmpty()) {
            return Optional.empty();
        }
        var number = aNumber();
        var call = aCall();
        var meeting = aMeeting();
        return switch (answer(Question.WAY).orElse("")) {
            case "here" -> number.or(() -> meeting).or(() -> call);
            case "call" -> call.or(() -> meeting).or(() -> number);
            default -> meeting.or(() -> number).or(() -> call);
        };
    }

    private Optional<Given> aNumber() {
        return numbers.latest(journey()).map(Given.ANumber::new);
    }

    private Optional<Given> aCall() {
        return journey()
                .caseId()
                .flatMap(its -> callBacks.ofCase(journey().organisation(), its))
                .map(Given.ACall::new);
    }

    private Optional<Given> aMeeting() {
        return holds.of(journey()).filter(one -> one.heldUntil().isEmpty()).map(Given.AMeeting::new);
    }

    @Override
    Page page() {
        var its = cases.get(journey().organisation(), journey().caseId().orElseThrow());
        var key = visits().journeys().keyOf(journey());
        return switch (given().orElseThrow()) {
            case Given.ANumber ignored -> number(its, key);
            case Given.ACall(var asked) -> call(asked, its, key);
            case Given.AMeeting(var booked) -> meeting(booked, its, key);
        };
    }

    private Page number(Case its, CaseKey key) {
        return finish(new Page(say("journey.slip.title")).lead(say("journey.slip.lead")), its, key);
    }

    private Page call(CallBack asked, Case its, CaseKey key) {
        var lines = new Facts().fact("clock", say("journey.fact.when"), promised(asked));
        its.customer().phone().ifPresent(phone -> lines.own("phone", say("journey.fact.phone"), phone.shown()));
        var page = new Page(say("journey.done.call.title")).lead(say("journey.next.call"));
        return finish(page.with(lines), its, key);
    }

    private String promised(CallBack asked) {
        var when = visits().when();
        return say(
                "journey.done.call.promised",
                When.capital(when.date(when.dayOf(asked.promised().from()))),
                when.range(asked.promised().from(), asked.promised().until()));
    }

    private Page meeting(Appointment booked, Case its, CaseKey key) {
        var page = new Page(say("journey.done.meeting.title"))
                .lead(MeetingFacts.next(booked.mode()))
                .with(facts.of(booked, its.needs(), visits()));
        facts.bring(booked).ifPresent(bring -> page.with(Notice.info(say("journey.done.bring", bring))));
        var byVideo = Optional.of(booked)
                .filter(one -> one.mode() == MeetingMode.VIDEO)
                .map(one -> video.link(one, key));
        byVideo.ifPresent(
                token -> page.with(new Paragraph(JoinView.opensAt(video.hours().opens(booked), visits()))));
        if (!here().atKiosk()) {
            page.with(calendar.link(booked, facts, byVideo.map(links::toMeeting).orElseGet(() -> links.to(key))));
            byVideo.ifPresent(token -> page.with(
                    JoinView.link(here(), token),
                    CheckVideoView.link(here(), here().to("done", journey().token()))));
        }
        return finish(page, its, key);
    }

    private Page finish(Page page, Case its, CaseKey key) {
        page.with(
                new H2(say("journey.done.code")),
                new Code(its.code()),
                new Paragraph(
                        say("journey.done.code.use", visits().organisation().phone())));
        if (!isNumber()) {
            page.with(ActionButton.secondary(say("journey.number.tell"), () -> go("tell-topic"))
                    .withPictogram("note"));
        }
        var slip = slip(its);
        slip.line(say("journey.slip.code"))
                .secret(its.code())
                .line(say("journey.slip.secret"))
                .secret(key.secret())
                .link(links.to(key), say("journey.slip.qr"));
        if (here().atKiosk()) {
            printer.prepare(slip);
            page.with(new PrintOutcome(slip));
        }
        return page.with(slip)
                .actions(
                        ActionButton.print(say("journey.done.print")),
                        ActionButton.secondary(say("journey.finish"), this::finish)
                                .withPictogram("done"));
    }

    /** Everything that the customer holds, in the order in which it is due; without any, what the page tells of. */
    private Slip slip(Case its) {
        var slip = new Slip().line(visits().organisation().name().in(language()));
        var held = Stream.of(aNumber(), aCall(), aMeeting())
                .flatMap(Optional::stream)
                .filter(Given::held)
                .sorted(Comparator.comparing(Given::due))
                .toList();
        (held.isEmpty() ? List.of(given().orElseThrow()) : held).forEach(one -> write(one, its, slip));
        return slip;
    }

    private void write(Given given, Case its, Slip slip) {
        switch (given) {
            case Given.ANumber(var ticket) -> number(ticket, slip);
            case Given.ACall(var asked) -> slip.number(promised(asked));
            case Given.AMeeting(var booked) -> {
                slip.number(facts.when(booked, visits())).line(MeetingFacts.how(booked));
                facts.point(booked)
                        .ifPresent(
                                point -> slip.line(point.name().in(language())).line(point.address()));
                booked.roomLabel().ifPresent(room -> slip.line(say("journey.fact.room", room)));
                slip.line(say("journey.slip.with", booked.agentName()));
                if (booked.mode() == MeetingMode.VIDEO) {
                    slip.line(say("join.slip"));
                }
                facts.interpreter(booked, its.needs())
                        .ifPresent(words -> slip.line(say("journey.slip.interpreter", words)));
            }
        }
    }

    /** The wait says when it was told: paper does not change with the queue. */
    private void number(Ticket ticket, Slip slip) {
        var point = points.point(ticket.organisation(), ticket.point()).orElseThrow();
        slip.number(Integer.toString(ticket.number())).line(point.name().in(language()));
        if (ticket.state() == TicketState.WAITING) {
            queue.place(ticket.organisation(), ticket.id())
                    .expected()
                    .ifPresent(wait -> slip.line(say(
                            "journey.slip.wait",
                            visits().when(point.zone()).time(visits().now()),
                            Waiting.words(Optional.of(wait)))));
            slip.line(say("journey.slip.counter"));
        }
    }

    @Override
    Optional<String> back() {
        return isNumber() ? backTo("number") : Optional.empty();
    }

    private boolean isNumber() {
        return given().filter(Given.ANumber.class::isInstance).isPresent();
    }
}
