package fi.tiski.surface.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is filled in: names, answers and mistakes. */
@ViewPackages(classes = AskedTest.class)
class AskedTest extends BrowserlessTest {

    @BeforeEach
    void finnish() {
        UI.getCurrent().setLocale(Language.FI.locale());
    }

    @Test
    void aFieldIsTiedToItsLabelHintAndError() {
        var field = Field.text("name", "Nimi").hint("Etunimi riittää");
        var control = field.control();
        assertThat(control.getAttribute("id")).isEqualTo("field-name");
        assertThat(control.getAttribute("aria-describedby")).isEqualTo("field-name-hint");

        field.error("Kirjoita nimesi");

        assertThat(control.getAttribute("aria-describedby")).isEqualTo("field-name-error field-name-hint");
        assertThat(control.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(field.getElement().getTextRecursively()).contains("Kirjoita nimesi");

        field.noError();

        assertThat(control.getAttribute("aria-describedby")).isEqualTo("field-name-hint");
        assertThat(control.hasAttribute("aria-invalid")).isFalse();
        assertThat(field.isWrong()).isFalse();
    }

    @Test
    void aFieldKeepsWhatWasTypedThroughAnError() {
        var field = Field.tel("phone", "Puhelinnumero");
        UI.getCurrent().add(field);
        var heard = new ArrayList<String>();
        field.onChange(heard::add);

        Hand.types(field, " 040 123 ");
        field.error("Liian vähän numeroita");

        assertThat(field.value()).isEqualTo("040 123");
        assertThat(heard).containsExactly("040 123");
    }

    @Test
    void whatNobodyCanTypeIsNotTyped() {
        var field = Field.longText("words", "Kerro omin sanoin");
        UI.getCurrent().add(field);

        Hand.types(field, "Äiti\0 \u001b[31mkaatui\n\uD83D\uDC75\uD800");

        assertThat(field.value()).isEqualTo("Äiti [31mkaatui\n\uD83D\uDC75");
    }

    @Test
    void nothingIsLongerThanItsFieldTakes() {
        var field = Field.text("code", "Koodi").maxLength(6);
        UI.getCurrent().add(field);

        Hand.types(field, "K7W3PDK7W3PD");

        assertThat(field.value()).isEqualTo("K7W3PD");
    }

    @Test
    void whatIsNoPlaceInAListIsNoChoice() {
        var select = new Select<>("language", "Kieli", "Valitse", List.of(new Option<>(Language.SV, "Svenska")));
        UI.getCurrent().add(select);

        for (var forged : List.of("1", "-1", "x", "99999999999", "0x0")) {
            select.control().setProperty("value", forged);
            assertThat(select.value()).as(forged).isEmpty();
        }
    }

    @Test
    void ofRadioButtonsOneIsChosen() {
        var options = Options.one("reach", "Miten?", List.of(new Option<>(1, "Kirje"), new Option<>(2, "Viesti")))
                .choose(1);
        UI.getCurrent().add(options);
        var heard = new ArrayList<List<Integer>>();
        options.onChange(heard::add);

        Hand.presses(options, 2);

        assertThat(options.value()).contains(2);
        assertThat(options.chosen()).containsExactly(2);
        assertThat(heard).containsExactly(List.of(2));
    }

    @Test
    void ofCheckBoxesAnyAreChosenInTheirOrder() {
        var options = Options.many("needs", "Mitä?", List.of(new Option<>("a", "A"), new Option<>("b", "B")));
        UI.getCurrent().add(options);

        Hand.presses(options, "b");
        Hand.presses(options, "a");
        assertThat(options.chosen()).containsExactly("a", "b");

        Hand.presses(options, "b");
        assertThat(options.chosen()).containsExactly("a");
    }

    @Test
    void optionsAreAGroupWithALegend() {
        var options = Options.one("reach", "Miten?", List.of(new Option<>(1, "Kirje").withDetail("Neljä päivää")));

        assertThat(options.getElement().getTag()).isEqualTo("fieldset");
        assertThat(options.getElement().getChild(0).getTag()).isEqualTo("legend");
        var label = options.inputs().values().iterator().next().getParent();
        assertThat(label.getTag()).isEqualTo("label");
        assertThat(label.getTextRecursively()).isEqualTo("Kirje Neljä päivää");
    }

    @Test
    void aSelectBeginsWithNothing() {
        var select = new Select<>("language", "Kieli", "Valitse", List.of(new Option<>(Language.SV, "Svenska")));
        UI.getCurrent().add(select);
        assertThat(select.value()).isEmpty();

        Hand.chooses(select, "Svenska");
        assertThat(select.value()).contains(Language.SV);

        Hand.chooses(select, "Valitse");
        assertThat(select.value()).isEmpty();
    }

    @Test
    void theSummaryListsWhatIsWrongAndForgetsWhatIsRight() {
        var summary = new ErrorSummary();
        var name = Field.text("name", "Nimi");
        var phone = Field.tel("phone", "Puhelin");
        UI.getCurrent().add(summary, name, phone);
        assertThat(summary.isVisible()).isFalse();

        assertThat(summary.show(new Wrong(name, "Kirjoita nimesi"), new Wrong(phone, "Tarkista numero")))
                .isFalse();
        assertThat(summary.isVisible()).isTrue();
        assertThat(summary.getElement().getTextRecursively()).contains("2 kohtaa pitää korjata", "Tarkista numero");
        assertThat(Hand.elements(summary).filter(part -> part.hasAttribute("data-to")))
                .extracting(link -> link.getAttribute("data-to"))
                .containsExactly("field-name", "field-phone");
        assertThat(name.isWrong()).isTrue();

        assertThat(summary.show(new Wrong(phone, "Tarkista numero"))).isFalse();
        assertThat(name.isWrong()).isFalse();
        assertThat(phone.isWrong()).isTrue();

        assertThat(summary.show()).isTrue();
        assertThat(summary.isVisible()).isFalse();
        assertThat(phone.isWrong()).isFalse();
    }
}
