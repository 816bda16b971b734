package fi.tiski.surface.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming by a link from another site, when the strict cookie has stayed behind. */
class ArrivalTest extends DoorsTest {

    private static final String[] BY_LINK = {
        "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"
    };

    @Test
    void aLinkFromAnotherSiteIsOpenedOnceMoreFromHere() {
        var answer = get("/desk?a=1", BY_LINK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("http-equiv=\"refresh\" content=\"0\"")
                .contains("/desk?a=1\"")
                .doesNotContain("<script");
        assertThat(answer.headers().map()).as("no session is begun").doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, navigate, document",
        "none, navigate, document",
        "same-site, navigate, document",
        "cross-site, no-cors, image",
        "cross-site, navigate, iframe"
    })
    void everythingElseGoesStraightOn(String site, String mode, String destination) {
        var answer = get("/", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode, "Sec-Fetch-Dest", destination);

        assertThat(answer.body()).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void whoBroughtTheCookieGoesStraightOn() {
        var cookie = header(get("/"), "set-cookie").replaceFirst(";.*", "");

        var answer = send(asking("/", BY_LINK).header("Cookie", cookie).build());

        assertThat(answer.body()).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void nobodyIsLedElsewhereByIt() {
        var answer = get("//evil.example/%22%3E%3Cscript%3E", BY_LINK);

        assertThat(answer.body())
                .doesNotContain("<script>")
                .doesNotContain("href=\"//evil")
                .doesNotContain("url=");
    }
}
