package fi.tiski.platform.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionServicesTest {

    @Test
    void withoutConfigurationThereIsNone() {
        assertThat(new CaptionServices(null).url()).isEmpty();
        assertThat(new CaptionServices(Map.of("fi", " ")).origins()).isEmpty();
    }

    @Test
    void aPageMayReachTheOriginsAndNothingElse() {
        var services = new CaptionServices(Map.of(
                "fi",
                "wss://captions.example.fi/fi",
                "sv",
                "wss://captions.example.fi/sv",
                "en",
                "ws://10.0.0.7:2700"));

        assertThat(services.origins()).containsExactlyInAnyOrder("wss://captions.example.fi", "ws://10.0.0.7:2700");
        assertThat(services.url()).containsEntry("sv", "wss://captions.example.fi/sv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://captions.example.fi",
                "wss://",
                "wss://a.example; script-src *",
                "wss://*.example.fi",
                "wss://user@example.fi",
                "wss://example.fi/?key=secret",
                "captions.example.fi"
            })
    void whatIsNoPlainWebSocketIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> new CaptionServices(Map.of("fi", address)))
                .isInstanceOf(CaptionsUnusable.class)
                .hasMessageStartingWith("tiski.captions.url.fi is no address of a WebSocket");
    }

    @Test
    void aLanguageIsNamedByItsLetters() {
        assertThatThrownBy(() -> new CaptionServices(Map.of("suomi", "wss://captions.example.fi")))
                .isInstanceOf(CaptionsUnusable.class);
    }
}
