package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.meetings.Guest;
import fi.tiski.domain.meetings.GuestState;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.surface.kit.ActionButton;
import java.util.List;

/**
 * Who is in the customer's meeting or at its door beside the agent, and the customer's say: one press, and somebody is out or
 * stays out. That it shows somebody at the door is what makes them known to the customer.
 */
@StyleSheet("context://tiski/join.css")
final class BesideYou extends Div {

    private final GuestsService guests;
    private final VideoMeeting meeting;
    private final By by;
    private final Div told = new Div();
    private List<Guest> shown = List.of();

    BesideYou(GuestsService guests, VideoMeeting meeting, By by) {
        this.guests = guests;
        this.meeting = meeting;
        this.by = by;
        addClassName("beside-you");
        told.addClassName("beside-told");
        told.getElement().setAttribute("role", "status");
        refresh();
    }

    /** "Sign-language interpreter". */
    static String role(Role role) {
        return say("join.role." + role.tag());
    }

    private static String inASentence(Role role) {
        return say("meeting." + role.tag());
    }

    /** Nothing moves while nobody comes or goes. */
    void refresh() {
        var now = guests.of(meeting).stream()
                .filter(one -> one.state() == GuestState.DOOR || one.state() == GuestState.IN || one.isUnwanted())
                .toList();
        if (stands(now).equals(stands(shown)) && getComponentCount() > 0) {
            return;
        }
        var news = now.stream()
                .filter(one -> one.state() == GuestState.DOOR && !one.isUnwanted())
                .filter(one -> shown.stream().noneMatch(before -> before.id().equals(one.id())))
                .findFirst();
        shown = now;
        removeAll();
        add(told);
        if (!now.isEmpty()) {
            var list = new UnorderedList();
            list.getElement().setAttribute("role", "list");
            now.forEach(one -> list.add(row(one)));
            add(new H2(say("join.beside.title")), list);
        }
        told.setText(news.map(one -> say("join.beside.door", one.name(), inASentence(one.role())))
                .orElse(""));
        if (now.stream().anyMatch(one -> !one.isTold())) {
            guests.told(meeting);
        }
    }

    private record Stands(Object id, GuestState state, boolean unwanted) {}

    private static List<Stands> stands(List<Guest> all) {
        return all.stream()
                .map(one -> new Stands(one.id(), one.state(), one.isUnwanted()))
                .toList();
    }

    private ListItem row(Guest one) {
        var key = one.isUnwanted() ? "out" : one.state() == GuestState.IN ? "in" : "door";
        var row = new ListItem(new Paragraph(say("join.beside." + key, one.name(), inASentence(one.role()))));
        row.add(
                one.isUnwanted()
                        ? ActionButton.quiet(say("join.beside.wanted", one.name()), () -> {
                                    guests.wanted(meeting, one.id());
                                    refresh();
                                })
                                .withPictogram("check")
                        : ActionButton.secondary(say("join.beside.unwanted." + key, one.name()), () -> {
                                    guests.unwanted(meeting, one.id(), by);
                                    refresh();
                                })
                                .withPictogram("close"));
        return row;
    }
}
