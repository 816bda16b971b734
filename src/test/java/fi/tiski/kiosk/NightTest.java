package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a machine that is read-only by day gets a writable night, and always a day again. The programs are played. */
class NightTest {

    private static final Path GRUB = Profile.SOURCE.resolve("system/grub-night");

    @TempDir
    Path folder;

    @BeforeEach
    void programs() {
        for (var program :
                List.of("grub-editenv", "overlayroot-chroot", "systemctl", "apt-get", "unattended-upgrade")) {
            plays(program, "echo " + program + " \"$@\"");
        }
    }

    @Test
    void theNightIsAskedForBelowTheLayerInMemory() {
        plays("mountpoint", "exit 1");
        assertThat(night("begin").words()).isEqualTo("""
                        overlayroot-chroot grub-editenv /boot/grub/grubenv set tiski_night=1
                        systemctl --no-block reboot
                        """);
    }

    @Test
    void onAPartitionOfItsOwnGrubIsAskedThere() {
        plays("mountpoint", "exit 0");
        assertThat(night("begin").words()).startsWith("grub-editenv /boot/grub/grubenv set tiski_night=1\n");
    }

    @Test
    void aNightThatCannotBeAskedForIsNoReasonToRestart() {
        plays("mountpoint", "exit 1");
        plays("overlayroot-chroot", "exit 1");
        var failed = night("begin");
        assertThat(failed.status()).isNotZero();
        assertThat(failed.words()).doesNotContain("reboot");
    }

    /** The unit restarts the machine when this ends, however it does. */
    @Test
    void theDayIsMadeSureOfBeforeTheUpdatesBegin() {
        plays("apt-get", "echo apt-get \"$@\"; exit 1");
        var failed = night("update");
        assertThat(failed.words()).isEqualTo("""
                grub-editenv /boot/grub/grubenv unset tiski_night
                apt-get update -qq
                """);
        assertThat(failed.status()).isNotZero();
        assertThat(Profile.SOURCE.resolve("system/tiski-update.service"))
                .content()
                .contains("SuccessAction=reboot\n", "FailureAction=reboot\n", "TimeoutStartSec=60min\n");
    }

    @Test
    void theUpdatesAreMade() {
        assertThat(night("update").words()).endsWith("apt-get update -qq\nunattended-upgrade\n");
    }

    /** GRUB's own language is a shell's but for its two commands, which are played here. */
    @Test
    void grubStartsWritableOnceAndThenADayAgain() throws IOException {
        var script = Profile.run(List.of("sh", GRUB.toString())).words();
        assertThat(started(script, "1")).isEqualTo("kept tiski_night=0; ro overlayroot=disabled\n");
        assertThat(started(script, "0")).isEqualTo("ro \n");
        assertThat(started(script, "")).isEqualTo("ro \n");
    }

    private String started(String script, String night) throws IOException {
        var shell = script.replaceAll("(?m)^( *)set (\\w+=)", "$1$2");
        var file = Files.writeString(
                folder.resolve("grub.sh"),
                "save_env() { eval \"printf 'kept %s=%s; ' $1 \\$$1\"; }\ntiski_night=" + night + "\n" + shell
                        + "echo \"ro $tiski_root\"\n");
        return Profile.run(List.of("sh", file.toString())).words();
    }

    private void plays(String program, String line) {
        new Profile(folder.resolve("root")).script(program, line);
    }

    private Profile.Ran night(String what) {
        var command = new ArrayList<>(List.of("env", "PATH=" + folder + ":/usr/bin:/bin"));
        command.addAll(List.of(Profile.SOURCE.resolve("lib/night").toString(), what));
        return Profile.run(command);
    }
}
