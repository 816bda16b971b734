package fi.tiski.domain.together;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.meetings.Answering;
import fi.tiski.domain.meetings.Asking;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class TogetherServiceTest extends DomainTest {

    private static final By.TheCustomer THE_CUSTOMER = new By.TheCustomer(Channel.HOME);

    private static final Wording BY_PLACE = written -> written.stream()
            .map(one -> one.place().tag() + "=" + (one.isPrivate() ? "(own)" : one.words()))
            .collect(Collectors.joining("\n"));

    @Autowired
    private TogetherService together;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private CasesService cases;

    private AgentId agent;
    private VideoMeeting meeting;

    @BeforeEach
    void aMeetingThatIsOn() {
        agent = town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        var asked = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME);
        meeting = ((Answering.Answered)
                        meetings.answer(town.organisation(), asked.meeting().id(), agent))
                .meeting();
    }

    @Test
    void theCustomerSeesWhatTheAgentWritesAndApprovesIt() {
        var page = opened(PageKind.SUMMARY);
        writes(page, "words", "You send the form by Friday.", Writer.AGENT);

        var seen = together.customersPage(meeting).orElseThrow();
        assertThat(seen.written()).extracting(Written::words).containsExactly("You send the form by Friday.");
        assertThat(approves(seen)).isEqualTo(new Approving.Approved());

        assertThat(agreed()).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo(THE_CUSTOMER);
            assertThat(entry.facts()).containsEntry("how", "summary");
            assertThat(entry.words()).contains("words=You send the form by Friday.");
        });
        assertThat(together.customersPage(meeting).orElseThrow().state()).isEqualTo(SharedPageState.APPROVED);
    }

    @Test
    void aPressThatIsMadeTwiceApprovesOnce() {
        var page = opened(PageKind.SUMMARY);
        writes(page, "words", "Agreed", Writer.AGENT);
        var seen = together.customersPage(meeting).orElseThrow();

        assertThat(approves(seen)).isEqualTo(new Approving.Approved());
        assertThat(approves(seen)).isEqualTo(new Approving.Approved());

        assertThat(agreed()).hasSize(1);
    }

    @Test
    void whatWasChangedAfterTheyReadItIsNotApproved() {
        var page = opened(PageKind.SUMMARY);
        writes(page, "words", "You pay 10 euros", Writer.AGENT);
        var seen = together.customersPage(meeting).orElseThrow();
        writes(page, "words", "You pay 100 euros", Writer.AGENT);

        assertThat(approves(seen))
                .isInstanceOfSatisfying(
                        Approving.Changed.class,
                        changed -> assertThat(changed.now().written())
                                .extracting(Written::words)
                                .containsExactly("You pay 100 euros"));
        assertThat(agreed()).isEmpty();
    }

    @Test
    void thereIsNothingToApproveBeforeSomethingIsWritten() {
        var question = opened(PageKind.QUESTION);
        assertThat(approves(together.customersPage(meeting).orElseThrow())).isEqualTo(new Approving.Nothing());
        writes(question, "question", "How many live with you?", Writer.AGENT);
        assertThat(approves(together.customersPage(meeting).orElseThrow())).isEqualTo(new Approving.Nothing());
        writes(question, "answer", "Three", Writer.CUSTOMER);
        assertThat(approves(together.customersPage(meeting).orElseThrow())).isEqualTo(new Approving.Approved());
    }

    @Test
    void whatTheCustomerKeepsToThemselvesIsGivenToNoAgentAndNoCase() {
        var page = openedForm(FormSection.MONEY);
        together.keepPrivate(meeting, page.id(), "income", true);
        writes(page, "income", "1234 euros", Writer.CUSTOMER);
        writes(page, "rent", "560 euros", Writer.CUSTOMER);

        var agents = together.agentsPage(meeting).orElseThrow();
        assertThat(agents.toString()).contains("560 euros").doesNotContain("1234");
        assertThat(place(agents, "income").isFilled()).isTrue();
        var theirs = together.customersPage(meeting).orElseThrow();
        assertThat(place(theirs, "income").words()).isEqualTo("1234 euros");

        assertThat(approves(theirs)).isEqualTo(new Approving.Approved());
        assertThat(agreed())
                .singleElement()
                .satisfies(entry -> assertThat(entry.words()).contains("income=(own)\nrent=560 euros\nsavings="));
        assertThat(everythingWritten()).isZero();
    }

    @Test
    void whatWasKeptPrivateCanBeShownAfterAll() {
        var page = openedForm(FormSection.MONEY);
        together.keepPrivate(meeting, page.id(), "income", true);
        writes(page, "income", "1234 euros", Writer.CUSTOMER);

        together.keepPrivate(meeting, page.id(), "income", false);

        assertThat(place(together.agentsPage(meeting).orElseThrow(), "income").words())
                .isEqualTo("1234 euros");
    }

    @Test
    void theAgentWritesForTheCustomerButNotWhereTheyKeepToThemselves() {
        var page = openedForm(FormSection.ADDRESS);
        assertThat(writes(page, "street", "Rantatie 3", Writer.AGENT)).isInstanceOf(Writing.Done.class);
        together.keepPrivate(meeting, page.id(), "town", true);

        assertThat(writes(page, "town", "Lampila", Writer.AGENT)).isEqualTo(new Writing.NotYours());

        assertThat(place(together.customersPage(meeting).orElseThrow(), "street")
                        .by())
                .isEqualTo(Writer.AGENT);
    }

    @Test
    void theCustomerWritesNothingInTheAgentsPlace() {
        var page = opened(PageKind.SUMMARY);

        assertThat(writes(page, "words", "I get everything", Writer.CUSTOMER)).isEqualTo(new Writing.NotYours());
        assertThat(together.keepPrivate(meeting, page.id(), "words", true)).isEqualTo(new Writing.NotYours());
    }

    @Test
    void twoWhoWriteInOnePlaceAtOnceDoNotWipeOutEachOther() {
        var page = openedForm(FormSection.ADDRESS);
        together.write(meeting, page.id(), "street", "Rantatie 3", 0, Writer.CUSTOMER);

        assertThat(together.write(meeting, page.id(), "street", "Rantakatu", 0, Writer.AGENT))
                .isInstanceOfSatisfying(
                        Writing.Crossed.class,
                        crossed -> assertThat(crossed.now().words()).isEqualTo("Rantatie 3"));
    }

    @Test
    void aDoubtStandsUntilSomethingIsChanged() {
        var page = opened(PageKind.SUMMARY);
        writes(page, "words", "On Friday", Writer.AGENT);
        together.doubt(meeting, page.id());
        assertThat(together.agentsPage(meeting).orElseThrow().isDoubted()).isTrue();

        writes(page, "words", "On Monday", Writer.AGENT);

        assertThat(together.agentsPage(meeting).orElseThrow().isDoubted()).isFalse();
    }

    @Test
    void onePageAtATimeAndOnePressOpensOne() {
        var press = Ids.next();
        var first = (Opening.Opened) together.open(meeting, PageKind.TEXT, Optional.empty(), press, agent);

        assertThat(together.open(meeting, PageKind.TEXT, Optional.empty(), press, agent))
                .isEqualTo(first);
        assertThat(together.open(meeting, PageKind.SUMMARY, Optional.empty(), Ids.next(), agent))
                .isEqualTo(new Opening.AnotherIsOpen(first.page()));
    }

    @Test
    void whatTheAgentClosesIsKeptNowhere() {
        var page = opened(PageKind.TEXT);
        writes(page, "words", "Read this", Writer.AGENT);

        assertThat(together.withdraw(meeting, page.id())).isTrue();

        assertThat(writes(page, "words", "Read this too", Writer.AGENT))
                .isEqualTo(new Writing.Ended(SharedPageState.WITHDRAWN));
        assertThat(approves(page)).isEqualTo(new Approving.Ended(SharedPageState.WITHDRAWN));
        assertThat(agreed()).isEmpty();
        assertThat(everythingWritten()).isZero();
        assertThat(opened(PageKind.SUMMARY).isOpen()).isTrue();
    }

    @Test
    void nothingOfAnOpenPageOutlivesTheMeeting() {
        var page = opened(PageKind.SUMMARY);
        writes(page, "words", "Half a sentence", Writer.AGENT);

        meetings.done(town.organisation(), meeting.id(), new By.AnAgent(agent));

        assertThat(together.customersPage(meeting).orElseThrow().state()).isEqualTo(SharedPageState.OVER);
        assertThat(everythingWritten()).isZero();
        var over = meetings.ofCase(town.organisation(), meeting.caseId()).orElseThrow();
        assertThat(together.open(over, PageKind.TEXT, Optional.empty(), Ids.next(), agent))
                .isEqualTo(new Opening.NotMeeting());
    }

    @Test
    void aPageOfAnotherMeetingCannotBeReached() {
        var page = opened(PageKind.SUMMARY);
        var colleague = town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        var asked = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME);
        var other = ((Answering.Answered)
                        meetings.answer(town.organisation(), asked.meeting().id(), colleague))
                .meeting();

        assertThatThrownBy(() -> together.write(other, page.id(), "words", "Forged", 0, Writer.AGENT))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theDatabaseLetsNoAgentsWordsBePrivate() {
        var page = openedForm(FormSection.ADDRESS);
        writes(page, "street", "Rantatie 3", Writer.AGENT);

        assertThatThrownBy(() -> sql.execute(
                        "update shared_page_part set is_private = true where page_id = {0}",
                        DSL.val(page.id().value())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void morethanAPersonReadsAtOneSittingIsCutOff() {
        var page = opened(PageKind.TEXT);

        writes(page, "words", "ä".repeat(TogetherService.LONGEST + 7), Writer.AGENT);

        assertThat(place(together.customersPage(meeting).orElseThrow(), "words").words())
                .hasSize(TogetherService.LONGEST);
    }

    private SharedPage opened(PageKind kind) {
        return ((Opening.Opened) together.open(meeting, kind, Optional.empty(), Ids.next(), agent)).page();
    }

    private SharedPage openedForm(FormSection section) {
        return ((Opening.Opened) together.open(meeting, PageKind.FORM, Optional.of(section), Ids.next(), agent)).page();
    }

    private Writing writes(SharedPage page, String place, String words, Writer by) {
        var base = together.customersPage(meeting)
                .filter(SharedPage::isOpen)
                .map(now -> place(now, place).revision())
                .orElse(0L);
        return together.write(meeting, page.id(), place, words, base, by);
    }

    private Approving approves(SharedPage seen) {
        return together.approve(meeting, seen.id(), seen.revision(), THE_CUSTOMER, BY_PLACE);
    }

    private static Written place(SharedPage page, String tag) {
        return page.written().stream()
                .filter(one -> one.place().tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private List<Entry> agreed() {
        return cases.file(town.organisation(), meeting.caseId()).entries().stream()
                .filter(entry -> entry.kind() == EntryKind.AGREED_TOGETHER)
                .toList();
    }

    private int everythingWritten() {
        return sql.fetchCount(
                DSL.table("shared_page_part"),
                DSL.field("organisation_id").eq(town.organisation().value()));
    }
}
