package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.Booking;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.When;
import java.util.Optional;
import java.util.stream.Collectors;

/** Choosing a time: is this right? Every answer can be changed from here. */
@Route(value = "check/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class CheckView extends JourneyView {

    private final Holds holds;
    private final MeetingFacts facts;
    private final Confirming confirming;

    CheckView(Visits visits, Holds holds, MeetingFacts facts, Confirming confirming) {
        super(visits);
        this.holds = holds;
        this.facts = facts;
        this.confirming = confirming;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        var held = holds.of(journey());
        if (held.isEmpty()) {
            entering.forwardTo(here().to("times", journey().token()));
        } else if (held.get().state() != AppointmentState.HELD) {
            // Back from the last page, or a second press: it is booked already.
            entering.forwardTo(here().to("done", journey().token()));
        }
        return true;
    }

    @Override
    Page page() {
        return holds.of(journey()).map(this::check).orElseGet(() -> new Page(say("journey.check.title")));
    }

    private Page check(Appointment held) {
        var page = new Page(say("journey.check.title"));
        holds.line(journey(), visits()).ifPresent(page::with);
        var lines = facts.of(held, visits());
        answer(Question.NAME).ifPresent(name -> lines.fact("person", say("journey.fact.name"), name, change("who")));
        answer(Question.PHONE)
                .flatMap(PhoneNumber::parse)
                .ifPresent(phone -> lines.fact("phone", say("journey.fact.phone"), phone.shown(), change("who")));
        answer(Question.FOR_SOMEBODY_ELSE)
                .flatMap(yes -> answer(Question.HELPER_NAME))
                .ifPresent(helper -> lines.fact("support-person", say("journey.fact.helper"), helper, change("who")));
        var needs = WantedMeeting.needs(journey()).inOrder();
        if (!needs.isEmpty()) {
            lines.fact(
                    "info",
                    say("journey.fact.needs"),
                    When.capital(needs.stream()
                            .map(need -> When.small(say("journey.need." + need.tag())))
                            .collect(Collectors.joining(", "))),
                    change("needs"));
        }
        return page.with(lines)
                .actions(
                        ActionButton.primary(say("journey.check.confirm"), this::confirm)
                                .withPictogram("check"),
                        ActionButton.secondary(say("journey.check.other-time"), () -> go("times"))
                                .withPictogram("clock"));
    }

    private ActionButton change(String page) {
        return ActionButton.quiet(say("journey.check.change"), () -> go(page));
    }

    private void confirm() {
        switch (confirming.book(journey(), here())) {
            case Booking.Booked booked -> go("done");
            case Booking.HoldLapsed lapsed -> go("times");
        }
    }

    @Override
    Optional<String> back() {
        return backTo(answer(Question.MOVES).isPresent() ? "times" : "who");
    }
}
