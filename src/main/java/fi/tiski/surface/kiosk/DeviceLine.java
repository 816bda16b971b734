package fi.tiski.surface.kiosk;

import fi.tiski.domain.devices.Beat;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.queue.OfflineNumbersService;
import fi.tiski.domain.queue.OfflinePress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the keeper of a kiosk asks and says, with the key of its machine in a header. No other site can have a browser send
 * that header, so these need no token against forgery. 401 when the key is not good, or not any more: the keeper forgets it.
 */
@RestController
@RequestMapping("/device")
class DeviceLine {

    static final String KEY = "Tiski-Device";

    private final DevicesService devices;
    private final CareService care;
    private final OfflineNumbersService offline;

    DeviceLine(DevicesService devices, CareService care, OfflineNumbersService offline) {
        this.devices = devices;
        this.care = care;
        this.offline = offline;
    }

    /** A browser of this machine is about to open; with the ticket it comes to its kiosk's page. */
    @PostMapping("/arrive")
    ResponseEntity<?> arrive(@RequestHeader(name = KEY, defaultValue = "") String key) {
        return with(
                key,
                device -> devices.arrive(key)
                        .<ResponseEntity<?>>map(arrival -> ResponseEntity.ok(Map.of(
                                "ticket",
                                arrival.ticket(),
                                "kiosk",
                                arrival.device().kiosk().slug())))
                        .orElseGet(DeviceLine::unknown));
    }

    /** How the machine is, every half a minute; what it is to do comes back until it says that it has. */
    @PostMapping("/heartbeat")
    ResponseEntity<?> heartbeat(
            @RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody HeartbeatMessage said) {
        return with(key, device -> {
            Beat beat;
            try {
                beat = said.beat();
            } catch (IllegalArgumentException malformed) {
                return ResponseEntity.badRequest().build();
            }
            return ResponseEntity.ok(HeartbeatAnswer.of(
                    care.heard(device, beat),
                    offline.rangeOf(device.kiosk())
                            .map(range -> new HeartbeatAnswer.Numbers(range.first(), range.last(), range.day()))
                            .orElse(null)));
        });
    }

    /** The numbers that the keeper gave while the service was away. Told again, each is made once. */
    @PostMapping("/numbers")
    ResponseEntity<?> numbers(
            @RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody NumbersMessage said) {
        return with(key, device -> {
            List<OfflinePress> presses;
            try {
                presses = said.presses();
            } catch (IllegalArgumentException malformed) {
                return ResponseEntity.badRequest().build();
            }
            return ResponseEntity.ok(offline.keep(device.kiosk(), presses));
        });
    }

    private ResponseEntity<?> with(String key, Function<Device, ResponseEntity<?>> answer) {
        return KioskKey.isKey(key)
                ? devices.byKey(key).<ResponseEntity<?>>map(answer).orElseGet(DeviceLine::unknown)
                : unknown();
    }

    private static ResponseEntity<?> unknown() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
}
