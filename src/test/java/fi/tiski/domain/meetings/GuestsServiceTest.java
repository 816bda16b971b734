package fi.tiski.domain.meetings;

import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class GuestsServiceTest extends DomainTest {

    @Autowired
    private GuestsService guests;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private BookedMeetingsService booked;

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private LineService line;

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
        line.customersKey(meeting);
        line.agentsKey(meeting);
    }

    @Test
    void oneWhoWasInvitedWaitsAtTheDoorUntilTheAgentLetsThemIn() {
        var leena = invited("Leena");
        var link = link(leena);
        assertThat(guests.opened(link)).isInstanceOf(AtTheDoor.Outside.class);
        assertThat(admits(leena)).isEqualTo(new Admission.NotFrom(GuestState.INVITED));

        assertThat(guests.knock(link)).isInstanceOf(AtTheDoor.Waits.class);
        guests.told(meeting);
        assertThat(admits(leena)).isInstanceOf(Admission.Admitted.class);

        assertThat(guests.opened(link)).isInstanceOf(AtTheDoor.In.class);
        var seat = ((Joining.In) line.join(key(leena), UUID.randomUUID())).seat();
        assertThat(seat.me().role()).isEqualTo(Role.RELATIVE);
        assertThat(seat.me().name()).contains("Leena");
        assertThat(line.participants(meeting))
                .extracting(Participant::role)
                .containsExactly(Role.CUSTOMER, Role.AGENT, Role.RELATIVE);
    }

    @Test
    void nobodyComesInBeforeTheCustomerWasToldOfThem() {
        var leena = atTheDoor("Leena");

        assertThat(admits(leena)).isEqualTo(new Admission.NotTold());
        assertThatThrownBy(() -> sql.execute(
                        "update meeting_guest set state = 'in' where id = ?",
                        leena.id().value()))
                .isInstanceOf(DataIntegrityViolationException.class);

        guests.told(meeting);
        assertThat(admits(leena)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void lettingInTwiceAtOnceIsOneSeat() {
        var leena = atTheDoor("Leena");
        guests.told(meeting);

        var all = Together.all(8, i -> admits(leena));

        assertThat(all).filteredOn(Admission.Admitted.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(new Admission.NotFrom(GuestState.IN)::equals).hasSize(7);
        assertThat(line.participants(meeting)).hasSize(3);
        assertThat(kinds()).containsOnlyOnce(EntryKind.GUEST_ADMITTED);
    }

    @Test
    void ofManyWhoAreLetInAtOnceTwoAreAndTheFifthPersonIsToldThatItIsFull() {
        var all = IntStream.range(0, 6).mapToObj(i -> atTheDoor("Guest " + i)).toList();
        guests.told(meeting);

        var came = Together.all(6, i -> admits(all.get(i)));

        assertThat(came).filteredOn(Admission.Admitted.class::isInstance).hasSize(2);
        assertThat(came).filteredOn(new Admission.Full()::equals).hasSize(4);
        assertThat(line.participants(meeting)).hasSize(4);
    }

    @Test
    void whoWaitsOutsideAFullMeetingIsToldAndComesInWhenSomebodyLeaves() {
        var first = in("Leena");
        in("Amal");
        var third = invited("Pekka");
        var link = link(third);
        assertThat(guests.knock(link)).isEqualTo(new AtTheDoor.Waits(now(third), live(), true));

        guests.refuse(meeting, first.id());

        assertThat(guests.opened(link)).isEqualTo(new AtTheDoor.Waits(now(third), live(), false));
        guests.told(meeting);
        assertThat(admits(third)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void whomTheCustomerDoesNotWantIsNotLetInUntilTheySayOtherwise() {
        var leena = atTheDoor("Leena");
        guests.told(meeting);

        guests.unwanted(meeting, leena.id(), AT_HOME);

        assertThat(admits(leena)).isEqualTo(new Admission.Unwanted());
        assertThat(kinds()).containsOnlyOnce(EntryKind.GUEST_UNWANTED);
        guests.wanted(meeting, leena.id());
        assertThat(admits(leena)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void whomTheCustomerAsksOutIsOutAtOnceForEverybody() {
        var leena = in("Leena");
        var key = key(leena);
        var window = UUID.randomUUID();
        line.join(key, window);

        guests.unwanted(meeting, leena.id(), AT_HOME);

        assertThat(line.openedBy(key)).isEmpty();
        assertThat(line.join(key, window)).isEqualTo(new Joining.Unknown());
        assertThat(line.participants(meeting)).extracting(Participant::role).containsExactly(Role.CUSTOMER, Role.AGENT);
        assertThat(now(leena).state()).isEqualTo(GuestState.DOOR);
        guests.wanted(meeting, leena.id());
        assertThat(admits(leena)).isInstanceOf(Admission.Admitted.class);
        assertThat(line.join(key(leena), window)).isInstanceOf(Joining.In.class);
    }

    @Test
    void lettingInAndAskingOutAtOneMomentEndsWithThemOut() {
        var leena = atTheDoor("Leena");
        guests.told(meeting);

        Together.all(2, i -> {
            if (i == 0) {
                admits(leena);
            } else {
                guests.unwanted(meeting, leena.id(), AT_HOME);
            }
            return i;
        });

        assertThat(now(leena).state()).isEqualTo(GuestState.DOOR);
        assertThat(line.participants(meeting)).hasSize(2);
    }

    @Test
    void aLinkThatIsForgedReplacedOrTakenBackOpensNothing() {
        var leena = invited("Leena");
        var first = link(leena);
        var second = link(leena);

        assertThat(guests.opened("forged")).isEqualTo(new AtTheDoor.Nothing());
        assertThat(guests.opened(first)).isEqualTo(new AtTheDoor.Nothing());
        assertThat(guests.knock(second)).isInstanceOf(AtTheDoor.Waits.class);
        assertThat(guests.link(meeting, leena.id())).as("they came by theirs").isEmpty();

        guests.revoke(meeting, leena.id());
        assertThat(guests.opened(second)).isEqualTo(new AtTheDoor.Nothing());
        assertThat(guests.of(meeting)).isEmpty();
    }

    @Test
    void takingTheLinkBackPutsOutWhoIsIn() {
        var leena = in("Leena");
        var key = key(leena);

        guests.revoke(meeting, leena.id());

        assertThat(line.openedBy(key)).isEmpty();
    }

    @Test
    void invitingTwiceWithOnePressInvitesOne() {
        var press = Ids.next();

        var all = Together.all(5, i -> guests.invite(meeting, Role.EXPERT, "Pekka", press, new By.AnAgent(agent)));

        assertThat(all).containsOnly(all.getFirst());
        assertThat(guests.of(meeting)).hasSize(1);
        assertThat(kinds()).containsOnlyOnce(EntryKind.GUEST_INVITED);
    }

    @Test
    void whenTheMeetingIsOverTheDoorSaysSo() {
        var leena = invited("Leena");
        var link = link(leena);
        guests.knock(link);

        meetings.done(town.organisation(), meeting.id(), new By.AnAgent(agent));

        assertThat(guests.opened(link)).isInstanceOf(AtTheDoor.Over.class);
        assertThat(admits(leena)).isEqualTo(new Admission.NotFrom(GuestState.DOOR));
    }

    @Test
    void aGuestOfOneMeetingIsNoneOfAnother() {
        var asked = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME);
        var leena = atTheDoor("Leena");
        guests.told(meeting);

        assertThatThrownBy(() -> guests.unwanted(asked.meeting(), leena.id(), AT_HOME))
                .isInstanceOf(RuntimeException.class);
        assertThat(guests.of(asked.meeting())).isEmpty();
    }

    @Test
    void anInterpreterWhoIsBookedIsExpectedAndTheirLinkKeepsTheHoursOfTheMeeting() {
        town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        town.anInterpreter(List.of("ar"), Span.of(clock.instant(), Duration.ofHours(8)));
        var time = town.anAppointment()
                .byVideo()
                .interpretedIn("ar")
                .bookedAt(clock.instant().plus(Duration.ofHours(2)));
        var theirs = booked.of(time);
        var beside = guests.of(theirs).getFirst();
        assertThat(beside.role()).isEqualTo(Role.INTERPRETER);
        assertThat(beside.name()).isEqualTo("Yasmin Haddad");
        assertThat(booked.of(time)).isEqualTo(theirs);
        assertThat(guests.of(theirs)).hasSize(1);

        var link = guests.link(theirs, beside.id()).orElseThrow();
        assertThat(guests.knock(link)).isInstanceOf(AtTheDoor.Early.class);
        clock.set(time.during().from().minus(Duration.ofMinutes(10)));
        assertThat(guests.knock(link)).isInstanceOf(AtTheDoor.Waits.class);

        cancelled(time, link);
    }

    private void cancelled(Appointment time, String link) {
        appointments.cancel(town.organisation(), time.id(), AT_HOME);
        assertThat(guests.opened(link)).isEqualTo(new AtTheDoor.Nothing());
    }

    private Guest invited(String name) {
        return guests.invite(meeting, Role.RELATIVE, name, Ids.next(), new By.AnAgent(agent));
    }

    private String link(Guest guest) {
        return guests.link(meeting, guest.id()).orElseThrow();
    }

    private Guest atTheDoor(String name) {
        var guest = invited(name);
        guests.knock(link(guest));
        return now(guest);
    }

    private Guest in(String name) {
        var guest = atTheDoor(name);
        guests.told(meeting);
        return ((Admission.Admitted) admits(guest)).guest();
    }

    private Admission admits(Guest guest) {
        return guests.admit(meeting, guest.id(), new By.AnAgent(agent));
    }

    private String key(Guest guest) {
        return line.guestsKey(meeting, guest.id()).orElseThrow();
    }

    private Guest now(Guest guest) {
        return guests.of(meeting).stream()
                .filter(one -> one.id().equals(guest.id()))
                .findFirst()
                .orElseThrow();
    }

    private VideoMeeting live() {
        return meetings.ofCase(town.organisation(), meeting.caseId()).orElseThrow();
    }

    private List<EntryKind> kinds() {
        return cases.file(town.organisation(), meeting.caseId()).entries().stream()
                .map(Entry::kind)
                .toList();
    }
}
