package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Pictogram;
import fi.tiski.surface.kit.Words;
import java.util.List;
import java.util.function.Consumer;

/** Who sees to the service; the way to the desk; languages and looks; the way out. */
final class ManageHead extends Header {

    private static final List<Language> LANGUAGES = List.of(Language.FI, Language.SV, Language.EN);
    private static final List<Integer> SIZES = List.of(100, 125, 150, 200);

    ManageHead(String organisation, String name, Consumer<Language> language, Runnable signOut) {
        addClassNames("desk-head", "manage-head");
        var mark = new Anchor(Address.of("manage/kiosks"));
        mark.addClassName("mark");
        mark.getElement().setAttribute("router-ignore", true);
        mark.add(new Image(Address.of("tiski/logo.svg"), ""), new Span(organisation));
        var me = new Span(name);
        me.addClassName("me");
        var desk = link("desk", "counter", "manage.head.desk");
        var kiosks = link("manage/kiosks", "here", "manage.kiosks.title");
        var meetings = link("manage/meetings", "video", "manage.meetings.title");
        var out = ActionButton.secondary(say("manage.head.sign-out"), signOut).withPictogram("leave");
        var live = new Div();
        live.addClassName("only-heard");
        LiveRegion.named(say("kit.live"), live).getElement().setAttribute("data-live", true);
        add(mark, me, kiosks, meetings, desk, languages(language), looks(), texts(), out, live);
    }

    private static Anchor link(String address, String pictogram, String words) {
        var link = new Anchor(Address.of(address));
        link.addClassName("button");
        link.getElement().setAttribute("router-ignore", true);
        link.add(new Pictogram(pictogram), new Span(say(words)));
        return link;
    }

    private static Div languages(Consumer<Language> chosen) {
        var group = new Div();
        group.addClassName("languages");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", say("kit.languages"));
        for (var language : LANGUAGES) {
            var button = tool("");
            button.setText(language.shortName());
            button.getElement()
                    .setAttribute("lang", language.tag())
                    .setAttribute("aria-label", language.ownName())
                    .setAttribute(
                            "aria-pressed",
                            Boolean.toString(language == Words.language().spoken()));
            button.addClickListener(click -> chosen.accept(language));
            group.add(button);
        }
        return group;
    }

    private static NativeButton looks() {
        var looks = tool(say("kit.looks"));
        looks.add(new Pictogram("contrast"));
        looks.getElement()
                .setAttribute("data-looks", true)
                .setAttribute("data-light", say("kit.looks.light"))
                .setAttribute("data-dark", say("kit.looks.dark"))
                .setAttribute("data-contrast", say("kit.looks.contrast"));
        return looks;
    }

    private static NativeButton texts() {
        var text = tool(say("kit.text"));
        text.add(new Pictogram("text-size"));
        text.getElement().setAttribute("data-texts", true);
        SIZES.forEach(size -> text.getElement().setAttribute("data-" + size, say("kit.text.size", size)));
        return text;
    }

    private static NativeButton tool(String name) {
        var button = new NativeButton();
        button.addClassName("tool");
        button.getElement().setAttribute("type", "button");
        if (!name.isEmpty()) {
            button.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        }
        return button;
    }
}
