package fi.tiski.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kaarina Mäkelä",
                "Åsa-Märta d’Aubigné",
                "Николай Гоголь",
                "محمد بن عبد الله",
                "שרה כהן",
                "王小明",
                "👩‍🦽 Aino 🇫🇮",
                "<script>alert('x')</script>",
                "Robert'); drop table customer; --"
            })
    void whatCanBeReadStaysAsItIs(String name) {
        assertThat(Plain.line(name)).isEqualTo(name);
        assertThat(Plain.lines(name)).isEqualTo(name);
    }

    @Test
    void whatCannotBeReadIsNotKept() {
        assertThat(Plain.line("Ai\u0000no\u0007 \u001b[31mLaine")).isEqualTo("Aino [31mLaine");
        assertThat(Plain.line("\ud83dAino\udc69")).isEqualTo("Aino");
        assertThat(Plain.line("\u202eoniA\u202c \u2067Laine")).isEqualTo("oniA Laine");
        assertThat(Plain.line("\u0000\u0008\u001f")).isEmpty();
    }

    @Test
    void oneLineStaysOneLine() {
        assertThat(Plain.line("  Aino\r\n\tLaine\u00a0 \u2028")).isEqualTo("Aino Laine");
    }

    @Test
    void severalLinesStaySeveral() {
        assertThat(Plain.lines("\n Avain\r\non\thukassa\u0000.\n\nApua!\n ")).isEqualTo("Avain\non hukassa.\n\nApua!");
    }

    @Test
    void aLetterAndItsMarkBecomeOne() {
        assertThat(Plain.line("Ma\u0308kela\u0308")).isEqualTo("Mäkelä");
    }

    @Test
    void anEmojiCountsAsOne() {
        assertThat(Plain.length("Aino 👩")).isEqualTo(6);
    }
}
