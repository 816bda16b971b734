package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The accessibility statement: what is not met is said to everybody, and whom to tell. */
class AccessibilityPageTest extends Journey {

    @ParameterizedTest
    @EnumSource
    void itSaysInEveryLanguageWhatIsMissingAndWhoToTell(Language language) throws IOException {
        var customer = new Customer(open(Screen.PHONE, "/"), Language.FI).speak(language);
        customer.press("statement.link", "accessibility");

        var page = customer.page().locator("main:not([hidden])");
        assertThat(page).containsText(customer.says("statement.state"));
        assertThat(page).containsText("041 555 0100");
        assertThat(page).containsText("Traficom");
        for (var theme : missing()) {
            assertThat(page).containsText(customer.says("statement.missing." + theme));
        }
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.LINK))
                .hasAttribute("href", "https://" + customer.says("statement.pattern.site"));
        customer.back();
        assertThat(customer.page().locator("main[data-page=start]")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void itIsFreeOfBarriers(Language language) {
        var customer = new Customer(open(Screen.PHONE, "/accessibility"), Language.FI).speak(language);
        Targets.fitSideways(customer.page());
        Targets.cutNothing(customer.page());
        Targets.areLargeEnough(customer.page());
        Look.whole(customer.page(), "phone-accessibility-" + language.tag());
        Audit.axe(customer.page(), "phone-accessibility");
    }

    private static String[] missing() throws IOException {
        var written = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/statement.properties"), StandardCharsets.UTF_8)) {
            written.load(reader);
        }
        assertThat(written.getProperty("missing")).isNotNull();
        return written.getProperty("missing").split(",");
    }
}
