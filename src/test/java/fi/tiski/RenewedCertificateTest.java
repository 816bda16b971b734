package fi.tiski;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.tls.SelfSigned;
import fi.tiski.platform.tls.ThisMachine;
import fi.tiski.support.Credulous;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real certificate as {@code docs/tls.md} has it: PEM files, renewed while people are on the pages. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.ssl.bundle=counter",
            "spring.ssl.bundle.pem.counter.keystore.certificate=file:target/renewed/fullchain.pem",
            "spring.ssl.bundle.pem.counter.keystore.private-key=file:target/renewed/privkey.pem",
            "spring.ssl.bundle.pem.counter.reload-on-update=true",
            "spring.ssl.bundle.watch.file.quiet-period=200ms"
        })
class RenewedCertificateTest {

    private static final Path FOLDER = Path.of("target", "renewed");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // Before the application looks for it.
    private static final X509Certificate FIRST = issue("first");

    @LocalServerPort
    private int port;

    @Test
    void isInForceWithoutARestart() throws IOException {
        assertThat(served()).isEqualTo(FIRST);

        var second = issue("second");

        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!served().equals(second) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(served()).isEqualTo(second);
    }

    private X509Certificate served() throws IOException {
        try (var socket = (SSLSocket) Credulous.context().getSocketFactory().createSocket("localhost", port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static X509Certificate issue(String name) {
        try {
            var made = SelfSigned.keptIn(
                    Files.createTempDirectory(Path.of("target"), "authority"),
                    new ThisMachine(List.of(name + ".example"), List.of()),
                    Instant.now());
            var keys = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(made.keyStore())) {
                keys.load(in, made.password().toCharArray());
            }
            var key = keys.getKey(SelfSigned.ALIAS, made.password().toCharArray());
            Files.createDirectories(FOLDER);
            put("privkey.pem", "PRIVATE KEY", key.getEncoded());
            put("fullchain.pem", "CERTIFICATE", made.certificate().getEncoded());
            return made.certificate();
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(String name, String what, byte[] content) throws IOException {
        var unfinished = FOLDER.resolve(name + ".new");
        Files.writeString(
                unfinished,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(
                                what,
                                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content),
                                what));
        Files.move(unfinished, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
