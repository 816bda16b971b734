package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Words;
import fi.tiski.surface.signin.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Booked meetings by video to which nobody came for the customer: whose, when, and what has become of it. */
@Route("manage/meetings")
@RolesAllowed("MANAGER")
@JsModule("context://tiski/tiski.js")
@StyleSheet("context://tiski/desk.css")
@StyleSheet("context://tiski/manage.css")
public class MeetingsView extends Div implements HasDynamicTitle {

    private final transient MissedMeetings missed;
    private final transient AuthenticationContext session;
    private final transient Agent manager;
    private final transient Organisation organisation;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph lead = new Paragraph();
    private transient List<MissedMeetings.Line> shown = List.of();

    MeetingsView(MissedMeetings missed, PeopleService people, Live live, AuthenticationContext session) {
        this.missed = missed;
        this.session = session;
        manager = session.getAuthenticatedUser(SignedIn.class).orElseThrow().agent();
        organisation = people.organisation().orElseThrow();
        addClassName("manage");
        list.addClassName("missed-meetings");
        list.getElement().setAttribute("role", "list");
        Follow.with(this, live, this::refresh).keys(List.of(MeetingsService.liveKey(organisation.id())));
        show();
    }

    private void show() {
        removeAll();
        shown = List.of();
        var heading = new H1(say("manage.meetings.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        var main = new Main(heading, lead, list);
        main.addClassName("manage-main");
        main.setId("main");
        add(
                new ManageHead(
                        organisation.name().in(Words.language()), manager.name(), this::language, session::logout),
                main,
                new AwayNote());
        list.removeAll();
        refresh();
    }

    private void refresh() {
        var now = missed.lines(organisation.id());
        lead.setText(say(now.isEmpty() ? "manage.meetings.none" : "manage.meetings.lead"));
        if (!now.equals(shown)) {
            shown = now;
            list.removeAll();
            now.forEach(one -> list.add(new ListItem(new Paragraph(one.happened()), new Paragraph(one.then()))));
        }
        list.setVisible(!now.isEmpty());
    }

    private void language(Language chosen) {
        // For all windows of this session, also those that are opened later.
        VaadinSession.getCurrent().setLocale(chosen.locale());
        show();
        speak();
        getElement().executeJs("this.querySelector('.languages [aria-pressed=true]').focus()");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var lifeSign = Address.of("?v-r=heartbeat&v-uiId=" + attached.getUI().getUIId());
        getElement().executeJs("window.Tiski.frame(this, 'desk', $0)", lifeSign);
        speak();
        refresh();
    }

    private void speak() {
        getElement()
                .executeJs(
                        "document.documentElement.lang = $0",
                        Words.language().spoken().tag());
    }

    @Override
    public String getPageTitle() {
        return say("kit.window", say("manage.meetings.title"));
    }
}
