package fi.tiski.domain.devices;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.limits.Counted;
import fi.tiski.platform.limits.Limits;
import fi.tiski.platform.limits.Patience;
import fi.tiski.platform.limits.Rate;
import fi.tiski.platform.live.Live;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A machine shows a code, and a manager accepts it. Guessing codes is slow, and drawing many of them too. */
@Component
class Enrolment {

    /** A row of new kiosks behind one address shows a code each, and each draws another every ten minutes. */
    private static final Rate CODES = new Rate(30, Duration.ofSeconds(20));

    /** Somebody reads a code out on the telephone, and it is misheard. */
    private static final Patience WITH_CODES =
            new Patience(5, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(2));

    private final KioskDevices devices;
    private final Enrolments enrolments;
    private final Limits limits;
    private final Live live;
    private final InstantSource clock;

    Enrolment(KioskDevices devices, Enrolments enrolments, Limits limits, Live live, InstantSource clock) {
        this.devices = devices;
        this.enrolments = enrolments;
        this.limits = limits;
        this.live = live;
        this.clock = clock;
    }

    Enrolling enrolling(OrganisationId organisation, String key, Optional<Counted> place) {
        var keyHash = Secret.hash(key);
        var device = devices.byKey(keyHash);
        if (device.isPresent()) {
            return new Enrolling.Enrolled(device.get().kiosk());
        }
        if (devices.wasRevoked(keyHash)) {
            return new Enrolling.Revoked();
        }
        var now = clock.instant();
        var asked = enrolments.byKey(organisation, keyHash).filter(one -> one.isGood(now));
        if (asked.isEmpty()
                && place.isPresent()
                && limits.take(place.get(), CODES) instanceof Asking.NotBefore(var from)) {
            return new Enrolling.Later(from);
        }
        var good = asked.orElseGet(() -> enrolments.ask(organisation, keyHash, now));
        // Accepted at this very moment.
        return good.device() != null
                ? enrolling(organisation, key, place)
                : new Enrolling.Waiting(good.id(), good.code(), good.until());
    }

    Accepting accept(Kiosk kiosk, String written, AgentId by) {
        var byAgent = new Counted("enrolment-code", by.value().toString());
        if (limits.tryOnce(Map.of(byAgent, WITH_CODES)) instanceof Asking.NotBefore(var from)) {
            return new Accepting.Later(from);
        }
        var found = enrolments.lockByCode(kiosk.organisation(), code(written));
        if (found.isEmpty()) {
            return new Accepting.NoSuchCode();
        }
        var asked = found.get();
        if (asked.device() != null) {
            limits.forget(List.of(byAgent));
            return devices.ever(kiosk.organisation(), asked.device())
                    .<Accepting>map(one -> new Accepting.AcceptedAlready(one.kiosk(), one.enrolledBy()))
                    .orElseGet(Accepting.NoSuchCode::new);
        }
        if (!asked.isGood(clock.instant())) {
            return new Accepting.NoSuchCode();
        }
        limits.forget(List.of(byAgent));
        var device = devices.insert(kiosk, asked.keyHash(), by, clock.instant());
        if (device.isEmpty()) {
            return new Accepting.KioskHasOne(kiosk);
        }
        enrolments.accepted(kiosk.organisation(), asked, device.get());
        live.changed(DevicesService.liveKey(asked.id()));
        return new Accepting.Accepted(device.get());
    }

    private static String code(String written) {
        return written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
