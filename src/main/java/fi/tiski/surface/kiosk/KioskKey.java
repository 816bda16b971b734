package fi.tiski.surface.kiosk;

import fi.tiski.domain.devices.DevicesService;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The key of a machine without a keeper: a cookie of its browser, which no script can read. It stays when a person's turn
 * ends, because it says which kiosk this is and nothing of anybody.
 */
final class KioskKey {

    /** As long as browsers keep any (RFC 6265bis); given anew with each page. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final String NAME = "tiski-kiosk";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{20,60}");

    private KioskKey() {}

    static Optional<String> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .filter(KioskKey::isKey)
                        .findFirst();
    }

    static boolean isKey(String value) {
        return FORM.matcher(value).matches();
    }

    static String fresh() {
        return DevicesService.newKey();
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, String key) {
        write(request, response, key, KEPT);
    }

    /** The keeper has it now, or it is good for nothing. */
    static void drop(HttpServletRequest request, HttpServletResponse response) {
        if (of(request).isPresent()) {
            write(request, response, "", Duration.ZERO);
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String key, Duration kept) {
        var cookie = ResponseCookie.from(name(request), key)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(request.getContextPath() + "/kiosk")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Over TLS only what came over TLS is believed ({@code __Secure-}, RFC 6265bis). */
    private static String name(HttpServletRequest request) {
        return (request.isSecure() ? "__Secure-" : "") + NAME;
    }
}
