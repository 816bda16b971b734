package fi.tiski.surface.desk;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Hold;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.knowledge.MeetingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A time that an agent books with somebody. */
class DeskBookingTest extends AtTheDesk {

    @Autowired
    private AppointmentsService appointments;

    @Autowired
    private DeskReadings readings;

    @Autowired
    private DeskBookings bookings;

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

    @Test
    void anInterpreterIsBookedWithTheTimeByTheLanguageThatTheAgentWroteDown() {
        var ticket = takeNumber();
        queue.leave(aino.organisation(), ticket.id(), AT_KIOSK);
        cases.tell(
                aino.organisation(),
                ticket.caseId(),
                AT_KIOSK,
                new Telling(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Needs(Set.of(Need.INTERPRETER), Optional.of("somali")))));
        navigate(DeskView.class, Map.of("case", ticket.caseId().value().toString()));
        press(act(Act.BOOK_TIME));
        press(times().getFirst());

        press(find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("primary") && text(one).endsWith(", tulkki Abdi Warsame"))
                .findFirst()
                .orElseThrow());

        assertThat(text(pane())).contains("tulkki Abdi Warsame, somali");
        press(act(Act.CANCEL_TIME));
    }

    private List<NativeButton> times() {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("time"))
                .toList();
    }
}
