package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receipt printer at the kiosk, by the bytes that pass. */
class PrinterTest {

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
        assertThat(keeper.post("/number", "{\"press\":\"p1\"}").status()).isEqualTo(200);
        assertThat(keeper.post("/slip", "{\"press\":\"p1\",\"language\":\"sv\"}")
                        .status())
                .isEqualTo(200);
        assertThat(keeper.post("/slip", "{\"press\":\"p1\",\"language\":\"sv\"}")
                        .status())
                .isEqualTo(409);
        assertThat(keeper.post("/slip", "{\"press\":\"nobodys\"}").status()).isEqualTo(409);
        assertThat(new String(printer.paper(), Charset.forName("windows-1252")))
                .containsOnlyOnce("Ditt nummer är\n\u001d!\u0077901\u001d!\u0000\nVänta tills")
                .contains("09 123 4567")
                .endsWith("\u001dVB\u0000");
    }

    private boolean state(String expected) {
        return keeper.get("/state").body().contains("\"printer\": \"" + expected + "\"");
    }
}
