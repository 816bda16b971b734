package fi.tiski.surface.kiosk;

import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
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

    DeviceLine(DevicesService devices) {
        this.devices = devices;
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

    private ResponseEntity<?> with(String key, Function<Device, ResponseEntity<?>> answer) {
        return KioskKey.isKey(key)
                ? devices.byKey(key).<ResponseEntity<?>>map(answer).orElseGet(DeviceLine::unknown)
                : unknown();
    }

    private static ResponseEntity<?> unknown() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
}
