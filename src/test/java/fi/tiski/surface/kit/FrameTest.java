package fi.tiski.surface.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Frame.Kind;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is around every page. */
@ViewPackages(classes = FrameTest.class)
class FrameTest extends BrowserlessTest {

    private final Frame frame = new Frame(Kind.HOME, new Sign("Lampila", "", "08 123 4500"));

    @BeforeEach
    void finnish() {
        UI.getCurrent().setLocale(Language.FI.locale());
        UI.getCurrent().add(frame);
    }

    @Test
    void asksForAHumanOnEveryPage() {
        var asked = new ArrayList<String>();
        frame.onHuman(() -> asked.add("human"));

        Hand.presses(frame.human());

        assertThat(asked).containsExactly("human");
        assertThat(frame.human().getElement().getTextRecursively()).isEqualTo("Haluan palvelua ihmiseltä");
    }

    @Test
    void changesItsWordsInPlaceWithTheLanguage() {
        var chosen = new ArrayList<Language>();
        frame.onLanguage(language -> {
            chosen.add(language);
            UI.getCurrent().setLocale(language.locale());
        });
        var human = frame.human();

        Hand.presses(button("Selkosuomi"));

        assertThat(chosen).containsExactly(Language.FI_SIMPLE);
        assertThat(frame.human()).isSameAs(human);
        assertThat(human.getElement().getTextRecursively()).isEqualTo("Haluan puhua ihmisen kanssa");
        assertThat(button("Selkosuomi").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(button("Suomi").getElement().getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(button("Svenska").getElement().getAttribute("lang")).isEqualTo("sv");
    }

    @Test
    void showsOnePageAtATime() {
        var first = new Page("Ensimmäinen");
        var second = new CalmPage("clock", "Toinen", "Odota hetki");

        frame.show(first);
        frame.show(second);
        roundTrip();

        assertThat(first.isAttached()).isFalse();
        assertThat(second.isAttached()).isTrue();
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Toinen – Tiski");
    }

    @Test
    void hasABackButtonOnlyWhereOneCanGoBack() {
        assertThat(find(ActionButton.class, frame).all()).isEmpty();

        var went = new ArrayList<String>();
        frame.onBack(() -> went.add("back"));
        Hand.presses(find(ActionButton.class, frame).single());
        assertThat(went).containsExactly("back");

        frame.noBack();
        assertThat(find(ActionButton.class, frame).all()).isEmpty();
    }

    @Test
    void keepsTheTelephoneNumberReady() {
        assertThat(frame.getElement().getTextRecursively()).contains("08 123 4500");
    }

    private NativeButton button(String words) {
        return find(NativeButton.class, frame)
                .withCondition(
                        button -> button.getElement().getTextRecursively().equals(words))
                .single();
    }
}
