package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import fi.tiski.platform.text.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the person can change about every page: its language, whether it is read aloud, and how it looks. Each is in force
 * at the press, and at a kiosk each has a button of its own: nobody has to find a menu first.
 *
 * <p>All but the language is the browser's own affair.
 */
@Tag("nav")
final class Tools extends HtmlContainer {

    private static final int[] SIZES = {100, 125, 150, 200};

    private final Frame.Kind kind;
    private final Div languages = new Div();
    private final Map<Language, NativeButton> buttons = new EnumMap<>(Language.class);
    private final Div looks = new Div();

    Tools(Frame.Kind kind, Consumer<Language> onLanguage) {
        this.kind = kind;
        addClassName("tools");
        languages.addClassName("languages");
        languages.getElement().setAttribute("role", "group");
        for (var language : Language.values()) {
            var button = new NativeButton();
            button.add(new Span(language.ownName()));
            button.addClassName("tool");
            button.getElement().setAttribute("type", "button").setAttribute("lang", language.tag());
            // Shown instead of the whole name where large text leaves little room.
            button.getElement().setAttribute("data-short", language.shortName());
            button.addClickListener(click -> onLanguage.accept(language));
            buttons.put(language, button);
            languages.add(button);
        }
        looks.addClassName("looks");
        add(languages, looks);
    }

    void reword() {
        getElement().setAttribute("aria-label", Words.say("kit.tools"));
        languages.getElement().setAttribute("aria-label", Words.say("kit.languages"));
        var now = Words.language();
        buttons.forEach((language, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(language == now)));
        Markup.shared(looks.getElement(), kind, kind == Frame.Kind.KIOSK ? Tools::each : Tools::few);
        looks.getElement().executeJs("window.Tiski?.turned()");
    }

    /** At home: two that step through what there is, and are remembered. */
    private static Markup[] few() {
        return new Markup[] {
            turn("speaker", "data-aloud aria-pressed=\"false\"", Words.say("kit.aloud")),
            turn(
                    "contrast",
                    "data-looks" + said("light", "kit.looks.light") + said("dark", "kit.looks.dark")
                            + said("contrast", "kit.looks.contrast"),
                    Words.say("kit.looks")),
            turn("text-size", "data-texts" + sizes(), Words.say("kit.text"))
        };
    }

    private static Markup[] each() {
        return new Markup[] {
            turn("speaker", "data-aloud aria-pressed=\"false\"", Words.say("kit.aloud")),
            turn("text-size", "data-turn=\"text\"" + sizes(), Words.say("kit.large")),
            turn("calm", "data-turn=\"calm\"", Words.say("kit.calm")),
            turn("contrast", "data-turn=\"contrast\"", Words.say("kit.contrast")),
            turn("moon", "data-turn=\"dark\"", Words.say("kit.dark")),
            turn("lower", "data-turn=\"low\"", Words.say("kit.low"))
        };
    }

    private static Markup turn(String pictogram, String attributes, String words) {
        return Markup.of(
                "button",
                "type=\"button\" class=\"tool\" " + attributes,
                Markup.pictogram(pictogram),
                Markup.of("span", "", words));
    }

    private static String sizes() {
        var all = new StringBuilder();
        for (var size : SIZES) {
            all.append(Markup.attribute("data-" + size, Words.say("kit.text.size", size)));
        }
        return all.toString();
    }

    private static String said(String value, String key) {
        return Markup.attribute("data-" + value, Words.say(key));
    }
}
