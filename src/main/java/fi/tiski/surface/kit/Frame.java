package fi.tiski.surface.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import fi.tiski.platform.text.Language;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page: the skip link, the mark, languages, colours and text size above it, the way to a human
 * below it. It stays where it is while the pages change, so the hand finds everything in the same place.
 *
 * <p>Colours and text size are the browser's own affair. At home they are remembered on the device; at a kiosk they
 * last until {@link #reset()}.
 *
 * <p>While the server is away the frame shows a calm page with the organisation's telephone number, in the browser
 * alone, and takes it away when the server is back. The browser starts over by itself when the server has forgotten it.
 */
@Tag("div")
@JsModule(Frame.SCRIPT)
public final class Frame extends HtmlContainer implements LocaleChangeObserver {

    static final String SCRIPT = "context://tiski/tiski.js";

    /** Whose sizes and habits the frame has. */
    public enum Kind {
        HOME,
        KIOSK
    }

    private final Kind kind;
    private final Anchor skip = new Anchor("#main", "");
    private final Tools tools;
    private final VoiceBar voice = new VoiceBar();
    private final Away away;
    private final Div live = new Div();
    private final Footer bar = new Footer();
    private final HumanButton human;
    private final ActionButton back;
    private Runnable onHuman = () -> {};
    private Runnable onBack = () -> {};
    private Consumer<Language> onLanguage = language -> {};
    private @Nullable Component page;

    public Frame(Kind kind, Sign sign) {
        this.kind = kind;
        addClassName("frame");
        tools = new Tools(kind, language -> onLanguage.accept(language));
        away = new Away(sign.phone());
        human = new HumanButton(() -> onHuman.run());
        back = ActionButton.secondary("", () -> onBack.run()).withPictogram("back");
        back.addClassName("back");
        back.setVisible(false);
        live.addClassName("only-heard");
        live.getElement().setAttribute("data-live", true);
        add(skip(), head(sign), away, live, bar());
        reword();
    }

    private Anchor skip() {
        skip.addClassName("skip");
        skip.getElement().setAttribute("data-to", "main").setAttribute("router-ignore", true);
        return skip;
    }

    private Header head(Sign sign) {
        var mark = new Anchor(Address.of(sign.home()));
        mark.addClassName("mark");
        mark.add(new Pictogram("logo"), new Span(sign.name()));
        var head = new Header(mark, tools, voice);
        head.addClassName("frame-head");
        return head;
    }

    private Footer bar() {
        bar.addClassName("human-bar");
        bar.add(human, back);
        return bar;
    }

    /** Shows a page: a {@link Page}, or a view whose root is one. The page itself takes the focus. */
    public void show(Component page) {
        if (this.page != null) {
            this.page.getElement().removeFromParent();
        }
        this.page = page;
        getElement().insertChild(getElement().indexOfChild(away.getElement()), page.getElement());
    }

    /** What the human button does; it shows the telephone number by itself while the server is away. */
    public Frame onHuman(Runnable act) {
        onHuman = act;
        return this;
    }

    /** Shows the back button, which does this. */
    public Frame onBack(Runnable act) {
        onBack = act;
        back.setVisible(true);
        return this;
    }

    public Frame noBack() {
        back.setVisible(false);
        return this;
    }

    /**
     * What a language button does: as a rule, set the UI's locale, whereupon the frame changes its own words in place,
     * and show the page again in that language.
     */
    public Frame onLanguage(Consumer<Language> act) {
        onLanguage = act;
        return this;
    }

    /** Puts something that stays between the page and the human bar, such as the {@link OnScreenKeyboard}. */
    public Frame under(Component... parts) {
        for (var part : parts) {
            getElement().insertChild(getElement().indexOfChild(live.getElement()), part.getElement());
        }
        return this;
    }

    /** Has it read aloud once, without moving the focus. */
    public void announce(String words) {
        live.getElement().executeJs("window.Tiski.say($0)", words);
    }

    /**
     * How large the glass is: sizes on it are in millimetres.
     *
     * @param capMillimetres the height of a capital letter; 7.4 serves eyes up to 600 mm away
     * @param outOfReachMillimetres how much of the glass, from its upper edge, whoever sits does not reach
     */
    public Frame geometry(double pixelsPerMillimetre, double capMillimetres, double outOfReachMillimetres) {
        getElement()
                .executeJs(
                        "window.Tiski.geometry($0, $1, $2)",
                        pixelsPerMillimetre,
                        capMillimetres,
                        outOfReachMillimetres);
        return this;
    }

    /** For the next person: colours, text size and everything typed are as if nobody had been here. */
    public void reset() {
        getElement().executeJs("window.Tiski.reset()");
    }

    public HumanButton human() {
        return human;
    }

    @Override
    public void localeChange(LocaleChangeEvent changed) {
        reword();
        speak();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (kind == Kind.KIOSK) {
            // Not for everybody: homes on a slow line never fetch it.
            attached.getUI().getPage().addStyleSheet("context://tiski/kiosk.css");
        }
        // Flow's own life sign: it knows whether this very window is still known to the server.
        var lifeSign = Address.of("?v-r=heartbeat&v-uiId=" + attached.getUI().getUIId());
        getElement().executeJs("window.Tiski.frame(this, $0, $1)", kind.name().toLowerCase(Locale.ROOT), lifeSign);
        speak();
    }

    /** The page's language, for voices and hyphens. */
    private void speak() {
        getElement()
                .executeJs(
                        "document.documentElement.lang = $0", Words.language().tag());
    }

    private void reword() {
        skip.setText(Words.say("kit.skip"));
        tools.reword();
        voice.reword();
        bar.getElement().setAttribute("aria-label", Words.say("kit.bar"));
        human.reword();
        back.words(Words.say("kit.back"));
        LiveRegion.named(Words.say("kit.live"), live);
        away.reword();
    }
}
