package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.journeys.Question;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.LanguageName;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.TimeChoices;
import fi.tiski.surface.kit.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Choosing a time: the first free ones, and then day by day. The chosen one is kept while the rest is asked. */
@Route(value = "times/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class TimesView extends JourneyView {

    private static final int FIRST = 3;

    private final WantedMeeting meetings;
    private final AppointmentsService appointments;
    private Optional<LocalDate> day = Optional.empty();
    private Optional<List<Span>> instead = Optional.empty();

    TimesView(Visits visits, WantedMeeting meetings, AppointmentsService appointments) {
        super(visits);
        this.meetings = meetings;
        this.appointments = appointments;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        day = Optional.empty();
        var wanted = meetings.of(journey());
        if (meetings.topicHasEnded(journey()) && answer(Question.MOVES).isEmpty()) {
            entering.forwardTo(here().to("topic", journey().token()));
        }
        instead = wanted.flatMap(this::afterTheLost);
        return wanted.isPresent();
    }

    /** What comes after a time that was kept for them and has gone; empty where nothing was lost. */
    private Optional<List<Span>> afterTheLost(Wanted wanted) {
        return answer(Question.STARTS)
                .map(Instant::parse)
                .filter(lost -> Holds.id(journey()).isPresent()
                        && appointments
                                .find(wanted.organisation(), Holds.id(journey()).orElseThrow())
                                .isEmpty())
                .map(lost -> appointments.nextFree(wanted, lost));
    }

    @Override
    Page page() {
        var wanted = meetings.of(journey()).orElseThrow();
        if (instead.isPresent()) {
            return justTaken(wanted, instead.get());
        }
        return day.map(chosen -> oneDay(wanted, chosen)).orElseGet(() -> firstFree(wanted));
    }

    private Page firstFree(Wanted wanted) {
        var first = appointments.firstFree(wanted, FIRST);
        var page = new Page(say("journey.times.title"));
        if (first.isEmpty()) {
            return page.lead(none(wanted)).actions(callInstead());
        }
        page.lead(lead(wanted));
        if (isWithoutInterpreter(wanted)) {
            page.with(Notice.info(say("journey.interpreter.arranged")));
        }
        return page.with(choices(wanted, first))
                .with(ActionButton.secondary(
                                say("journey.times.day-by-day"), () -> show(dayOf(wanted, first.getFirst())))
                        .withPictogram("calendar"));
    }

    private static String lead(Wanted wanted) {
        var minutes = wanted.length().toMinutes();
        return wanted.interpreter()
                .map(beside ->
                        say("journey.times.lead.interpreter", minutes, LanguageName.in(language(), beside.tag())))
                .orElseGet(() -> say("journey.times.lead", minutes));
    }

    private static String none(Wanted wanted) {
        return wanted.interpreter()
                .map(beside -> say("journey.times.none.interpreter", LanguageName.in(language(), beside.tag())))
                .orElseGet(() -> say("journey.times.none"));
    }

    /** They asked for an interpreter, and nobody whom we could book interprets their language. */
    private static boolean isWithoutInterpreter(Wanted wanted) {
        return wanted.needs().all().contains(Need.INTERPRETER)
                && wanted.interpreter().isEmpty();
    }

    private ActionButton callInstead() {
        return ActionButton.primary(say("journey.ways.call"), () -> go("call")).withPictogram("callback");
    }

    private Page justTaken(Wanted wanted, List<Span> next) {
        var page = new Page(say("journey.times.taken.title"))
                .lead(next.isEmpty() ? none(wanted) : say("journey.times.taken.lead"));
        return next.isEmpty()
                ? page.actions(callInstead())
                : page.with(choices(wanted, next))
                        .with(ActionButton.secondary(
                                        say("journey.times.day-by-day"), () -> show(dayOf(wanted, next.getFirst())))
                                .withPictogram("calendar"));
    }

    private Page oneDay(Wanted wanted, LocalDate chosen) {
        var when = visits().when(wanted.zone());
        var free = appointments.freeWithin(
                wanted,
                new Span(
                        chosen.atStartOfDay(wanted.zone()).toInstant(),
                        chosen.plusDays(1).atStartOfDay(wanted.zone()).toInstant()));
        var today = LocalDate.ofInstant(when.now(), wanted.zone());
        var steps = TimeChoices.steps(
                chosen.isAfter(today) ? () -> show(chosen.minusDays(1)) : null, () -> show(chosen.plusDays(1)));
        Component times = free.isEmpty()
                ? Notice.info(say("journey.times.day.none", When.capital(when.day(chosen))))
                : choices(wanted, free);
        return new Page(say("journey.times.title")).with(times, steps);
    }

    private void show(LocalDate chosen) {
        day = Optional.of(chosen);
        instead = Optional.empty();
        show();
    }

    private TimeChoices<Instant> choices(Wanted wanted, List<Span> free) {
        var when = visits().when(wanted.zone());
        var byDay = new LinkedHashMap<String, List<TimeChoices.Time<Instant>>>();
        for (var span : free) {
            byDay.computeIfAbsent(When.capital(when.day(span.from())), name -> new ArrayList<>())
                    .add(new TimeChoices.Time<>(span.from(), when.time(span.from())));
        }
        return new TimeChoices<>(
                byDay.entrySet().stream()
                        .map(entry -> new TimeChoices.Day<>(entry.getKey(), entry.getValue()))
                        .toList(),
                starts -> hold(wanted, starts));
    }

    private void hold(Wanted wanted, Instant starts) {
        var press = Visits.press(
                journey(),
                "time " + starts + wanted.length() + wanted.mode() + answer(Question.POINT) + answer(Question.TOPIC)
                        + answer(Question.NEEDS) + wanted.interpreter());
        switch (appointments.choose(wanted, starts, press, Holds.choosing(reread()))) {
            case Hold.Held(var held) -> {
                visits().answer(
                                journey(),
                                Map.of(
                                        Question.HOLD, held.id().value().toString(),
                                        Question.STARTS, held.during().from().toString()));
                if (held.state() != AppointmentState.HELD) {
                    // In another tab, or on another device, they have booked already.
                    go("done");
                } else {
                    go(journey().answer(Question.MOVES).isPresent() ? "check" : "who");
                }
            }
            case Hold.JustTaken(var next) -> {
                instead = Optional.of(next);
                show();
            }
        }
    }

    private static LocalDate dayOf(Wanted wanted, Span span) {
        return LocalDate.ofInstant(span.from(), wanted.zone());
    }

    @Override
    Optional<String> back() {
        return backTo(WantedMeeting.needs(journey()).all().contains(Need.INTERPRETER) ? "interpreter" : "needs");
    }
}
