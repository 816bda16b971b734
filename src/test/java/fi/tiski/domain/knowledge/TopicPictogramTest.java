package fi.tiski.domain.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.support.DomainTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever chooses a topic by its picture finds one there. */
class TopicPictogramTest extends DomainTest {

    private static final Path SPRITE = Path.of("src/main/resources/META-INF/resources/tiski/pictograms/pictograms.svg");

    @Test
    void everyPictureATopicMayHaveIsDrawnAndEveryOneDrawnForTopicsMayBeTaken() throws IOException {
        assertThat(allowed()).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(drawnForTopics());
    }

    @Test
    void aPictureThatNobodyDrewIsRefused() {
        assertThatThrownBy(() -> take("unicorn")).hasMessageContaining("topic_pictogram_is_drawn");
    }

    @Test
    void aTopicWithoutAPictureHasTheOneForEverythingElse() {
        var made = sql.fetchValue("""
                insert into topic (organisation_id, id, slug, name, summary, bring)
                select organisation_id, gen_random_uuid(), 'no-picture', name, summary, bring
                from topic where id = ? returning pictogram""", town.aTopic(30).value());

        assertThat(made).isEqualTo("other");
    }

    private void take(String pictogram) {
        sql.execute(
                "update topic set pictogram = ? where id = ?",
                pictogram,
                town.aTopic(30).value());
    }

    private List<String> allowed() {
        var rule = sql.fetchValue(
                "select pg_get_constraintdef(oid) from pg_constraint where conname = 'topic_pictogram_is_drawn'");
        return names(Pattern.compile("'([a-z-]+)'"), String.valueOf(rule));
    }

    /** Those between the comments that head the topics and the controls. */
    private static List<String> drawnForTopics() throws IOException {
        var drawn = Files.readString(SPRITE);
        var topics = drawn.substring(drawn.indexOf("<!-- Topics -->"), drawn.indexOf("<!-- Controls and facts -->"));
        return names(Pattern.compile("<symbol id=\"([a-z-]+)\""), topics);
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
