package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.platform.tables.Tables.SERVICE_POINT;

import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A service point across the border: its times are those of the clock on its own wall, and the page says so. */
class OtherClockTest extends Journey {

    @Autowired
    private DSLContext sql;

    private String slug = "";

    @BeforeEach
    void theSecondPointIsInSweden() {
        slug = sql.select(SERVICE_POINT.SLUG)
                .from(SERVICE_POINT)
                .orderBy(SERVICE_POINT.SORT, SERVICE_POINT.SLUG)
                .offset(1)
                .limit(1)
                .fetchSingle(row -> row.value1());
        zone("Europe/Stockholm");
    }

    @AfterEach
    void itIsInFinlandAgain() {
        zone("Europe/Helsinki");
    }

    @ParameterizedTest
    @EnumSource
    void itsTimesAreOnItsOwnClock(Language language) {
        var home = choosePlace(language, 2);

        assertThat(home.page().locator(".facts dd").first()).containsText(there(language));
        Look.shot(home.page(), "phone-check-other-clock-" + language.tag());
        home.press("journey.check.confirm", "done");
        assertThat(home.page().locator(".facts dd").first()).containsText(there(language));
    }

    @Test
    void timesOnOurOwnClockSayNothingOfIt() {
        var home = choosePlace(Language.FI, 1);

        assertThat(home.page().locator(".facts dd").first()).not().containsText(there(Language.FI));
    }

    private Customer choosePlace(Language language, int place) {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI).speak(language);
        home.askForAHuman().way("journey.ways.time", "topic");
        home.press("journey.topic.rather", "meet").choose(1, "place").choose(place, "needs");
        home.press("journey.go-on", "times").page().locator(".time").first().click();
        home.at("who").type("journey.who.name", "Rajan Ylittäjä").type("journey.who.phone", "041 555 0153");
        return home.press("journey.go-on", "check");
    }

    private static String there(Language language) {
        return Texts.say(language, "when.there", "").strip();
    }

    private void zone(String name) {
        sql.update(SERVICE_POINT)
                .set(SERVICE_POINT.TIME_ZONE, name)
                .where(SERVICE_POINT.SLUG.eq(slug))
                .execute();
    }
}
