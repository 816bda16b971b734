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
        } else if (!WhoView.isAnswered(journey())) {
            // A link, or a name that was still on its way when the line broke.
            entering.forwardTo(here().to("who", journey().token()));
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
        var lines = facts.of(held, WantedMeeting.needs(journey()), visits());
        answer(Question.NAME).ifPresent(name -> lines.own("person", say("journey.fact.name"), name, change("who")));
        answer(Question.PHONE)
                .flatMap(PhoneNumber::parse)
                .ifPresent(phone -> lines.own("phone", say("journey.fact.phone"), phone.shown(), change("who")));
        answer(Question.FOR_SOMEBODY_ELSE)
                .flatMap(yes -> answer(Question.HELPER_NAME))
                .ifPresent(helper -> lines.own("support-person", say("journey.fact.helper"), helper, change("who")));
        var needs = WantedMeeting.needs(journey()).inOrder();
        if (!needs.isEmpty()) {
            lines.own(
                    "info",
                    say("journey.fact.needs"),
                    When.capital(needs.stream()
                            .map(need -> When.small(say("journey.need." + need.tag())))
                            .collect(Collectors.joining(", "))),
                    change("needs"));
        }
        return page.with(lines)
                .actions(
                        ActionButton.primary(say("journey.check.confirm"), () -> confirm(held))
                                .withPictogram("check"),
                        ActionButton.secondary(say("journey.check.other-time"), () -> go("times"))
                                .withPictogram("clock"));
    }

    private ActionButton change(String page) {
        return ActionButton.quiet(say("journey.check.change"), () -> go(page));
    }

    /** Books the time that stands on this page, and not one that another tab has chosen meanwhile. */
    private void confirm(Appointment shown) {
        switch (confirming.book(reread(), here(), shown.id())) {
            case Booking.Booked booked -> go("done");
            // Given up for another time, which is asked about now; or gone, and then the free times are shown.
            case Booking.HoldLapsed lapsed -> {
                if (holds.of(journey()).isPresent()) {
                    show();
                } else {
                    go("times");
                }
            }
        }
    }

    @Override
    Optional<String> back() {
        return backTo(answer(Question.MOVES).isPresent() ? "times" : "who");
    }
}
