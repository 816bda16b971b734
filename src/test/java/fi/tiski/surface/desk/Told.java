package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseFile;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.Effort;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoverId;
import fi.tiski.domain.handovers.HandoverState;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.Customer;
import fi.tiski.domain.people.CustomerId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBackId;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.LetAhead;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketId;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.LocalText;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and their matters as a desk reads them, made up. It is ten o'clock in Helsinki. */
final class Told {

    static final Instant TEN = Instant.parse("2026-05-11T07:00:00Z");
    static final AgentId ME = AgentId.next();
    static final AgentId COLLEAGUE = AgentId.next();
    static final Topic HOUSING = new Topic(
            TopicId.next(),
            "housing",
            "housing",
            LocalText.of("Asuminen", "Boende", "Housing"),
            LocalText.of("", "", ""),
            LocalText.of("", "", ""),
            Map.of(MeetingMode.PHONE, Duration.ofMinutes(30)));

    private static final OrganisationId TOWN = OrganisationId.next();
    private static final PointId POINT = PointId.next();

    private Told() {}

    static When in(Language language) {
        return new When(language, ZoneId.of("Europe/Helsinki"), TEN);
    }

    static Case aCase() {
        return aCase(CaseState.OPEN);
    }

    static Case aCase(CaseState state) {
        return new Case(
                TOWN,
                CaseId.next(),
                "AC3D4E",
                state,
                new Customer(
                        TOWN,
                        CustomerId.next(),
                        Optional.of("Kaarina Mäkelä"),
                        PhoneNumber.parse("040 123 4567"),
                        Language.FI),
                Optional.empty(),
                Optional.of(HOUSING.id()),
                Optional.of(POINT),
                Language.FI,
                new Needs(Set.of(Need.INTERPRETER, Need.MORE_TIME), Optional.of("somali")),
                TEN,
                Channel.KIOSK,
                TEN,
                1);
    }

    static Ticket aTicket(TicketState state, AgentId with, Duration waited) {
        var called = state != TicketState.WAITING;
        return new Ticket(
                TOWN,
                TicketId.next(),
                POINT,
                LocalDate.parse("2026-05-11"),
                27,
                CaseId.next(),
                state,
                TEN.minus(waited),
                called ? Optional.of(with) : Optional.empty(),
                called ? Optional.of("3") : Optional.empty(),
                called ? Optional.of(TEN) : Optional.empty(),
                called ? 1 : 0);
    }

    /** Waits, and goes before others. */
    static Ticket letAhead() {
        var waits = aTicket(TicketState.WAITING, ME, Duration.ZERO);
        return new Ticket(
                TOWN,
                waits.id(),
                POINT,
                waits.day(),
                waits.number(),
                waits.caseId(),
                waits.state(),
                waits.takenAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                waits.takenAt(),
                Optional.of(LetAhead.CHILD),
                Optional.empty(),
                false,
                false);
    }

    static CallBack aCall(CallBackState state, AgentId with, Duration from, int tries) {
        return new CallBack(
                TOWN,
                CallBackId.next(),
                CaseId.next(),
                state,
                Span.of(TEN.plus(from), Duration.ofHours(2)),
                state == CallBackState.WAITING ? Optional.empty() : Optional.of(with),
                tries);
    }

    static Appointment anAppointment(AppointmentState state, AgentId with, Duration ahead) {
        return new Appointment(
                TOWN,
                AppointmentId.next(),
                Optional.of(CaseId.next()),
                MeetingMode.IN_PERSON,
                Optional.of(HOUSING.id()),
                Optional.of(POINT),
                with,
                "Maria Virtanen",
                Optional.empty(),
                Optional.of("Lampi"),
                Span.of(TEN.plus(ahead), Duration.ofMinutes(30)),
                state,
                Optional.empty());
    }

    static OpenCase open(CaseState state) {
        return new OpenCase(
                new CaseFile(aCase(state), List.of(), List.of()),
                Optional.of(HOUSING),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static OpenCase with(Ticket ticket) {
        var open = open(ticket.state() == TicketState.SERVING ? CaseState.IN_SERVICE : CaseState.OPEN);
        return new OpenCase(open.file(), open.topic(), Optional.of(ticket), Optional.empty(), Optional.empty());
    }

    static OpenCase with(CallBack call) {
        var open = open(call.state() == CallBackState.CALLING ? CaseState.IN_SERVICE : CaseState.OPEN);
        return new OpenCase(open.file(), open.topic(), Optional.empty(), Optional.of(call), Optional.empty());
    }

    static OpenCase with(Appointment appointment) {
        var open = open(appointment.state() == AppointmentState.SERVING ? CaseState.IN_SERVICE : CaseState.OPEN);
        return new OpenCase(open.file(), open.topic(), Optional.empty(), Optional.empty(), Optional.of(appointment));
    }

    /** From Aino Laine, to ME unless it is mine. */
    static Handover aHandover(AgentId from, HandoverState state) {
        var to = from.equals(ME) ? COLLEAGUE : ME;
        var taken = state == HandoverState.ACCEPTED;
        return new Handover(
                TOWN,
                HandoverId.next(),
                CaseId.next(),
                state,
                from,
                "Aino Laine",
                new Receiver.APerson(to),
                new Card("The lift is broken.", "", "We call on Friday."),
                TEN.minus(Duration.ofMinutes(5)),
                TEN.plus(Duration.ofMinutes(10)),
                taken ? Optional.of(to) : Optional.empty(),
                taken ? Optional.of("Kaisa Koski") : Optional.empty(),
                taken ? Optional.of(TEN) : Optional.empty());
    }

    static OpenCase with(Handover handover, boolean mayTake) {
        var open = open(CaseState.OPEN);
        return new OpenCase(
                open.file(),
                open.topic(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Team(Optional.of(handover), "Kaisa Koski", mayTake, new Effort(1, 0, 2), List.of()));
    }
}
