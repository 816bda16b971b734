package fi.tiski.surface.desk;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.queue.LetAhead;
import fi.tiski.domain.queue.Ticket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who waits, as the desk shows it. */
class DeskLineTest extends AtTheDesk {

    @Test
    void whoTakesANumberAppearsWithoutAReload() {
        navigate(DeskView.class);
        var ticket = takeNumber();

        await(() -> row(ticket).isPresent());

        assertThat(row(ticket).orElseThrow().getElement().getTextRecursively())
                .contains(Integer.toString(ticket.number()), "juuri tullut", "Aihetta ei ole kerrottu");
    }

    @Test
    void aRowStaysTheSameElementWhileOthersComeAndGo() {
        var first = takeNumber();
        navigate(DeskView.class);
        var before = row(first).orElseThrow();
        var second = takeNumber();
        await(() -> row(second).isPresent());
        queue.leave(aino.organisation(), second.id(), AT_KIOSK);
        await(() -> row(second).isEmpty());

        assertThat(row(first)).containsSame(before);
    }

    @Test
    void whoeverCannotWaitLongIsLetAheadAndTakenBackWithTheSameButton() {
        var ticket = takeNumber();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());

        press(act(Act.LET_AHEAD));
        assertThat(text(pane())).contains("ei mennä yli 3 kertaa, eikä 20 minuuttia odottaneen ohi");
        press(button("Päästä edelle"), "primary");
        assertThat(text(pane())).contains("Valitse, miksi odottaminen on vaikeaa.");
        report(byId("field-let-ahead-2"), "checked", true);
        press(button("Päästä edelle"), "primary");

        assertThat(said())
                .isEqualTo("Numero %d pääsee muiden edelle niin pian kuin jonon sääntö sallii."
                        .formatted(ticket.number()));
        assertThat(letAhead(ticket)).contains(LetAhead.CHILD);
        assertThat(text(pane())).contains("Pääsee edelle", "koska mukana on pieni lapsi");
        assertThat(text(row(ticket).orElseThrow())).contains("Pääsee edelle").doesNotContain("lapsi");
        press(act(Act.NOT_AHEAD));

        assertThat(said()).isEqualTo("Numero %d odottaa taas tavallisella paikallaan.".formatted(ticket.number()));
        assertThat(letAhead(ticket)).isEmpty();
        assertThat(text(row(ticket).orElseThrow())).doesNotContain("Pääsee edelle");
    }

    private Optional<LetAhead> letAhead(Ticket ticket) {
        return queue.place(aino.organisation(), ticket.id()).ticket().letAhead();
    }
}
