package fi.tiski.surface.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.util.StringUtils;

/**
 * What a browser keeps for half a year after a sign-in, so that it is known again: one for each name, because several
 * people sign in at one desk. It opens nothing. (OWASP, "Slow down online guessing attacks with device cookies".)
 */
final class DeviceCookie {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int LONGEST = 60;
    private static final int HALF = 16;

    private DeviceCookie() {}

    /** What this browser keeps for that name; empty when it keeps nothing. */
    static String of(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return "";
        }
        var wanted = cookieName(request, name);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= LONGEST)
                .filter(StringUtils::hasText)
                .findFirst()
                .orElse("");
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, String name, String token) {
        var cookie = ResponseCookie.from(cookieName(request, name), token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(request.getContextPath() + "/sign-in")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /**
     * Without the name itself: whoever looks into the browser does not read who works here. Over TLS only what came over
     * TLS is believed ({@code __Secure-}, RFC 6265bis).
     */
    private static String cookieName(HttpServletRequest request, String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return (request.isSecure() ? "__Secure-" : "") + "tiski-device-"
                + HexFormat.of().formatHex(hash(plain), 0, HALF);
    }

    private static byte[] hash(byte[] plain) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
