package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every component of the kit, in every language and every look. */
class GalleryAuditTest extends Journey {

    private static final List<String> LOOKS = List.of("light", "dark", "contrast");

    static Stream<Arguments> languagesAndLooks() {
        return Arrays.stream(Language.values())
                .flatMap(language -> LOOKS.stream().map(look -> Arguments.of(language.tag(), look)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("languagesAndLooks")
    void hasNoBarrierThatAMachineFinds(String language, String look) {
        var page = open(Screen.TABLET, "/gallery?language=" + language + "&look=" + look);

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        Audit.axe(page, "gallery");
        Contrast.isEnough(page);
        Look.whole(page, "gallery-" + language + "-" + look);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "question", "calm"})
    void hasNoBarrierOnWholePages(String name) {
        for (var look : LOOKS) {
            var page = open(Screen.PHONE, "/gallery/" + name + "?look=" + look);
            Audit.axe(page, "gallery, " + name);
            Contrast.isEnough(page);
            Targets.areLargeEnough(page);
            Targets.fitSideways(page);
            Look.shot(page, "page-" + name + "-" + look);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "question", "calm"})
    void hasNoBarrierOnTheGlassOfAKiosk(String name) {
        for (var look : LOOKS) {
            var page = open(Screen.KIOSK, "/gallery/" + name + "?frame=kiosk&look=" + look);
            if (name.equals("question")) {
                page.getByLabel("Etunimi ja sukunimi").focus();
                assertThat(page.locator(".keyboard").isVisible()).isTrue();
            }
            Audit.axe(page, "gallery, " + name);
            Contrast.isEnough(page);
            Targets.areLargeEnough(page);
            Targets.fitSideways(page);
            Look.shot(page, "kiosk-" + name + "-" + look);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en", "fi-simple"})
    void hasTargetsForEveryHand(String language) {
        Targets.areLargeEnough(open(Screen.PHONE, "/gallery?language=" + language));
        Targets.areLargeEnough(open(Screen.KIOSK, "/gallery?frame=kiosk&language=" + language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en", "fi-simple"})
    void isWholeInANarrowWindowAndWithLargeText(String language) {
        for (var text : List.of("100", "200")) {
            var page = open(Screen.NARROW, "/gallery?language=" + language + "&text=" + text);
            Targets.fitSideways(page);
            Targets.cutNothing(page);
            Look.shot(page, "narrow-" + language + "-" + text);
        }
    }
}
