package fi.tiski.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The kiosk-profile, and a folder that stands for the machine's root. */
record Profile(Path root) {

    static final Path SOURCE = Path.of("kiosk-profile").toAbsolutePath();

    /** What a script said, on both of its outputs, and how it ended. */
    record Ran(int status, String words) {}

    /** Installed for a service at this address; what else is asked for goes last and wins. */
    static Profile installed(Path folder, String address, int awayPort, String... more) {
        var profile = new Profile(folder.resolve("root"));
        var done = profile.install(configuration(
                folder, "TISKI_ADDRESS=" + address, "TISKI_AWAY_PORT=" + awayPort, String.join("\n", more)));
        if (done.status() != 0) {
            throw new AssertionError(done.words());
        }
        return profile;
    }

    /** The example, with these lines after it. */
    static Path configuration(Path folder, String... lines) {
        try {
            return Files.writeString(
                    folder.resolve("kiosk.conf"),
                    Files.readString(SOURCE.resolve("kiosk.conf.example")) + String.join("\n", lines) + "\n");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Ran install(Path configuration) {
        return run(List.of(
                SOURCE.resolve("install").toString(), "--root", root.toString(), "--config", configuration.toString()));
    }

    Ran installAgain() {
        return run(List.of(SOURCE.resolve("install").toString(), "--root", root.toString()));
    }

    Ran uninstall() {
        return run(List.of(SOURCE.resolve("uninstall").toString(), "--root", root.toString()));
    }

    Path file(String path) {
        return root.resolve(path.substring(1));
    }

    String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Chromium as on the kiosk: this root's {@code /etc/chromium} lies over the machine's own, for it alone. */
    Path chromium(String... flags) {
        var command = new ArrayList<>(namespace());
        command.addAll(List.of("exec /usr/bin/chromium " + String.join(" ", flags) + " \"$@\"'"));
        return script("chromium", String.join(" ", command));
    }

    /** Whether this machine lets a test lay a folder over another, for one process. */
    boolean canBeLaidOver() {
        return Files.isExecutable(Path.of("/usr/bin/chromium"))
                && Files.isDirectory(Path.of("/etc/chromium"))
                && run(List.of(script("probe", String.join(" ", namespace()) + " true'")
                                        .toString()))
                                .status()
                        == 0;
    }

    /**
     * A program that finds this root's {@code /etc/chromium} in place of the machine's, and an empty {@code /tmp} but for
     * this folder: cage that is killed leaves locks for X there, 33 at most. All that it starts ends with it.
     */
    Path alone(String program) {
        var folder = root.getParent();
        return script(
                "alone",
                String.join(" ", namespace()).replace("--mount", "--mount --pid --fork --kill-child")
                        + " mount --bind " + folder + " /mnt && mount -t tmpfs -o mode=1777 none /tmp && mkdir -p "
                        + folder
                        + " /tmp/.X11-unix && mount --bind /mnt " + folder + " && exec "
                        + program
                        + "'");
    }

    private List<String> namespace() {
        return List.of(
                "exec unshare",
                isRoot() ? "" : "--user --map-root-user",
                "--mount --propagation private sh -c 'mount --bind",
                file("/etc/chromium").toString(),
                "/etc/chromium &&");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    Path script(String name, String line) {
        try {
            // The arguments come after the name that sh gives itself.
            var script = Files.writeString(
                    root.resolveSibling(name),
                    "#!/bin/sh\n" + line + (line.contains("sh -c") ? " sh \"$@\"" : "") + "\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Ran run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), words);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped while waiting for " + command);
        }
    }
}
