package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.points.Counter;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Pictogram;
import fi.tiski.surface.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose desk this is, who sits at it and where; the languages and looks it has; the way out. */
final class DeskHead extends Header {

    private final HeadSelect<Optional<Counter>> counter;
    private final MyState state;
    private final Anchor kiosks = new Anchor(Address.of("manage/kiosks"), say("desk.head.kiosks"));

    /** What the head leads to. */
    interface Presses extends MyState.Presses {
        void counter(Optional<Counter> chosen);

        void language(Language chosen);

        void signOut();
    }

    DeskHead(String organisation, Agent agent, List<DeskReadings.Place> places, Presses presses) {
        addClassName("desk-head");
        var mark = new Anchor(Address.of("desk"));
        mark.addClassName("mark");
        mark.getElement().setAttribute("router-ignore", true);
        mark.add(new Image(Address.of("tiski/logo.svg"), ""), new Span(organisation));
        var me = new Span(agent.name());
        me.addClassName("me");
        counter = new HeadSelect<>("counter", say("desk.head.counter"), counters(places), presses::counter);
        var language = new HeadSelect<>("language", say("desk.head.language"), languages(), presses::language);
        language.choose(Words.language().spoken());
        var looks = tool("contrast", say("kit.looks"), "data-looks");
        looks.getElement()
                .setAttribute("data-light", say("kit.looks.light"))
                .setAttribute("data-dark", say("kit.looks.dark"))
                .setAttribute("data-contrast", say("kit.looks.contrast"));
        var text = tool("text-size", say("kit.text"), "data-texts");
        for (var size : new int[] {100, 125, 150, 200}) {
            text.getElement().setAttribute("data-" + size, say("kit.text.size", size));
        }
        var out = ActionButton.secondary(say("desk.head.sign-out"), presses::signOut)
                .withPictogram("leave");
        var live = new Div();
        live.addClassName("only-heard");
        LiveRegion.named(say("kit.live"), live).getElement().setAttribute("data-live", true);
        state = new MyState(presses);
        add(mark, me, state, counter, language, looks, text, out, live);
        if (agent.role() == Agent.Role.MANAGER) {
            kiosks.addClassName("button");
            kiosks.getElement().setAttribute("router-ignore", true);
            addComponentAtIndex(indexOf(out), kiosks);
        }
    }

    /** Once for the ear; for the eye it stands on the way to the kiosks for as long as it lasts. */
    void show(KioskNews.Sheet sheet) {
        kiosks.setText(
                sheet.troubled() == 0 ? say("desk.head.kiosks") : say("desk.head.kiosks.troubled", sheet.troubled()));
        kiosks.setClassName("troubled", sheet.troubled() > 0);
        if (!sheet.news().isEmpty()) {
            kiosks.getElement().executeJs("window.Tiski.say($0)", String.join(" ", sheet.news()));
        }
    }

    private static List<Option<Optional<Counter>>> counters(List<DeskReadings.Place> places) {
        var language = Words.language();
        var options = new ArrayList<Option<Optional<Counter>>>();
        options.add(new Option<>(Optional.empty(), say("desk.head.no-counter")));
        places.forEach(place -> options.add(new Option<>(
                Optional.of(place.counter()),
                say(
                        "desk.head.at",
                        place.counter().label(),
                        place.point().name().in(language)))));
        return options;
    }

    private static List<Option<Language>> languages() {
        return List.of(Language.FI, Language.SV, Language.EN).stream()
                .map(one -> new Option<>(one, one.ownName()))
                .toList();
    }

    private static NativeButton tool(String pictogram, String name, String does) {
        var button = new NativeButton();
        button.addClassName("tool");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-label", name)
                .setAttribute("title", name)
                .setAttribute(does, true);
        button.add(new Pictogram(pictogram));
        return button;
    }

    void show(MyState.Sheet mine) {
        state.show(mine);
    }

    void at(Optional<Counter> where) {
        counter.choose(where);
    }

    void focusCounter() {
        counter.takeFocus();
    }
}
