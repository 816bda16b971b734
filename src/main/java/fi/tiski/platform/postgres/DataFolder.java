package fi.tiski.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything Tiski keeps: the cluster, its password, the server's programs and its log. One
 * process has it at a time, for as long as this object is open.
 */
final class DataFolder implements AutoCloseable {

    /**
     * Which folders this process has. Asked before the lock file is opened: closing any second channel on that file
     * would silently give up the lock that the first one holds.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    static final FileAttribute<Set<PosixFilePermission>> FILE_OF_ONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_OF_ONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final long USER = new UnixSystem().getUid();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Throws {@link PostgresUnavailable} when another live process has the folder, or it cannot be written. */
    static DataFolder take(Path folder) {
        var taken = takeIfFree(folder);
        if (taken == null) {
            throw new PostgresUnavailable("another Tiski already uses the data folder "
                    + folder.toAbsolutePath().normalize() + "; stop it, or choose another folder with TISKI_DATA.");
        }
        return taken;
    }

    static @Nullable DataFolder takeIfFree(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder, FOLDER_OF_ONE);
            }
            var path = folder.toRealPath();
            if (!OURS.add(path)) {
                return null;
            }
            var channel =
                    FileChannel.open(path.resolve("tiski.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                OURS.remove(path);
                return null;
            }
            return new DataFolder(path, channel);
        } catch (IOException refused) {
            throw new PostgresUnavailable(
                    "the data folder " + folder.toAbsolutePath().normalize()
                            + " cannot be written by this user; give it to them, or choose another with TISKI_DATA.",
                    refused);
        }
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /** Made at the first start, readable by its owner alone. */
    String password() throws IOException {
        var file = passwordFile();
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            var unfinished = path.resolve("password.new");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, FILE_OF_ONE);
            Files.writeString(unfinished, HexFormat.of().formatHex(secret) + "\n");
            Files.move(unfinished, file);
        }
        return Files.readString(file).strip();
    }

    /** The number of the user that this process runs as; 0 is root. */
    static long user() {
        return USER;
    }

    /** The server serves only a cluster that belongs to its own user, and even root is a stranger to others' files. */
    void requireOurs(Path cluster) throws IOException {
        var owner = ((Number) Files.getAttribute(cluster, "unix:uid")).longValue();
        if (owner != USER) {
            throw new PostgresUnavailable("the data folder " + path + " belongs to the user " + Files.getOwner(cluster)
                    + "; start Tiski as that user, or choose another folder with TISKI_DATA.");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The lock ends with the process at the latest.
        } finally {
            OURS.remove(path);
        }
    }
}
