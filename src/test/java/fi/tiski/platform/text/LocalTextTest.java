package fi.tiski.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

class LocalTextTest {

    private static final LocalText HOUSING = LocalText.of("Asuminen", "Boende", "Housing");

    @Test
    void isReadInEachLanguage() {
        assertThat(HOUSING.in(Language.SV)).isEqualTo("Boende");
        assertThat(HOUSING.in(Language.EN)).isEqualTo("Housing");
    }

    @Test
    void isFinnishWhereNobodyWroteEasyFinnish() {
        assertThat(HOUSING.in(Language.FI_SIMPLE)).isEqualTo("Asuminen");
        assertThat(LocalText.of("Asuminen", "Boende", "Housing", "Koti").in(Language.FI_SIMPLE))
                .isEqualTo("Koti");
    }

    @Test
    void lacksNoLanguageThatMustBeThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalText(Map.of(Language.FI, "Asuminen")));
    }

    @Test
    void comesBackFromTheDatabaseAsItWent() {
        var converter = new LocalTextConverter();

        assertThat(converter.from(converter.to(HOUSING))).isEqualTo(HOUSING);
        assertThat(converter.from(JSONB.valueOf("{\"fi\":\"a\",\"sv\":\"b\",\"en\":\"c\",\"xx\":\"d\"}")))
                .isEqualTo(LocalText.of("a", "b", "c"));
        assertThat(converter.from(null)).isNull();
    }
}
