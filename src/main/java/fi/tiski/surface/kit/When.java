package fi.tiski.surface.kit;

import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as people say them, in a place's own zone: "today at 9:15", "Monday 23 November at 9:15".
 *
 * @param language which words and which order
 * @param zone whose clock and calendar
 * @param now what "today" is counted from
 */
public record When(Language language, ZoneId zone, Instant now) {

    /** A time of day: "9.15"; in the hour that comes twice when summer time ends, which of the two. */
    public String time(Instant at) {
        var time = format("when.pattern.time", at);
        var rules = zone.getRules();
        var comesTwice =
                rules.getValidOffsets(LocalDateTime.ofInstant(at, zone)).size() > 1;
        return comesTwice
                ? Texts.say(language, rules.isDaylightSavings(at) ? "when.summer-time" : "when.winter-time", time)
                : time;
    }

    /** "9.15–10.00". */
    public String range(Instant from, Instant until) {
        return time(from) + "–" + time(until);
    }

    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** "today", "tomorrow", "on Monday 23 November", with the year when it is another one. */
    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    public String day(LocalDate day) {
        var today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return Texts.say(language, "when.today");
        }
        if (day.equals(today.plusDays(1))) {
            return Texts.say(language, "when.tomorrow");
        }
        return date(day);
    }

    /** "Monday 23 November", with the year when it is another one: for paper, which does not know when it is read. */
    public String date(LocalDate day) {
        var pattern = day.getYear() == LocalDate.ofInstant(now, zone).getYear()
                ? "when.pattern.day"
                : "when.pattern.day-and-year";
        return DateTimeFormatter.ofPattern(Texts.say(language, pattern), language.locale())
                .format(day);
    }

    /** "Monday 23 November at 9:15", never "today". */
    public String dateAndTime(Instant at) {
        return Texts.say(language, "when.day-and-time", date(LocalDate.ofInstant(at, zone)), time(at));
    }

    /** "today at 9:15". */
    public String dayAndTime(Instant at) {
        return Texts.say(language, "when.day-and-time", day(at), time(at));
    }

    /** The first letter large: for a heading or the beginning of a line. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The first letter small: for what goes on in the middle of a line. */
    public static String small(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(Texts.say(language, pattern), language.locale())
                .withZone(zone)
                .format(at);
    }
}
