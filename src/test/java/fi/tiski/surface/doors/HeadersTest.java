package fi.tiski.surface.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells the browser. */
class HeadersTest extends DoorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/kiosk/keskusta-1",
                "/board/keskusta",
                "/my",
                "/my/forged",
                "/sign-in",
                "/desk",
                "/manage",
                "/nowhere",
                "/a;b",
                "/error",
                "/tiski/tiski.css",
                "/VAADIN/push",
                "/?v-r=init&location=",
                "/actuator/health",
                "/actuator/env"
            })
    void everyAnswerTellsTheBrowserHowLittleItMayDo(String path) {
        var answer = get(path);

        assertThat(header(answer, "content-security-policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self'")
                .contains("base-uri 'self'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("*")
                .doesNotContain("http:");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "x-frame-options")).isEqualTo("DENY");
        assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "permissions-policy"))
                .contains("camera=(self)", "microphone=(self)", "geolocation=()", "payment=()");
        assertThat(header(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/my/forged", "/sign-in", "/desk", "/nowhere", "/error", "/?v-r=init&location="})
    void whatMayTellOfAPersonIsKeptByNobodyOnTheWay(String path) {
        assertThat(header(get(path), "cache-control")).contains("no-store");
    }

    @Test
    void onlyTheDeskMayAskToShowAScreen() {
        assertThat(header(get("/desk"), "permissions-policy")).contains("display-capture=(self)");
        assertThat(header(get("/"), "permissions-policy")).contains("display-capture=()");
        assertThat(header(get("/kiosk/keskusta-1"), "permissions-policy")).contains("display-capture=()");
    }

    @Test
    void whatIsTheSameForEverybodyIsKept() {
        assertThat(header(get("/tiski/tiski.css"), "cache-control")).isEqualTo("max-age=3600");
    }

    @Test
    void noTwoAnswersLetTheSameScriptsRun() {
        assertThat(header(get("/"), "content-security-policy"))
                .isNotEqualTo(header(get("/"), "content-security-policy"));
    }

    @Test
    void everyInlineScriptAndStyleCarriesTheNumberOfItsAnswer() {
        var answer = get("/");
        var nonce = header(answer, "content-security-policy").replaceFirst(".*'nonce-([^']+)'.*", "$1");
        var inline = answer.body().split("<(script|style)");

        assertThat(inline).hasSizeGreaterThan(4);
        for (int i = 1; i < inline.length; i++) {
            assertThat(inline[i].substring(0, inline[i].indexOf('>'))).contains("nonce=\"" + nonce + "\"");
        }
    }

    @Test
    void overTlsTheBrowserComesBackOverTls() {
        assertThat(header(get("/", "X-Forwarded-Proto", "https"), "strict-transport-security"))
                .startsWith("max-age=31536000");
        assertThat(header(get("/"), "strict-transport-security")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/a;b, 400, sv, Till början", "/error, 404, en, To the beginning", "/actuator/env, 302, en, ''"})
    void anAnswerThatWentWrongSaysNothingOfTheInsideAndLeadsOn(String path, int status, String language, String act) {
        var answer = get(path, "Accept", "text/html", "Accept-Language", language);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains(act)
                .doesNotContain("Exception")
                .doesNotContain("Tomcat")
                .doesNotContain("path");
    }

    @Test
    void aKioskIsLedBackToItself() {
        assertThat(get("/kiosk/keskusta-1/a;b", "Accept", "text/html").body())
                .contains("href=\"/kiosk/keskusta-1\"")
                .contains("data-frame=\"kiosk\"");
        assertThat(get("/kiosk/%22%3E%3Cscript%3E/a;b", "Accept", "text/html").body())
                .doesNotContain("<script>")
                .contains("href=\"/kiosk\"");
    }
}
