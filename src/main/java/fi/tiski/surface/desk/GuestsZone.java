package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import fi.tiski.domain.meetings.Guest;
import fi.tiski.domain.meetings.GuestId;
import fi.tiski.domain.meetings.GuestState;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes beside customer and agent: who is at the door, who is in, and inviting one more. */
@StyleSheet("context://tiski/join.css")
final class GuestsZone extends Section {

    private static final int LONGEST_NAME = 60;

    private final GuestsDesk desk;
    private final VideoMeeting meeting;
    private final AgentId me;
    private final UnorderedList list = new UnorderedList();
    private final Rows<GuestId, Guest, Row> rows;
    private final Paragraph said = new Paragraph();
    private final GivenLink link;
    private final Div form = new Div();
    private final ActionButton invite;
    private Optional<GuestId> linkOf = Optional.empty();
    private List<Guest> shown = List.of();

    GuestsZone(GuestsDesk desk, VideoMeeting meeting, AgentId me) {
        this.desk = desk;
        this.meeting = meeting;
        this.me = me;
        var name = "guests-" + meeting.id().value();
        addClassName("guests-zone");
        var title = new H2(say("desk.guests.title"));
        title.setId(name);
        getElement().setAttribute("aria-labelledby", name);
        list.getElement().setAttribute("role", "list");
        rows = new Rows<>(list.getElement(), Guest::id, fresh -> new Row(), Row::tell);
        LiveRegion.named(say("desk.guests.title"), said);
        said.addClassName("guests-said");
        link = new GivenLink(name);
        invite = ActionButton.secondary(say("desk.guests.invite"), this::open).withPictogram("people");
        add(title, said, list, link, invite, form);
        refresh();
    }

    /** Somebody new at the door is told by a sound and in words. */
    void refresh() {
        var now = desk.of(meeting);
        now.stream()
                .filter(one -> one.state() == GuestState.DOOR && !isAtDoor(one.id()) && !one.isUnwanted())
                .findFirst()
                .ifPresent(one -> {
                    tell(say("desk.guests.said.door", one.name()));
                    getElement()
                            .executeJs(
                                    "window.Tiski.ring?.($0); this.scrollIntoView({ block: 'nearest' })",
                                    say("desk.guests.ring"));
                });
        shown = now;
        rows.show(now);
        if (linkOf.isPresent() && now.stream().noneMatch(this::hasYetToCome)) {
            hideLink();
        }
    }

    /** Whoever has come by their link needs it no more, and nobody else shall read it. */
    private boolean hasYetToCome(Guest one) {
        return linkOf.equals(Optional.of(one.id())) && one.state() == GuestState.INVITED;
    }

    private void hideLink() {
        linkOf = Optional.empty();
        link.hide();
    }

    private boolean isAtDoor(GuestId id) {
        return shown.stream().anyMatch(before -> before.id().equals(id) && before.state() != GuestState.INVITED);
    }

    private void tell(String words) {
        said.setText(words);
    }

    private void open() {
        var errors = new ErrorSummary();
        var role = new Select<>(
                "guest-role-" + meeting.id().value(),
                say("desk.guests.role"),
                say("desk.guests.role.none"),
                Role.GUESTS.stream()
                        .map(one -> new Option<>(one, say("desk.guests.role." + one.tag())))
                        .toList());
        var name = Field.text("guest-name-" + meeting.id().value(), say("desk.guests.name"))
                .hint(say("desk.guests.name.hint"))
                .maxLength(LONGEST_NAME)
                .autocomplete("off");
        var press = UUID.randomUUID();
        form.removeAll();
        form.add(
                errors,
                role,
                name,
                acts(
                        ActionButton.primary(say("desk.guests.make"), () -> make(errors, role, name, press)),
                        ActionButton.quiet(say("desk.form.cancel"), this::close)));
        invite.setVisible(false);
        role.takeFocus();
    }

    private void make(ErrorSummary errors, Select<Role> role, Field name, UUID press) {
        var wrong = new ArrayList<Wrong>();
        if (role.value().isEmpty()) {
            wrong.add(new Wrong(role, say("desk.guests.role.missing")));
        }
        if (name.value().isEmpty()) {
            wrong.add(new Wrong(name, say("desk.guests.name.missing")));
        }
        if (errors.show(wrong)) {
            role.value().ifPresent(as -> {
                var guest = desk.invite(meeting, as, name.value(), press, me);
                close();
                give(guest);
            });
        }
    }

    private void close() {
        form.removeAll();
        invite.setVisible(true);
        invite.focus();
    }

    private void give(Guest guest) {
        desk.link(meeting, guest.id()).ifPresent(its -> {
            linkOf = Optional.of(guest.id());
            link.show(say("desk.guests.link.of", guest.name()), its);
        });
        tell("");
        refresh();
    }

    private static Div acts(ActionButton... buttons) {
        var acts = new Div(buttons);
        acts.addClassName("actions");
        return acts;
    }

    private final class Row extends ListItem {

        private @Nullable Guest told;

        Row() {
            addClassName("guest");
        }

        void tell(Guest now) {
            if (now.equals(told)) {
                return;
            }
            told = now;
            removeAll();
            var stands = now.isUnwanted() ? "unwanted" : now.state().tag();
            add(new Paragraph(say(
                    "desk.guests.row",
                    now.name(),
                    say("desk.guests.role." + now.role().tag()),
                    say("desk.guests.state." + stands))));
            add(acts(buttons(now)));
        }

        private ActionButton[] buttons(Guest now) {
            var revoke = named(
                    ActionButton.quiet(say("desk.guests.revoke"), () -> {
                        desk.revoke(meeting, now.id());
                        refresh();
                    }),
                    now);
            return switch (now.state()) {
                case INVITED ->
                    new ActionButton[] {
                        named(
                                ActionButton.secondary(
                                        say(now.hasLink() ? "desk.guests.link.new" : "desk.guests.link"),
                                        () -> give(now)),
                                now),
                        revoke
                    };
                case DOOR ->
                    now.isUnwanted()
                            ? new ActionButton[] {refuse(now, "desk.guests.refuse")}
                            : new ActionButton[] {
                                named(
                                        ActionButton.primary(say("desk.guests.admit"), () -> {
                                            GuestsZone.this.tell(desk.admit(meeting, now, me));
                                            refresh();
                                        }),
                                        now),
                                refuse(now, "desk.guests.refuse")
                            };
                case IN -> new ActionButton[] {refuse(now, "desk.guests.out")};
                case REFUSED -> new ActionButton[] {revoke};
                case REVOKED -> new ActionButton[0];
            };
        }

        private ActionButton refuse(Guest now, String words) {
            return named(
                    ActionButton.quiet(say(words), () -> {
                        desk.refuse(meeting, now.id());
                        refresh();
                    }),
                    now);
        }

        /** Several rows have the same button: for the ear each says whose it is. */
        private static ActionButton named(ActionButton button, Guest whose) {
            return button.named(button.words() + ": " + whose.name());
        }
    }
}
