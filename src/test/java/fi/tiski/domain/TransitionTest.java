package fi.tiski.domain;

import static fi.tiski.support.Municipality.AT_HOME;
import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.devices.Enrolling;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.HandingOver;
import fi.tiski.domain.handovers.HandoverState;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.meetings.Answering;
import fi.tiski.domain.meetings.Asking;
import fi.tiski.domain.meetings.GuestState;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.domain.together.Opening;
import fi.tiski.domain.together.PageKind;
import fi.tiski.domain.together.SharedPageState;
import fi.tiski.domain.together.TogetherService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.DomainTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which state may follow which stands in the database, and the database refuses the rest to everybody. */
class TransitionTest extends DomainTest {

    private static final String CHECK_VIOLATION = "23514";

    @Autowired
    private QueueService queue;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private HandoversService handovers;

    @Autowired
    private DevicesService devices;

    @Autowired
    private PointsService points;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private GuestsService guests;

    @Autowired
    private TogetherService together;

    @Test
    void aCaseChangesOnlyAsItsTableSays() {
        assertOnlyLegal("case_record", "case_transition", town.aCase().id().value(), "open");
    }

    @Test
    void aTicketChangesOnlyAsItsTableSays() {
        var point = town.aPoint().openAllDay().there();
        var taken = (Take.Taken) queue.take(point, Ids.next(), Language.FI, AT_KIOSK, Optional.empty());

        // What a called ticket also needs, an agent and a counter, is another constraint's business.
        assertOnlyLegal("ticket", "ticket_transition", taken.ticket().id().value(), "waiting", "called");
    }

    @Test
    void aCallBackChangesOnlyAsItsTableSays() {
        var asked = callBacks.ask(
                town.organisation(),
                town.aCase().id(),
                Ids.next(),
                Span.of(clock.instant(), Duration.ofHours(2)),
                AT_HOME);

        assertOnlyLegal("call_back", "call_back_transition", asked.id().value(), "waiting", "calling");
    }

    @Test
    void aMeetingChangesOnlyAsItsTableSays() {
        town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        var asked = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME);

        // What others also need, an agent, an end or an appointment, are other constraints' business.
        assertOnlyLegal(
                "meeting",
                "meeting_transition",
                asked.meeting().id().value(),
                "waiting",
                "live",
                "left",
                "turned",
                "booked",
                "called_off");
    }

    @Test
    void aGuestChangesOnlyAsTheirTableSays() {
        var agent = town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        var asked = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME);
        var guest = guests.invite(asked.meeting(), Role.RELATIVE, "Leena", Ids.next(), new By.AnAgent(agent));

        assertOnlyLegal("meeting_guest", "guest_transition", guest.id().value(), "invited");
    }

    @Test
    void aSharedPageChangesOnlyAsItsTableSays() {
        var agent = town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        var asked = (Asking.Waits)
                meetings.ask(town.organisation(), town.aCase().id(), Optional.empty(), Ids.next(), AT_HOME);
        var answered = (Answering.Answered)
                meetings.answer(town.organisation(), asked.meeting().id(), agent);
        var opened = (Opening.Opened)
                together.open(answered.meeting(), PageKind.SUMMARY, Optional.empty(), Ids.next(), agent);

        // That what has ended has an end is another constraint's business.
        assertOnlyLegal(
                "shared_page",
                "shared_page_transition",
                opened.page().id().value(),
                "open",
                "approved",
                "withdrawn",
                "over");
    }

    @Test
    void anAppointmentChangesOnlyAsItsTableSays() {
        town.anAgent()
                .onShiftRemotely(Span.of(clock.instant(), Duration.ofHours(8)), ServingMode.VIDEO)
                .there();
        var booked = town.anAppointment().byVideo().bookedAt(clock.instant().plus(Duration.ofHours(1)));

        assertOnlyLegal("appointment", "appointment_transition", booked.id().value(), "booked", "held");
    }

    @Test
    void aHandoverChangesOnlyAsItsTableSays() {
        var from = town.anAgent().there();
        var to = new Receiver.APerson(town.anAgent().there());
        var given = (HandingOver.Offered)
                handovers.handOver(town.organisation(), town.aCase().id(), from, to, Card.ERASED, Ids.next());

        assertOnlyLegal(
                "handover",
                "handover_transition",
                given.handover().id().value(),
                "offered",
                "accepted",
                "returned",
                "withdrawn");
    }

    @Test
    void anAgentsWordChangesOnlyAsItsTableSays() {
        var agent = town.anAgent().there();
        staffing.available(town.organisation(), agent);

        assertOnlyLegal("agent_state", "agent_state_transition", agent.value(), "available", "wrap_up");
    }

    @Test
    void aMachineThatAsksChangesOnlyAsItsTableSays() {
        var key = DevicesService.newKey();
        var asked = (Enrolling.Waiting) devices.enrolling(town.organisation(), key, Optional.empty());

        // What an accepted one also needs, a device, is another constraint's business.
        assertOnlyLegal("enrolment", "enrolment_transition", asked.id().value(), "waiting", "accepted");
    }

    @Test
    void aKeyThatWasTakenAwayNeverComesBack() {
        var slug = "k" + Ids.next();
        town.aPoint().openAllDay().withKiosk(slug).there();
        var kiosk = points.kiosk(slug).orElseThrow();
        var manager = town.anAgent().there();
        var key = DevicesService.newKey();
        var asked = (Enrolling.Waiting) devices.enrolling(town.organisation(), key, Optional.empty());
        devices.accept(kiosk, asked.code(), manager);
        var device = devices.byKey(key).orElseThrow().id();

        assertOnlyLegal("device", "device_transition", device.value(), "enrolled", "revoked");
        devices.revoke(town.organisation(), device, manager);
        assertOnlyLegal("device", "device_transition", device.value(), "revoked");
    }

    @Test
    void nothingBeginsInTheMiddle() {
        var refused = catchThrowable(() -> sql.execute("""
                insert into case_record (organisation_id, id, code, state, customer_id, language, opened_at, opened_in,
                                         changed_at)
                select organisation_id, gen_random_uuid(), 'ACDEFG', 'closed', customer_id, language, opened_at, opened_in,
                       changed_at
                from case_record where id = ?
                """, town.aCase().id().value()));

        assertThat(sqlState(refused)).isEqualTo(CHECK_VIOLATION);
    }

    @Test
    void everyStateInTheTablesIsOneThatJavaKnows() {
        assertThat(states("case_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(CaseState.values(), CaseState::tag));
        assertThat(states("ticket_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(TicketState.values(), TicketState::tag));
        assertThat(states("call_back_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(CallBackState.values(), CallBackState::tag));
        assertThat(states("appointment_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(AppointmentState.values(), AppointmentState::tag));
        assertThat(states("meeting_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(MeetingState.values(), MeetingState::tag));
        assertThat(states("guest_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(GuestState.values(), GuestState::tag));
        assertThat(states("shared_page_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(SharedPageState.values(), SharedPageState::tag));
        assertThat(states("handover_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(HandoverState.values(), HandoverState::tag));
        // A break is told by the roster, and is nobody's word.
        assertThat(states("agent_state_transition"))
                .containsExactlyInAnyOrderElementsOf(tags(
                        EnumSet.complementOf(EnumSet.of(Availability.BREAK)).toArray(Availability[]::new),
                        Availability::tag));
    }

    /** Tries every state from where the row is now, and undoes it; {@code guarded} have constraints of their own too. */
    private void assertOnlyLegal(String table, String transitions, UUID id, String now, String... guarded) {
        for (var to : states(transitions)) {
            var legal = to.equals(now)
                    || sql.fetchExists(
                            DSL.table(DSL.name(transitions)),
                            DSL.field("from_state")
                                    .eq(now)
                                    .and(DSL.field("to_state").eq(to)));
            var outcome = catchThrowable(() -> sql.transaction(transaction -> {
                transaction.dsl().execute("update %s set state = ? where %s = ?".formatted(table, key(table)), to, id);
                throw new Undo();
            }));
            if (legal) {
                assertThat(Arrays.asList(guarded).contains(to) || isUndo(outcome))
                        .as("%s: %s to %s is legal", table, now, to)
                        .isTrue();
            } else {
                assertThat(sqlState(outcome))
                        .as("%s: %s to %s is refused", table, now, to)
                        .isEqualTo(CHECK_VIOLATION);
                assertThat(outcome).hasMessageContaining("is not a legal transition");
            }
        }
    }

    private static String key(String table) {
        return table.equals("agent_state") ? "agent_id" : "id";
    }

    private List<String> states(String transitions) {
        return sql
                .fetch("select to_state from " + transitions + " union select from_state from " + transitions)
                .map(row -> row.get(0, String.class))
                .stream()
                .filter(state -> !state.equals("start"))
                .toList();
    }

    private static <E> List<String> tags(E[] values, Function<E, String> tag) {
        return Stream.of(values).map(tag).toList();
    }

    private static boolean isUndo(Throwable outcome) {
        return Stream.iterate(outcome, cause -> cause != null, Throwable::getCause)
                .anyMatch(Undo.class::isInstance);
    }

    private static String sqlState(Throwable refused) {
        return Stream.iterate(refused, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .findFirst()
                .orElse("");
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
