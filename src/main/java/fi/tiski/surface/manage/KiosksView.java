package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.devices.Order;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.KioskId;
import fi.tiski.domain.points.ScreenHours;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Words;
import fi.tiski.surface.signin.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kiosk of the organisation: what is wrong, since when, and what can be done about it from here. */
@Route("manage/kiosks")
@RolesAllowed("MANAGER")
@JsModule("context://tiski/tiski.js")
@StyleSheet("context://tiski/desk.css")
@StyleSheet("context://tiski/manage.css")
public class KiosksView extends Div implements HasDynamicTitle, KioskCard.Presses {

    private final transient Kiosks kiosks;
    private final transient AuthenticationContext session;
    private final transient Agent manager;
    private final transient Organisation organisation;
    private final Map<KioskId, KioskCard> cards = new HashMap<>();
    private Div said = new Div();
    private OfflinePoints offline = new OfflinePoints(List.of(), (point, allowed) -> {});

    KiosksView(Kiosks kiosks, PeopleService people, Live live, AuthenticationContext session) {
        this.kiosks = kiosks;
        this.session = session;
        manager = session.getAuthenticatedUser(SignedIn.class).orElseThrow().agent();
        organisation = people.organisation().orElseThrow();
        addClassName("manage");
        Follow.with(this, live, this::refresh).keys(List.of(DevicesService.liveKey(organisation.id())));
        show();
    }

    private void show() {
        removeAll();
        cards.clear();
        var sheets = kiosks.sheets(organisation.id());
        var list = new UnorderedList();
        list.addClassName("kiosks");
        list.getElement().setAttribute("role", "list");
        sheets.forEach(sheet -> {
            var card = new KioskCard(this);
            card.show(sheet);
            cards.put(sheet.kiosk().id(), card);
            list.add(card);
        });
        said = new Div();
        said.addClassName("said");
        LiveRegion.named(say("kit.live"), said);
        var heading = new H1(say("manage.kiosks.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        offline = new OfflinePoints(kiosks.points(organisation.id()), this::offline);
        offline.show(kiosks.offline(organisation.id()));
        var main = new Main(heading, said, list, new NewDevice(options(sheets), this::accept), offline);
        main.addClassName("manage-main");
        main.setId("main");
        if (sheets.isEmpty()) {
            list.setVisible(false);
            main.addComponentAtIndex(1, new Paragraph(say("manage.kiosks.none")));
        }
        add(
                new ManageHead(
                        organisation.name().in(Words.language()), manager.name(), this::language, session::logout),
                main,
                new AwayNote());
    }

    private static List<Option<Kiosk>> options(List<KioskSheet> sheets) {
        return sheets.stream()
                .map(sheet -> new Option<>(
                        sheet.kiosk(),
                        say("manage.new.kiosk.option", sheet.kiosk().slug(), sheet.place())))
                .toList();
    }

    private void refresh() {
        kiosks.sheets(organisation.id()).forEach(sheet -> {
            var card = cards.get(sheet.kiosk().id());
            if (card != null) {
                card.show(sheet);
            }
        });
        offline.show(kiosks.offline(organisation.id()));
        if (isOnAScreen()) {
            kiosks.news(manager).forEach(words -> said.add(Notice.warning(words)));
        }
    }

    /** What is told once must not be told to a window whose machine went to sleep: the server knows that one for a while. */
    private boolean isOnAScreen() {
        return getUI().map(window -> window.getInternals().getPushConnection())
                .filter(PushConnection::isConnected)
                .isPresent();
    }

    private NewDevice.Told accept(Kiosk kiosk, String code) {
        var told = kiosks.accept(manager, kiosk, code);
        refresh();
        return told;
    }

    private void offline(ServicePoint point, boolean allowed) {
        tell(kiosks.offline(manager, point, allowed));
        refresh();
    }

    @Override
    public void order(Device device, Order.Act act) {
        tell(kiosks.order(manager, device, act));
        refresh();
    }

    @Override
    public void show(Kiosk kiosk, Optional<MessagePanel.Said> message) {
        tell(kiosks.show(manager, kiosk, message));
        refresh();
    }

    @Override
    public void light(Kiosk kiosk, Optional<ScreenHours> hours) {
        tell(kiosks.light(kiosk, hours));
        refresh();
    }

    @Override
    public void revoke(Device device) {
        tell(kiosks.revoke(manager, device));
        refresh();
    }

    private void tell(String words) {
        said.removeAll();
        said.add(Notice.good(words));
        said.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
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
        return say("kit.window", say("manage.kiosks.title"));
    }
}
