package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.Booking;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.Select;
import fi.tiski.surface.kit.TimeChoices;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.kit.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A time with a person: how, where, and one of the first that are free. A time that is chosen is kept until booked. */
final class BookTime extends Section implements Panel {

    private final OpenCase open;
    private final Post post;
    private final DeskBookings bookings;
    private final InstantSource clock;
    private final Consumer<String> booked;
    private final Options<MeetingMode> mode;
    private final Select<ServicePoint> point;
    private final Div times = new Div();
    private final Notice notice = Notice.info("").announced();
    private final ActionButton act = ActionButton.primary(say("desk.book.act"), this::book);
    private @Nullable Appointment held;

    BookTime(
            OpenCase open,
            Post post,
            List<ServicePoint> points,
            DeskBookings bookings,
            InstantSource clock,
            Consumer<String> booked,
            Runnable close) {
        this.open = open;
        this.post = post;
        this.bookings = bookings;
        this.clock = clock;
        this.booked = booked;
        addClassName("panel");
        var modes = modes(open);
        mode = Options.one("book-mode", say("desk.book.mode"), modes)
                .choose(modes.getFirst().value());
        mode.addClassName("compact");
        mode.onChange(chosen -> free());
        point = new Select<>("book-point", say("desk.book.point"), say("desk.book.point.none"), points(points));
        post.point().or(() -> points.stream().findFirst()).ifPresent(point::choose);
        point.onChange(chosen -> free());
        times.addClassName("days");
        notice.setVisible(false);
        act.setVisible(false);
        var acts = new Div(act, ActionButton.quiet(say("desk.form.cancel"), close));
        acts.addClassName("actions");
        add(new H2(say("desk.act.book-time")), mode, point, times, notice, acts);
        free();
    }

    private static List<Option<MeetingMode>> modes(OpenCase open) {
        var offered = Arrays.stream(MeetingMode.values())
                .filter(one -> open.topic()
                        .map(topic -> topic.duration(one).isPresent())
                        .orElse(true))
                .toList();
        return (offered.isEmpty() ? List.of(MeetingMode.values()) : offered)
                .stream()
                        .map(one -> new Option<>(one, say("desk.day.mode." + one.tag()))
                                .withPictogram(WaitingLine.pictogram(one)))
                        .toList();
    }

    private static List<Option<ServicePoint>> points(List<ServicePoint> points) {
        var language = Words.language();
        return points.stream()
                .map(one -> new Option<>(one, one.name().in(language)))
                .toList();
    }

    private Optional<Wanted> wanted() {
        var how = mode.value().orElse(MeetingMode.PHONE);
        return how != MeetingMode.IN_PERSON
                ? Optional.of(bookings.wanted(open, how, Optional.empty(), post))
                : point.value().map(where -> bookings.wanted(open, how, Optional.of(where), post));
    }

    private void free() {
        letGo();
        point.setVisible(mode.value().equals(Optional.of(MeetingMode.IN_PERSON)));
        told(Optional.empty());
        show(wanted().map(bookings::free).orElse(List.of()));
        if (wanted().isPresent() && times.getComponentCount() == 0) {
            told(Optional.of(say(
                    wanted().flatMap(Wanted::interpreter).isPresent()
                            ? "desk.book.none.interpreter"
                            : "desk.book.none")));
        }
    }

    private void show(List<Span> free) {
        times.removeAll();
        act.setVisible(false);
        if (!free.isEmpty()) {
            times.add(new TimeChoices<>(days(free), this::choose));
        }
    }

    private List<TimeChoices.Day<Instant>> days(List<Span> free) {
        var when = when();
        var byDay = new LinkedHashMap<String, List<TimeChoices.Time<Instant>>>();
        free.forEach(span -> byDay.computeIfAbsent(When.capital(when.day(span.from())), day -> new ArrayList<>())
                .add(new TimeChoices.Time<>(span.from(), when.time(span.from()))));
        return byDay.entrySet().stream()
                .map(day -> new TimeChoices.Day<>(day.getKey(), day.getValue()))
                .toList();
    }

    private void choose(Instant starts) {
        var wanted = wanted();
        if (wanted.isEmpty()) {
            return;
        }
        var before = Optional.ofNullable(held);
        switch (bookings.hold(wanted.get(), starts, before.map(Appointment::id))) {
            case Hold.Held(var kept) -> {
                held = kept;
                offer(kept);
                told(kept.heldUntil()
                        .map(until -> say(
                                isWithoutInterpreter(kept) ? "desk.book.held.no-interpreter" : "desk.book.held",
                                when().time(until))));
            }
            case Hold.JustTaken(var instead) -> {
                show(instead);
                told(Optional.of(say(instead.isEmpty() ? "desk.book.taken.none" : "desk.book.taken")));
                // What was kept before still is, and can be booked.
                before.ifPresent(kept -> {
                    offer(kept);
                    told(Optional.of(say(
                            "desk.book.taken.kept",
                            when().dayAndTime(kept.during().from()))));
                });
            }
        }
    }

    private void offer(Appointment kept) {
        var time = when().dayAndTime(kept.during().from());
        act.words(kept.interpreter()
                .map(beside -> say("desk.book.act.interpreter", time, kept.agentName(), beside.name()))
                .orElseGet(() -> say("desk.book.act.time", time, kept.agentName())));
        act.setVisible(true);
        act.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    /** The customer asked for an interpreter, and nobody whom we could book interprets their language. */
    private boolean isWithoutInterpreter(Appointment kept) {
        return open.its().needs().all().contains(Need.INTERPRETER)
                && kept.interpreter().isEmpty();
    }

    private void book() {
        var kept = held;
        if (kept == null) {
            return;
        }
        switch (bookings.book(kept, open.its(), new By.AnAgent(post.me()))) {
            case Booking.Booked(var appointment) -> {
                held = null;
                booked.accept(say(
                        "desk.said.booked",
                        when().dayAndTime(appointment.during().from())));
            }
            case Booking.HoldLapsed() -> {
                held = null;
                free();
                told(Optional.of(say("desk.book.lapsed")));
            }
        }
    }

    /** Nobody else has to wait for a time that is not wanted any more. */
    private void letGo() {
        if (held != null) {
            AppointmentId id = held.id();
            bookings.release(post.organisation(), id);
            held = null;
        }
    }

    private void told(Optional<String> words) {
        notice.setVisible(words.isPresent());
        words.ifPresent(notice::words);
    }

    private When when() {
        return new When(Words.language(), post.zone(), clock.instant());
    }

    /** However the panel goes away: with a press, with another case, or with the window. */
    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        letGo();
    }

    @Override
    public void takeFocus() {
        mode.takeFocus();
    }
}
