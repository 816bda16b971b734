package fi.tiski.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public class TestClock implements InstantSource {

    public static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** A Monday morning in May, when every counter has just opened. */
    public static final Instant MONDAY_NINE = at("2026-05-11T09:00");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY_NINE);

    /** @param helsinki such as {@code 2026-05-11T09:00}, as the clock on a Finnish wall shows it */
    public static Instant at(String helsinki) {
        return LocalDateTime.parse(helsinki).atZone(HELSINKI).toInstant();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void set(String helsinki) {
        set(at(helsinki));
    }

    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
