package fi.tiski.platform.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked from the library that brings them. They lie inside the data folder: in the shared
 * temporary folder another user could have put programs of their own there first.
 */
record Binaries(Path folder) {

    private static final String PREFIX = "programs-";

    /** Unpacks once for each version of the programs (about two seconds) and removes those of earlier versions. */
    static Binaries in(Path data) throws IOException {
        var archive = archive();
        var folder = data.resolve(PREFIX + fingerprint(archive));
        if (!Files.isDirectory(folder)) {
            // Renamed into place only when whole, so that a start cut short leaves nothing half unpacked.
            var unfinished = data.resolve("unpacking");
            FileSystemUtils.deleteRecursively(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        try (var others = Files.newDirectoryStream(data, PREFIX + "*")) {
            for (var other : others) {
                if (!other.equals(folder)) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch");
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, machine.equals("amd64") ? "x86_64" : machine)) {
            return packed.readAllBytes();
        } catch (IllegalStateException none) {
            throw new PostgresUnavailable(
                    "no PostgreSQL comes along for this machine (" + system + ", " + machine
                            + "); give the address of one in SPRING_DATASOURCE_URL.",
                    none);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if (target.startsWith(folder.resolve("bin"))) {
                        target.toFile().setExecutable(true, false);
                    }
                }
            }
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
