package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.HandingOver;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.LetAhead;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketPlace;
import fi.tiski.domain.queue.Transfer;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever waits sees, without a reload, where they are in the line, why, and who goes on with their case. */
class WhyHereTest extends Journey {

    private static final By SOMEBODY = new By.TheCustomer(Channel.KIOSK);

    private final List<Runnable> afterwards = new ArrayList<>();

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private QueueService queue;

    @Autowired
    private CasesService cases;

    @Autowired
    private HandoversService handovers;

    @Autowired
    private JourneysService journeys;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private DSLContext sql;

    /** What other tests have left in the line is not what these are about. */
    @BeforeEach
    void nobodyElseWaits() {
        queue.waiting(organisation(), point().id())
                .forEach(ticket -> queue.leave(organisation(), ticket.id(), SOMEBODY));
    }

    @AfterEach
    void leaveTheLine() {
        afterwards.reversed().forEach(Runnable::run);
    }

    @Test
    void whoIsPassedByReadsWhyOnTheNumbersPageAndOnTheirOwn() {
        var home = inLine();
        var own = ownPage(home);
        assertThat(home.page().locator(".why")).isHidden();

        letAhead(another());
        letAhead(another());

        var words = home.says("journey.number.why", 0, 2, 0, "").strip();
        assertThat(home.page().locator(".why")).containsText(words.substring(words.indexOf('2')));
        assertThat(own.page().locator(".why")).containsText(words.substring(words.indexOf('2')));
        Audit.axe(home.page(), "phone-number-why");
        Audit.axe(own.page(), "phone-my-why");
        Look.shot(own.page(), "phone-my-why-fi");
    }

    @Test
    void aMeetingThatIsDueIsTheReasonGiven() {
        var home = inLine();
        var own = ownPage(home);

        var starts = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        meetingAt(starts);
        another();

        var why = place(home).why();
        assertThat(why.meetings()).contains(starts);
        var words = home.says(
                        "journey.number.why",
                        0,
                        0,
                        why.meetings().size(),
                        new When(Language.FI, point().zone(), starts)
                                .time(why.meetings().getFirst()))
                .strip();
        assertThat(home.page().locator(".why")).containsText(words);
        assertThat(own.page().locator(".why")).containsText(words);
    }

    @Test
    void fromTheirOwnPageItIsOnePressToTheNumbersPage() {
        var home = inLine();
        var number = home.page().locator(".ticket-number").textContent();
        var own = ownPage(home);

        own.press("journey.my.number", "number");

        assertThat(own.page().locator(".ticket-number")).hasText(number);
        own.press("journey.number.slip", "done").back();
        own.press("journey.number.leave", "leave").press("journey.leave.leave", "number");
        assertThat(home.heading()).hasText(home.says("journey.number.left.title"));
    }

    /** Under a finger that is on its way to a button nothing is made anew. */
    @Test
    void whatHappensInTheLineLeavesTheOwnPageUnderTheirHand() {
        var home = inLine();
        var own = ownPage(home);
        var back = own.button(own.says("journey.my.number"));
        back.focus();
        var timeline = own.page().locator(".timeline > li").count();

        letAhead(another());
        letAhead(another());
        assertThat(own.page().locator(".why")).isVisible();
        cases.note(organisation(), caseOf(home), mikko(), "Kysyin isännöitsijältä.");
        assertThat(own.page().locator(".timeline > li")).hasCount(timeline + 1);

        assertThat(back).isFocused();
    }

    @Test
    void thatTheirCaseIsHandedOverIsToldAtOnce() {
        var home = inLine();
        var own = ownPage(home);
        assertThat(home.page().locator(".told .notice")).hasCount(0);

        var handover = ((HandingOver.Offered) handovers.handOver(
                        organisation(),
                        caseOf(home),
                        mikko(),
                        new Receiver.APerson(aino()),
                        new Card("", "", ""),
                        Ids.next()))
                .handover();

        var asked = home.says("journey.my.handover.offered", "Aino");
        assertThat(home.page().locator(".told")).hasText(asked);
        assertThat(own.page().locator(".told")).hasText(asked);
        handovers.accept(organisation(), handover.id(), aino());
        var read = home.says("journey.my.handover.read", "Aino");
        assertThat(home.page().locator(".told")).hasText(read);
        assertThat(own.page().locator(".told")).hasText(read);
        Audit.axe(home.page(), "phone-number-handed-over");
    }

    @Test
    void whoIsPassedOnSeesItOnTheirPageAndOnTheBoard() {
        var home = inLine();
        var number = home.page().locator(".ticket-number").textContent();
        var board = open(Screen.BOARD, "/board/keskusta");
        var ticket = queue.ofCase(organisation(), caseOf(home)).orElseThrow();

        queue.transfer(
                organisation(),
                ticket.id(),
                new Transfer.ToCounter(counter().id(), counter().label()),
                new By.AnAgent(mikko()));

        assertThat(home.page()
                        .getByText(home.says(
                                "journey.number.moved.counter", counter().label())))
                .isVisible();
        assertThat(board.locator(".soon")
                        .filter(new Locator.FilterOptions()
                                .setHas(board.locator(".number").getByText(number))))
                .containsText(counter().label());
        Look.shot(board, "board-soon");
        Audit.axe(board, "board-soon");
    }

    private Customer inLine() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.place", "place-now");
        home.page()
                .locator(".choice")
                .filter(new Locator.FilterOptions().setHasText(point().name().in(Language.FI)))
                .click();
        home.at("number");
        var its = caseOf(home);
        afterwards.add(() -> queue.ofCase(organisation(), its)
                .filter(ticket -> ticket.state().live())
                .ifPresent(ticket -> queue.leave(organisation(), ticket.id(), SOMEBODY)));
        return home;
    }

    /** The same person on another device, by the link of their slip. */
    private Customer ownPage(Customer home) {
        var key = cases.issueKey(organisation(), caseOf(home));
        return new Customer(open(Screen.TABLET, "/my/" + key.token()), Language.FI);
    }

    private CaseId caseOf(Customer home) {
        var token = home.page().url().replaceFirst(".*/", "");
        return journeys.find(token).orElseThrow().caseId().orElseThrow();
    }

    private Ticket another() {
        var taken = ((Take.Taken) queue.take(point(), Ids.next(), Language.FI, SOMEBODY, Optional.empty())).ticket();
        afterwards.add(() -> queue.leave(organisation(), taken.id(), SOMEBODY));
        return taken;
    }

    /** With whoever has nothing else then; nobody books a time that begins now. */
    private void meetingAt(Instant starts) {
        var its = cases.open(organisation(), Language.FI, SOMEBODY, Optional.empty());
        var id = Ids.next();
        var during = Span.of(starts, Duration.ofMinutes(5)).stored();
        var agent = people.agents(organisation()).stream()
                .filter(one -> sql.insertInto(APPOINTMENT)
                                .set(APPOINTMENT.ORGANISATION_ID, organisation().value())
                                .set(APPOINTMENT.ID, id)
                                .set(APPOINTMENT.CASE_ID, its.id().value())
                                .set(APPOINTMENT.PRESS, id)
                                .set(APPOINTMENT.MODE, "in-person")
                                .set(APPOINTMENT.POINT_ID, point().id().value())
                                .set(APPOINTMENT.AGENT_ID, one.id().value())
                                .set(APPOINTMENT.ROOM_ID, room())
                                .set(APPOINTMENT.DURING, during)
                                .set(APPOINTMENT.STATE, "booked")
                                .set(APPOINTMENT.MADE_AT, starts)
                                .onConflictDoNothing()
                                .execute()
                        == 1)
                .findFirst();
        assertThat(agent).isPresent();
        afterwards.add(() -> appointments.cancel(organisation(), new AppointmentId(id), SOMEBODY));
    }

    private UUID room() {
        return sql.select(ROOM.ID)
                .from(ROOM)
                .where(ROOM.POINT_ID.eq(point().id().value()))
                .limit(1)
                .fetchOptional(ROOM.ID)
                .orElseThrow();
    }

    private TicketPlace place(Customer waiting) {
        return queue.place(
                organisation(),
                queue.ofCase(organisation(), caseOf(waiting)).orElseThrow().id());
    }

    private void letAhead(Ticket ticket) {
        queue.letAhead(organisation(), ticket.id(), Optional.of(LetAhead.STANDING), SOMEBODY);
    }

    private ServicePoint point() {
        return points.pointBySlug("keskusta").orElseThrow();
    }

    private Counter counter() {
        return points.counters(organisation(), point().id()).getLast();
    }

    private OrganisationId organisation() {
        return people.organisation().orElseThrow().id();
    }

    private AgentId aino() {
        return people.credentials("aino").orElseThrow().agent().id();
    }

    private AgentId mikko() {
        return people.credentials("mikko").orElseThrow().agent().id();
    }
}
