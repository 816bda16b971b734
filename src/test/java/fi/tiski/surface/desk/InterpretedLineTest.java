package fi.tiski.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.BookedInterpreter;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.InterpreterId;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.record.EntrySentence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who interprets, as an agent reads it. */
class InterpretedLineTest {

    private static final Appointment WITHOUT =
            Told.anAppointment(AppointmentState.BOOKED, Told.ME, Duration.ofMinutes(20));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FI|tulkki Abdi Warsame, somali|Asuminen, tulkki Abdi Warsame (somali)",
                "SV|tolk Abdi Warsame, somaliska|Boende, tolk Abdi Warsame (somaliska)",
                "EN|interpreter Abdi Warsame, Somali|Housing, interpreter Abdi Warsame (Somali)"
            })
    void theCaseAndTheDaySayWhoInterprets(Language language, String under, String line) {
        var booked = with("so");

        assertThat(sheet(booked, language).under()).endsWith(" · " + under);
        assertThat(DayLine.of(booked, Optional.of(Told.HOUSING), when(language)).detail())
                .isEqualTo(line);
    }

    @Test
    void theCaseSaysThatNobodyIsBookedYetWhoeverAskedForOne() {
        assertThat(sheet(WITHOUT, Language.FI).under()).endsWith(" · tulkkia ei ole vielä varattu");
        assertThat(DayLine.of(WITHOUT, Optional.of(Told.HOUSING), when(Language.FI))
                        .detail())
                .isEqualTo("Asuminen");
    }

    @ParameterizedTest
    @CsvSource({"ar, Tulkki: arabia", "fse, Tulkki: suomalainen viittomakieli", "tigrinja, Tulkki: tigrinja"})
    void aLanguageThatWasChosenIsReadInTheAgentsOwn(String told, String badge) {
        assertThat(Badge.of(new Needs(Set.of(Need.INTERPRETER), Optional.of(told)), Language.FI))
                .extracting(Badge::words)
                .containsExactly(badge);
    }

    private static CaseSheet sheet(Appointment meeting, Language language) {
        var open = Told.open(CaseState.OPEN);
        return CaseSheet.of(
                new OpenCase(open.file(), open.topic(), Optional.empty(), Optional.empty(), Optional.of(meeting)),
                new EntrySentence(
                        when(language),
                        EntrySentence.Reader.AGENT,
                        new EntrySentence.Names((topic, in) -> Optional.empty(), (point, in) -> Optional.empty())));
    }

    private static When when(Language language) {
        return Told.in(language);
    }

    private static Appointment with(String tag) {
        return new Appointment(
                WITHOUT.organisation(),
                WITHOUT.id(),
                WITHOUT.caseId(),
                WITHOUT.mode(),
                WITHOUT.topic(),
                WITHOUT.point(),
                WITHOUT.agent(),
                WITHOUT.agentName(),
                Optional.of(new BookedInterpreter(InterpreterId.next(), "Abdi Warsame", new InterpretedLanguage(tag))),
                WITHOUT.roomLabel(),
                WITHOUT.during(),
                WITHOUT.state(),
                WITHOUT.heldUntil());
    }
}
