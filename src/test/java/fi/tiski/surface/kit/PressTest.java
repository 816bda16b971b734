package fi.tiski.surface.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.TimeChoices.Day;
import fi.tiski.surface.kit.TimeChoices.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pressed. */
@ViewPackages(classes = PressTest.class)
class PressTest extends BrowserlessTest {

    @BeforeEach
    void finnish() {
        UI.getCurrent().setLocale(Language.FI.locale());
    }

    @Test
    void twoPressesBeforeTheAnswerAreOne() {
        var presses = new AtomicInteger();
        var button = ActionButton.primary("Varaa", presses::incrementAndGet);
        UI.getCurrent().add(button);

        Hand.presses(button);
        Hand.presses(button);
        assertThat(presses).hasValue(1);

        roundTrip();
        Hand.presses(button);
        assertThat(presses).hasValue(2);
    }

    @Test
    void aPressHasAKeyThatLastsAsLongAsTheButton() {
        var button = ActionButton.primary("Varaa", () -> {});

        assertThat(button.press()).isEqualTo(button.press());
        assertThat(ActionButton.primary("Varaa", () -> {}).press()).isNotEqualTo(button.press());
    }

    @Test
    void aButtonThatFailedCanBePressedAgain() {
        var presses = new AtomicInteger();
        var button = ActionButton.primary("Varaa", () -> {
            presses.incrementAndGet();
            throw new IllegalStateException("a fault");
        });
        UI.getCurrent().add(button);
        UI.getCurrent().getSession().setErrorHandler(fault -> {});

        pressThroughFault(button);
        roundTrip();
        pressThroughFault(button);

        assertThat(presses).hasValue(2);
    }

    @Test
    void choicesAreAList() {
        var choices = new Choices(new Choice("here", "Täällä", () -> {}), new Choice("video", "Videolla", () -> {}));

        assertThat(choices.getElement().getTag()).isEqualTo("ul");
        assertThat(choices.getElement().getChildCount()).isEqualTo(2);
        assertThat(choices.getElement().getChild(0).getChild(0).getTag()).isEqualTo("button");
    }

    @Test
    void aChoiceIsHeardAsTitleAndDetail() {
        var choice = new Choice("here", "Täällä, nyt heti", () -> {}).detail("Edelläsi 3 ihmistä");
        assertThat(choice.getElement().getTextRecursively()).isEqualTo("Täällä, nyt heti Edelläsi 3 ihmistä");

        choice.detail("Edelläsi 2 ihmistä");
        assertThat(choice.getElement().getTextRecursively()).isEqualTo("Täällä, nyt heti Edelläsi 2 ihmistä");
    }

    @Test
    void aTimeIsChosenAndHeardWithItsDay() {
        var heard = new ArrayList<Integer>();
        var times = new TimeChoices<>(
                List.of(new Day<>("Torstaina", List.of(new Time<>(9, "9.00"), new Time<>(10, "10.00")))), heard::add);
        UI.getCurrent().add(times);

        var ten = find(NativeButton.class, times)
                .withCondition(button -> button.getText().equals("10.00"))
                .single();
        Hand.presses(ten);

        assertThat(heard).containsExactly(10);
        assertThat(times.chosen()).contains(10);
        assertThat(ten.getElement().getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(ten.getElement().getAttribute("aria-label")).isEqualTo("10.00, Torstaina");
    }

    private static void pressThroughFault(ActionButton button) {
        try {
            Hand.presses(button);
        } catch (IllegalStateException shownByTheErrorHandler) {
            assertThat(shownByTheErrorHandler).hasMessage("a fault");
        }
    }
}
