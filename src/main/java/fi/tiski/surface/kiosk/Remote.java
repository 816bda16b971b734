package fi.tiski.surface.kiosk;

import static fi.tiski.surface.kit.Words.language;

import com.vaadin.flow.component.Component;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.points.Geometry;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.Notice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes to a kiosk's open page from elsewhere: a message that managers have it show, the order to load itself anew,
 * the news that its key is no longer good. A page that is loaded anew keeps what the person has begun.
 */
final class Remote {

    private final DevicesService devices;
    private final CareService care;
    private final Component holder;
    private final Frame frame;
    private final Follow follow;
    private final Notice message = Notice.info("").announced();
    private @Nullable Kiosk kiosk;
    private Optional<Geometry> measured = Optional.empty();

    Remote(Component holder, Frame frame, DevicesService devices, CareService care, Live live) {
        this.holder = holder;
        this.frame = frame;
        this.devices = devices;
        this.care = care;
        message.addClassName("kiosk-message");
        message.setVisible(false);
        frame.under(message);
        follow = Follow.with(holder, live, this::refresh);
    }

    void at(Kiosk here) {
        kiosk = here;
        follow.keys(List.of(DevicesService.liveKey(here.id())));
        measure(here.geometry());
        refresh();
    }

    private void measure(Optional<Geometry> geometry) {
        if (!geometry.equals(measured)) {
            measured = geometry;
            geometry.ifPresent(glass -> frame.geometry(glass.pxPerMm(), glass.capitalMm()));
        }
    }

    /** Also when the page has changed its language. */
    void refresh() {
        if (kiosk == null) {
            return;
        }
        var words = care.message(kiosk).map(its -> its.words().in(language())).orElse("");
        if (!words.equals(message.words())) {
            message.words(words);
        }
        message.setVisible(!words.isEmpty());
        var device = WhichKiosk.here();
        if (device.filter(this::isNoLongerGood).isPresent()
                || device.filter(care::reloads).isPresent()) {
            // The door looks again who comes, and leads whoever has no key to the page of enrolment.
            holder.getElement().executeJs("location.reload()");
        }
    }

    private boolean isNoLongerGood(Device device) {
        return !devices.isEnrolled(device.kiosk().organisation(), device.id());
    }
}
