package fi.tiski.surface.kiosk;

import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.platform.postgres.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out which machine opens a kiosk's page, by the ticket that its keeper got for it or by the key in its browser, and
 * leads it where it belongs: to the page of its own kiosk, or to the page of enrolment. A key that was taken away is
 * noticed at the next sign of life, which every page gives some seconds after the last.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class KioskDoor extends OncePerRequestFilter {

    static final String ENROL = "/kiosk/enrol";

    private static final String TICKET = "arrive";

    private final DevicesService devices;
    private final CareService care;
    private final Enrolment enrolment;

    KioskDoor(DevicesService devices, CareService care, @Value("${tiski.kiosk.enrolment}") Enrolment enrolment) {
        this.devices = devices;
        this.care = care;
        this.enrolment = enrolment;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (isKiosksPage(request) ? isLedElsewhere(request, response) : isTurnedAway(request, response)) {
                return;
            }
        } catch (DataAccessException | TransactionException failed) {
            if (!Outage.isBehind(failed)) {
                throw failed;
            }
            // The page that says so is all there is to have.
        }
        chain.doFilter(request, response);
    }

    private boolean isLedElsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var ticket = request.getParameter(TICKET);
        if (ticket != null) {
            return isBroughtBy(ticket, request, response);
        }
        var before = WhichKiosk.of(request.getSession(false));
        var key = KioskKey.of(request);
        var device = before.filter(this::isGood).or(() -> key.flatMap(devices::byKey));
        if (device.isPresent()) {
            key.ifPresent(its -> KioskKey.keep(request, response, its));
            WhichKiosk.is(request.getSession(), device.get());
            return isLedHome(device.get(), request, response);
        }
        if (request.getSession(false) != null) {
            WhichKiosk.isNone(request.getSession(false));
        }
        if (path(request).equals(ENROL)) {
            asks(key, request, response);
            return false;
        }
        return (before.isPresent() || enrolment == Enrolment.REQUIRED) && leadTo(ENROL, request, response);
    }

    /** Out of the address with the ticket, whether it is good or not. */
    private boolean isBroughtBy(String ticket, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var device = KioskKey.isKey(ticket) ? devices.redeem(ticket) : Optional.<Device>empty();
        if (device.isEmpty()) {
            return leadTo(ENROL, request, response);
        }
        KioskKey.drop(request, response);
        WhichKiosk.is(request.getSession(), device.get());
        return leadTo(start(device.get()), request, response);
    }

    private boolean isLedHome(Device device, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = path(request);
        var isAnothers = !(path + "/").startsWith(start(device) + "/");
        var isNobodys = path.equals("/kiosk") || path.equals(ENROL);
        return isAnothers && (isNobodys || enrolment == Enrolment.REQUIRED) && leadTo(start(device), request, response);
    }

    private void asks(Optional<String> known, HttpServletRequest request, HttpServletResponse response) {
        var key = known.filter(its -> !devices.wasRevoked(its)).orElseGet(KioskKey::fresh);
        KioskKey.keep(request, response, key);
        WhichKiosk.asksWith(request.getSession(), key);
    }

    /** What an open page sends: after 403 it is loaded anew, and is then led to the page of enrolment. */
    private boolean isTurnedAway(HttpServletRequest request, HttpServletResponse response) {
        var kind = request.getParameter("v-r");
        var device = kind == null ? Optional.<Device>empty() : WhichKiosk.of(request.getSession(false));
        if (device.isEmpty()) {
            return false;
        }
        if (!isGood(device.get())) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return true;
        }
        if ("heartbeat".equals(kind)) {
            care.seen(device.get());
        }
        return false;
    }

    private boolean isGood(Device device) {
        return devices.isEnrolled(device.kiosk().organisation(), device.id());
    }

    private static boolean leadTo(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + path);
        return true;
    }

    private static String start(Device device) {
        return "/kiosk/" + device.kiosk().slug();
    }

    private static boolean isKiosksPage(HttpServletRequest request) {
        return FreshSession.isPage(request) && (path(request) + "/").startsWith("/kiosk/");
    }

    private static String path(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
