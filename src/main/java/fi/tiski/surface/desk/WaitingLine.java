package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoverState;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who waits, as one line of the list.
 *
 * @param kind in which way they wait, for the ear: the eye has the pictogram
 * @param mark what the eye looks for: a number, a name, a time
 * @param waited how long, or until when; says itself when it is late
 * @param late for the eye only: the words say it too
 * @param needs also that they go ahead of others; not why, for a screen at a counter is seen by others too
 */
record WaitingLine(
        CaseId its,
        String pictogram,
        String kind,
        String mark,
        String waited,
        boolean late,
        String about,
        List<Badge> needs) {

    /** From when on a wait is called long for who was told nothing: what most people are ready to stand. */
    private static final Duration LONG = Duration.ofMinutes(30);

    static WaitingLine of(Waiting waiting, AgentId me, When when) {
        return switch (waiting) {
            case Waiting.ByNumber(var ticket, var its, var topic, var told) -> number(ticket, its, topic, told, when);
            case Waiting.ByCall(var callBack, var its, var topic) -> call(callBack, its, topic, when);
            case Waiting.ByVideo(var meeting, var its, var topic, var place) -> video(meeting, its, topic, place, when);
            case Waiting.ByHandover(var handover, var its, var topic) -> handover(handover, its, topic, when);
            case Waiting.ByTime(var appointment, var its, var topic, var gone) ->
                time(appointment, its, topic, gone, me, when);
        };
    }

    private static WaitingLine number(
            Ticket ticket, Case its, Optional<Topic> topic, Optional<Duration> told, When when) {
        var waited = Duration.between(ticket.takenAt(), when.now());
        var isLong = waited.compareTo(told.orElse(LONG)) > 0;
        return line(
                its,
                ticket.letAhead().map(reason -> new Badge("forward", say(when, "desk.ahead.badge"))),
                "here",
                say(when, "desk.kind.number"),
                Integer.toString(ticket.number()),
                say(when, isLong ? "desk.waited.long" : "desk.waited", minutes(waited)),
                isLong,
                about(topic, when),
                when);
    }

    private static WaitingLine call(CallBack callBack, Case its, Optional<Topic> topic, When when) {
        var promised = callBack.promised();
        var isLate = when.now().isAfter(promised.until());
        var today = when.day(promised.from()).equals(when.day(when.now()));
        var range = when.range(promised.from(), promised.until());
        return line(
                its,
                Optional.empty(),
                "callback",
                say(when, "desk.kind.call"),
                its.customer()
                        .name()
                        .or(() -> its.customer().phone().map(number -> number.shown()))
                        .orElseGet(its::code),
                isLate
                        ? say(when, "desk.call.late", when.time(promised.until()))
                        : today ? range : say(when, "desk.call.other-day", when.day(promised.from()), range),
                isLate,
                callBack.tries() == 0
                        ? about(topic, when)
                        : say(when, "desk.call.tried", about(topic, when), callBack.tries()),
                when);
    }

    private static WaitingLine video(
            VideoMeeting meeting, Case its, Optional<Topic> topic, Optional<String> place, When when) {
        var waited = Duration.between(meeting.askedAt(), when.now());
        var isLong = waited.compareTo(meeting.told().orElse(LONG)) > 0;
        return line(
                its,
                Optional.empty(),
                "video",
                say(when, "desk.kind.video"),
                its.customer().name().orElseGet(its::code),
                say(when, isLong ? "desk.waited.long" : "desk.waited", minutes(waited)),
                isLong,
                place.map(there -> say(when, "desk.video.at-kiosk", about(topic, when), there))
                        .orElseGet(() -> say(when, "desk.video.at-home", about(topic, when))),
                when);
    }

    private static WaitingLine handover(Handover handover, Case its, Optional<Topic> topic, When when) {
        var isBack = handover.state() == HandoverState.RETURNED;
        return line(
                its,
                Optional.empty(),
                isBack ? "back" : "forward",
                say(when, "desk.kind.handover"),
                its.customer().name().orElseGet(its::code),
                isBack ? say(when, "desk.handover.back") : say(when, "desk.handover.from", handover.fromName()),
                false,
                about(topic, when),
                when);
    }

    private static WaitingLine time(
            Appointment appointment, Case its, Optional<Topic> topic, boolean gone, AgentId me, When when) {
        var starts = appointment.during().from();
        var arrived = appointment.state() == AppointmentState.ARRIVED && !gone;
        var started = !when.now().isBefore(starts);
        var isLate = arrived && started && minutesSince(appointment, when) > 0;
        var waited = arrived
                ? (isLate
                        ? say(when, "desk.time.here-late", minutesSince(appointment, when))
                        : say(when, "desk.time.here"))
                : started
                        ? say(when, "desk.time.not-here", minutesSince(appointment, when))
                        : say(
                                when,
                                "desk.time.ahead",
                                1 + minutes(Duration.between(when.now(), starts).minusNanos(1)));
        return line(
                its,
                Optional.empty(),
                pictogram(appointment.mode()),
                say(when, "desk.kind." + appointment.mode().tag()),
                when.time(starts),
                waited,
                isLate,
                appointment.agent().equals(me)
                        ? about(topic, when)
                        : say(when, "desk.time.of", about(topic, when), appointment.agentName()),
                when);
    }

    private static WaitingLine line(
            Case its,
            Optional<Badge> first,
            String pictogram,
            String kind,
            String mark,
            String waited,
            boolean late,
            String about,
            When when) {
        var badges = Stream.concat(first.stream(), Badge.of(its.needs(), when.language()).stream())
                .toList();
        return new WaitingLine(its.id(), pictogram, kind, mark, waited, late, about, badges);
    }

    static String pictogram(MeetingMode mode) {
        return switch (mode) {
            case IN_PERSON -> "time";
            case VIDEO -> "video";
            case PHONE -> "phone";
        };
    }

    private static String about(Optional<Topic> topic, When when) {
        return topic.map(its -> its.name().in(when.language())).orElseGet(() -> say(when, "desk.topic.untold"));
    }

    private static long minutesSince(Appointment appointment, When when) {
        return minutes(Duration.between(appointment.during().from(), when.now()));
    }

    private static long minutes(Duration duration) {
        return Math.max(0, duration.toMinutes());
    }

    private static String say(When when, String key, Object... arguments) {
        return Texts.say(when.language(), key, arguments);
    }
}
