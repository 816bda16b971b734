package fi.tiski.surface.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an open page sends has a shape, and what has another is refused before anybody acts on it. */
class WellFormedTest extends DoorsTest {

    private static final String FRAME = "{\"csrfToken\":\"a\",\"syncId\":1,\"clientId\":1,\"rpc\":[%s]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"type\":\"event\",\"node\":3,\"event\":\"click\",\"data\":{}}",
                "{\"type\":\"mSync\",\"node\":3,\"feature\":1,\"property\":\"value\",\"value\":\"<script>\"}",
                "{\"type\":\"channel\",\"node\":3,\"channel\":0,\"args\":[1]}"
            })
    void whatAPageSendsIsLetThrough(String calls) {
        assertThat(isMessage(FRAME.formatted(calls))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"event\"",
                "{}",
                "{\"type\":\"event\"}",
                "{\"type\":\"other\",\"node\":3}",
                "{\"type\":\"event\",\"node\":\"3\",\"event\":\"click\"}",
                "{\"type\":\"event\",\"node\":3e99,\"event\":\"click\"}",
                "{\"type\":\"event\",\"node\":3,\"event\":7}",
                "{\"type\":\"event\",\"node\":3,\"event\":\"click\",\"data\":[]}",
                "{\"type\":\"mSync\",\"node\":3,\"feature\":1,\"property\":null,\"value\":1}"
            })
    void aCallOfAnotherShapeIsRefused(String call) {
        assertThat(isMessage(FRAME.formatted(call))).isFalse();
    }

    /** As Vaadin's client says it: without the numbers of a message that waits for an answer. */
    @Test
    void aPageThatIsLeftMaySayGoodbye() {
        assertThat(isMessage("{\"csrfToken\":\"a\",\"rpc\":[],\"UNLOAD\":true}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"csrfToken\":\"a\",\"rpc\":[]}",
                "{\"csrfToken\":\"a\",\"rpc\":[],\"UNLOAD\":false}",
                "{\"csrfToken\":\"a\",\"rpc\":[],\"UNLOAD\":\"true\"}",
                "{\"csrfToken\":\"a\",\"syncId\":1,\"rpc\":[],\"UNLOAD\":true}",
                "{\"csrfToken\":\"a\",\"rpc\":[{\"type\":\"navigation\",\"location\":\"desk\"}],\"UNLOAD\":true}",
                "{",
                "null",
                "{\"csrfToken\":1,\"syncId\":1,\"clientId\":1,\"rpc\":[]}",
                "{\"csrfToken\":\"a\",\"syncId\":\"1\",\"clientId\":1,\"rpc\":[]}",
                "{\"csrfToken\":\"a\",\"syncId\":1,\"clientId\":1,\"rpc\":{}}"
            })
    void aMessageOfAnotherShapeIsRefused(String message) {
        assertThat(isMessage(message)).isFalse();
        assertThat(post("/?v-r=uidl&v-uiId=0", message).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/?v-r=heartbeat&v-uiId=x", "/?v-r=init&location=%2500", "/?v-r=init&location=&query=%25zz"})
    void anAddressThatNobodyCanReadIsRefused(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodySendsByTheConnectionThatIsHeldOpen() {
        assertThat(post("/VAADIN/push?v-r=push", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void lettersOfAllScriptsAreLetThrough() {
        assertThat(get("/?v-r=init&location=about%2F%25D0%2594&query=").statusCode())
                .isEqualTo(200);
    }

    private static boolean isMessage(String message) {
        return WellFormed.isMessage(message.getBytes(StandardCharsets.UTF_8));
    }
}
