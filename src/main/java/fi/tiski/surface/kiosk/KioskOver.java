package fi.tiski.surface.kiosk;

import fi.tiski.domain.journeys.JourneysService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The end of a person's turn at a kiosk: their journeys end, and with the session, which is not used again
 * ({@link FreshSession}), goes every page that the server had in its memory for them. What they were promised stays, on
 * their case.
 *
 * <p>A browser asks for it again until it is answered, so it may come late, twice, and in a session that never knew the
 * person: a journey is ended by its token, which nobody else has. It is a {@code GET} because there may be no session to
 * keep a token against forgery in; the header, which no other site can send, stands in for that.
 */
@RestController
class KioskOver {

    private static final String HEADER = "Tiski-Over";

    /** Said by a window that closes itself now: no page follows in it that could end the session. */
    private static final String CLOSES = "closes";

    private static final int MOST = 20;

    private final JourneysService journeys;

    KioskOver(JourneysService journeys) {
        this.journeys = journeys;
    }

    @GetMapping(path = "/kiosk/{kiosk}/over", headers = HEADER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void over(
            @RequestParam(name = "journey", defaultValue = "") List<String> tokens,
            @RequestHeader(HEADER) String window,
            HttpServletRequest request) {
        tokens.stream().limit(MOST).filter(JourneysService::isToken).forEach(journeys::end);
        var session = request.getSession(false);
        // An agent who tries a kiosk in the browser of their desk stays signed in.
        if (session != null && request.getUserPrincipal() == null) {
            if (CLOSES.equals(window)) {
                session.invalidate();
            } else {
                FreshSession.isDue(session);
            }
        }
    }
}
