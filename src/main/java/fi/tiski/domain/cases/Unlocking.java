package fi.tiski.domain.cases;

import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.limits.Counted;
import fi.tiski.platform.limits.Limits;
import fi.tiski.platform.limits.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a case to whoever knows its code and the proof that goes with it, and makes guessing slow. */
@Component
class Unlocking {

    /**
     * Four digits of a phone number are ten thousand: at forty tries a day it takes months to find them. Whoever is made to
     * wait by somebody else's tries still has the link, and the telephone.
     */
    private static final Patience WITH_A_CODE =
            new Patience(5, Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofHours(24));

    /** Many people open their cases at one kiosk, and old eyes misread codes. */
    private static final Patience FROM_A_PLACE =
            new Patience(30, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(2));

    private final Keys keys;
    private final Limits limits;
    private final InstantSource clock;

    Unlocking(Keys keys, Limits limits, InstantSource clock) {
        this.keys = keys;
        this.limits = limits;
        this.clock = clock;
    }

    Opening open(String written, String proof, Optional<Counted> place) {
        var code = Keys.code(written);
        var byCode = new Counted("my-code", code);
        var counted = new HashMap<>(Map.of(byCode, WITH_A_CODE));
        place.ifPresent(from -> counted.put(from, FROM_A_PLACE));
        if (limits.tryOnce(counted) instanceof Asking.NotBefore(var from)) {
            return new Opening.Later(from);
        }
        var opened = keys.byCode(code, proof, clock.instant());
        if (opened.isEmpty()) {
            return new Opening.NoMatch();
        }
        limits.forget(List.of(byCode));
        place.ifPresent(limits::takeBack);
        return new Opening.Opened(opened.get());
    }
}
