package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.devices.Accepting;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the page of kiosks reads and does. */
@Component
class Kiosks {

    private static final long A_MINUTE = 60;

    private final DevicesService devices;
    private final PointsService points;
    private final PeopleService people;
    private final InstantSource clock;

    Kiosks(DevicesService devices, PointsService points, PeopleService people, InstantSource clock) {
        this.devices = devices;
        this.points = points;
        this.people = people;
        this.clock = clock;
    }

    List<KioskSheet> sheets(OrganisationId organisation) {
        var places =
                points.points(organisation).stream().collect(Collectors.toMap(ServicePoint::id, Function.identity()));
        var machines = devices.enrolled(organisation).stream()
                .collect(Collectors.toMap(device -> device.kiosk().id(), Function.identity()));
        return points.kiosks(organisation).stream()
                .map(kiosk -> {
                    var place = Objects.requireNonNull(places.get(kiosk.point()));
                    return KioskSheet.of(
                            kiosk,
                            place.name().in(language()),
                            Optional.ofNullable(machines.get(kiosk.id())),
                            new When(language().spoken(), place.zone(), clock.instant()));
                })
                .toList();
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
