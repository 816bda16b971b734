package fi.tiski.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0415550112, +358415550112",
        "041 555 0112, +358415550112",
        "041-5550112, +358415550112",
        "(041) 555 01 12, +358415550112",
        "+358 41 555 0112, +358415550112",
        "00358415550112, +358415550112",
        "+46 70 174 06 05, +46701740605"
    })
    void isUnderstoodAsPeopleWriteIt(String written, String e164) {
        assertThat(PhoneNumber.parse(written)).map(PhoneNumber::e164).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Aino", "1", "12", "112", "0", "+", "+358", "041", "00000000000000000000000000"})
    void whatCannotBeCalledIsNoNumber(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Test
    void isShownAsAtHomeAndAbroadWithTheCountry() {
        assertThat(new PhoneNumber("+358415550112").shown()).isEqualTo("041 5550112");
        assertThat(new PhoneNumber("+46701740605").shown()).startsWith("+46 ");
    }

    @Test
    void knowsItsLastFourAndKeepsTheRestOutOfLogs() {
        var number = new PhoneNumber("+358415550112");

        assertThat(number.lastFour()).isEqualTo("0112");
        assertThat(number.toString()).doesNotContain("0112").doesNotContain("555");
    }

    @Test
    void aMalformedOneCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("0415550112"));
    }
}
