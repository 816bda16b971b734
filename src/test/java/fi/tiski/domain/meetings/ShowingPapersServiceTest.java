package fi.tiski.domain.meetings;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.cases.PapersService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.pictures.Picture;
import fi.tiski.platform.pictures.PictureReading;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Pictures;
import fi.tiski.support.Together;
import java.awt.Color;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ShowingPapersServiceTest extends DomainTest {

    private static final Picture PAPER =
            ((PictureReading.Fine) Picture.read(Pictures.jpeg(64, 48, Color.WHITE))).picture();

    @Autowired
    private ShowingPapersService showing;

    @Autowired
    private PapersService papers;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private LineService line;

    @Autowired
    private CasesService cases;

    private AgentId agent;
    private VideoMeeting meeting;
    private Seat customer;

    @BeforeEach
    void theyMeet() {
        agent = town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        var asked = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_KIOSK);
        meeting = ((Answering.Answered)
                        meetings.answer(town.organisation(), asked.meeting().id(), agent))
                .meeting();
        customer = line.openedBy(line.customersKey(meeting)).orElseThrow();
    }

    @Test
    void aPaperStandsOnTheCaseOnceHoweverOftenItsPressComes() {
        var press = Ids.next();

        assertThat(Together.all(4, i -> showing.show(customer, PAPER, press))).containsOnly(ShowingPaper.SHOWN);

        assertThat(shown()).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo(AT_KIOSK);
            assertThat(entry.hasPaper()).isTrue();
            assertThat(papers.paper(town.organisation(), entry.id())
                            .orElseThrow()
                            .jpeg())
                    .isEqualTo(PAPER.jpeg());
        });
    }

    @Test
    void onlyTheCustomerGivesPapersToTheirCase() {
        var agents = line.openedBy(line.agentsKey(meeting)).orElseThrow();

        assertThat(showing.show(agents, PAPER, Ids.next())).isEqualTo(ShowingPaper.NOT_THEIRS);
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsAcceptedAfterTheEndIsNotKept() {
        meetings.done(town.organisation(), meeting.id(), new By.AnAgent(agent));

        assertThat(showing.show(customer, PAPER, Ids.next())).isEqualTo(ShowingPaper.OVER);
        assertThat(shown()).isEmpty();
    }

    @Test
    void aCaseHasAnEndOfPapersHoweverManyComeAtOnce() {
        var first = Ids.next();
        showing.show(customer, PAPER, first);
        var all = Together.all(23, i -> showing.show(customer, PAPER, Ids.next()));

        assertThat(all).filteredOn(ShowingPaper.SHOWN::equals).hasSize(19);
        assertThat(all).filteredOn(ShowingPaper.ENOUGH::equals).hasSize(4);
        assertThat(showing.show(customer, PAPER, first)).isEqualTo(ShowingPaper.SHOWN);
    }

    @Test
    void anotherOrganisationFindsNoneAndAnErasedOneLeavesItsEntry() {
        showing.show(customer, PAPER, Ids.next());
        var entry = shown().getFirst().id();

        assertThat(papers.paper(OrganisationId.next(), entry)).isEmpty();

        sql.execute("delete from case_entry_paper where entry_id = ?", entry);
        assertThat(papers.paper(town.organisation(), entry)).isEmpty();
        assertThat(shown())
                .singleElement()
                .satisfies(left -> assertThat(left.hasPaper()).isFalse());
    }

    private List<Entry> shown() {
        return cases.file(town.organisation(), meeting.caseId()).entries().stream()
                .filter(entry -> entry.kind() == EntryKind.PAPER_SHOWN)
                .toList();
    }
}
