package fi.tiski.platform.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * This machine's own certificate, kept in the data folder. It is made once, so that whoever has told their browser to trust
 * it is not asked again; and once more when the machine goes by another name or address, or the certificate has run out.
 *
 * @param keyStore PKCS#12, with the key and the certificate under {@link #ALIAS}
 */
public record SelfSigned(Path keyStore, String password, X509Certificate certificate) {

    public static final String ALIAS = "tiski";

    /** Browsers refuse what is good for longer than 398 days. */
    private static final int DAYS = 397;

    private static final Duration TO_SPARE = Duration.ofDays(1);
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_OF_ONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE_OF_ONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** As a SubjectAltName has them (RFC 5280, 4.2.1.6). */
    private static final int IS_NAME = 2;

    /** The one that is kept in {@code data}, or a new one. Throws {@link CertificateUnusable} when there can be none. */
    public static SelfSigned keptIn(Path data, ThisMachine machine, Instant now) {
        var folder = data.resolve("tls");
        try {
            Files.createDirectories(folder, FOLDER_OF_ONE);
            var password = password(folder.resolve("password"));
            var store = folder.resolve("tiski.p12");
            if (Files.exists(store)) {
                var kept = read(store, password);
                if (kept.covers(machine) && kept.isGoodAt(now)) {
                    return kept;
                }
            }
            make(store, folder.resolve("password"), machine);
            return read(store, password);
        } catch (IOException refused) {
            throw new CertificateUnusable(
                    "the certificate of this machine cannot be kept in "
                            + folder.toAbsolutePath().normalize() + " (" + refused.getMessage()
                            + "); delete that folder, or choose another data folder with TISKI_DATA.",
                    refused);
        }
    }

    /** What a browser shows of it, so that a person can compare: SHA-256 in pairs. */
    public String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private boolean covers(ThisMachine machine) throws IOException {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .map(SelfSigned::alternativeName)
                            .collect(Collectors.toSet())
                            .containsAll(machine.alternativeNames());
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String alternativeName(List<?> entry) {
        return (entry.getFirst().equals(IS_NAME) ? "dns:" : "ip:") + entry.get(1);
    }

    private boolean isGoodAt(Instant now) {
        return certificate.getNotAfter().after(Date.from(now.plus(TO_SPARE)));
    }

    private static SelfSigned read(Path store, String password) throws IOException {
        try (var in = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            if (keys.getCertificate(ALIAS) instanceof X509Certificate certificate) {
                return new SelfSigned(store, password, certificate);
            }
            throw new IOException("no certificate in " + store.getFileName());
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, FILE_OF_ONE);
            Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        }
        return Files.readString(file).strip();
    }

    /** By the JDK's own tool: there is no public way to make a certificate from within. */
    private static void make(Path store, Path password, ThisMachine machine) throws IOException {
        var unfinished = store.resolveSibling("tiski.p12.new");
        Files.deleteIfExists(unfinished);
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        Integer.toString(DAYS),
                        "-dname",
                        "CN=Tiski on this machine",
                        "-ext",
                        "san=" + String.join(",", machine.alternativeNames()),
                        "-ext",
                        "bc:c=ca:false",
                        "-ext",
                        "ku:c=digitalSignature",
                        "-ext",
                        "eku=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        unfinished.toString(),
                        "-storepass:file",
                        password.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = keytool.getInputStream()) {
            var words = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool: " + words);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            keytool.destroy();
        }
        Files.move(unfinished, store, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SelfSigned[" + fingerprint() + "]";
    }
}
