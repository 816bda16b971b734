package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead nowhere, and what goes wrong on our side: a calm page, and a person. */
class TroubleTest extends Journey {

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/ways/forged", "/number/forged", "/done/forged", "/kiosk/no-such-kiosk", "/about/x"
            })
    void anAddressThatLeadsNowhereStillLeadsToAPerson(String path) {
        var page = open(Screen.PHONE, path);

        assertThat(page.locator(".human")).isVisible();
        assertThat(page.locator("body")).not().containsText("Exception");
        new Customer(page, Language.FI).askForAHuman();
    }

    @Test
    void anUnknownAddressIsAnsweredAsUnknown() {
        var answer = window(Screen.PHONE).newPage().navigate(address("/nowhere"));

        assertThat(answer.text()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @EnumSource
    void theCalmPagesAreFreeOfBarriers(Language language) {
        var customer = new Customer(open(Screen.PHONE, "/trouble/K7W3PD"), Language.FI).speak(language);
        assertThat(customer.page().locator("main:not([hidden])")).containsText("K7W3PD");
        Audit.axe(customer.page(), "phone-trouble");
        visit(customer.page(), "/nowhere");
        Audit.axe(customer.page(), "phone-nothing-here");
    }
}
