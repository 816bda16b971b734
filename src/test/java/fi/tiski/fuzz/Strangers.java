package fi.tiski.fuzz;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseKey;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.platform.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody else, of whom nothing may ever come to light; their keys are told to nobody. */
final class Strangers {

    static final String NAME = "Qwyjibo Salainen";
    static final String WORDS = "Zzyzx 4711 ei kuulu muille";
    static final String PHONE = "+358405559377";

    private static final List<String> MARKS = List.of("Qwyjibo", "Zzyzx", "5559377", "555 9377");

    private Strangers() {}

    /** Their case, with words, a key, and a journey that is not done. */
    static CaseKey come(CasesService cases, JourneysService journeys, OrganisationId organisation) {
        var by = new By.TheCustomer(Channel.HOME);
        var its = cases.open(organisation, Language.FI, by, Optional.empty()).id();
        cases.introduce(organisation, its, by, Optional.of(NAME), Optional.of(new PhoneNumber(PHONE)));
        cases.tell(organisation, its, by, new Telling(Optional.empty(), Optional.of(WORDS), Optional.empty()));
        Journey journey = journeys.startAtHome(organisation, Language.FI, UUID.randomUUID());
        journeys.answer(journey.token(), Map.of(Question.NAME, NAME, Question.WORDS, WORDS, Question.PHONE, PHONE));
        return cases.issueKey(organisation, its);
    }

    static Optional<String> foundIn(String text) {
        return MARKS.stream().filter(text::contains).findFirst();
    }
}
