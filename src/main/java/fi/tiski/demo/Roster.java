package fi.tiski.demo;

import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.Interpreter;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.Shift;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Keeps everybody's shifts planned three weeks ahead, however long nobody has looked. */
@Component
@Profile("demo")
class Roster {

    static final int DAYS_AHEAD = 21;

    /** Whoever has just founded the demo and signs in is not met by an agent's lunch. */
    static final Duration FIRST_LOOK = Duration.ofHours(2);

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    /** A Monday to count weeks from. */
    private static final LocalDate FIRST_WEEK = LocalDate.of(2024, 1, 1);

    private final PeopleService people;
    private final PointsService points;
    private final StaffingService staffing;
    private final InterpretersService interpreters;

    Roster(PeopleService people, PointsService points, StaffingService staffing, InterpretersService interpreters) {
        this.people = people;
        this.points = points;
        this.staffing = staffing;
        this.interpreters = interpreters;
    }

    /** Adds the shifts that are missing from {@code now} on; what is planned already stays as it is. */
    void topUp(OrganisationId organisation, Lampila lampila, Instant now) {
        var agents = people.agents(organisation).stream().collect(Collectors.toMap(Agent::signIn, Function.identity()));
        var places =
                points.points(organisation).stream().collect(Collectors.toMap(ServicePoint::slug, ServicePoint::id));
        var today = LocalDate.ofInstant(now, ZONE);
        // From yesterday: the night turn that is on now began then.
        var days =
                today.minusDays(1).datesUntil(today.plusDays(DAYS_AHEAD + 1L)).toList();
        var planned = staffing.shifts(organisation, Span.of(now.minus(Duration.ofDays(2)), Duration.ofDays(30)));
        for (var person : lampila.agents()) {
            var agent = Optional.ofNullable(agents.get(person.signIn()));
            agent.ifPresent(there -> days.stream()
                    .flatMap(day -> on(day, person, lampila.turns()).stream())
                    .filter(duty -> duty.during().until().isAfter(now))
                    .filter(duty -> planned.stream()
                            .noneMatch(shift -> shift.agent().equals(there.id())
                                    && shift.during().overlaps(duty.during())))
                    .forEach(duty -> {
                        staffing.addShift(
                                organisation,
                                new Shift(
                                        there.id(), duty.point().map(places::get), duty.during(), modes(duty.modes())));
                        duty.breaks().stream()
                                .filter(pause -> pause.from().isAfter(now.plus(FIRST_LOOK)))
                                .forEach(pause -> staffing.addBreak(organisation, there.id(), pause));
                    }));
        }
        lampila.interpreters()
                .forEach(one -> interpreters.interpreters(organisation).stream()
                        .filter(there -> there.name().equals(one.name()))
                        .forEach(there -> topUp(organisation, there, one, days, now)));
    }

    private void topUp(
            OrganisationId organisation,
            Interpreter there,
            Lampila.Interpreter one,
            List<LocalDate> days,
            Instant now) {
        var planned = interpreters.shifts(
                organisation, there.id(), Span.of(now.minus(Duration.ofDays(2)), Duration.ofDays(30)));
        for (var regular : one.week()) {
            days.stream()
                    .filter(day -> regular.days().contains(day.getDayOfWeek().getValue()))
                    .map(day -> span(day, regular.from(), regular.until()))
                    .filter(during -> during.until().isAfter(now))
                    .filter(during -> planned.stream().noneMatch(during::overlaps))
                    .forEach(during -> interpreters.addShift(organisation, there.id(), during));
        }
    }

    private static List<Duty> on(LocalDate day, Lampila.Person person, List<Lampila.Turn> turns) {
        var duties = new ArrayList<Duty>();
        for (var regular : person.week()) {
            if (regular.days().contains(day.getDayOfWeek().getValue())) {
                duties.add(
                        duty(day, regular.from(), regular.until(), regular.point(), regular.modes(), regular.breaks()));
            }
        }
        person.turn().ifPresent(place -> {
            var week = ChronoUnit.WEEKS.between(FIRST_WEEK, day);
            var turn = turns.get((int) Math.floorMod(place.place() - week, (long) turns.size()));
            duties.add(duty(day, turn.from(), turn.until(), place.point(), place.modes(), turn.breaks()));
        });
        return duties;
    }

    private static Duty duty(
            LocalDate day,
            String from,
            String until,
            Optional<String> point,
            Set<String> modes,
            List<Lampila.Pause> breaks) {
        var during = span(day, from, until);
        var pauses = breaks.stream()
                .map(pause -> span(
                        Lampila.time(pause.from()).isBefore(Lampila.time(from)) ? day.plusDays(1) : day,
                        pause.from(),
                        pause.until()))
                .toList();
        return new Duty(during, point, modes, pauses);
    }

    private static Span span(LocalDate day, String from, String until) {
        var begins = Lampila.time(from);
        var ends = Lampila.time(until);
        return new Span(at(day, begins), at(begins.isBefore(ends) ? day : day.plusDays(1), ends));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private static Set<ServingMode> modes(Set<String> tags) {
        return tags.stream().map(tag -> ServingMode.ofTag(tag).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }

    private record Duty(Span during, Optional<String> point, Set<String> modes, List<Span> breaks) {}
}
