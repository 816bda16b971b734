package fi.tiski.surface.signin;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Words;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Where agents sign in: a plain form that the browser itself sends, so that password managers know it and pasting
 * works. Nothing has to be remembered but the name and the password, and nothing is a puzzle.
 */
@Route("sign-in")
@AnonymousAllowed
@Tag("main")
@JsModule("context://tiski/tiski.js")
@StyleSheet("context://tiski/desk.css")
public class SignInView extends HtmlContainer implements BeforeEnterObserver, HasDynamicTitle {

    private static final long A_MINUTE = 60;

    private final transient PeopleService people;
    private final transient InstantSource clock;
    private Element first = new Element("input");

    SignInView(PeopleService people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
        addClassName("sign-in");
        setId("main");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var asked = entering.getLocation().getQueryParameters();
        removeAll();
        var organisation = people.organisation();
        var form = new Form();
        form.add(mark(organisation.map(it -> it.name().in(Words.language()))), new H1(say("signin.title")));
        asked.getSingleParameter("wrong").ifPresent(wrong -> form.add(alert(say("signin.wrong"))));
        asked.getSingleParameter("later").ifPresent(later -> form.add(wait(session())));
        asked.getSingleParameter("away").ifPresent(away -> form.add(alert(say("signin.away"))));
        asked.getSingleParameter("again").ifPresent(again -> form.add(alert(say("signin.again"))));
        asked.getSingleParameter("bye").ifPresent(bye -> form.add(Notice.good(say("signin.bye"))));
        token().ifPresent(form.getElement()::appendChild);
        var typed = typedName();
        var name = input("username", "text", "username").setAttribute("value", typed);
        var password = input("password", "password", "current-password");
        form.getElement()
                .appendChild(field(say("signin.name"), name), field(say("signin.password"), password), button());
        first = typed.isEmpty() ? name : password;
        organisation.ifPresent(it -> form.add(trouble(it.phone())));
        add(form);
    }

    /** Put right before anything else is read: what happened, and what to do. */
    private static Notice alert(String words) {
        var alert = Notice.bad(words);
        alert.getElement().setAttribute("role", "alert");
        return alert;
    }

    private static Anchor mark(Optional<String> name) {
        var mark = new Anchor(Address.of(""));
        mark.addClassName("mark");
        mark.getElement().setAttribute("router-ignore", true);
        mark.add(
                new Image(Address.of("tiski/logo.svg"), ""),
                new Span(name.map(it -> say("signin.mark", it)).orElse("Tiski")));
        return mark;
    }

    private static Element input(String name, String type, String purpose) {
        return new Element("input")
                .setAttribute("id", name)
                .setAttribute("name", name)
                .setAttribute("type", type)
                .setAttribute("autocomplete", purpose)
                .setAttribute("autocapitalize", "off")
                .setAttribute("spellcheck", "false")
                .setAttribute("required", true);
    }

    private static Element field(String words, Element input) {
        var label = new NativeLabel(words);
        label.getElement().setAttribute("for", input.getAttribute("id"));
        return new Element("div").setAttribute("class", "field").appendChild(label.getElement(), input);
    }

    private static Element button() {
        return new Element("button")
                .setAttribute("type", "submit")
                .setAttribute("class", "button primary")
                .setText(say("signin.act"));
    }

    private static Paragraph trouble(String phone) {
        var link = new Anchor("tel:" + phone.replaceAll("[^+0-9]", ""), phone);
        link.getElement().setAttribute("router-ignore", true);
        var line = new Paragraph(new Span(say("signin.trouble") + " "), link);
        line.addClassName("hint");
        return line;
    }

    /** How long, in the unit that is easier to wait by; nothing on the page counts down. */
    private Notice wait(Optional<HttpSession> session) {
        var seconds = session.flatMap(WrongSignIn::until)
                .map(until -> Duration.between(clock.instant(), until).toSeconds() + 1)
                .orElse(0L);
        if (seconds <= 0) {
            return Notice.good(say("signin.now"));
        }
        return alert(
                seconds < A_MINUTE
                        ? say("signin.later.seconds", seconds)
                        : say("signin.later.minutes", (seconds + A_MINUTE - 1) / A_MINUTE));
    }

    /** What tells the form from one that another site sends in our name. */
    private static Optional<Element> token() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request -> request.getHttpServletRequest().getAttribute(CsrfToken.class.getName()))
                .map(CsrfToken.class::cast)
                .map(token -> new Element("input")
                        .setAttribute("type", "hidden")
                        .setAttribute("name", token.getParameterName())
                        .setAttribute("value", token.getToken()));
    }

    private static Optional<HttpSession> session() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request -> request.getHttpServletRequest().getSession());
    }

    private static String typedName() {
        return session().flatMap(WrongSignIn::typedName).orElse("");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement()
                .executeJs(
                        "document.documentElement.lang = $0; document.documentElement.dataset.frame = 'desk'",
                        Words.language().spoken().tag());
        // After the router, which moves the focus itself.
        attached.getUI().beforeClientResponse(this, context -> first.executeJs("setTimeout(() => this.focus())"));
    }

    @Override
    public String getPageTitle() {
        return say("kit.window", say("signin.title"));
    }

    /** Not Flow's: this one is sent by the browser. */
    @Tag("form")
    static final class Form extends HtmlContainer {

        Form() {
            addClassName("card");
            getElement().setAttribute("method", "post").setAttribute("action", Address.of("sign-in"));
        }
    }
}
