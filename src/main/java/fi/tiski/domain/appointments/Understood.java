package fi.tiski.domain.appointments;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.platform.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One way in which a customer and an agent understand each other.
 *
 * @param skills that the agent must have
 * @param spoken by the agent; empty with an interpreter, beside whom any agent can be understood
 * @param interpreter the language that somebody interprets; empty without one
 */
record Understood(Set<String> skills, Optional<Language> spoken, Optional<InterpretedLanguage> interpreter) {

    /** The ways that will do, the better one first. Nearly always there is one. */
    static List<Understood> in(Wanted wanted) {
        var needs = wanted.needs().all();
        var skills = wanted.needs().skills();
        var interpreted = needs.contains(Need.INTERPRETER);
        var first = new Understood(
                skills, interpreted ? Optional.empty() : Optional.of(wanted.language()), wanted.interpreter());
        // Nobody can sign on the phone; and who asked for an interpreter of another language has one beside them
        // already.
        return needs.contains(Need.SIGN_LANGUAGE) && !interpreted && wanted.mode() != MeetingMode.PHONE
                ? List.of(
                        first,
                        new Understood(
                                skills.stream()
                                        .filter(Predicate.not(Need.SIGN_LANGUAGE.tag()::equals))
                                        .collect(Collectors.toUnmodifiableSet()),
                                Optional.empty(),
                                Optional.of(signed(wanted.language()))))
                : List.of(first);
    }

    /** Who reads Swedish and signs, signs Finland-Swedish Sign Language; everybody else here Finnish Sign Language. */
    private static InterpretedLanguage signed(Language read) {
        return read == Language.SV ? InterpretedLanguage.FSS : InterpretedLanguage.FSE;
    }
}
