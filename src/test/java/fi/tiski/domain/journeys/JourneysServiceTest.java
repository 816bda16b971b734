package fi.tiski.domain.journeys;

import static fi.tiski.platform.tables.Tables.JOURNEY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JourneysServiceTest extends DomainTest {

    @Autowired
    private JourneysService journeys;

    @Autowired
    private PointsService points;

    @Test
    void whatWasAnsweredIsThereOnTheNextPage() {
        var token = start();

        journeys.answer(token, Question.NAME, "Kaarina Mäkelä");
        journeys.answer(token, Map.of(Question.PHONE, "041 555 0112", Question.NEEDS, "more-time"));
        journeys.speak(token, Language.SV);

        var kept = journeys.find(token).orElseThrow();
        assertThat(kept.answers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Question.NAME, "Kaarina Mäkelä", Question.PHONE, "041 555 0112", Question.NEEDS, "more-time"));
        assertThat(kept.language()).isEqualTo(Language.SV);
    }

    @Test
    void aBlankAnswerTakesBackWhatWasKept() {
        var token = start();
        journeys.answer(token, Question.NAME, "Kaarina Mäkelä");

        journeys.answer(token, Question.NAME, " ");

        assertThat(journeys.find(token).orElseThrow().answer(Question.NAME)).isEmpty();
    }

    @Test
    void answersThatComeAtOnceAreAllKept() {
        var token = start();
        var questions = Question.values();

        Together.all(questions.length, i -> {
            journeys.answer(token, questions[i], "x" + i);
            return i;
        });

        assertThat(journeys.find(token).orElseThrow().answers()).hasSize(questions.length);
    }

    @Test
    void aJourneyAtAKioskKnowsWhereItIsAndBelongsToItsCase() {
        var slug = "t" + Ids.next();
        var point = town.aPoint().openAllDay().withKiosk(slug).there();
        var its = town.aCase().id();
        var token = journeys.startAt(points.kiosk(slug).orElseThrow(), Language.EN, Ids.next())
                .token();

        journeys.attach(token, its);

        var journey = journeys.find(token).orElseThrow();
        assertThat(journey.atKiosk()).isTrue();
        assertThat(journey.point()).contains(point.id());
        assertThat(journey.caseId()).contains(its);
    }

    @Test
    void whenThePersonIsDoneNothingIsLeftAndTheAddressOpensNothing() {
        var token = start();
        journeys.answer(token, Question.NAME, "Kaarina Mäkelä");

        journeys.end(token);
        journeys.answer(token, Question.NAME, "Kaarina Mäkelä");

        assertThat(journeys.find(token)).isEmpty();
        assertThat(answersOf(token)).isEqualTo("{}");
    }

    @Test
    void whatSomebodyWhoWalkedAwayHadEnteredIsEmptiedADayLater() {
        var left = start();
        journeys.answer(left, Question.NAME, "Kaarina Mäkelä");
        clock.pass(Duration.ofHours(23));
        var goingOn = start();
        journeys.answer(goingOn, Question.NAME, "Onni Laine");
        clock.pass(Duration.ofHours(2));

        journeys.endAbandoned();

        assertThat(answersOf(left)).isEqualTo("{}");
        assertThat(answersOf(goingOn)).contains("Onni Laine");
    }

    @Test
    void aPageThatWasLeftADayAgoOpensNothing() {
        var token = start();
        clock.pass(Duration.ofHours(23));
        journeys.answer(token, Question.NAME, "Kaarina Mäkelä");
        clock.pass(Duration.ofHours(23));
        assertThat(journeys.find(token)).isPresent();

        clock.pass(Duration.ofHours(2));

        assertThat(journeys.find(token)).isEmpty();
    }

    @Test
    void aForgedAddressOpensNothing() {
        var token = start();

        assertThat(journeys.find(token.substring(1) + "x")).isEmpty();
        assertThat(journeys.find("")).isEmpty();
        assertThat(journeys.find("' or true --")).isEmpty();
    }

    @Test
    void whatWasEnteredStaysOutOfLogs() {
        var token = start();
        journeys.answer(token, Question.NAME, "Kaarina Mäkelä");

        assertThat(journeys.find(token).orElseThrow().toString())
                .doesNotContain("Kaarina")
                .doesNotContain(token);
    }

    private String answersOf(String token) {
        return sql.fetchSingle(JOURNEY, JOURNEY.TOKEN.eq(token)).getAnswers().data();
    }

    private String start() {
        return journeys.startAtHome(town.organisation(), Language.FI, Ids.next())
                .token();
    }
}
