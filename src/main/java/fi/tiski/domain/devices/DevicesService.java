package fi.tiski.domain.devices;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.KioskId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.limits.Counted;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which machines are kiosks. A machine makes up a key, asks with it, and shows a code; a manager who accepts the code says
 * which kiosk it is, and the key is good until somebody takes it away. What a key opens is the kiosk's own page, as it is
 * for everybody who walks up to it.
 */
@Service
@Transactional
public class DevicesService {

    private final KioskDevices devices;
    private final Enrolments enrolments;
    private final Enrolment enrolment;
    private final Live live;
    private final InstantSource clock;

    DevicesService(KioskDevices devices, Enrolments enrolments, Enrolment enrolment, Live live, InstantSource clock) {
        this.devices = devices;
        this.enrolments = enrolments;
        this.enrolment = enrolment;
        this.live = live;
        this.clock = clock;
    }

    /** Announced when anything about a kiosk's machine changes: its key, its state, what it is told to do. */
    public static LiveKey liveKey(KioskId kiosk) {
        return LiveKey.of("kiosk", kiosk.value());
    }

    /** Announced with each of them, for whoever looks at all kiosks. */
    public static LiveKey liveKey(OrganisationId organisation) {
        return LiveKey.of("kiosks", organisation.value());
    }

    /** Announced when a machine that asks has been accepted. */
    public static LiveKey liveKey(EnrolmentId asked) {
        return LiveKey.of("enrolment", asked.value());
    }

    /** A key that nobody has yet; it means nothing until it is accepted. */
    public static String newKey() {
        return Ids.token();
    }

    /**
     * How far the machine with that key has come. A machine that asks for the first time, or whose code has run out, gets a
     * code.
     *
     * @param place what codes are counted by, beside the organisation: where the machine's request comes from
     */
    public Enrolling enrolling(OrganisationId organisation, String key, Optional<Counted> place) {
        return enrolment.enrolling(organisation, key, place);
    }

    /**
     * Makes the machine that shows this code a kiosk. Of two who accept at once, one does and the other is told. Tries of
     * one agent that are not right are spaced out.
     *
     * @param code as somebody wrote it, in any case, with blanks
     */
    public Accepting accept(Kiosk kiosk, String code, AgentId by) {
        var accepting = enrolment.accept(kiosk, code, by);
        if (accepting instanceof Accepting.Accepted) {
            changed(kiosk);
        }
        return accepting;
    }

    /** Takes the key away; the machine shows the page of enrolment at its next sign of life. False when it was taken already. */
    public boolean revoke(OrganisationId organisation, DeviceId device, AgentId by) {
        var revoked = devices.enrolled(organisation, device).filter(one -> devices.revoke(one, by, clock.instant()));
        revoked.ifPresent(one -> changed(one.kiosk()));
        return revoked.isPresent();
    }

    /** Whose key it is; empty for one that is unknown or was taken away. */
    @Transactional(readOnly = true)
    public Optional<Device> byKey(String key) {
        return devices.byKey(Secret.hash(key));
    }

    /** Whether the key was good once: then it never is again, and whoever has it needs another. */
    @Transactional(readOnly = true)
    public boolean wasRevoked(String key) {
        return devices.wasRevoked(Secret.hash(key));
    }

    /** Whether the device's key is still good. */
    @Transactional(readOnly = true)
    public boolean isEnrolled(OrganisationId organisation, DeviceId device) {
        return devices.isEnrolled(organisation, device);
    }

    /** The machine that is the kiosk now; empty when none is. */
    @Transactional(readOnly = true)
    public Optional<Device> of(Kiosk kiosk) {
        return devices.of(kiosk.organisation(), kiosk.id());
    }

    /** All machines whose key is good. */
    @Transactional(readOnly = true)
    public List<Device> enrolled(OrganisationId organisation) {
        return devices.enrolled(organisation);
    }

    /** A ticket by which a browser of the machine with that key comes to its kiosk's page; empty when the key is not good. */
    public Optional<Arrival> arrive(String key) {
        return byKey(key).map(device -> new Arrival(device, enrolments.ticketFor(device, clock.instant())));
    }

    /** The machine whose ticket it is. A ticket is good once, for a minute, and for no longer than the machine's key. */
    public Optional<Device> redeem(String ticket) {
        return enrolments
                .use(ticket, clock.instant())
                .flatMap(used -> devices.enrolled(used.organisation(), used.device()));
    }

    /** Removes codes and tickets that have run out; how many there were. */
    public int forgetOld() {
        return enrolments.forgetOld(clock.instant());
    }

    private void changed(Kiosk kiosk) {
        live.changed(liveKey(kiosk.id()), liveKey(kiosk.organisation()));
    }
}
