package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receipt printer at the kiosk, by the bytes that pass. */
class PrinterTest {

    private static final UUID PRESS = UUID.randomUUID();

    private final PlayedService service = new PlayedService();
    private final PlayedPrinter printer = new PlayedPrinter();

    @TempDir
    Path folder;

    private Keeper keeper;

    @BeforeEach
    void begin() {
        keeper = new Keeper(folder, service.address(), "TISKI_PRINTER=" + printer.where());
        keeper.await(() -> state("ready"));
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
    void whatIsSentIsOnThePaperOnceByteForByte() {
        var slip = "\u001b@Numero 47\n\u001dVB\u0000";
        var answer = keeper.post("/print", slip);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"printer\": \"ready\"}");
        assertThat(printer.paper()).isEqualTo(slip.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"PAPER_OUT, paper-out", "COVER_OPEN, cover-open", "OFFLINE, offline", "DUMB, offline"})
    void aPrinterThatCannotPrintIsSentNothing(PlayedPrinter.State is, String told) {
        var events = keeper.events();
        printer.is(is);
        keeper.await(() -> events.contains("printer " + told));
        var answer = keeper.post("/print", "Numero 47\n");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"printer\": \"" + told + "\"}");
        assertThat(printer.paper()).isEmpty();
        printer.is(PlayedPrinter.State.READY);
        keeper.await(() -> events.getLast().equals("printer ready"));
    }

    @Test
    void littlePaperIsToldAndStillPrintedOn() {
        printer.is(PlayedPrinter.State.PAPER_LOW);
        keeper.await(() -> state("paper-low"));
        assertThat(keeper.post("/print", "Numero 47\n").status()).isEqualTo(200);
    }

    @Test
    void paperThatEndsInTheMiddleIsToldAndTheSlipIsNotPrintedAgain() {
        printer.willBe(PlayedPrinter.State.PAPER_OUT);
        var answer = keeper.post("/print", "Numero 47\n");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"printer\": \"paper-out\"}");
        printer.is(PlayedPrinter.State.READY);
        keeper.await(() -> state("ready"));
        assertThat(new String(printer.paper(), StandardCharsets.ISO_8859_1)).isEqualTo("Numero 47\n");
    }

    @Test
    void aPrinterThatIsUnpluggedIsOffline() {
        printer.close();
        keeper.await(() -> state("offline"));
        assertThat(keeper.post("/print", "Numero 47\n").body()).isEqualTo("{\"printer\": \"offline\"}");
    }

    @Test
    void nothingAndFarTooMuchAreNotPrinted() {
        assertThat(keeper.post("/print", "").status()).isEqualTo(409);
        assertThat(keeper.ask("POST", "/print", "", "Origin: " + service.address() + "\r\nContent-Length: 9999999\r\n")
                        .status())
                .isEqualTo(409);
        assertThat(printer.paper()).isEmpty();
    }

    @Test
    void aNumberThatWasGivenWhileTheServiceIsAwayIsPrintedOnceLarge() {
        service.answer("/device/heartbeat", 200, """
                {"orders":[],"offline":{"from":901,"to":930,"day":"%s"},"open":{"from":"%s","until":"%s"}}
                """.formatted(
                        LocalDate.now(ZoneId.of("Europe/Helsinki")),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(3600)));
        keeper.seesTheServiceAs("there");
        keeper.ask("PUT", "/key", "{\"key\":\"a-key-that-nobody-guesses\"}", "Origin: " + service.address() + "\r\n");
        keeper.await(() -> keeper.state().resolve("numbers-allowed").toFile().exists());
        service.goAway();
        keeper.seesTheServiceAs("away");
        assertThat(keeper.post("/number", "{\"press\":\"" + PRESS + "\"}").status())
                .isEqualTo(200);
        assertThat(keeper.post("/slip", "{\"press\":\"" + PRESS + "\",\"language\":\"sv\"}")
                        .status())
                .isEqualTo(200);
        assertThat(keeper.post("/slip", "{\"press\":\"" + PRESS + "\",\"language\":\"sv\"}")
                        .status())
                .isEqualTo(409);
        assertThat(keeper.post("/slip", "{\"press\":\"nobodys\"}").status()).isEqualTo(409);
        assertThat(new String(printer.paper(), Charset.forName("windows-1252")))
                .containsOnlyOnce("Ditt nummer är\n\u001d!\u0077901\u001d!\u0000\nVänta tills")
                .contains("09 123 4567")
                .endsWith("\u001dVB\u0000");
    }

    /** As {@code /dev/usb/lp0}: a file that is written to and read from. A terminal of our own carries the bytes. */
    @Test
    void aPrinterThatIsADeviceIsPrintedOnToo(@TempDir Path another) throws IOException {
        var device = new ProcessBuilder(
                        "/usr/bin/python3", "-c", """
                import os, pty, select, socket, sys, tty
                ours, theirs = pty.openpty()
                tty.setraw(ours), tty.setraw(theirs)
                print(os.ttyname(theirs), flush=True)
                with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as line:
                    while True:
                        for ready in select.select([ours, line], [], [])[0]:
                            if ready is line:
                                os.write(ours, line.recv(999))
                            else:
                                line.sendall(os.read(ours, 999))
                """, printer.where().replaceFirst(".*:", ""))
                .start();
        try (var words = device.inputReader();
                var plugged = keeperWithout(another, words.readLine())) {
            plugged.await(() -> plugged.get("/state").body().contains("\"printer\": \"ready\""));
            assertThat(plugged.post("/print", "Numero 47\n").body()).isEqualTo("{\"printer\": \"ready\"}");
            assertThat(new String(printer.paper(), StandardCharsets.ISO_8859_1)).isEqualTo("Numero 47\n");
            printer.is(PlayedPrinter.State.COVER_OPEN);
            plugged.await(() -> plugged.get("/state").body().contains("\"printer\": \"cover-open\""));
        } finally {
            device.destroyForcibly();
        }
    }

    /** The other keeper would talk to the printer at the same time; a real device lets one in. */
    private Keeper keeperWithout(Path another, String device) {
        keeper.close();
        return new Keeper(another, service.address(), "TISKI_PRINTER=" + device);
    }

    /** What Linux's usblp answers and a terminal does not: nothing, at once; or never anything, and the bits of a port. */
    @ParameterizedTest
    @CsvSource({
        "nothing-between, 0, ready",
        "never, 0x18, ready",
        "never, 0x38, paper-out",
        "never, 0x10, offline",
        "never, -1, offline"
    })
    void aPrinterAtUsbHasItsOwnWays(String reads, String port, String state) {
        var said = Profile.run(java.util.List.of(
                "/usr/bin/python3",
                "-B",
                "-c",
                """
                import errno, os, struct, sys
                sys.path.insert(0, sys.argv[1])
                import printer, told
                answers = iter([b"", b"\\x12", b"", b"", b"\\x12", b"\\x12"])
                bits = int(sys.argv[3], 0)
                def read(file, many):
                    if sys.argv[2] == "never":
                        raise OSError(errno.EINVAL, "it has no way back")
                    return next(answers)
                def ioctl(file, request, space):
                    if bits < 0:
                        raise OSError(errno.ENOTTY, "no port")
                    return struct.pack("i", bits)
                printer.os.read, printer.fcntl.ioctl = read, ioctl
                printer.select.select = lambda *files: (files[0], files[1], [])
                printer.TO_ANSWER, printer.TO_SAY_SOMETHING = 0.2, 0.001
                it = printer.Printer("/dev/null", told.Told())
                it._look()
                print(it.state())
                """,
                Profile.SOURCE.resolve("lib/keeper").toString(),
                reads,
                port));
        assertThat(said).isEqualTo(new Profile.Ran(0, state + "\n"));
    }

    private boolean state(String expected) {
        return keeper.get("/state").body().contains("\"printer\": \"" + expected + "\"");
    }
}
