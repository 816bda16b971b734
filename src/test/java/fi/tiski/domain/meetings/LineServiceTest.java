package fi.tiski.domain.meetings;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LineServiceTest extends DomainTest {

    private final UUID window = UUID.randomUUID();

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private LineService line;

    private AgentId agent;
    private VideoMeeting meeting;

    @BeforeEach
    void aMeetingThatWasAnswered() {
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
    void eachComesInByTheirOwnKeyAndTheOthersSeeWho() {
        var customer = joins(line.customersKey(meeting), window);
        joins(line.agentsKey(meeting), UUID.randomUUID());

        assertThat(line.participants(meeting)).extracting(Participant::role).containsExactly(Role.CUSTOMER, Role.AGENT);
        assertThat(line.participants(meeting)).allMatch(one -> one.browser().isPresent());
        assertThat(customer.me().name()).isEmpty();
    }

    @Test
    void aKeyThatIsForgedReplacedOrTooOldOpensNothing() {
        var first = line.customersKey(meeting);
        var second = line.customersKey(meeting);

        assertThat(line.join("forged", window)).isEqualTo(new Joining.Unknown());
        assertThat(line.join(first, window)).isEqualTo(new Joining.Unknown());
        assertThat(line.join(second, window)).isInstanceOf(Joining.In.class);
        assertThat(line.participants(meeting)).hasSize(1);

        clock.pass(Duration.ofHours(13));
        assertThat(line.openedBy(second)).isEmpty();
    }

    @Test
    void twoWindowsThatAskAtOnceAreOneSeat() {
        Together.all(6, i -> line.customersKey(meeting));

        assertThat(line.participants(meeting)).hasSize(1);
    }

    @Test
    void whoIsInAnotherWindowMeanwhileIsOutOfTheFirst() {
        var key = line.customersKey(meeting);
        var first = joins(key, window);
        var later = joins(key, UUID.randomUUID());

        assertThat(line.isHere(first, window)).isFalse();
        line.leave(first, window);
        assertThat(line.participants(meeting).getFirst().browser())
                .isEqualTo(later.me().browser());
    }

    @Test
    void signalsAreNumberedInTheOrderInWhichTheyWereSentAndNoneIsLost() {
        var customer = joins(line.customersKey(meeting), window);
        var agents = joins(line.agentsKey(meeting), UUID.randomUUID());

        Together.all(8, sender -> {
            for (int i = 0; i < 5; i++) {
                line.send(agents, customer.me().id(), window, sender + " " + i);
            }
            return sender;
        });

        var heard = line.signals(customer, window, 0);
        assertThat(heard)
                .extracting(Signal::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
        assertThat(heard)
                .filteredOn(one -> one.body().startsWith("3 "))
                .extracting(Signal::body)
                .containsExactly("3 0", "3 1", "3 2", "3 3", "3 4");
        assertThat(line.signals(customer, window, 38)).hasSize(2);
        assertThat(line.signals(customer, UUID.randomUUID(), 0)).isEmpty();
        assertThat(line.signals(agents, window, 0)).isEmpty();
    }

    @Test
    void nothingIsSentToSomebodyElsesMeetingNorWithoutEnd() {
        var customer = joins(line.customersKey(meeting), window);

        assertThat(line.send(customer, ParticipantId.next(), window, "hello")).isFalse();
        assertThat(line.send(customer, customer.me().id(), window, "x".repeat(65_537)))
                .isFalse();
        assertThat(line.signals(customer, window, 0)).isEmpty();
    }

    @Test
    void whenTheMeetingIsOverTheKeyOpensItNoMoreAndWhatWasSentIsGone() {
        var key = line.customersKey(meeting);
        var customer = joins(key, window);
        line.send(customer, customer.me().id(), window, "an address");

        meetings.done(town.organisation(), meeting.id(), new By.AnAgent(agent));

        assertThat(line.join(key, window)).isEqualTo(new Joining.Over(MeetingState.OVER));
        assertThat(line.signals(customer, window, 0)).isEmpty();
    }

    private Seat joins(String key, UUID browser) {
        return ((Joining.In) line.join(key, browser)).seat();
    }
}
