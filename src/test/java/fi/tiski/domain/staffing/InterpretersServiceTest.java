package fi.tiski.domain.staffing;

import static fi.tiski.platform.tables.Tables.INTERPRETER;
import static fi.tiski.support.TestClock.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Municipality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class InterpretersServiceTest extends DomainTest {

    @Autowired
    private InterpretersService interpreters;

    @Autowired
    private Municipality.Tools tools;

    @Test
    void whoHasLeftInterpretsNothingAnyMore() {
        var yasmin = town.anInterpreter(List.of("ar"));
        assertThat(interpreters.spoken(town.organisation())).containsExactly(new InterpretedLanguage("ar"));

        sql.update(INTERPRETER)
                .set(INTERPRETER.LEFT_AT, clock.instant())
                .where(INTERPRETER.ID.eq(yasmin.id().value()))
                .execute();

        assertThat(interpreters.spoken(town.organisation())).isEmpty();
        assertThat(interpreters.named(town.organisation(), "ar")).isEmpty();
    }

    @Test
    void theLanguagesAreThoseOfTheMunicipalitysOwnInterpretersEachOnce() {
        town.anInterpreter(List.of("ar", "so"));
        town.anInterpreter(List.of("so", "fse"));
        Municipality.found(tools).anInterpreter(List.of("uk"));

        assertThat(interpreters.spoken(town.organisation()))
                .containsExactlyInAnyOrder(new InterpretedLanguage("ar"), new InterpretedLanguage("so"));
    }

    @ParameterizedTest
    @CsvSource({"ar", "arabia", "Arabia", "arabiska", "Arabic", "العربية", "' arabia '"})
    void aLanguageIsKnownByItsNameHoweverItIsWritten(String words) {
        town.anInterpreter(List.of("ar"));

        assertThat(interpreters.named(town.organisation(), words)).contains(new InterpretedLanguage("ar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"somali", "arabia tai ranska", "", "a"})
    void wordsThatNameNoLanguageThatSomebodyHereInterpretsNameNone(String words) {
        town.anInterpreter(List.of("ar"));

        assertThat(interpreters.named(town.organisation(), words)).isEmpty();
    }

    @Test
    void anInterpreterIsOnOneShiftAtATime() {
        var yasmin = town.anInterpreter(List.of("ar"), day("08:00", "12:00"));

        assertThat(interpreters.addShift(town.organisation(), yasmin.id(), day("11:00", "13:00")))
                .isFalse();
        assertThat(interpreters.addShift(town.organisation(), yasmin.id(), day("12:00", "13:00")))
                .isTrue();
        assertThat(interpreters.shifts(town.organisation(), yasmin.id(), day("00:00", "23:00")))
                .containsExactly(day("08:00", "12:00"), day("12:00", "13:00"));
    }

    @Test
    void twoInterpretersAreOnShiftAtTheSameTime() {
        town.anInterpreter(List.of("ar"), day("08:00", "12:00"));
        var other = town.anInterpreter(List.of("ar"));

        assertThat(interpreters.addShift(town.organisation(), other.id(), day("08:00", "12:00")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{arabia}", "{ar,Somali language}", "{NULL}", "{\"\"}"})
    void theDatabaseItselfRefusesWhatIsNoLanguage(String languages) {
        assertThatThrownBy(() -> sql.execute(
                        "insert into interpreter (organisation_id, id, name, languages) values (?, gen_random_uuid(), 'X', ?::text[])",
                        town.id(),
                        languages))
                .hasMessageContaining("interpreter_languages_check");
    }

    /** Tuesday, 12 May. */
    private static Span day(String from, String until) {
        return new Span(at("2026-05-12T" + from), at("2026-05-12T" + until));
    }
}
