package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet that a kiosk prints of itself: every line of it can say the other thing. */
class SelfTestTest {

    private final PlayedService service = new PlayedService();
    private final PlayedPrinter printer = new PlayedPrinter();

    @TempDir
    Path folder;

    private Keeper keeper;

    @BeforeEach
    void begin() throws IOException {
        var jack = folder.resolve("jack");
        Profile.run(java.util.List.of("mkfifo", jack.toString()));
        keeper = new Keeper(
                folder,
                service.address(),
                "TISKI_JACK=" + jack,
                "TISKI_PRINTER=" + printer.where(),
                "TISKI_SINK_HEADPHONES=headphones",
                "TISKI_SINK_LOUDSPEAKER=loudspeaker");
        keeper.await(() -> sheet().words().contains("told      printer: ready"));
        keeper.await(() -> sheet().words().contains("told      jack: out"));
    }

    @AfterEach
    void end() {
        if (keeper != null) {
            keeper.close();
        }
        printer.close();
        service.close();
    }

    @Test
    void whatIsThereIsMetAndAMuteKioskIsNot() {
        var sheet = sheet();
        assertThat(sheet.words().lines().filter(line -> line.startsWith("NOT MET")))
                .containsExactly(
                        "NOT MET   speech is ready (EN 301 549 5.1.3.1)",
                        "NOT MET   there is a sink headphones",
                        "NOT MET   there is a sink loudspeaker");
        assertThat(sheet.status()).isEqualTo(1);
        assertThat(sheet.words())
                .contains("met       the jack tells what is in it", "met       the printer is ready")
                .contains("told      capitals of the kiosk's own page are 7.4 mm for 600 mm from the eye")
                .contains("NOT TRIED on hardware: touch");
    }

    @Test
    void withoutThePrinterTheJackTheServiceTheKeysAndAFileNoneOfThemIsMet() throws IOException {
        printer.is(PlayedPrinter.State.PAPER_OUT);
        service.goAway();
        Files.delete(keeper.profile().file("/etc/tiski-kiosk/greetd.toml"));
        var keys = keeper.profile().file("/etc/tiski-kiosk/keeper.json");
        Files.writeString(keys, Files.readString(keys).replace("\"help\"", "\"nothing\""));
        keeper.await(() -> sheet().words().contains("told      printer: paper-out"));
        assertThat(sheet().words())
                .contains(
                        "NOT MET   every file that install wrote is there",
                        "NOT MET   a keypad's keys, or two switches, do everything",
                        "NOT MET   the service answers",
                        "NOT MET   the printer is ready");
    }

    @Test
    void aKioskWithoutItsKeeperSaysSo() {
        keeper.kill();
        assertThat(sheet().words())
                .contains(
                        "NOT MET   the keeper answers",
                        "NOT MET   the kiosk's own page answers",
                        "NOT MET   the jack tells what is in it",
                        "told      printer: nothing");
    }

    @Test
    void whatIsOutOfReachIsNotMet() throws IOException {
        var configuration = keeper.profile().file("/etc/tiski-kiosk/kiosk.conf");
        Files.writeString(
                configuration, Files.readString(configuration) + "TISKI_LOWEST_MM=300\nTISKI_HIGHEST_MM=1221\n");
        assertThat(sheet().words())
                .contains(
                        "NOT MET   the lowest reach is at least 380 mm",
                        "NOT MET   the highest reach is at most 1220 mm");
    }

    private Profile.Ran sheet() {
        return Profile.run(java.util.List.of(
                keeper.profile().file("/usr/local/lib/tiski-kiosk/self-test").toString(),
                "--root",
                keeper.profile().root().toString()));
    }
}
