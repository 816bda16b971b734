package fi.tiski.surface.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import fi.tiski.support.ReceiptReader;
import fi.tiski.support.ReceiptReader.Printed;
import fi.tiski.surface.kit.Slip.Part;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a receipt printer is sent, and what lies on the paper then. The bytes themselves are kept in
 * {@code src/test/resources/slips}: where they have changed on purpose, the test writes them anew and fails once.
 */
class ReceiptTest {

    private static final Path KEPT = Path.of("src/test/resources/slips");
    private static final String LINK = "https://tiski.example/my/AbCdEfGhIjKlMnOpQrStUvWxYz012345";
    private static final Paper WIDE = Paper.ofRoll(80);

    private static final List<Part> NUMBER = List.of(
            new Part.Line("Lampilan kaupunki"),
            new Part.Large("127"),
            new Part.Line("Keskustan palvelutori"),
            new Part.Line("Kello 9.15 odotus oli 10–20 minuuttia."),
            new Part.Line("Odota rauhassa. Kutsumme numerosi näytöllä ja ääneen, ja näet, mihin tiskiin tulet."),
            new Part.Line("Koodi"),
            new Part.Secret("KUUSI 482"),
            new Part.Line("Salainen koodi, vain sinulle"),
            new Part.Secret("917 4K2"),
            new Part.Link(LINK, "Avaa oman sivusi puhelimessa"));

    private static final List<Part> MEETING = List.of(
            new Part.Line("Lampilan kaupunki"),
            new Part.Large("Torstai 15. lokakuuta kello 13.45"),
            new Part.Line("Paikan päällä"),
            new Part.Line("Åvägens servicetorg, Järvenpää"),
            new Part.Line("Torikatu 1, 00100 Lampila"),
            new Part.Line("Sinut tapaa Šárka Žižková-Ålander"),
            new Part.Secret("KUUSI 482"),
            new Part.Link(LINK, "Öppnar din egen sida på telefonen"));

    @Test
    void aNumberIsReadFromAfarAndTheSlipIsCutOffOnce() {
        var paper = read(NUMBER, WIDE);

        assertThat(paper).contains(new Printed.Line("127", 8, true, true));
        assertThat(paper).contains(new Printed.Qr(LINK, 8, true));
        assertThat(paper.stream().filter(Printed.Cut.class::isInstance)).hasSize(1);
        assertThat(paper.getLast()).isEqualTo(new Printed.Cut());
        assertThat(ReceiptReader.words(paper))
                .startsWith(
                        "Lampilan kaupunki", "127", "Keskustan palvelutori", "Kello 9.15 odotus oli 10–20 minuuttia.")
                .contains("KUUSI 482", "917 4K2")
                .endsWith("Avaa oman sivusi puhelimessa");
    }

    /** The paper moves past the knife first: a shorter way would cut the last words. */
    @Test
    void nothingIsCutThrough() {
        var paper = read(NUMBER, WIDE);
        var end = paper.subList(paper.size() - 6, paper.size() - 1);

        assertThat(ReceiptReader.words(end)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 58})
    void everyWordIsWholeOnEachPaper(int roll) {
        var words = String.join(" ", ReceiptReader.words(read(MEETING, Paper.ofRoll(roll))));

        assertThat(words)
                .contains("Torstai 15. lokakuuta kello 13.45")
                .contains("Åvägens servicetorg, Järvenpää")
                .contains("Šárka Žižková-Ålander")
                .contains("Öppnar din egen sida på telefonen");
    }

    @Test
    void aLongNumberIsAsLargeAsThePaperLetsItBe() {
        assertThat(read(List.of(new Part.Large("A 1027")), WIDE)).contains(new Printed.Line("A 1027", 2, true, true));
        assertThat(read(List.of(new Part.Large("10275")), Paper.ofRoll(58)))
                .contains(new Printed.Line("10275", 6, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åsa Öström, åäö ÅÄÖ",
                "Šefčíková, Žofie, ž š",
                "Łukasz Wałęsa",
                "Ķēniņš, Ąžuolas",
                "Достоевский и Åsa",
                "Παπαδόπουλος",
                "10–20 ’ €"
            })
    void namesFromElsewhereKeepTheirLetters(String name) {
        assertThat(ReceiptReader.words(read(List.of(new Part.Line(name)), WIDE)))
                .containsExactly(name);
    }

    @Test
    void whatNoPageHasLosesItsMarkAndNeverTheSlip() {
        assertThat(ReceiptReader.words(read(List.of(new Part.Line("Hǎi ŋ 海 \uD83D\uDE00 9\u202F000 A\u0308")), WIDE)))
                .containsExactly("Hai ? ? ? 9 000 Ä");
    }

    @Test
    void aWordLongerThanALineIsBroken() {
        assertThat(Receipt.broken("a " + "b".repeat(7) + " c", 3)).containsExactly("a", "bbb", "bbb", "b c");
    }

    @Test
    void anotherPaperIsRefusedAtTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Paper.ofRoll(110)).withMessageContaining("80 or 58");
    }

    @Test
    void theBytesAreTheOnesThatWereLookedAt() throws IOException {
        var now = Map.of(
                "number-80", Receipt.of(NUMBER, WIDE),
                "number-58", Receipt.of(NUMBER, Paper.ofRoll(58)),
                "meeting-80", Receipt.of(MEETING, WIDE),
                "meeting-58", Receipt.of(MEETING, Paper.ofRoll(58)));
        var changed = new ArrayList<String>();
        for (var slip : now.entrySet()) {
            draw(slip.getKey(), slip.getValue());
            var file = KEPT.resolve(slip.getKey() + ".bin");
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), slip.getValue())) {
                Files.createDirectories(KEPT);
                Files.write(file, slip.getValue());
                changed.add(file.toString());
            }
        }
        assertThat(changed)
                .as("written anew: look at target/screenshots/slip-*.png, then commit them")
                .isEmpty();
    }

    private static List<Printed> read(List<Part> parts, Paper paper) {
        return ReceiptReader.read(Receipt.of(parts, paper), paper.dots());
    }

    private static void draw(String name, byte[] bytes) throws IOException {
        var dots = name.endsWith("58") ? 384 : 576;
        var picture = ReceiptReader.picture(ReceiptReader.read(bytes, dots), dots, ReceiptTest::qr);
        var file = Path.of("target/screenshots/slip-" + name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    private static BufferedImage qr(String content, int squareDots) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            var code = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 1, 1, hints);
            var edge = code.getWidth() * squareDots;
            var picture = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
            for (var y = 0; y < edge; y++) {
                for (var x = 0; x < edge; x++) {
                    picture.setRGB(x, y, code.get(x / squareDots, y / squareDots) ? 0 : 0xffffff);
                }
            }
            return picture;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
