package fi.tiski.surface.desk;

import fi.tiski.domain.cases.PapersService;
import fi.tiski.platform.pictures.Picture;
import fi.tiski.surface.signin.SignedIn;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture of a paper, for who may see its case: agents of the case's own organisation. 404 for everybody else, as when
 * there is none. It is kept by no browser, and can run nothing when it is opened by itself.
 */
@RestController
class PaperPicture {

    private final PapersService papers;

    PaperPicture(PapersService papers) {
        this.papers = papers;
    }

    /** Where the picture of that entry is found, from the page's base. */
    static String address(UUID entry) {
        return "desk/paper/" + entry;
    }

    @GetMapping("/desk/paper/{entry}")
    ResponseEntity<byte[]> paper(@PathVariable UUID entry, @AuthenticationPrincipal SignedIn who) {
        return papers.paper(who.agent().organisation(), entry)
                .map(Picture::jpeg)
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                        .body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
