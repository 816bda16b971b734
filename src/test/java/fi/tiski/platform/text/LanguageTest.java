package fi.tiski.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

    @ParameterizedTest
    @EnumSource
    void isFoundAgainByItsTagAndItsLocale(Language language) {
        assertThat(Language.ofTag(language.tag())).contains(language);
        assertThat(Language.of(language.locale())).isEqualTo(language);
        assertThat(language.locale().toLanguageTag()).isEqualTo(language.tag());
    }

    @Test
    void isTheBrowsersWhereWeSpeakItAndElseFinnish() {
        assertThat(Language.of(Locale.forLanguageTag("sv-FI"))).isEqualTo(Language.SV);
        assertThat(Language.of(Locale.US)).isEqualTo(Language.EN);
        assertThat(Language.of(Locale.JAPAN)).isEqualTo(Language.FI);
        assertThat(Language.ofTag("ja")).isEmpty();
    }

    @Test
    void easyFinnishIsSpokenAsFinnish() {
        assertThat(Language.FI_SIMPLE.spoken()).isEqualTo(Language.FI);
        assertThat(Language.SV.spoken()).isEqualTo(Language.SV);
    }
}
