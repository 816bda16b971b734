package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.staffing.Shift;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** An agent's day in words: shift, place, breaks and meetings. */
final class DaySheets {

    private static final Duration ALL_DAY = Duration.ofHours(23);

    private DaySheets() {}

    static MyDay.Sheet today(DeskReadings readings, Post post, When when) {
        var shifts = readings.shifts(post);
        return new MyDay.Sheet(
                shifts.stream().map(shift -> hours(shift, when)).collect(Collectors.joining(", ")),
                shifts.stream()
                        .map(shift -> place(shift, readings, post, when))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                breaks(readings, post, when),
                readings.day(post).stream()
                        .map(one -> DayLine.of(
                                one, one.topic().flatMap(topic -> readings.topic(post.organisation(), topic)), when))
                        .toList());
    }

    private static String hours(Shift shift, When when) {
        var during = shift.during();
        return during.length().compareTo(ALL_DAY) >= 0
                ? say("desk.day.all-day")
                : when.range(during.from(), during.until());
    }

    private static String place(Shift shift, DeskReadings readings, Post post, When when) {
        return shift.point()
                .flatMap(point -> readings.point(post.organisation(), point))
                .map(point -> point.name().in(when.language()))
                .orElseGet(() -> say("desk.day.remote"));
    }

    /** Those that are over are nobody's business any more. */
    private static List<String> breaks(DeskReadings readings, Post post, When when) {
        return readings.breaks(post).stream()
                .filter(span -> span.until().isAfter(when.now()))
                .map(span -> say("desk.day.break", when.range(span.from(), span.until())))
                .toList();
    }
}
