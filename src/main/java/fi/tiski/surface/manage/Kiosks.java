package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.devices.Accepting;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.devices.Order;
import fi.tiski.domain.devices.ScreenMessage;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.KioskId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ScreenHours;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.OfflineNumbersService;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the page of kiosks reads and does. */
@Component
class Kiosks {

    private static final long A_MINUTE = 60;

    private final DevicesService devices;
    private final CareService care;
    private final PointsService points;
    private final PeopleService people;
    private final OfflineNumbersService offline;
    private final InstantSource clock;

    Kiosks(
            DevicesService devices,
            CareService care,
            PointsService points,
            PeopleService people,
            OfflineNumbersService offline,
            InstantSource clock) {
        this.devices = devices;
        this.care = care;
        this.points = points;
        this.people = people;
        this.offline = offline;
        this.clock = clock;
    }

    List<KioskSheet> sheets(OrganisationId organisation) {
        var places =
                points.points(organisation).stream().collect(Collectors.toMap(ServicePoint::id, Function.identity()));
        return care.states(organisation).stream()
                .map(state -> {
                    var place = Objects.requireNonNull(places.get(state.kiosk().point()));
                    return KioskSheet.of(
                            state,
                            place.name().in(language()),
                            new When(language().spoken(), place.zone(), clock.instant()));
                })
                .toList();
    }

    /** "keskusta-1: the paper has run out", for each trouble that this manager has not been told of; told by this. */
    List<String> news(Agent manager) {
        var told = care.tell(manager.organisation(), manager.id());
        var names = told.isEmpty()
                ? Map.<KioskId, String>of()
                : points.kiosks(manager.organisation()).stream().collect(Collectors.toMap(Kiosk::id, Kiosk::slug));
        return told.stream()
                .map(one ->
                        say("manage.trouble.news", names.getOrDefault(one.kiosk(), ""), KioskSheet.fault(one.fault())))
                .toList();
    }

    String order(Agent manager, Device device, Order.Act act) {
        care.order(device, act, manager.id());
        return say("manage." + act.tag() + ".done", device.kiosk().slug());
    }

    String show(Agent manager, Kiosk kiosk, Optional<MessagePanel.Said> message) {
        if (message.isEmpty()) {
            care.showNothing(kiosk);
            return say("manage.message.removed", kiosk.slug());
        }
        var said = message.get();
        care.show(kiosk, new ScreenMessage(said.words(), clock.instant().plus(said.length())), manager.id());
        return say("manage.message.done", kiosk.slug());
    }

    String light(Kiosk kiosk, Optional<ScreenHours> hours) {
        care.light(kiosk, hours);
        return hours.isEmpty()
                ? say("manage.hours.as-doors", kiosk.slug())
                : say(
                        "manage.hours.done",
                        kiosk.slug(),
                        KioskSheet.time(hours.get().opens()),
                        KioskSheet.time(hours.get().closes()));
    }

    List<ServicePoint> points(OrganisationId organisation) {
        return points.points(organisation);
    }

    /** Whose kiosks may give numbers while the line is away. */
    Set<PointId> offline(OrganisationId organisation) {
        return offline.allowed(organisation);
    }

    String offline(Agent manager, ServicePoint point, boolean allowed) {
        if (allowed) {
            offline.allow(manager.organisation(), point.id(), manager.id());
        } else {
            offline.forbid(manager.organisation(), point.id());
        }
        return say(
                allowed ? "manage.offline.allowed.done" : "manage.offline.forbidden.done",
                point.name().in(language()));
    }

    NewDevice.Told accept(Agent manager, Kiosk kiosk, String code) {
        return switch (devices.accept(kiosk, code, manager.id())) {
            case Accepting.Accepted(Device device) ->
                new NewDevice.Told(
                        true, say("manage.new.accepted", device.kiosk().slug()));
            case Accepting.NoSuchCode none -> new NewDevice.Told(false, say("manage.new.no-such-code"));
            case Accepting.AcceptedAlready(Kiosk its, AgentId by) ->
                new NewDevice.Told(false, say("manage.new.accepted-already", name(manager, by), its.slug()));
            case Accepting.KioskHasOne(Kiosk taken) ->
                new NewDevice.Told(false, say("manage.new.kiosk-has-one", taken.slug()));
            case Accepting.Later(Instant from) -> new NewDevice.Told(false, say("manage.new.later", minutes(from)));
        };
    }

    String revoke(Agent manager, Device device) {
        return devices.revoke(manager.organisation(), device.id(), manager.id())
                ? say("manage.revoke.done", device.kiosk().slug())
                : say("manage.revoke.already", device.kiosk().slug());
    }

    private String name(Agent manager, AgentId by) {
        return people.agent(manager.organisation(), by).map(Agent::name).orElse("");
    }

    private long minutes(Instant from) {
        var seconds = Duration.between(clock.instant(), from).toSeconds();
        return Math.max(1, (seconds + A_MINUTE - 1) / A_MINUTE);
    }
}
