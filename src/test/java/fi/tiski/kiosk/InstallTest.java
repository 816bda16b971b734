package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kiosk-profile/install} and {@code uninstall}, into a folder that stands for a bare machine. */
class InstallTest {

    private static final String ADDRESSES = "/etc/chromium/policies/managed/tiski-10-only-the-counter.json";
    private static final String AWAY = "/usr/local/share/tiski-kiosk/away/index.html";

    private static final String USB = "/etc/tiski-kiosk/usbguard-rules.conf";
    private static final String READ_ONLY = "TISKI_READ_ONLY=yes\nTISKI_KEEPS=/dev/disk/by-label/tiski-keeps";

    @TempDir
    Path folder;

    @Test
    void runAgainItChangesNothingAndSaysSo() throws IOException {
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979);
        var before = state(kiosk.root());
        var again = kiosk.installAgain();
        assertThat(again).isEqualTo(new Profile.Ran(0, "Nothing to change.\n"));
        assertThat(state(kiosk.root())).isEqualTo(before).hasSizeGreaterThan(20);
    }

    @Test
    void whatSomebodyChangedByHandIsPutRight() throws IOException {
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979);
        var before = checksums(kiosk.root());
        Files.writeString(kiosk.file(ADDRESSES), "{}");
        assertThat(kiosk.installAgain()).isEqualTo(new Profile.Ran(0, "Wrote " + ADDRESSES + "\n"));
        assertThat(checksums(kiosk.root())).isEqualTo(before);
    }

    @Test
    void whatAnEarlierVersionLeftIsTakenAway() throws IOException {
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979);
        var record = kiosk.file("/var/lib/tiski-kiosk/installed");
        Files.writeString(kiosk.file("/etc/tiski-kiosk/earlier"), "of an earlier version");
        Files.writeString(record, Files.readString(record) + "file /etc/tiski-kiosk/earlier\n");
        assertThat(kiosk.installAgain().words()).contains("Took away /etc/tiski-kiosk/earlier");
        assertThat(kiosk.file("/etc/tiski-kiosk/earlier")).doesNotExist();
    }

    @Test
    void uninstallLeavesWhatWasThereAndNothingElse() throws IOException {
        var policies = Files.createDirectories(folder.resolve("root/etc/chromium/policies/managed"));
        Files.writeString(policies.resolve("of-the-house.json"), "{}");
        var before = state(folder.resolve("root"));
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979);
        // A second run must not forget which folders the first one made, nor one that switches all on.
        kiosk.installAgain();
        installWith(plugged("allow id 1d6b:0002"), Profile.configuration(folder, READ_ONLY, "TISKI_USBGUARD=yes"));
        assertThat(kiosk.uninstall().status()).isZero();
        assertThat(state(kiosk.root())).isEqualTo(before);
        assertThat(kiosk.uninstall().words()).startsWith("Nothing to take away");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TISKI_ADDRESS=http://tiski.example.fi",
                "TISKI_ADDRESS=https://tiski.example.fi/kiosk",
                "TISKI_ADDRESS='https://a.fi\",\"*'",
                "TISKI_KIOSK=../keskusta",
                "TISKI_PHONE=",
                "TISKI_LANGUAGES='fi de'",
                "TISKI_ZONE='Helsinki time'",
                "TISKI_KEYPAD=nobodys",
                "TISKI_ADMIN=somewhere",
                "TISKI_TURN=45",
                "TISKI_BOARD=../keskusta",
                "TISKI_USBGUARD=maybe",
                "TISKI_READ_ONLY=perhaps",
                "TISKI_JACK=jack",
                "TISKI_PRINTER=lpt1",
                "TISKI_SINK_HEADPHONES=one-without-the-other",
                "TISKI_PX_PER_MM=4,03",
                "TISKI_AWAY_PORT=http"
            })
    void aFaultIsToldAndNothingIsWritten(String line) throws IOException {
        var kiosk = new Profile(folder.resolve("root"));
        var refused = kiosk.install(Profile.configuration(folder, line));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.words()).containsPattern(line.substring(0, line.indexOf('=')) + "[: ]");
        assertThat(state(kiosk.root())).isEmpty();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var refused = new Profile(folder.resolve("root"))
                .install(Profile.configuration(folder, "TISKI_KIOSK=A", "TISKI_PHONE=", "TISKI_VIEWING_MM=far"));
        assertThat(refused.words()).contains("TISKI_KIOSK", "TISKI_PHONE", "TISKI_VIEWING_MM");
    }

    @ParameterizedTest
    @CsvSource({
        "https://tiski.example.fi, https://.tiski.example.fi",
        "https://tiski.example.fi:8443, https://.tiski.example.fi:8443",
        "http://localhost:8080, http://.localhost:8080",
        "https://192.0.2.7, https://192.0.2.7"
    })
    void thePoliciesNameThisServiceAlone(String address, String exact) throws IOException {
        var kiosk = Profile.installed(folder, address, 7979);
        assertThat(kiosk.text(ADDRESSES))
                .contains("\"URLAllowlist\": [\"" + exact + "\", \"http://127.0.0.1:7979\", \"about:blank\"]");
        try (var files = Files.walk(kiosk.root())) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(json|html|css|toml|conf|nft|cfg)")))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern("@[A-Z_]+@"));
        }
    }

    @Test
    void theKiosksOwnPageHasThePhoneAndTheHoursInTheOrderOfTheLanguages() {
        var page = Profile.installed(
                        folder,
                        "https://tiski.example.fi",
                        7979,
                        "TISKI_LANGUAGES='sv fi'",
                        "TISKI_PHONE='<b>09</b> & 1'",
                        "TISKI_HOURS_FI='ma & ti'")
                .text(AWAY);
        assertThat(page)
                .contains("<html lang=\"sv\">", "data-service=\"https://tiski.example.fi\"", "ma &amp; ti")
                .contains("&lt;b&gt;09&lt;/b&gt; &amp; 1")
                .doesNotContain("<b>", "lang=\"en\"")
                .containsSubsequence("<section lang=\"sv\">", "<h1>", "<section lang=\"fi\">", "<h2>")
                .containsOnlyOnce("<h1>");
    }

    /** EN 301 549 V3.2.1, 5.1.4: 0.7 degrees, which is 7.33 mm at 600 mm. */
    @ParameterizedTest
    @CsvSource({"600, 7.4", "830, 10.2", "1000, 12.3"})
    void capitalsGrowWithTheDistance(String distance, String capital) {
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979, "TISKI_VIEWING_MM=" + distance);
        assertThat(kiosk.text("/usr/local/share/tiski-kiosk/away/geometry.css")).contains("--cap-mm: " + capital + ";");
    }

    @Test
    void systemdTakesTheUnitAndTheUser() throws IOException {
        assumeThat(Path.of("/usr/bin/systemd-analyze"))
                .as("There is no systemd here: the unit was not checked.")
                .exists();
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979);
        // The unit of Debian's greetd, whose drop-in ours is; the program need only be there.
        var unit = kiosk.file("/usr/lib/systemd/system/greetd.service");
        Files.createDirectories(unit.getParent());
        Files.writeString(
                unit, "[Unit]\nDescription=Greeter daemon\nDefaultDependencies=no\n[Service]\nExecStart=greetd\n");
        var program = kiosk.file("/usr/sbin/greetd");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var root = "--root=" + kiosk.root();
        assertThat(Profile.run(java.util.List.of("systemd-analyze", "verify", root, "greetd.service")))
                .isEqualTo(new Profile.Ran(0, ""));
        assertThat(Profile.run(java.util.List.of("systemd-sysusers", root)).status())
                .isZero();
        assertThat(kiosk.text("/etc/passwd"))
                .containsPattern("(?m)^tiski-kiosk:x:\\d+:\\d+:Tiski kiosk:/:/usr/sbin/nologin$");
    }

    /** A second run must not let in what somebody has plugged in since the first. */
    @Test
    void ofUsbOnlyWhatWasThereAtTheFirstInstallMayEverBeUsed() throws IOException {
        var kiosk = new Profile(folder.resolve("root"));
        var usbguard = plugged("allow id 1d6b:0002\\nallow id 2047:09d0");
        var configuration = Profile.configuration(folder, "TISKI_USBGUARD=yes");
        assertThat(installWith(usbguard, configuration).status()).isZero();
        assertThat(kiosk.text(USB)).isEqualTo("allow id 1d6b:0002\nallow id 2047:09d0\n");
        assertThat(kiosk.text("/etc/tiski-kiosk/usbguard.conf"))
                .contains("RuleFile=" + USB + "\n", "ImplicitPolicyTarget=block\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kiosk.file(USB))))
                .isEqualTo("rw-------");

        plugged("allow id 0781:5567");
        assertThat(installWith(usbguard, configuration)).isEqualTo(new Profile.Ran(0, "Nothing to change.\n"));
        assertThat(kiosk.text(USB)).doesNotContain("0781");

        kiosk.install(Profile.configuration(folder));
        assertThat(kiosk.file(USB)).doesNotExist();
        assertThat(kiosk.file("/etc/systemd/system/usbguard.service.d")).isEmptyDirectory();
    }

    @Test
    void whereNoUsbDeviceIsSeenNoneIsBlocked() throws IOException {
        var kiosk = new Profile(folder.resolve("root"));
        var done = installWith(plugged(""), Profile.configuration(folder, "TISKI_USBGUARD=yes"));
        assertThat(done.words()).contains("No USB device is seen here");
        assertThat(kiosk.file(USB)).doesNotExist();
        assertThat(kiosk.text("/etc/systemd/system/usbguard.service.d/tiski-kiosk.conf"))
                .contains("ConditionPathExists=" + USB);
    }

    private Path plugged(String rules) {
        return new Profile(folder.resolve("root")).script("usbguard", "printf '" + rules + "'");
    }

    private Profile.Ran installWith(Path usbguard, Path configuration) {
        return Profile.run(java.util.List.of(
                "env",
                "TISKI_KIOSK_USBGUARD=" + usbguard,
                Profile.SOURCE.resolve("install").toString(),
                "--root",
                folder.resolve("root").toString(),
                "--config",
                configuration.toString()));
    }

    @Test
    void aMachineThatIsReadOnlyByDayHasANightAndAPlaceForItsKey() throws IOException {
        var before = Profile.installed(folder, "https://tiski.example.fi", 7979);
        var plain = checksums(before.root());
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979, READ_ONLY);
        assertThat(kiosk.text("/etc/overlayroot.local.conf")).contains("overlayroot=\"tmpfs:recurse=0\"\n");
        assertThat(kiosk.text("/etc/systemd/system/var-lib-tiski\\x2dkeeper.mount"))
                .contains("What=/dev/disk/by-label/tiski-keeps\n", "Where=/var/lib/tiski-keeper\n");
        assertThat(kiosk.text("/etc/apt/apt.conf.d/99-tiski-kiosk")).contains("Unattended-Upgrade \"0\"");
        assertThat(kiosk.installAgain()).isEqualTo(new Profile.Ran(0, "Nothing to change.\n"));

        Profile.installed(folder, "https://tiski.example.fi", 7979);
        assertThat(withoutConfigurationAndRecord(checksums(kiosk.root())))
                .as("switched off, nothing of it is left but empty folders")
                .containsAllEntriesOf(withoutConfigurationAndRecord(plain))
                .doesNotContainKeys("etc/overlayroot.local.conf", "etc/grub.d/01_tiski-night");
    }

    @Test
    void withoutAPlaceForTheKeyNoMachineIsMadeReadOnly() throws IOException {
        var kiosk = new Profile(folder.resolve("root"));
        var refused = kiosk.install(Profile.configuration(folder, "TISKI_READ_ONLY=yes"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.words()).contains("TISKI_KEEPS must be a partition");
        assertThat(state(kiosk.root())).isEmpty();
    }

    @Test
    void systemdTakesTheUnitsOfTheNight() {
        assumeThat(Path.of("/usr/bin/systemd-analyze"))
                .as("There is no systemd here: the units were not checked.")
                .exists();
        var kiosk = Profile.installed(folder, "https://tiski.example.fi", 7979, READ_ONLY);
        var units = kiosk.file("/etc/systemd/system");
        for (var unit : java.util.List.of(
                "tiski-night.timer", "tiski-night.service", "tiski-update.service", "var-lib-tiski\\x2dkeeper.mount")) {
            var verified = Profile.run(java.util.List.of(
                    "systemd-analyze", "verify", "--man=no", units.resolve(unit).toString()));
            // The program is in the folder that stands for the machine's root, and not on this one.
            assertThat(verified.words().lines().filter(line -> !line.contains("is not executable")))
                    .as(unit)
                    .isEmpty();
        }
    }

    private static Map<String, String> withoutConfigurationAndRecord(Map<String, String> described) {
        var without = new TreeMap<>(described);
        without.keySet().removeIf(path -> path.endsWith("kiosk.conf") || path.endsWith("/installed"));
        return without;
    }

    /** Each file and folder with its mode, its time of change and its content. */
    private static Map<String, String> state(Path root) throws IOException {
        return describe(root, true);
    }

    private static Map<String, String> checksums(Path root) throws IOException {
        return describe(root, false);
    }

    private static Map<String, String> describe(Path root, boolean times) throws IOException {
        var described = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(found -> !found.equals(root)).toList()) {
                var regular = Files.isRegularFile(file);
                described.put(
                        root.relativize(file).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                                + (regular && times ? Files.getLastModifiedTime(file) : "")
                                + (regular
                                        ? Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                                        : ""));
            }
        }
        return described;
    }
}
