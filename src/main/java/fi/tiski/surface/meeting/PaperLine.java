package fi.tiski.surface.meeting;

import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.ShowingPapersService;
import fi.tiski.platform.pictures.Picture;
import fi.tiski.platform.pictures.PictureReading;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A paper that the customer has shown, and accepts as it looks: a JPEG, with the key of their seat as on the {@link Line}.
 * 201 when it is on the case, 401 when the key opens nothing, 403 when it is not the customer's, 410 when they do not meet,
 * 413 when it is too large, 415 when it is no picture, 422 when the case has enough of them.
 */
@RestController
@RequestMapping("/meeting")
class PaperLine {

    static final String PRESS = "Tiski-Press";

    private final LineService line;
    private final ShowingPapersService papers;

    PaperLine(LineService line, ShowingPapersService papers) {
        this.line = line;
        this.papers = papers;
    }

    /** Whose key opens nothing is not read on, and nothing is decoded for them. */
    @PostMapping("/paper")
    ResponseEntity<?> paper(
            @RequestHeader(name = Line.KEY, defaultValue = "") String key,
            @RequestHeader(PRESS) UUID press,
            HttpServletRequest request)
            throws IOException {
        var seat = line.openedBy(key);
        if (seat.isEmpty()) {
            return answer(HttpStatus.UNAUTHORIZED);
        }
        if (seat.get().me().role() != Role.CUSTOMER) {
            return answer(HttpStatus.FORBIDDEN);
        }
        var sent = request.getInputStream().readNBytes(Picture.MOST_BYTES + 1);
        return switch (Picture.read(sent)) {
            case PictureReading.TooLarge() -> answer(HttpStatus.CONTENT_TOO_LARGE);
            case PictureReading.NotAPicture() -> answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            case PictureReading.Fine(var picture) ->
                switch (papers.show(seat.get(), picture, press)) {
                    case SHOWN -> answer(HttpStatus.CREATED);
                    case ENOUGH -> answer(HttpStatus.UNPROCESSABLE_CONTENT);
                    case OVER -> answer(HttpStatus.GONE);
                    case NOT_THEIRS -> answer(HttpStatus.FORBIDDEN);
                };
        };
    }

    private static ResponseEntity<?> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
