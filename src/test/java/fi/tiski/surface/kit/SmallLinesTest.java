package fi.tiski.surface.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SmallLinesTest {

    @Test
    void anAnswerThatIsKeptSaysTheSameInCharactersOfOneByte() {
        var said =
                "{\"text\": \"Tänään on auki, paina nappia ja odota rauhassa, sinut kutsutaan nimeltä 8–16 … Да 🙂 \\\\ \\\"\"}";

        var kept = SmallLines.inOneByte(said);

        assertThat(kept.chars()).allMatch(one -> one <= 0xFF);
        assertThat(kept).contains("nimeltä 8\\u201316");
        assertThat(JsonMapper.shared().readTree(kept))
                .isEqualTo(JsonMapper.shared().readTree(said));
    }

    @Test
    void whatIsMostlyWrittenInOtherLettersStaysAsItIs() {
        var said = "{\"text\": \"Сегодня мы открыты\"}";

        assertThat(SmallLines.inOneByte(said)).isEqualTo(said);
    }
}
