package fi.tiski.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateParsingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate that a machine gives itself: made once, for everything that it is called by. */
class SelfSignedTest {

    private static final ThisMachine KITCHEN =
            new ThisMachine(List.of("kitchen", "kitchen.local"), List.of("192.0.2.7", "2001:db8:0:0:0:0:0:7"));

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        data = folder.resolve("data");
    }

    @Test
    void itHoldsEveryNameAndAddressOfTheMachine() throws CertificateParsingException {
        var made = SelfSigned.keptIn(data, KITCHEN, Instant.now());

        assertThat(made.certificate().getSubjectAlternativeNames().stream()
                        .map(entry -> entry.get(1).toString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "localhost", "kitchen", "kitchen.local", "127.0.0.1", "192.0.2.7", "2001:db8:0:0:0:0:0:7");
        assertThat(made.certificate().getBasicConstraints())
                .as("vouches for nobody else")
                .isEqualTo(-1);
        assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void itIsMadeOnce() {
        var first = SelfSigned.keptIn(data, KITCHEN, Instant.now());

        assertThat(SelfSigned.keptIn(data, KITCHEN, Instant.now()).fingerprint())
                .isEqualTo(first.fingerprint());
        assertThat(SelfSigned.keptIn(data, new ThisMachine(List.of("kitchen"), List.of()), Instant.now())
                        .fingerprint())
                .as("a machine that has left a network")
                .isEqualTo(first.fingerprint());
    }

    @Test
    void itIsMadeAnewForAnotherAddressAndWhenItRunsOut() {
        var first = SelfSigned.keptIn(data, KITCHEN, Instant.now());
        var moved = SelfSigned.keptIn(data, new ThisMachine(KITCHEN.names(), List.of("198.51.100.7")), Instant.now());

        assertThat(moved.fingerprint()).isNotEqualTo(first.fingerprint());

        var later = Instant.now().plus(Duration.ofDays(396).plusHours(1));
        assertThat(SelfSigned.keptIn(data, new ThisMachine(KITCHEN.names(), List.of("198.51.100.7")), later)
                        .fingerprint())
                .isNotEqualTo(moved.fingerprint());
    }

    @Test
    void nobodyElseOnTheMachineReadsTheKey() throws IOException {
        SelfSigned.keptIn(data, KITCHEN, Instant.now());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls/password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeIsOneSentence() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> SelfSigned.keptIn(file, KITCHEN, Instant.now()))
                .isInstanceOf(CertificateUnusable.class)
                .hasMessageStartingWith("the certificate of this machine cannot be kept in ")
                .hasMessageEndingWith("with TISKI_DATA.");
    }
}
