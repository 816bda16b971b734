package fi.tiski.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void laterIdentifiersSortAfterEarlierOnes() {
        var ids = Stream.generate(Ids::next).limit(5_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(Ids.next().version()).isEqualTo(7);
    }

    @Test
    void aSpokenCodeHasNothingThatIsMisreadOrMisheard() {
        var codes = IntStream.range(0, 2_000).mapToObj(i -> Ids.speakable(6)).toList();

        assertThat(codes).allSatisfy(code -> assertThat(code).matches("[34679ACDEFGHJKMNPRTWXY]{6}"));
        for (var confusing : List.of("0", "O", "1", "I", "L", "2", "Z", "5", "S", "8", "B", "U", "V")) {
            assertThat(codes).noneMatch(code -> code.contains(confusing));
        }
    }

    @Test
    void aTokenIs160BitsThatStandInAnAddressAsTheyAre() {
        var tokens = Stream.generate(Ids::token).limit(1_000).toList();

        assertThat(tokens)
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).matches("[A-Za-z0-9_-]{27}"));
    }
}
