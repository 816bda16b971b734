package fi.tiski.surface.desk;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import com.vaadin.flow.server.VaadinSession;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.cases.PresenceService;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.HandingOver;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.Call;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.LetAhead;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.Hand;
import fi.tiski.surface.signin.SignedIn;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;

/** What an agent sees and does at the desk. The demo's people may wait too: each test looks for its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DeskViewTest extends SpringBrowserlessTest {

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private QueueService queue;

    @Autowired
    private CasesService cases;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private DeskReadings readings;

    @Autowired
    private DeskBookings bookings;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private HandoversService handovers;

    @Autowired
    private PresenceService presence;

    private Agent aino;
    private ServicePoint centre;

    /** Before the view's world is set up: who is signed in has to stand before the first page is asked for. */
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        aino = people.credentials("aino").orElseThrow().agent();
        centre = points.pointBySlug("keskusta").orElseThrow();
        var signedIn = new SignedIn(aino, null);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        super.initVaadinEnvironment();
        VaadinSession.getCurrent().setLocale(Language.FI.locale());
    }

    @AfterEach
    void leaveEverythingAsItWas() {
        queue.with(aino.organisation(), aino.id()).ifPresent(this::finish);
        staffing.leaveCounter(aino.organisation(), aino.id());
        staffing.available(aino.organisation(), aino.id());
        SecurityContextHolder.clearContext();
    }

    private void finish(Ticket ticket) {
        if (ticket.state() == TicketState.CALLED) {
            queue.noShow(aino.organisation(), ticket.id(), AT_KIOSK);
        } else {
            queue.done(aino.organisation(), ticket.id(), AT_KIOSK);
        }
    }

    @Test
    void whoTakesANumberAppearsWithoutAReload() {
        navigate(DeskView.class);
        var ticket = takeNumber();

        await(() -> row(ticket).isPresent());

        assertThat(row(ticket).orElseThrow().getElement().getTextRecursively())
                .contains(Integer.toString(ticket.number()), "juuri tullut", "Aihetta ei ole kerrottu");
    }

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
    void aNewCaseNeedsNothingAndIsServedAtOnce() {
        navigate(DeskView.class);

        press(button("Uusi asia"));
        press(button("Avaa asia"));

        assertThat(said()).isEqualTo("Asia on avattu. Mitä tehdään?");
        assertThat(findAct(Act.TAKE_UP)).isPresent();
        press(act(Act.TAKE_NUMBER));
        assertThat(said()).startsWith("Vuoronumero on");
    }

    @Test
    void aPhoneNumberThatIsNoneIsPutRightBesideTheField() {
        navigate(DeskView.class);
        press(button("Uusi asia"));

        type(byId("field-customer-phone"), "12");
        press(button("Avaa asia"));

        assertThat(text(pane())).contains("Kirjoita puhelinnumero, esimerkiksi 040 123 4567.");
        assertThat(byId("field-customer-phone").getProperty("value")).isEqualTo("12");
    }

    @Test
    void nothingFoundIsSaidInPlainWords() {
        navigate(DeskView.class);

        type(byId("find-case"), "eilöydymitään");
        press(find(NativeButton.class).all().stream()
                .filter(one -> "Etsi".equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow());

        assertThat(text(screen())).contains("Haulla ”eilöydymitään” ei löytynyt mitään.");
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
        assertThat(callBacks.with(aino.organisation(), aino.id())).isEmpty();
        press(act(Act.CANCEL_CALL));
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

    @Test
    void aTimeThatIsKeptStaysKeptWhenAnotherOneHasJustGone() {
        var ticket = takeNumber();
        queue.leave(aino.organisation(), ticket.id(), AT_KIOSK);
        navigate(DeskView.class, Map.of("case", ticket.caseId().value().toString()));
        press(act(Act.BOOK_TIME));
        var post = readings.post(aino);
        var wanted = bookings.wanted(
                readings.reread(post, ticket.caseId()), MeetingMode.IN_PERSON, Optional.of(centre), post);
        var free = bookings.free(wanted);
        press(times().getFirst());
        var later = free.stream()
                .filter(span -> !span.from().isBefore(free.getFirst().until()))
                .findFirst()
                .orElseThrow();
        var others = new ArrayList<Appointment>();
        while (bookings.hold(wanted, later.from(), Optional.empty()) instanceof Hold.Held(var theirs)) {
            others.add(theirs);
        }

        press(times().get(free.indexOf(later)));
        assertThat(text(pane())).contains("Joku muu ehti juuri varata sen ajan. Edellinen,", "on yhä tallessa.");
        press(find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("primary") && text(one).startsWith("Varaa "))
                .findFirst()
                .orElseThrow());

        assertThat(said()).startsWith("Aika on varattu:");
        assertThat(appointments.ofCase(aino.organisation(), ticket.caseId()))
                .extracting(one -> one.during().from())
                .containsExactly(free.getFirst().from());
        others.forEach(one -> appointments.release(aino.organisation(), one.id()));
        press(act(Act.CANCEL_TIME));
    }

    private List<NativeButton> times() {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("time"))
                .toList();
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
    void theImpatientSecondHalfOfADoublePressOpensNoSecondCase() {
        navigate(DeskView.class);
        press(button("Uusi asia"));
        type(byId("field-customer-name"), "Kaksoispainallus Pekka");
        var open = button("Avaa asia");

        Hand.presses(open);
        Hand.presses(open);
        roundTrip();

        assertThat(cases.find(aino.organisation(), "Kaksoispainallus")).hasSize(1);
    }

    // ---------- What a person does and sees ----------

    private Optional<NativeButton> handedRow() {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("queue-row"))
                .filter(one -> one.getElement().getTextRecursively().contains("antoi Mikko Salonen"))
                .findFirst();
    }

    private Optional<String> name(Ticket ticket) {
        return cases.get(aino.organisation(), ticket.caseId()).customer().name();
    }

    private int place(String select, String words) {
        var options = byId(select).getChildren().map(Element::getText).toList();
        return options.indexOf(words) - 1;
    }

    /** The button of a panel, where another one outside it begins with the same words. */
    private void press(NativeButton any, String style) {
        var words = any.getElement().getTextRecursively();
        press(find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName(style))
                .filter(one -> words.startsWith(one.getElement().getTextRecursively()))
                .findFirst()
                .orElseThrow());
    }

    private Ticket takeNumber() {
        var taken = queue.take(centre, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty());
        return ((Take.Taken) taken).ticket();
    }

    private void stand() {
        staffing.stand(
                aino.organisation(),
                aino.id(),
                points.counters(aino.organisation(), centre.id()).getFirst());
    }

    private TicketState state(Ticket ticket) {
        return queue.place(aino.organisation(), ticket.id()).ticket().state();
    }

    private Component screen() {
        return find(DeskScreen.class).single();
    }

    private Component pane() {
        return find(CasePane.class).single();
    }

    private String heading() {
        return find(H1.class, pane()).all().getFirst().getText();
    }

    private String said() {
        return elements(pane().getElement())
                .filter(one -> "desk-said".equals(one.getAttribute("class")))
                .findFirst()
                .map(Element::getTextRecursively)
                .orElse("");
    }

    private Optional<NativeButton> row(Ticket ticket) {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("queue-row"))
                .filter(one -> elements(one.getElement())
                        .anyMatch(part -> "number".equals(part.getAttribute("class"))
                                && Integer.toString(ticket.number()).equals(part.getText())))
                .findFirst();
    }

    private ActButton act(Act act) {
        return findAct(act).orElseThrow(() -> new AssertionError("Not offered: " + act + " in " + text(pane())));
    }

    private Optional<ActButton> findAct(Act act) {
        return find(ActButton.class).all().stream()
                .filter(one -> act.tag().equals(one.getElement().getAttribute("data-act")))
                .findFirst();
    }

    private NativeButton button(String words) {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.getElement().getTextRecursively().startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    private Element note() {
        return byId("note");
    }

    private Element counterSelect() {
        return selects().getFirst();
    }

    private Element languageSelect() {
        return selects().get(1);
    }

    private List<Element> selects() {
        return elements(screen().getElement())
                .filter(one -> "select".equals(one.getTag()))
                .toList();
    }

    private Element byId(String id) {
        return elements(screen().getElement())
                .filter(one -> id.equals(one.getAttribute("id")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Element element) {
        return element.isTextNode()
                ? Stream.empty()
                : Stream.concat(Stream.of(element), element.getChildren().flatMap(DeskViewTest::elements));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static void press(Component button) {
        Hand.presses(button);
        roundTrip();
    }

    private static void choose(Element select, int place) {
        report(select, Integer.toString(place));
    }

    private static void type(Element field, String words) {
        report(field, words);
    }

    /** As the browser reports what a person has changed. */
    private static void report(Element control, String value) {
        report(control, "value", value);
    }

    private static void report(Element control, String property, Serializable value) {
        try {
            control.getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient(property, value)
                    .run();
        } catch (PropertyChangeDeniedException denied) {
            throw new AssertionError(denied);
        }
        roundTrip();
    }

    /** A change elsewhere reaches this screen by itself; the window is let go of meanwhile, as a real one is. */
    private void await(java.util.function.BooleanSupplier seen) {
        var until = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Did not reach the desk: " + text(screen()));
            }
            runPendingSignalsTasks();
            UI.getCurrent()
                    .getSession()
                    .getService()
                    .runPendingAccessTasks(UI.getCurrent().getSession());
        }
    }
}
