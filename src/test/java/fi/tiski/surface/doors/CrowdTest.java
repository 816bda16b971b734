package fi.tiski.surface.doors;

import static fi.tiski.platform.tables.Tables.ALLOWANCE;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.limits.Asking;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One address does not take the place of all others. */
class CrowdTest extends DoorsTest {

    private static final int A_WHILE = 60;

    @Autowired
    private Allowances allowances;

    @Autowired
    private DSLContext sql;

    @ParameterizedTest
    @CsvSource({"fi, Täällä on nyt ruuhkaa, 198.51.100.1", "en, Many people are here right now, 198.51.100.2"})
    void whoBeginsTooManySessionsIsToldCalmlyWhenToTryAgain(String language, String title, String address) {
        beginMany(address);

        var answer = get("/", "X-Forwarded-For", address, "Accept", "text/html", "Accept-Language", language);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(answer, "retry-after"))).isBetween(1, A_WHILE + 2);
        assertThat(answer.body())
                .contains(title)
                .contains("href=\"tel:0415550100\"")
                .contains("lang=\"" + language + "\"");
        assertThat(answer.headers().map()).as("no session is begun").doesNotContainKey("set-cookie");
    }

    @Test
    void othersAreNotHeldUp() {
        beginMany("198.51.100.3");

        assertThat(get("/", "X-Forwarded-For", "198.51.100.4").statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasASessionGoesOn() {
        var first = get("/", "X-Forwarded-For", "198.51.100.5");
        var cookie = header(first, "set-cookie").replaceFirst(";.*", "");
        beginMany("198.51.100.5");

        var answer = get("/", "X-Forwarded-For", "198.51.100.5", "Cookie", cookie);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void anOpenPageIsToldInTheWayInWhichItTriesAgainByItself() {
        beginMany("198.51.100.6");

        var answer = post("/?v-r=heartbeat&v-uiId=0", "", "X-Forwarded-For", "198.51.100.6");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "retry-after")).isNotEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void filesAndTheLifeSignAreAlwaysThere() {
        beginMany("198.51.100.7");

        assertThat(get("/tiski/tiski.css", "X-Forwarded-For", "198.51.100.7").statusCode())
                .isEqualTo(200);
        assertThat(get("/actuator/health", "X-Forwarded-For", "198.51.100.7").statusCode())
                .isEqualTo(200);
    }

    @Test
    void moreThanAnybodyTypesIsNotRead() {
        var answer = post("/?v-r=uidl&v-uiId=0", "x".repeat(1_100_000), "X-Forwarded-For", "198.51.100.8");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyWithoutAnEndIsNotRead() {
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100]));

        assertThat(send(asking("/?v-r=uidl&v-uiId=0").POST(endless).build()).statusCode())
                .isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void whatNobodyUsesIsRefused(String method) {
        var answer = send(asking("/", "Accept", "text/html")
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    /** Until there are no more; and none comes free while this test runs, however slowly. */
    private void beginMany(String address) {
        var rate = allowances.howMuch().sessions();
        while (allowances.session(address) instanceof Asking.Granted) {
            // One more.
        }
        var allOfThem = rate.oneEvery().multipliedBy(rate.atOnce());
        var nearlyAll = Instant.now().plus(allOfThem.dividedBy(2));
        sql.update(ALLOWANCE)
                .set(ALLOWANCE.SPENT_UNTIL, Instant.now().plus(allOfThem).plusSeconds(A_WHILE))
                .where(ALLOWANCE.SPENT_UNTIL.gt(nearlyAll))
                .execute();
    }
}
