package fi.tiski.surface.journey;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.points.Kiosk;
import java.util.Optional;

/**
 * Where a journey goes on: at home, or at a kiosk. Knows the addresses of the pages there.
 *
 * @param kiosk empty at home
 */
public record Here(Optional<Kiosk> kiosk) {

    public boolean atKiosk() {
        return kiosk.isPresent();
    }

    /** The first page. */
    public String start() {
        return kiosk.map(device -> "kiosk/" + device.slug()).orElse("");
    }

    /** A page of its own, such as {@code topics}. */
    public String to(String page) {
        return kiosk.map(device -> "kiosk/" + device.slug() + "/" + page).orElse(page);
    }

    /** A page about one thing, such as a journey. */
    public String to(String page, String about) {
        return to(page) + "/" + about;
    }

    By.TheCustomer theCustomer() {
        return new By.TheCustomer(atKiosk() ? Channel.KIOSK : Channel.HOME);
    }
}
