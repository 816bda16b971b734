package fi.tiski.surface.kiosk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.devices.Enrolling;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.doors.Allowances;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Code;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.Pictogram;
import fi.tiski.surface.kit.Sign;
import fi.tiski.surface.kit.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine that is not a kiosk yet shows its code here, and goes on by itself as soon as a manager has accepted it. A
 * keeper that has a key already is asked first: then nothing is seen of this page.
 */
@Route("kiosk/enrol")
@AnonymousAllowed
@JsModule("context://tiski/enrol.js")
@StyleSheet("context://tiski/enrol.css")
class EnrolView extends Div implements BeforeEnterObserver {

    private final transient DevicesService devices;
    private final transient Allowances allowances;
    private final transient Organisation organisation;
    private final transient Follow follow;
    private final Habits habits;
    private final Frame frame;
    private @Nullable Enrolling shown;
    private boolean showsPhone;

    EnrolView(PeopleService people, DevicesService devices, Allowances allowances, Live live, Habits habits) {
        this.devices = devices;
        this.allowances = allowances;
        this.habits = habits;
        organisation = people.organisation().orElseThrow();
        follow = Follow.with(this, live, this::refresh);
        UI.getCurrent().setLocale(Language.FI.locale());
        frame = new Frame(
                Frame.Kind.KIOSK,
                new Sign(organisation.name().in(Words.language()), "kiosk/enrol", organisation.phone()));
        frame.onHuman(this::showPhone).onLanguage(language -> {
            UI.getCurrent().setLocale(language.locale());
            show();
        });
        addClassName("view");
        add(frame);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (WhichKiosk.keyHere().isEmpty()) {
            // Come here without asking for a document: with it comes the key.
            entering.getUI().getPage().setLocation(Address.of("kiosk/enrol"));
        }
        shown = enrolling();
        show();
    }

    private Enrolling enrolling() {
        return WhichKiosk.keyHere()
                .map(key -> devices.enrolling(organisation.id(), key, allowances.place("enrolment")))
                .orElseGet(Enrolling.Revoked::new);
    }

    /** Also every few seconds without a change, so that a code which has run out is replaced. */
    private void refresh() {
        var now = enrolling();
        if (!now.equals(shown)) {
            shown = now;
            show();
        }
    }

    private void show() {
        if (shown instanceof Enrolling.Waiting(var id, var code, var until)) {
            follow.keys(List.of(DevicesService.liveKey(id)));
        }
        if (showsPhone && !(shown instanceof Enrolling.Enrolled)) {
            frame.show(phone());
            return;
        }
        frame.show(
                switch (shown) {
                    case Enrolling.Waiting waiting -> asking(waiting.code());
                    case Enrolling.Enrolled enrolled -> accepted(enrolled);
                    case Enrolling.Later later -> page().with(new Paragraph(say("kiosk.enrol.later")));
                    case null, default -> {
                        UI.getCurrent().getPage().setLocation(Address.of("kiosk/enrol"));
                        yield page();
                    }
                });
    }

    private static Page page() {
        var page = new Page(say("kiosk.enrol.title"));
        page.addClassName("enrol");
        return page;
    }

    private static Page asking(String code) {
        var how = new Paragraph(say("kiosk.enrol.how"));
        var itself = new Paragraph(say("kiosk.enrol.itself"));
        itself.addClassName("hint");
        return page().lead(say("kiosk.enrol.lead")).with(new Code(halves(code)), how, itself);
    }

    /** Two times three signs are read aloud, and typed, without losing one's place. */
    private static String halves(String code) {
        return code.substring(0, code.length() / 2) + " " + code.substring(code.length() / 2);
    }

    private Page accepted(Enrolling.Enrolled enrolled) {
        var start = Address.of("kiosk/" + enrolled.kiosk().slug());
        getElement().executeJs("window.Tiski.enrolled($0, $1, $2)", habits.keeper(), keyForKeeper(), start);
        var done = new Div(new Pictogram("done"), new Paragraph(say("kiosk.enrol.opens")));
        done.addClassName("quiet-page");
        return new Page(say("kiosk.enrol.done")).with(done);
    }

    /** Without a keeper no script of the page ever sees it. */
    private String keyForKeeper() {
        return habits.keeper().isEmpty() ? "" : WhichKiosk.keyHere().orElse("");
    }

    private void showPhone() {
        showsPhone = true;
        frame.onBack(() -> {
            showsPhone = false;
            frame.noBack();
            show();
        });
        show();
    }

    private Page phone() {
        return new CalmPage("human", say("kiosk.enrol.call.title"), say("kiosk.enrol.call.lead"))
                .code(organisation.phone());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        habits.tell(getElement());
        getElement().executeJs("window.Tiski.enrol($0, $1)", habits.keeper(), Address.of("kiosk/"));
    }
}
