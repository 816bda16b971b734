package fi.tiski.surface.desk;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.queue.Call;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.Hand;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the call to the end of an encounter, and whoever is on a break. */
class DeskCallingTest extends AtTheDesk {

    private static final Duration LONGER_THAN_A_BREAK = Duration.ofHours(1);

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private AppointmentsService appointments;

    /** Neither what the demo has booked for this hour nor what another test has: a meeting soon would allow no break. */
    @BeforeEach
    void noMeetingIsNear() {
        var soon = Span.of(Instant.now(), LONGER_THAN_A_BREAK);
        for (var meeting : appointments.day(aino.organisation(), aino.id(), soon)) {
            switch (meeting.state()) {
                case HELD -> appointments.release(aino.organisation(), meeting.id());
                case BOOKED, ARRIVED -> appointments.cancel(aino.organisation(), meeting.id(), AT_KIOSK);
                case SERVING -> appointments.done(aino.organisation(), meeting.id(), AT_KIOSK);
                case DONE, NO_SHOW, CANCELLED -> {
                    // Over.
                }
            }
        }
    }

    @Test
    void withoutACounterNobodyIsCalledAndTheDeskSaysWhy() {
        var ticket = takeNumber();
        navigate(DeskView.class);

        press(row(ticket).orElseThrow());
        press(act(Act.CALL_THIS));

        assertThat(said()).isEqualTo("Valitse ensin, millä tiskillä olet. Siitä asiakas tietää, minne tulla.");
        assertThat(state(ticket)).isEqualTo(TicketState.WAITING);
    }

    @Test
    void aCounterThatIsTakenIsSaidPlainlyAndTheOneBeforeIsKept() {
        var counters = points.counters(aino.organisation(), centre.id());
        var mikko = people.credentials("mikko").orElseThrow().agent();
        staffing.stand(aino.organisation(), mikko.id(), counters.get(0));
        staffing.stand(aino.organisation(), aino.id(), counters.get(1));
        navigate(DeskView.class);

        choose(counterSelect(), 1);

        assertThat(said())
                .isEqualTo("Tiskillä 1 on Mikko Salonen. Valitse toinen tiski, tai pyydä häntä vapauttamaan se.");
        assertThat(staffing.counterOf(aino.organisation(), aino.id())).contains(counters.get(1));
        assertThat(counterSelect().getProperty("value")).isEqualTo("2");
        staffing.leaveCounter(aino.organisation(), mikko.id());
    }

    @Test
    void aNumberIsCalledServedAndSettledAtOnePlace() {
        var ticket = takeNumber();
        stand();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());

        press(act(Act.CALL_THIS));
        assertThat(said()).isEqualTo("Numeroa %d kutsutaan tiskille 1.".formatted(ticket.number()));
        press(act(Act.START));
        type(note(), "Käytiin kirje läpi yhdessä.");
        press(act(Act.DONE));
        assertThat(text(pane())).contains("Tuliko asia hoidetuksi?");
        press(act(Act.SETTLED));

        assertThat(said()).isEqualTo("Kiitos! Asia on suljettu.");
        assertThat(heading()).isEqualTo("Kuka on seuraavana?");
        assertThat(state(ticket)).isEqualTo(TicketState.DONE);
        var file = cases.file(aino.organisation(), ticket.caseId());
        assertThat(file.now().state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.NOTE)
                        .flatMap(entry -> entry.words().stream()))
                .containsExactly("Käytiin kirje läpi yhdessä.");
    }

    @Test
    void whatSomebodyElseChangedAMomentAgoIsSaid() {
        var ticket = takeNumber();
        stand();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());
        press(act(Act.CALL_THIS));
        var start = act(Act.START);

        // Nothing that was announced is heard before the press.
        queue.leave(aino.organisation(), ticket.id(), AT_KIOSK);
        Hand.presses(start);

        assertThat(said())
                .isEqualTo("Joku muu ehti muuttaa tätä hetki sitten: numerosta on luovuttu. Näet nyt, miten asia on.");
        assertThat(findAct(Act.START)).isEmpty();
    }

    @Test
    void aPressThatMeantSomethingElseDoesNothing() {
        var ticket = takeNumber();
        stand();
        navigate(DeskView.class);
        press(row(ticket).orElseThrow());
        press(act(Act.CALL_THIS));
        var button = act(Act.START);
        report(button.getElement(), Act.START.tag());
        queue.leave(aino.organisation(), ticket.id(), AT_KIOSK);
        await(() -> findAct(Act.START).isEmpty());

        press(button);

        assertThat(said()).startsWith("Tilanne muuttui juuri, kun painoit.");
        assertThat(cases.get(aino.organisation(), ticket.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void oneAtATime() {
        var first = takeNumber();
        var second = takeNumber();
        stand();
        navigate(DeskView.class);
        press(row(second).orElseThrow());
        assertThat(queue.call(aino.organisation(), aino.id(), first.id())).isInstanceOf(Call.Called.class);

        press(act(Act.CALL_THIS));

        assertThat(said())
                .isEqualTo("Numero %d on vielä sinulla kesken. Vie se ensin loppuun.".formatted(first.number()));
        assertThat(findAct(Act.START)).isPresent();
    }

    @Test
    void whoIsOnABreakIsAskedToComeBackFirst() {
        navigate(DeskView.class);

        press(button("Tauko, 15 min"));
        assertThat(said()).startsWith("Taukosi on suojattu kello");
        assertThat(text(screen())).contains("Tauolla kello", "suojattu");
        press(act(Act.COME_BACK));

        assertThat(said()).isEqualTo("Olet vapaa.");
        assertThat(findAct(Act.CALL_NEXT)).isPresent();
    }

    @Test
    void onABreakNobodyIsTelephonedUntilTheAgentIsBack() {
        var its = cases.open(aino.organisation(), Language.FI, AT_KIOSK, Optional.empty());
        cases.introduce(
                aino.organisation(),
                its.id(),
                AT_KIOSK,
                Optional.of("Soitto Saara"),
                PhoneNumber.parse("041 555 0155"));
        callBacks.ask(
                aino.organisation(),
                its.id(),
                UUID.randomUUID(),
                Span.of(Instant.now(), Duration.ofHours(1)),
                AT_KIOSK);
        navigate(DeskView.class, Map.of("case", its.id().value().toString()));
        press(button("Tauko, 15 min"));

        press(act(Act.CALL_PHONE));

        assertThat(said()).startsWith("Olet tauolla kello").contains("paina ensin ”Olen palannut”");
        assertThat(callBacks.withEach(aino.organisation())).doesNotContainKey(aino.id());
        press(act(Act.CANCEL_CALL));
    }
}
