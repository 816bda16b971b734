package fi.tiski.surface.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import fi.tiski.platform.text.Language;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told. */
@ViewPackages(classes = TellingTest.class)
class TellingTest extends BrowserlessTest {

    @BeforeEach
    void finnish() {
        UI.getCurrent().setLocale(Language.FI.locale());
    }

    @ParameterizedTest
    @CsvSource({"KUUSI 482 917, 'KUUSI, 4 8 2, 9 1 7'", "A 27, 'A, 2 7'", "K7-3F2, 'K 7, 3 F 2'"})
    void aCodeIsHeardSignBySign(String code, String heard) {
        assertThat(Code.spelled(code)).isEqualTo(heard);
        assertThat(new Code(code).getElement().getChild(0).getText()).isEqualTo(code);
        assertThat(new Code(code).getElement().getChild(0).getAttribute("aria-hidden"))
                .isEqualTo("true");
    }

    @Test
    void aTicketChangesInPlaceUntilItIsCalled() {
        var ticket = new TicketCard("A 27").fact("Edelläsi", "3 ihmistä");
        var value = Hand.elements(ticket)
                .filter(part -> part.getTag().equals("dd"))
                .findFirst()
                .orElseThrow();

        ticket.fact("Edelläsi", "2 ihmistä");
        assertThat(value.getText()).isEqualTo("2 ihmistä");
        assertThat(ticket.isCalled()).isFalse();

        ticket.called("Nyt on sinun vuorosi – tiski 3");
        assertThat(ticket.isCalled()).isTrue();
        assertThat(ticket.getElement().getTextRecursively()).contains("tiski 3");
    }

    @Test
    void aChangeOfAFactIsNamedAfterIt() {
        var change = ActionButton.quiet("Muuta", () -> {});
        new Facts().fact("person", "Nimi", "Aino", change);

        assertThat(change.getElement().getAttribute("aria-label")).isEqualTo("Muuta: Nimi");
        assertThat(change.getElement().getParent().getTag()).isEqualTo("dd");
    }

    @Test
    void aQrCodeCanBeRead() throws Exception {
        var address = "https://tiski.example/j/8d1f";

        assertThat(read(QrCode.svg(address))).isEqualTo(address);
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.svg("x".repeat(5000)));
    }

    /** Draws the modules as the browser would, then reads them as a telephone would. */
    private static String read(String svg) throws Exception {
        var size = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(size.find()).isTrue();
        var modules = Integer.parseInt(size.group(1));
        var scale = 4;
        var pixels = new int[modules * scale * modules * scale];
        Arrays.fill(pixels, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h1v1").matcher(svg).results().forEach(module -> {
            var x = Integer.parseInt(module.group(1)) * scale;
            var y = Integer.parseInt(module.group(2)) * scale;
            for (var at = 0; at < scale * scale; at++) {
                pixels[(y + at / scale) * modules * scale + x + at % scale] = 0;
            }
        });
        var image = new RGBLuminanceSource(modules * scale, modules * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(image)))
                .getText();
    }

    @Test
    void aPictogramIsDecoration() {
        var pictogram = new Pictogram("people").getElement();

        assertThat(pictogram.getAttribute("aria-hidden")).isEqualTo("true");
        assertThat(pictogram.getProperty("innerHTML")).contains("/tiski/pictograms/pictograms.svg#people");
        assertThatIllegalArgumentException().isThrownBy(() -> new Pictogram("\"><script>"));
    }
}
