package fi.tiski.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server process that runs on a cluster, as its {@code postmaster.pid} names it.
 *
 * @param pid of the server's first process
 */
record Postmaster(long pid) {

    /**
     * The process that really runs on this cluster. A pid file also outlives a crash of the machine, and its number may
     * by now belong to anybody: so the process itself is asked what it is and where it works.
     */
    static Optional<Postmaster> on(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        var pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, cluster))
                .map(process -> new Postmaster(pid));
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var about = Path.of("/proc", String.valueOf(process.pid()));
        try {
            if (Files.isDirectory(about)) {
                return Files.readString(about.resolve("comm")).strip().equals("postgres")
                        && about.resolve("cwd").toRealPath().equals(cluster.toRealPath());
            }
            // Where there is no /proc, the command line is all there is.
            return process.info()
                    .commandLine()
                    .filter(line -> line.contains("postgres") && line.contains(cluster.toString()))
                    .isPresent();
        } catch (IOException gone) {
            return false;
        }
    }
}
