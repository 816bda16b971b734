package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fi.tiski.journeys.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code install} as root on a Debian that has nothing, with its packages, from a mirror. It brings some 400 MB and takes
 * minutes, so it is asked for: {@code TISKI_BARE_DEBIAN=bookworm ./test -Dtest=BareDebianTest}, or {@code trixie}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareDebianTest extends Journey {

    private static final String INSTALL = "/src/kiosk-profile/install";

    private Path debian;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        var release = System.getenv().getOrDefault("TISKI_BARE_DEBIAN", "");
        assumeThat(release)
                .as("TISKI_BARE_DEBIAN names no release of Debian: install was not tried on a bare one.")
                .isNotEmpty();
        assumeThat(Profile.isRoot() && Files.isExecutable(Path.of("/usr/sbin/debootstrap")))
                .as("Only root with debootstrap can make a bare Debian: install was not tried on one.")
                .isTrue();
        debian = folder.resolve("debian");
        var made = Profile.run(List.of(
                "debootstrap",
                "--variant=minbase",
                "--include=systemd-sysv,ca-certificates",
                release,
                debian.toString()));
        assumeThat(made.status())
                .as("No mirror of Debian was reached: install was not tried on a bare one.")
                .isZero();
        Files.copy(Path.of("/etc/resolv.conf"), debian.resolve("etc/resolv.conf"), StandardCopyOption.REPLACE_EXISTING);
        var fonts = "src/main/resources/META-INF/resources/tiski/fonts";
        Files.createDirectories(debian.resolve("src").resolve(fonts).getParent());
        for (var part : List.of("kiosk-profile", "pom.xml", fonts)) {
            Profile.run(List.of(
                    "cp", "-r", part, debian.resolve("src").resolve(part).toString()));
        }
        assertThat(debian.resolve("src/kiosk-profile/install")).isExecutable();
        Files.move(debian.resolve("src/kiosk-profile/kiosk.conf.example"), debian.resolve("src/kiosk.conf"));
    }

    /** Which nobody has turned or switched on yet; a second time there are only files to write. */
    private void installed(String... lines) throws IOException {
        Files.writeString(
                debian.resolve("src/this.conf"),
                Files.readString(debian.resolve("src/kiosk.conf")) + String.join("\n", lines) + "\n");
        var done = inside(INSTALL, "--config", "/src/this.conf");
        assertThat(done.status()).as(done.words()).isZero();
    }

    @AfterAll
    void end() {
        if (debian != null) {
            Profile.run(List.of("rm", "-rf", debian.toString()));
        }
    }

    @Test
    void itsPackagesUsersUnitsAndRulesAreThereAndASecondRunChangesNothing() throws IOException {
        installed();
        assertThat(inside(INSTALL)).isEqualTo(new Profile.Ran(0, "Nothing to change.\n"));
        assertThat(inside("/usr/bin/chromium", "--version").words()).contains("Chromium");
        assertThat(inside("getent", "passwd", "tiski-kiosk", "tiski-keeper").words())
                .contains("nologin")
                .doesNotContain("/bin/sh");
        assertThat(inside("systemctl", "is-enabled", "greetd.service", "tiski-keeper.service", "tiski-restart.path")
                        .words())
                .isEqualTo("enabled\n".repeat(3));
        assertThat(verified("greetd.service", "tiski-keeper.service", "tiski-restart.path", "tiski-firewall.service"))
                .isEqualTo(new Profile.Ran(0, ""));
        assertThat(inside("/usr/local/lib/tiski-kiosk/self-test").words())
                .contains("met       every file that install wrote is there");
        assertThat(inside("/src/kiosk-profile/uninstall").status()).isZero();
        assertThat(inside("getent", "passwd", "tiski-kiosk", "tiski-keeper").words())
                .isEmpty();
    }

    @Test
    void withEverythingSwitchedOnItsUnitsAreGoodAndUninstallSwitchesTheBlockingOff() throws IOException {
        installed("TISKI_USBGUARD=yes", "TISKI_READ_ONLY=yes", "TISKI_KEEPS=/dev/disk/by-label/tiski-keeps");
        assertThat(inside(INSTALL).words()).endsWith("Nothing to change.\n");
        assertThat(verified(
                        "usbguard.service",
                        "tiski-keeper.service",
                        "tiski-night.timer",
                        "tiski-night.service",
                        "tiski-update.service",
                        "var-lib-tiski\\x2dkeeper.mount"))
                .isEqualTo(new Profile.Ran(0, ""));
        assertThat(inside("systemctl", "is-enabled", "usbguard.service", "tiski-night.timer", "tiski-update.service")
                        .words())
                .isEqualTo("enabled\n".repeat(3));
        assertThat(inside("usbguard-rule-parser", "allow id 2047:09d0 serial \"\" name \"Keypad\" via-port \"1-4\"")
                        .status())
                .isZero();
        inside("apt-get", "install", "-y", "-qq", "--no-install-recommends", "grub-common");
        assertThat(inside("sh", "-c", "/etc/grub.d/01_tiski-night | grub-script-check"))
                .isEqualTo(new Profile.Ran(0, ""));

        assertThat(inside("/src/kiosk-profile/uninstall").status()).isZero();
        assertThat(inside("systemctl", "is-enabled", "usbguard.service").words())
                .isEqualTo("disabled\n");
    }

    /** What is on the glass: taken from cage's own display, with Chromium under all policies in the session of the kiosk. */
    @Test
    void theDisplayShowsTheFirstPageOfTheServiceUpright() throws IOException {
        installed("TISKI_ADDRESS=" + address(""), "TISKI_KIOSK=keskusta-1", "TISKI_TURN=90", "TISKI_JACK=");
        assumeThat(inside("cage", "-h").words())
                .as("Without hardware cage of Debian 12 gives its windows no size: its display was not seen.")
                .doesNotContain(" -r");
        inside("apt-get", "install", "-y", "-qq", "--no-install-recommends", "grim");
        var picture = debian.resolve("tmp/display.png");
        Files.writeString(debian.resolve("src/show"), SHOW);
        var display = new ProcessBuilder(insideOf("bash", "/src/show"))
                .redirectErrorStream(true)
                .redirectOutput(debian.resolve("tmp/show.log").toFile())
                .start();
        try {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (!shows(picture)) {
                assertThat(System.nanoTime())
                        .as(() -> Profile.run(List.of(
                                        "tail", debian.resolve("tmp/show.log").toString()))
                                .words())
                        .isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        } finally {
            display.destroyForcibly();
        }
        Files.createDirectories(Path.of("target/screenshots"));
        Files.copy(picture, Path.of("target/screenshots/kiosk-display.png"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SHOW = """
            export STATE_DIRECTORY=/var/lib/tiski-keeper RUNTIME_DIRECTORY=/run/tiski-keeper XDG_RUNTIME_DIR=/run/show
            mkdir -p $STATE_DIRECTORY $RUNTIME_DIRECTORY $XDG_RUNTIME_DIR /dev/shm /tmp/.X11-unix
            mount -t tmpfs -o mode=700 none $XDG_RUNTIME_DIR
            mount -t tmpfs none /dev/shm
            rm -rf /run/tiski-sound
            python3 -B /usr/local/lib/tiski-kiosk/keeper &
            printf '#!/bin/sh\nexec /usr/bin/chromium --no-sandbox --disable-gpu "$@"\n' >/run/browser
            chmod +x /run/browser
            export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman LIBSEAT_BACKEND=noop
            TISKI_KIOSK_BROWSER=/run/browser /usr/local/lib/tiski-kiosk/display &
            export WAYLAND_DISPLAY=wayland-0
            until wlr-randr --output HEADLESS-1 --custom-mode 1920x1080; do sleep 0.2; done
            while sleep 1; do
                grim /tmp/next.png && mv /tmp/next.png /tmp/display.png
            done
            """;

    /** Upright, with the bar of the human's button on it, which is on every page of a kiosk. */
    private static boolean shows(Path picture) throws IOException {
        if (!Files.exists(picture)) {
            return false;
        }
        var image = ImageIO.read(picture.toFile());
        return image.getHeight() == 1920 && RealPageTest.share(image, RealPageTest.COUNTER) > 0.01;
    }

    private Profile.Ran verified(String... units) {
        var command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        command.addAll(List.of(units));
        return inside(command.toArray(String[]::new));
    }

    private Profile.Ran inside(String... program) {
        return Profile.run(insideOf(program));
    }

    private List<String> insideOf(String... program) {
        var command = new ArrayList<>(List.of(
                "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc=" + debian.resolve("proc")));
        command.addAll(List.of("chroot", debian.toString(), "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
        command.addAll(List.of(program));
        return command;
    }
}
