package fi.tiski.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YourServerTest {

    @ParameterizedTest
    @CsvSource({"140011, 14.11", "100001, 10.1", "90603, 9.6"})
    void aServerThatIsTooOldIsNamed(int number, String version) {
        assertThatThrownBy(() -> YourServer.requireNewEnough(number))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessage("the database is PostgreSQL " + version + " and Tiski needs 15 or later; upgrade it, or"
                        + " point SPRING_DATASOURCE_URL at a newer one.");
    }

    @ParameterizedTest
    @ValueSource(ints = {150000, 150004, 180004, 190000})
    void fifteenAndLaterWillDo(int number) {
        assertThatCode(() -> YourServer.requireNewEnough(number)).doesNotThrowAnyException();
    }

    @Test
    void whereNobodyAnswersTheSentenceSaysWhere() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> YourServer.reach(
                        new Login("jdbc:postgresql://127.0.0.1:" + port + "/tiski?password=secret", "tiski", "secret")))
                .hasMessage("no PostgreSQL answers at 127.0.0.1:" + port
                        + "/tiski; start it, or correct SPRING_DATASOURCE_URL.");
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> YourServer.reach(new Login("postgres://db/tiski", null, null)))
                .hasMessageContaining("must begin with jdbc:postgresql://");
    }

    @Test
    void thePasswordIsNeverPrinted() {
        var login = new Login("jdbc:postgresql://me:secret@db:5432/tiski?password=secret", "me", "secret");
        assertThat(login.address()).isEqualTo("db:5432/tiski");
        assertThat(login.toString()).doesNotContain("secret");
    }
}
