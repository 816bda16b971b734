package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.people.AgentId;
import fi.tiski.surface.kit.ActionButton;

/** The links to a booked meeting by video, before it begins: a new one for the customer, and one for each who comes beside. */
final class VideoLinks extends Section implements Panel {

    private final ActionButton customers;

    VideoLinks(GuestsDesk desk, Appointment time, AgentId me, Runnable close) {
        addClassName("panel");
        var link = new GivenLink("customer");
        customers = ActionButton.secondary(
                say("desk.links.customer"),
                () -> link.show(say("desk.links.customer.label"), desk.customersLink(time)));
        var acts = new Div(ActionButton.quiet(say("desk.links.close"), close));
        acts.addClassName("actions");
        add(
                new H2(say("desk.act.video-links")),
                new Paragraph(say("desk.links.lead")),
                customers,
                link,
                new GuestsZone(desk, desk.meeting(time), me),
                acts);
    }

    @Override
    public void takeFocus() {
        customers.focus();
    }
}
