package fi.tiski.surface.kiosk;

import com.vaadin.flow.server.VaadinSession;
import fi.tiski.domain.devices.Device;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session knows of the machine that its browser runs on. Nothing of a person. */
final class WhichKiosk {

    private static final String DEVICE = WhichKiosk.class.getName() + ".device";
    private static final String KEY = WhichKiosk.class.getName() + ".key";

    private WhichKiosk() {}

    static Optional<Device> of(@Nullable HttpSession session) {
        return Optional.ofNullable(session).map(it -> (Device) it.getAttribute(DEVICE));
    }

    static void is(HttpSession session, Device device) {
        session.setAttribute(DEVICE, device);
        session.removeAttribute(KEY);
    }

    static void isNone(HttpSession session) {
        session.removeAttribute(DEVICE);
        session.removeAttribute(KEY);
    }

    /** The key of a machine that asks to be a kiosk. */
    static void asksWith(HttpSession session, String key) {
        session.setAttribute(KEY, key);
    }

    /** The machine that shows the present page. */
    static Optional<Device> here() {
        return attribute(DEVICE).map(Device.class::cast);
    }

    static Optional<String> keyHere() {
        return attribute(KEY).map(String.class::cast);
    }

    private static Optional<Object> attribute(String name) {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(VaadinSession::getSession)
                .map(session -> session.getAttribute(name));
    }
}
