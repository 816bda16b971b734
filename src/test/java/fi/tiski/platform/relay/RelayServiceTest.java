package fi.tiski.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is given to reach the relay, and what is refused before anybody starts. */
class RelayServiceTest {

    private static final String SECRET = "a-secret-of-at-least-32-characters";
    private static final String UDP = "turn:relay.example.fi:3478?transport=udp";
    private static final String TCP = "turn:relay.example.fi:3478?transport=tcp";
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final TestClock clock = new TestClock();

    @Test
    void withoutConfigurationThereIsNoRelay() {
        var relay = relay(List.of(), "", TEN_MINUTES);

        assertThat(relay.isConfigured()).isFalse();
        assertThat(relay.servers("4f6b")).isEmpty();
    }

    /** Counted by OpenSSL: {@code printf 1700000600:4f6b | openssl dgst -sha1 -hmac <secret> -binary | base64}. */
    @Test
    void theCredentialIsTheOneThatTheRelayFindsByItself() {
        clock.set(Instant.ofEpochSecond(1_700_000_000));

        assertThat(relay(List.of(UDP, TCP), SECRET, TEN_MINUTES).servers("4f6b"))
                .containsExactly(new IceServer(
                        List.of(UDP, TCP),
                        Optional.of("1700000600:4f6b"),
                        Optional.of("QgyF8a3QJdu9A7JVPV/CSktHlOc=")));
    }

    @Test
    void credentialsEndWhenTheyAreSaidTo() {
        clock.set(Instant.ofEpochSecond(1_700_000_000));
        var relay = relay(List.of(UDP), SECRET, Duration.ofMinutes(1));
        var first = relay.servers("4f6b").getFirst().username().orElseThrow();
        clock.pass(Duration.ofSeconds(5));

        assertThat(first).isEqualTo("1700000060:4f6b");
        assertThat(relay.servers("4f6b").getFirst().username()).contains("1700000065:4f6b");
    }

    @Test
    void aServerThatOnlyFindsAddressesGetsNoCredential() {
        var relay = relay(List.of("stun:relay.example.fi", UDP), SECRET, TEN_MINUTES);

        assertThat(relay.servers("4f6b"))
                .extracting(IceServer::urls)
                .containsExactly(List.of("stun:relay.example.fi"), List.of(UDP));
        assertThat(relay.servers("4f6b").getFirst().username()).isEmpty();
        assertThat(relay(List.of("stun:relay.example.fi"), "", TEN_MINUTES).isConfigured())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Aune Mäkinen", "1700000600:4f6b", "a\nb"})
    void whomIsANumberAndNoPerson(String whom) {
        var relay = relay(List.of(UDP), SECRET, TEN_MINUTES);

        assertThatThrownBy(() -> relay.servers(whom)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingThatIsLoggedHoldsTheSecretOrACredential() {
        var settings = new RelaySettings(List.of(UDP), SECRET, TEN_MINUTES);
        var server = new RelayService(settings, clock).servers("4f6b").getFirst();

        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThat(server.toString()).doesNotContain(server.credential().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UDP,
                TCP,
                "turn:192.0.2.1",
                "turn:[2001:db8::1]:3478",
                "turns:relay.example.fi:443?transport=tcp",
                "turns:relay.example.fi"
            })
    void everyWayToARelayCanBeTaken(String url) {
        assertThat(relay(List.of(url), SECRET, TEN_MINUTES).isConfigured()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relay.example.fi",
                "https://relay.example.fi",
                "turn://relay.example.fi",
                "turn:relay.example.fi:0",
                "turn:relay.example.fi:65536",
                "turn:relay.example.fi:port",
                "turn:relay.example.fi?transport=sctp",
                "turn:user@relay.example.fi",
                "turns:relay.example.fi?transport=udp",
                "stun:relay.example.fi?transport=udp"
            })
    void aUrlThatNoBrowserTakesIsRefused(String url) {
        assertThatThrownBy(() -> new RelaySettings(List.of(UDP, url), SECRET, TEN_MINUTES))
                .isInstanceOf(RelayUnusable.class)
                .hasMessageStartingWith("tiski.relay.urls has " + url + ",")
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "'', tiski.relay.secret is empty",
        "short, fewer than 32 letters",
        "a secret of more than 32 letters with spaces, a space",
        "a-secret-of-at-least-32-lettersä, a letter"
    })
    void aSecretThatTheRelayWouldNotTakeOrThatCanBeGuessedIsRefused(String secret, String why) {
        assertThatThrownBy(() -> new RelaySettings(List.of(UDP), secret, TEN_MINUTES))
                .isInstanceOf(RelayUnusable.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> new RelaySettings(List.of(), SECRET, TEN_MINUTES))
                .isInstanceOf(RelayUnusable.class)
                .hasMessageContaining("names no relay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT59S", "PT10M1S", "-PT5M"})
    void credentialsAreGoodForOneToTenMinutes(Duration valid) {
        assertThatThrownBy(() -> new RelaySettings(List.of(UDP), SECRET, valid))
                .isInstanceOf(RelayUnusable.class)
                .hasMessageContaining("one to ten minutes");
    }

    private RelayService relay(List<String> urls, String secret, Duration valid) {
        return new RelayService(new RelaySettings(urls, secret, valid), clock);
    }
}
