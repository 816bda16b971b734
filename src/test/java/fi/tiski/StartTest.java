package fi.tiski;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads when Tiski cannot start. */
class StartTest {

    private record Outcome(int status, List<String> lines) {}

    @Test
    void aPortInUseIsOneSentence() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var outcome = start("--server.port=" + taken.getLocalPort());

            assertThat(outcome.lines())
                    .containsExactly("Tiski cannot start: port " + taken.getLocalPort()
                            + " is already in use; stop the program that uses it, or choose another with PORT=8081.");
            assertThat(outcome.status()).isNotZero();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsOneSentence() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        var outcome = start("--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + nobody + "/tiski");

        assertThat(outcome.lines())
                .containsExactly("Tiski cannot start: no PostgreSQL answers at 127.0.0.1:" + nobody
                        + "/tiski; start it, or correct SPRING_DATASOURCE_URL.");
        assertThat(outcome.status()).isNotZero();
    }

    @Test
    void aDataFolderThatCannotBeIsOneSentence(@TempDir Path temporary) throws Exception {
        var file = Files.createFile(temporary.resolve("file"));
        var outcome = start("--tiski.postgres.throwaway=false", "--tiski.data=" + file.resolve("data"));

        // Before it: that PostgreSQL is being started.
        assertThat(outcome.lines()).hasSize(2);
        assertThat(outcome.lines().getLast())
                .startsWith("Tiski cannot start: the data folder ")
                .endsWith("cannot be written by this user; give it to them, or choose another with TISKI_DATA.");
        assertThat(outcome.status()).isNotZero();
    }

    @Test
    void aRelayThatCannotBeReachedLikeThatIsOneSentence() throws Exception {
        var outcome = start(
                "--tiski.postgres.throwaway=true",
                "--server.port=0",
                "--tiski.relay.urls=relay.example.fi:3478",
                "--tiski.relay.secret=0123456789abcdef0123456789abcdef");

        assertThat(outcome.lines().getLast())
                .isEqualTo(
                        "Tiski cannot start: tiski.relay.urls has relay.example.fi:3478, which is no address of a relay;"
                                + " write it such as turn:relay.example.fi:3478?transport=udp.");
        assertThat(outcome.lines()).noneMatch(line -> line.contains("0123456789abcdef"));
        assertThat(outcome.status()).isNotZero();
    }

    @Test
    void aWayOfTlsThatNobodyKnowsIsOneSentence() throws Exception {
        var outcome = start("--tiski.tls=yes");

        assertThat(outcome.lines())
                .containsExactly(
                        "Tiski cannot start: TLS=yes is not known; TLS=self-signed makes a certificate for trying,"
                                + " and docs/tls.md says how a real one is used.");
        assertThat(outcome.status()).isNotZero();
    }

    private static Outcome start(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Tiski.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var said = process.inputReader()) {
            var lines = said.lines().toList();
            return new Outcome(process.waitFor(), lines);
        } finally {
            process.destroyForcibly();
        }
    }
}
