package fi.tiski.surface.desk;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.PresenceService;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.queue.Ticket;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** The case in hand: read, written down, put right. */
class DeskCaseTest extends AtTheDesk {

    @Autowired
    private DeskReadings readings;

    @Autowired
    private PresenceService presence;

    @Test
    void openingACaseIsReadOnceAndFollowedWithoutReadingItAnew() {
        var ticket = takeNumber();
        navigate(DeskView.class);

        press(row(ticket).orElseThrow());
        cases.tell(
                aino.organisation(),
                ticket.caseId(),
                AT_KIOSK,
                new Telling(Optional.empty(), Optional.of("En ymmärrä tätä kirjettä."), Optional.empty()));
        await(() -> text(pane()).contains("En ymmärrä tätä kirjettä."));

        assertThat(heading()).isEqualTo("Asiakas, nimeä ei ole kerrottu");
        assertThat(text(pane())).contains("Otettiin vuoronumero " + ticket.number(), "Asian ovat lukeneet: Aino Laine");
        assertThat(cases.file(aino.organisation(), ticket.caseId()).readings()).hasSize(1);
    }

    @Test
    void aNoteThatIsBeingWrittenSurvivesEveryChangeElsewhere() {
        var ticket = takeNumber();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());
        var field = note();
        type(field, "Kesken kirjoittamisen");

        cases.note(aino.organisation(), ticket.caseId(), aino.id(), "Toinen merkintä");
        await(() -> text(pane()).contains("Toinen merkintä"));

        assertThat(note()).isEqualTo(field);
        assertThat(field.getProperty("value")).isEqualTo("Kesken kirjoittamisen");
    }

    @Test
    void signingOutAsksOnceWhenANoteIsNotSaved() {
        var ticket = takeNumber();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());
        type(note(), "Jäi kesken");

        press(button("Kirjaudu ulos"));

        assertThat(said()).startsWith("Sinulla on aloitettu merkintä");
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
    }

    @Test
    void theDeskSpeaksSwedishFromOnePressOnAndTheCaseStaysOpen() {
        var ticket = takeNumber();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());

        choose(languageSelect(), 1);

        assertThat(text(screen())).contains("Vilka väntar", "Min dag", "Kund utan namn", "Könummer " + ticket.number());
        assertThat(cases.file(aino.organisation(), ticket.caseId()).readings()).hasSize(1);
    }

    @Test
    void theSecondToSaveIsToldWhoChangedWhatAndLosesNothing() {
        var ticket = takeNumber();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());
        press(button("Korjaa tietoja"));
        type(byId("field-customer-name"), "Karina Makela");
        var mikko = people.credentials("mikko").orElseThrow().agent();
        cases.introduce(
                aino.organisation(),
                ticket.caseId(),
                new By.AnAgent(mikko.id()),
                Optional.of("Kaarina Mäkelä"),
                Optional.empty());

        press(button("Tallenna tiedot"));

        assertThat(said()).isEqualTo("Joku muu muutti samaa kohtaa. Kirjoittamasi on tallessa: valitse alta.");
        assertThat(text(pane())).contains("Karina Makela", "Kaarina Mäkelä", "Mikko Salonen, kello");
        assertThat(name(ticket)).contains("Kaarina Mäkelä");
        press(button("Tallenna tiedot"));
        assertThat(said()).isEqualTo("Tiedot tallennettiin.");
        assertThat(name(ticket)).contains("Karina Makela");
    }

    @Test
    void aColleagueOnTheSameCaseIsSeen() {
        var ticket = takeNumber();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());
        var mikko = people.credentials("mikko").orElseThrow().agent();
        var theirScreen = UUID.randomUUID();

        presence.here(aino.organisation(), ticket.caseId(), mikko.id(), theirScreen);
        await(() -> text(pane()).contains("Täällä on myös Mikko Salonen"));
        presence.gone(aino.organisation(), theirScreen);
        await(() -> !text(pane()).contains("Mikko Salonen"));
    }

    @Test
    void whatThereIsNothingToSayOfHasNoHeadingWhenTheSameCaseIsShownAgain() {
        var ticket = takeNumber();
        stand();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());
        press(act(Act.CALL_THIS));
        press(act(Act.START));

        press(act(Act.DONE));

        assertThat(elements(pane().getElement()).filter(one -> "section".equals(one.getTag()) && one.isVisible()))
                .extracting(one -> one.getAttribute("aria-labelledby"))
                .containsExactly("history");
    }

    private Optional<String> name(Ticket ticket) {
        return cases.get(aino.organisation(), ticket.caseId()).customer().name();
    }
}
