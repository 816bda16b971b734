package fi.tiski.surface.desk;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.HandingOver;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that go from one agent to another. */
class DeskHandoverTest extends AtTheDesk {

    @Autowired
    private HandoversService handovers;

    @Test
    void aCaseIsHandedOverWithACardAndTheReceiverConfirmsHavingReadIt() {
        var ticket = takeNumber();
        cases.tell(
                aino.organisation(),
                ticket.caseId(),
                AT_KIOSK,
                new Telling(Optional.empty(), Optional.of("Hissi on rikki."), Optional.empty()));
        queue.leave(aino.organisation(), ticket.id(), AT_KIOSK);
        navigate(DeskView.class, Map.of("case", ticket.caseId().value().toString()));

        press(act(Act.HAND_OVER));
        assertThat(byId("field-hand-told").getProperty("value")).isEqualTo("Hissi on rikki.");
        press(button("Luovuta"), "primary");
        assertThat(text(pane())).contains("Valitse, kuka jatkaa asiaa.");
        choose(byId("field-hand-person"), place("field-hand-person", "Mikko Salonen"));
        press(button("Luovuta"), "primary");

        assertThat(said()).isEqualTo("Luovutettu: Mikko Salonen. Näet tästä, kun se on luettu.");
        assertThat(text(pane())).contains("Kukaan ei ole vielä lukenut.", "Hissi on rikki.");
        var mikko = people.credentials("mikko").orElseThrow().agent();
        var given = handovers.offeredTo(aino.organisation(), mikko.id()).stream()
                .filter(one -> one.caseId().equals(ticket.caseId()))
                .findFirst()
                .orElseThrow();
        handovers.accept(aino.organisation(), given.id(), mikko.id());
        await(() -> text(pane()).contains("Luki ja jatkaa: Mikko Salonen"));
    }

    @Test
    void whatIsHandedToMeStandsAmongThoseWhoWaitAndIsReadInOnePress() {
        var ticket = takeNumber();
        queue.leave(aino.organisation(), ticket.id(), AT_KIOSK);
        var mikko = people.credentials("mikko").orElseThrow().agent();
        navigate(DeskView.class);
        handovers.handOver(
                aino.organisation(),
                ticket.caseId(),
                mikko.id(),
                new Receiver.APerson(aino.id()),
                new Card("Hissi on rikki.", "", "Soitamme perjantaina."),
                UUID.randomUUID());
        await(() -> handedRow().isPresent());

        press(handedRow().orElseThrow());
        assertThat(text(pane())).contains("Soitamme perjantaina.");
        press(act(Act.TAKE_HANDOVER));

        assertThat(said()).isEqualTo("Jatkat nyt tätä asiaa. Asiakas näkee, että olet lukenut sen.");
        assertThat(handedRow()).as("nobody waits to be read any more").isEmpty();
        press(act(Act.HAND_BACK));
        type(byId("field-hand-back-reason"), "Ei kuulu minulle.");
        press(button("Palauta"), "primary");
        assertThat(said()).isEqualTo("Palautettu. Sai takaisin: Mikko Salonen.");
        assertThat(text(pane())).contains("Palautettu kerran", "Ei kuulu minulle.");
    }

    @Test
    void whatIHaveTakenStaysAtMyDeskUntilItIsClosed() {
        var ticket = takeNumber();
        queue.leave(aino.organisation(), ticket.id(), AT_KIOSK);
        cases.introduce(aino.organisation(), ticket.caseId(), AT_KIOSK, Optional.of("Jatkuva Jaana"), Optional.empty());
        var mikko = people.credentials("mikko").orElseThrow().agent();
        handovers
                .takenByEach(aino.organisation())
                .getOrDefault(aino.id(), List.of())
                .forEach(before -> cases.close(aino.organisation(), before.caseId(), new By.AnAgent(mikko.id())));
        navigate(DeskView.class);
        assertThat(text(handedToMe())).contains("Kaikki sinulle luovutetut asiat on hoidettu.");
        var given = (HandingOver.Offered) handovers.handOver(
                aino.organisation(),
                ticket.caseId(),
                mikko.id(),
                new Receiver.APerson(aino.id()),
                new Card("", "", ""),
                UUID.randomUUID());
        handovers.accept(aino.organisation(), given.handover().id(), aino.id());

        await(() -> text(handedToMe()).contains("Jatkuva Jaana"));
        assertThat(text(handedToMe())).contains("antoi Mikko Salonen, otit tänään");
        press(find(NativeButton.class, handedToMe()).single());
        assertThat(heading()).isEqualTo("Jatkuva Jaana");

        press(button("Uusi asia"));
        cases.close(aino.organisation(), ticket.caseId(), new By.AnAgent(mikko.id()));
        await(() -> text(handedToMe()).contains("Kaikki sinulle luovutetut asiat on hoidettu."));
    }

    private Component handedToMe() {
        return find(HandedToMe.class).single();
    }

    // ---------- What a person does and sees ----------

    private Optional<NativeButton> handedRow() {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("queue-row"))
                .filter(one -> one.getElement().getTextRecursively().contains("antoi Mikko Salonen"))
                .findFirst();
    }

    private int place(String select, String words) {
        var options = byId(select).getChildren().map(Element::getText).toList();
        return options.indexOf(words) - 1;
    }
}
