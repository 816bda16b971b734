package fi.tiski.surface.doors;

import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.limits.Counted;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one address from taking the place of all others. Who asks for too much gets a calm page that says when to try
 * again, and the telephone number.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Crowd extends OncePerRequestFilter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PAPER = "/meeting/paper";
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> USED = Set.of("GET", "HEAD", "POST", "OPTIONS");

    private final Allowances allowances;
    private final PlainPage page;
    private final InstantSource clock;
    private final Pace pace;

    Crowd(Allowances allowances, PlainPage page, InstantSource clock) {
        this.allowances = allowances;
        this.page = page;
        this.clock = clock;
        this.pace = new Pace(allowances.howMuch().requests(), System::nanoTime);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        if (!USED.contains(request.getMethod())) {
            page.refuse(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (isTooLarge(request)) {
            page.refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (hasNoLength(request)) {
            page.refuse(request, response, HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (!allowances.isUnlimited(address)
                && !pace.grants(Counted.byAddress("", address).value())) {
            refuse(request, response, clock.instant().plusSeconds(1));
        } else if (beginsSession(request) && allowances.session(address) instanceof Asking.NotBefore(var from)) {
            refuse(request, response, from);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isTooLarge(HttpServletRequest request) {
        var most = allowances.howMuch();
        var its = PAPER.equals(pathOf(request)) ? most.paper() : most.body();
        return request.getContentLengthLong() > its.toBytes();
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** A body that does not say how long it is could have no end. Browsers always say it. */
    private static boolean hasNoLength(HttpServletRequest request) {
        return !WITHOUT_BODY.contains(request.getMethod())
                && request.getContentLengthLong() < 0
                && request.getHeader("Transfer-Encoding") != null;
    }

    /** Files, the life sign, kiosks' keepers and the lines of meetings begin none; everything else does when it comes without one. */
    private static boolean beginsSession(HttpServletRequest request) {
        var path = pathOf(request);
        return request.getSession(false) == null
                && !path.startsWith("/tiski/")
                && !path.startsWith("/VAADIN/build/")
                && !path.startsWith("/VAADIN/static/")
                && !path.startsWith("/device/")
                && !path.startsWith("/meeting/")
                && !path.startsWith("/actuator/");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Instant from) throws IOException {
        var seconds = Math.max(1, Duration.between(clock.instant(), from).toSeconds() + 1);
        response.setHeader("Retry-After", Long.toString(seconds));
        if (isOpenPages(request)) {
            // An open page tries again by itself after this one, and gives up after 429.
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setStatus(TOO_MANY_REQUESTS);
        if (PlainPage.wantsPage(request)) {
            page.write(request, response, "busy", again(request), seconds);
        }
    }

    private static boolean isOpenPages(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && ("&" + query).contains("&v-r=");
    }

    private static String again(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? request.getRequestURL().toString() : PlainPage.start(request);
    }
}
