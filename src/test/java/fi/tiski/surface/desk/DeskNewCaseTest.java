package fi.tiski.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import fi.tiski.surface.kit.Hand;
import org.junit.jupiter.api.Test;

/** A case that an agent opens or looks for. */
class DeskNewCaseTest extends AtTheDesk {

    @Test
    void aNewCaseNeedsNothingAndIsServedAtOnce() {
        navigate(DeskView.class);

        press(button("Uusi asia"));
        press(button("Avaa asia"));

        assertThat(said()).isEqualTo("Asia on avattu. Mitä tehdään?");
        assertThat(findAct(Act.TAKE_UP)).isPresent();
        press(act(Act.TAKE_NUMBER));
        assertThat(said()).startsWith("Vuoronumero on");
    }

    @Test
    void aPhoneNumberThatIsNoneIsPutRightBesideTheField() {
        navigate(DeskView.class);
        press(button("Uusi asia"));

        type(byId("field-customer-phone"), "12");
        press(button("Avaa asia"));

        assertThat(text(pane())).contains("Kirjoita puhelinnumero, esimerkiksi 040 123 4567.");
        assertThat(byId("field-customer-phone").getProperty("value")).isEqualTo("12");
    }

    @Test
    void theImpatientSecondHalfOfADoublePressOpensNoSecondCase() {
        navigate(DeskView.class);
        press(button("Uusi asia"));
        type(byId("field-customer-name"), "Kaksoispainallus Pekka");
        var open = button("Avaa asia");

        Hand.presses(open);
        Hand.presses(open);
        roundTrip();

        assertThat(cases.find(aino.organisation(), "Kaksoispainallus")).hasSize(1);
    }

    @Test
    void nothingFoundIsSaidInPlainWords() {
        navigate(DeskView.class);

        type(byId("find-case"), "eilöydymitään");
        press(find(NativeButton.class).all().stream()
                .filter(one -> "Etsi".equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow());

        assertThat(text(screen())).contains("Haulla ”eilöydymitään” ei löytynyt mitään.");
    }
}
