package fi.tiski.surface.meeting;

import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.meetings.Joining;
import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.ParticipantId;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.Seat;
import fi.tiski.platform.captions.CaptionServices;
import fi.tiski.platform.relay.RelayService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the stage in a browser asks and says, with the key of its participant in a header. No other site can have a browser
 * send that header, so these need no token against forgery; and the key stands in no address. 401 when the key opens
 * nothing (any more), 410 when the meeting has ended, 409 when the person is in another window meanwhile.
 */
@RestController
@RequestMapping("/meeting")
class Line {

    static final String KEY = "Tiski-Seat";

    private final LineService line;
    private final Broadcast broadcast;
    private final RelayService relay;
    private final CaptionServices captions;

    Line(LineService line, Broadcast broadcast, RelayService relay, CaptionServices captions) {
        this.line = line;
        this.broadcast = broadcast;
        this.relay = relay;
        this.captions = captions;
    }

    record Window(UUID browser) {}

    record Sent(UUID to, UUID browser, String body) {}

    @PostMapping("/join")
    ResponseEntity<?> join(@RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody Window window) {
        return switch (line.join(key, window.browser())) {
            case Joining.In(var seat, var lastSignal) ->
                ResponseEntity.ok(Map.of(
                        "me",
                        seat.me().id().value(),
                        "after",
                        lastSignal,
                        "network",
                        network(seat),
                        "captions",
                        captions.url(),
                        "state",
                        People.of(seat.meeting(), line.participants(seat.meeting()))));
            case Joining.Over over -> ResponseEntity.status(HttpStatus.GONE).build();
            case Joining.Unknown unknown -> unknown();
        };
    }

    /** Credentials for a relay end after some minutes; a connection that is to be mended needs new ones. */
    @PostMapping("/network")
    ResponseEntity<?> network(@RequestHeader(name = KEY, defaultValue = "") String key) {
        return line.openedBy(key)
                .filter(seat -> seat.meeting().isUnderWay())
                .<ResponseEntity<?>>map(seat -> ResponseEntity.ok(network(seat)))
                .orElseGet(Line::unknown);
    }

    private Network network(Seat seat) {
        var atKiosk = seat.me().role() == Role.CUSTOMER && seat.meeting().channel() == Channel.KIOSK;
        return new Network(
                Network.servers(relay.servers(seat.me().id().value().toString())), atKiosk && relay.isConfigured());
    }

    @PostMapping("/leave")
    ResponseEntity<?> leave(@RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody Window window) {
        line.openedBy(key).ifPresent(seat -> line.leave(seat, window.browser()));
        return ResponseEntity.noContent().build();
    }

    /** 400 when it is for nobody of this meeting, or longer than anything a browser has to say. */
    @PostMapping("/signal")
    ResponseEntity<?> signal(@RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody Sent sent) {
        return line.openedBy(key)
                .<ResponseEntity<?>>map(
                        seat -> line.send(seat, new ParticipantId(sent.to()), sent.browser(), sent.body())
                                ? ResponseEntity.noContent().build()
                                : ResponseEntity.badRequest().build())
                .orElseGet(Line::unknown);
    }

    /**
     * Server-sent events, for as long as the window stays: {@code state} with who is there, {@code signal} with its number as
     * its id. After a break the window asks for what came after the last number that it has heard.
     */
    @GetMapping("/events")
    void events(
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestParam UUID browser,
            @RequestParam long after,
            HttpServletResponse response)
            throws IOException {
        var seat = line.openedBy(key);
        if (seat.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!isIn(seat, browser)) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        } else {
            broadcast.to(key, seat.get(), browser, after, response);
        }
    }

    private static boolean isIn(Optional<Seat> seat, UUID browser) {
        return seat.flatMap(its -> its.me().browser()).filter(browser::equals).isPresent();
    }

    private static ResponseEntity<?> unknown() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
}
