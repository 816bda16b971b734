package fi.tiski.surface.kiosk;

import static fi.tiski.surface.kit.Words.language;

import com.vaadin.flow.component.Component;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
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
    private final Optional<Follow> follow;
    private final Notice message = Notice.info("").announced();
    private @Nullable Kiosk kiosk;

    Remote(Component holder, Frame frame, DevicesService devices, CareService care, Live live) {
        this.holder = holder;
        this.frame = frame;
        this.devices = devices;
        this.care = care;
        message.addClassName("kiosk-message");
        message.setVisible(false);
        frame.under(message);
        // Only a machine that is this kiosk is held a line open to: a first page that somebody looks at stays light.
        follow = WhichKiosk.here().map(device -> Follow.with(holder, live, this::refresh));
    }

    /** From page to page it is the same kiosk, and what changes is told. */
    void at(Kiosk here) {
        if (here.equals(kiosk)) {
            return;
        }
        kiosk = here;
        follow.ifPresent(line -> line.keys(List.of(DevicesService.liveKey(here.id()))));
        here.geometry().ifPresent(glass -> frame.geometry(glass.pxPerMm(), glass.capitalMm(), glass.outOfReachMm()));
        refresh();
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
