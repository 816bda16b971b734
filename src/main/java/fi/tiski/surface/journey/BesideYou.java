package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

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
import fi.tiski.surface.kit.LiveRegion;
import java.util.List;

/**
 * Who is in the customer's meeting or at its door beside the agent, and the customer's say: one press, and somebody is out or
 * stays out. That it shows somebody at the door is what makes them known to the customer: this stands before the pictures, and
 * who is there already after them.
 */
final class BesideYou {

    private final GuestsService guests;
    private final VideoMeeting meeting;
    private final By by;
    private final Div atDoor = new Div();
    private final Div others = new Div();
    private final Div told = new Div();
    private List<Guest> shown = List.of();

    BesideYou(GuestsService guests, VideoMeeting meeting, By by) {
        this.guests = guests;
        this.meeting = meeting;
        this.by = by;
        atDoor.addClassName("beside-you");
        others.addClassName("beside-you");
        told.addClassName("beside-told");
        LiveRegion.named(say("join.beside.door.title"), told);
        refresh();
    }

    /** Who waits to come in. */
    Div atDoor() {
        return atDoor;
    }

    /** Who is in, and who is not wanted. */
    Div others() {
        return others;
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
        if (stands(now).equals(stands(shown)) && atDoor.getComponentCount() > 0) {
            return;
        }
        var news = now.stream()
                .filter(BesideYou::isAtDoor)
                .filter(one -> shown.stream().noneMatch(before -> before.id().equals(one.id())))
                .findFirst();
        shown = now;
        show(atDoor, now.stream().filter(BesideYou::isAtDoor).toList(), "join.beside.door.title");
        show(others, now.stream().filter(one -> !isAtDoor(one)).toList(), "join.beside.title");
        atDoor.addComponentAsFirst(told);
        told.setText(news.map(one -> say("join.beside.door", one.name(), inASentence(one.role())))
                .orElse(""));
        if (now.stream().anyMatch(one -> !one.isTold())) {
            guests.told(meeting);
        }
    }

    private void show(Div place, List<Guest> all, String title) {
        place.removeAll();
        if (!all.isEmpty()) {
            var list = new UnorderedList();
            list.getElement().setAttribute("role", "list");
            all.forEach(one -> list.add(row(one)));
            place.add(new H2(say(title)), list);
        }
    }

    private static boolean isAtDoor(Guest one) {
        return one.state() == GuestState.DOOR && !one.isUnwanted();
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
