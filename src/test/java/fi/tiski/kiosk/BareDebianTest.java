package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code install} as root on a Debian that has nothing, with its packages, from a mirror. It brings some 400 MB and takes
 * minutes, so it is asked for: {@code TISKI_BARE_DEBIAN=bookworm ./test -Dtest=BareDebianTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareDebianTest {

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
        var done = inside(INSTALL, "--config", "/src/kiosk.conf");
        assertThat(done.status()).as(done.words()).isZero();
    }

    @AfterAll
    void end() {
        if (debian != null) {
            Profile.run(List.of("rm", "-rf", debian.toString()));
        }
    }

    @Test
    void itsPackagesUsersUnitsAndRulesAreThereAndASecondRunChangesNothing() {
        assertThat(inside(INSTALL)).isEqualTo(new Profile.Ran(0, "Nothing to change.\n"));
        assertThat(inside("/usr/bin/chromium", "--version").words()).contains("Chromium");
        assertThat(inside("getent", "passwd", "tiski-kiosk", "tiski-keeper").words())
                .contains("nologin")
                .doesNotContain("/bin/sh");
        assertThat(inside("systemctl", "is-enabled", "greetd.service", "tiski-keeper.service", "tiski-restart.path")
                        .words())
                .isEqualTo("enabled\n".repeat(3));
        assertThat(inside(
                        "systemd-analyze",
                        "verify",
                        "greetd.service",
                        "tiski-keeper.service",
                        "tiski-restart.path",
                        "tiski-firewall.service"))
                .isEqualTo(new Profile.Ran(0, ""));
        assertThat(inside("/usr/local/lib/tiski-kiosk/self-test").words())
                .contains("met       every file that install wrote is there");
        assertThat(inside("/src/kiosk-profile/uninstall").status()).isZero();
        assertThat(inside("getent", "passwd", "tiski-kiosk", "tiski-keeper").words())
                .isEmpty();
    }

    private Profile.Ran inside(String... program) {
        var command = new ArrayList<>(List.of(
                "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc=" + debian.resolve("proc")));
        command.addAll(List.of("chroot", debian.toString(), "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
        command.addAll(List.of(program));
        return Profile.run(command);
    }
}
