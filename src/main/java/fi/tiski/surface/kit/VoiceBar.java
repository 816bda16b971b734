package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import fi.tiski.platform.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the page is read aloud: again, slower, faster, softer, louder, and no more. It comes up when reading aloud begins,
 * and is the browser's own affair; the words that the voice needs besides what stands on the page lie ready in it.
 */
@Tag("div")
final class VoiceBar extends HtmlContainer {

    private static final Map<String, String> PICTOGRAMS = new LinkedHashMap<>();

    static {
        PICTOGRAMS.put("repeat", "call-again");
        PICTOGRAMS.put("slower", "slower");
        PICTOGRAMS.put("faster", "faster");
        PICTOGRAMS.put("softer", "softer");
        PICTOGRAMS.put("louder", "louder");
        PICTOGRAMS.put("stop", "close");
    }

    /** What is said besides what stands on the page, each under {@code kit.voice.}. */
    private static final List<String> SAID = List.of(
            "button",
            "link",
            "field",
            "chosen",
            "not-chosen",
            "place",
            "empty",
            "written",
            "masked",
            "private",
            "wait",
            "most",
            "least",
            "keys",
            "write",
            "row",
            "no-back",
            "bye");

    private static final Map<Language, String> SAID_IN = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    VoiceBar() {
        addClassName("voice-bar");
        getElement().setAttribute("role", "group").setAttribute("hidden", true).setAttribute("data-voice-bar", true);
    }

    void reword() {
        getElement().setAttribute("aria-label", Words.say("kit.voice"));
        Markup.shared(getElement(), VoiceBar.class, VoiceBar::buttons);
        getElement().setAttribute("data-said", SAID_IN.computeIfAbsent(Words.language(), language -> said()));
    }

    private static Markup[] buttons() {
        return PICTOGRAMS.entrySet().stream()
                .map(button -> button(button.getKey(), button.getValue()))
                .toArray(Markup[]::new);
    }

    private static String said() {
        var said = new LinkedHashMap<String, String>();
        SAID.forEach(key -> said.put(key, Words.say("kit.voice." + key, "{0}", "{1}")));
        return JSON.writeValueAsString(said);
    }

    private static Markup button(String act, String pictogram) {
        return Markup.of(
                "button",
                "type=\"button\" class=\"tool\" data-voice=\"" + act + "\"",
                Markup.pictogram(pictogram),
                Markup.of("span", "", Words.say("kit.voice." + act)));
    }
}
