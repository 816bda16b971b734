package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.devices.Device;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.surface.kit.When;
import java.util.Optional;

/**
 * What stands on a kiosk's card.
 *
 * @param state one sentence: how it stands with the machine
 * @param tone of the sentence: {@code good}, {@code warning} or empty; it says nothing that the words do not
 */
record KioskSheet(Kiosk kiosk, String place, String state, String tone, Optional<Device> device, String since) {

    static KioskSheet of(Kiosk kiosk, String place, Optional<Device> device, When when) {
        return new KioskSheet(
                kiosk,
                place,
                device.isPresent() ? say("manage.state.enrolled") : say("manage.state.none"),
                device.isPresent() ? "good" : "",
                device,
                device.map(its -> When.capital(when.dayAndTime(its.enrolledAt())))
                        .orElse(""));
    }
}
