package fi.tiski.domain.devices;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ScreenHours;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks after the machines that are kiosks: hears them, notices what is wrong and since when, tells each manager of it
 * once, and has the machines told what to do. A change is announced under the kiosk's live key; a sign of life that says
 * nothing new is not.
 */
@Service
@Transactional
public class CareService {

    /** Nothing heard for so long is a trouble. Machines speak every 30 seconds. */
    public static final Duration SILENT = Duration.ofMinutes(2);

    /** How often a page's sign of life is written down. */
    private static final Duration APART = Duration.ofSeconds(30);

    private final KioskDevices devices;
    private final SignsOfLife signs;
    private final Troubles troubles;
    private final Orders orders;
    private final PointsService points;
    private final Live live;
    private final InstantSource clock;

    CareService(
            KioskDevices devices,
            SignsOfLife signs,
            Troubles troubles,
            Orders orders,
            PointsService points,
            Live live,
            InstantSource clock) {
        this.devices = devices;
        this.signs = signs;
        this.troubles = troubles;
        this.orders = orders;
        this.points = points;
        this.live = live;
        this.clock = clock;
    }

    // ---------- What machines say ----------

    /** The machine's keeper says how it is; what it is to do comes back. */
    public Told heard(Device device, Beat beat) {
        var now = clock.instant();
        var kiosk = device.kiosk();
        var before = signs.lock(device, now);
        signs.heard(device, beat.facts(), now);
        var isNew = before.flatMap(Heard::facts).map(Facts::version).stream()
                .noneMatch(beat.facts().version()::equals);
        var isTroubled = compare(kiosk, beat.facts().faults(), now);
        var isDone = orders.done(device, beat.done(), now) > 0;
        var isMeasured = beat.geometry().isPresent() && !beat.geometry().equals(kiosk.geometry());
        if (isMeasured) {
            points.measure(kiosk, beat.geometry().get());
        }
        if (isNew || isTroubled || isDone || isMeasured) {
            changed(kiosk);
        }
        var point = points.point(kiosk.organisation(), kiosk.point());
        var open = point.flatMap(its -> openToday(its, now));
        return new Told(
                orders.waiting(device),
                open,
                point.flatMap(its -> kiosk.hours().map(own -> litToday(own, its, now)))
                        .or(() -> open));
    }

    /** The machine's page is there. A machine without a keeper is heard of by this alone. */
    public void seen(Device device) {
        var now = clock.instant();
        if (signs.seen(device, now, APART)
                && troubles.now(device.kiosk().organisation(), device.kiosk().id())
                        .contains(Fault.UNHEARD)) {
            troubles.end(device.kiosk().organisation(), device.kiosk().id(), Set.of(Fault.UNHEARD), now);
            changed(device.kiosk());
        }
    }

    /** Whoever speaks is heard of, so that trouble ends here too. */
    private boolean compare(Kiosk kiosk, Set<Fault> now, Instant at) {
        var over = new HashSet<>(troubles.now(kiosk.organisation(), kiosk.id()));
        var known = Set.copyOf(over);
        over.removeAll(now);
        if (!over.isEmpty()) {
            troubles.end(kiosk.organisation(), kiosk.id(), over, at);
        }
        var begun = now.stream()
                .filter(fault -> !known.contains(fault))
                .filter(fault -> troubles.begin(kiosk.organisation(), kiosk.id(), fault, at, at))
                .count();
        return begun > 0 || !over.isEmpty();
    }

    /** Notices the kiosks of which nothing has been heard; how many that were not known of. */
    public int noticeSilence() {
        var now = clock.instant();
        var noticed = signs.silentSince(now.minus(SILENT)).stream()
                .filter(one -> troubles.begin(one.organisation(), one.kiosk(), Fault.UNHEARD, one.at(), now))
                .toList();
        noticed.forEach(
                one -> live.changed(DevicesService.liveKey(one.kiosk()), DevicesService.liveKey(one.organisation())));
        return noticed.size();
    }

    /** Removes troubles that ended long ago; how many there were. */
    public int forgetOld() {
        return troubles.forgetOld(clock.instant());
    }

    // ---------- What managers see and do ----------

    /** How it stands with each kiosk, by its name. */
    @Transactional(readOnly = true)
    public List<KioskState> states(OrganisationId organisation) {
        var now = clock.instant();
        var machines = devices.enrolled(organisation);
        var heard = signs.all(organisation);
        var wrong = troubles.now(organisation);
        var messages = orders.messages(organisation, now);
        return points.kiosks(organisation).stream()
                .map(kiosk -> {
                    var device = machines.stream()
                            .filter(one -> one.kiosk().id().equals(kiosk.id()))
                            .findFirst();
                    return new KioskState(
                            kiosk,
                            device,
                            device.map(Device::id).map(heard::get),
                            wrong.stream()
                                    .filter(one ->
                                            device.isPresent() && one.kiosk().equals(kiosk.id()))
                                    .toList(),
                            device.map(orders::waiting).orElse(List.of()),
                            Optional.ofNullable(messages.get(kiosk.id())));
                })
                .toList();
    }

    /** What this manager has not been told yet, and is told by this. */
    public List<Trouble> tell(OrganisationId organisation, AgentId manager) {
        return troubles.tell(organisation, manager, clock.instant());
    }

    public void order(Device device, Order.Act act, AgentId by) {
        orders.give(device, act, by, clock.instant());
        changed(device.kiosk());
    }

    /** The page carries out what a page can, so that a machine without a keeper does too: true when it is to load itself anew. */
    public boolean reloads(Device device) {
        var due = orders.waiting(device).stream()
                .filter(one -> one.act() == Order.Act.RELOAD)
                .map(Order::id)
                .toList();
        var mine = orders.done(device, due, clock.instant()) > 0;
        if (mine) {
            changed(device.kiosk());
        }
        return mine;
    }

    /** Has the kiosk show this on every page, in place of what it showed. */
    public void show(Kiosk kiosk, ScreenMessage message, AgentId by) {
        orders.show(kiosk, message, by, clock.instant());
        changed(kiosk);
    }

    public void showNothing(Kiosk kiosk) {
        orders.showNothing(kiosk);
        changed(kiosk);
    }

    /** What the kiosk shows now; empty as a rule. */
    @Transactional(readOnly = true)
    public Optional<ScreenMessage> message(Kiosk kiosk) {
        return orders.message(kiosk, clock.instant());
    }

    /** When the kiosk's screen is lit; with nothing given, while the point's doors are open. */
    public void light(Kiosk kiosk, Optional<ScreenHours> hours) {
        points.light(kiosk, hours);
        changed(kiosk);
    }

    /** From when the doors open first until they close last. */
    private Optional<Span> openToday(ServicePoint point, Instant now) {
        var spans = points.openOn(point, point.dayOf(now));
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(spans.getFirst().from(), spans.getLast().until()));
    }

    private static Span litToday(ScreenHours hours, ServicePoint point, Instant now) {
        var today = point.dayOf(now);
        return new Span(
                today.atTime(hours.opens()).atZone(point.zone()).toInstant(),
                today.atTime(hours.closes()).atZone(point.zone()).toInstant());
    }

    private void changed(Kiosk kiosk) {
        live.changed(DevicesService.liveKey(kiosk.id()), DevicesService.liveKey(kiosk.organisation()));
    }
}
