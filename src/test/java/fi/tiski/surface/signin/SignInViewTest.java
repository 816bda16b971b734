package fi.tiski.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import fi.tiski.platform.text.Language;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The page where agents sign in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class SignInViewTest extends SpringBrowserlessTest {

    @Test
    void itIsAPlainFormThatPasswordManagersKnow() {
        var view = navigate("sign-in", SignInView.class);

        var form = only(view.getElement(), "form");
        assertThat(form.getAttribute("method")).isEqualTo("post");
        assertThat(form.getAttribute("action")).endsWith("sign-in");
        assertThat(byName(form, "username").getAttribute("autocomplete")).isEqualTo("username");
        assertThat(byName(form, "password").getAttribute("autocomplete")).isEqualTo("current-password");
        assertThat(byName(form, "password").getAttribute("type")).isEqualTo("password");
        assertThat(only(form, "button").getAttribute("type")).isEqualTo("submit");
        assertThat(elements(form).filter(one -> "label".equals(one.getTag())).map(label -> label.getAttribute("for")))
                .containsExactly("username", "password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FI | Kirjaudu sisään | Käyttäjätunnus tai salasana ei ole oikein. Tarkista molemmat ja yritä uudelleen.",
                "SV | Logga in | Användarnamnet eller lösenordet stämmer inte. Kontrollera båda och försök igen.",
                "EN | Sign in | The user name or the password is not right. Check both and try again."
            })
    void whatWentWrongIsSaidInPlainWords(Language language, String title, String wrong) {
        VaadinSession.getCurrent().setLocale(language.locale());

        UI.getCurrent().navigate("sign-in", QueryParameters.of("wrong", ""));
        var view = (SignInView) getCurrentView();

        assertThat(find(H1.class).single().getText()).isEqualTo(title);
        assertThat(elements(view.getElement())
                        .filter(one -> "alert".equals(one.getAttribute("role")))
                        .map(Element::getTextRecursively))
                .containsExactly(wrong);
    }

    @Test
    void aPhoneNumberReachesSomebodyWhoCanHelp() {
        var view = navigate("sign-in", SignInView.class);

        assertThat(elements(view.getElement())
                        .filter(one -> "a".equals(one.getTag()))
                        .map(one -> one.getAttribute("href")))
                .contains("tel:0415550100");
    }

    private static Element byName(Element form, String name) {
        return elements(form)
                .filter(one -> name.equals(one.getAttribute("name")))
                .findFirst()
                .orElseThrow();
    }

    private static Element only(Element within, String tag) {
        return elements(within)
                .filter(one -> tag.equals(one.getTag()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Element element) {
        return element.isTextNode()
                ? Stream.empty()
                : Stream.concat(Stream.of(element), element.getChildren().flatMap(SignInViewTest::elements));
    }
}
