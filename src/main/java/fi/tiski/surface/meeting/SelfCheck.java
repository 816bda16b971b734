package fi.tiski.surface.meeting;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import fi.tiski.platform.relay.IceServer;
import fi.tiski.platform.relay.RelayService;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tries one part of what a meeting by video needs, in the browser alone: nothing is recorded, and all that is sent is a
 * greeting which goes through the relay and back. It says what came of it, and where nothing did, what to do now; on leads
 * the same button every time. Made again for the same part in the same window, in another language for instance, it goes on
 * where it was.
 *
 * <p>Camera and microphone are released when it goes, and so at a kiosk when the person does.
 */
@Tag("div")
@StyleSheet("context://tiski/selfcheck.css")
public final class SelfCheck extends HtmlContainer {

    private static final String SCRIPT = "tiski/selfcheck.js";

    /** What a browser may answer in place of a camera or a microphone. */
    private static final List<String> TROUBLES = List.of("denied", "system", "missing", "busy", "other");

    /** Where a permission is given, by the browser that asks for it. */
    private static final List<String> BROWSERS = List.of("chromium", "firefox", "safari", "ios", "kiosk");

    private final Tried.Part part;
    private final RelayService relay;
    private final BooleanSupplier mayAsk;

    /**
     * @param mayAsk whether this person may be given credentials of the relay now
     * @param onward what came of it, once the person goes on
     */
    public SelfCheck(Tried.Part part, RelayService relay, BooleanSupplier mayAsk, Consumer<Tried.Outcome> onward) {
        this.part = part;
        this.relay = relay;
        this.mayAsk = mayAsk;
        addClassName("self-check");
        getElement().setAttribute("data-part", part.tag()).setAttribute("data-relay", relay.isConfigured());
        getElement().addEventListener("relay-wanted", wanted -> giveServers());
        getElement()
                .addEventListener(
                        "gone-on",
                        gone -> Tried.Outcome.of(
                                        gone.getEventData().path("event.detail").asString(""))
                                .ifPresent(onward))
                .addEventData("event.detail");
        Markup.into(getElement(), look(), told(), actions());
    }

    private Markup look() {
        return switch (part) {
            // The person knows what they look like; that the picture is there is told in words.
            case CAMERA -> Markup.of("video", "class=\"self-picture\" muted playsinline aria-hidden=\"true\" hidden");
            case MICROPHONE ->
                Markup.of("div", "class=\"self-level\" aria-hidden=\"true\" hidden", Markup.of("span", "", ""));
            case LOUDSPEAKER, CONNECTION -> new Markup("");
        };
    }

    /** Fills with one of the notices that lie ready beside it. */
    private Markup told() {
        var name = Markup.attribute("aria-label", say("selfcheck." + part.tag() + ".title"));
        return new Markup(
                Markup.of("div", "class=\"told\" role=\"status\"" + name).html()
                        + notice("info", "info").html()
                        + notice("good", "done").html()
                        + notice("warning", "warning").html());
    }

    private static Markup notice(String tone, String pictogram) {
        return Markup.of(
                "template",
                "data-notice=\"" + tone + "\"",
                Markup.of("div", "class=\"notice " + tone + "\"", Markup.pictogram(pictogram), Markup.of("div", "")));
    }

    private static Markup actions() {
        return Markup.of(
                "div",
                "class=\"actions\"",
                Markup.of("button", "type=\"button\" class=\"button primary\" data-primary", Markup.of("span", "")),
                Markup.of("button", "type=\"button\" class=\"button\" data-secondary", Markup.of("span", "")));
    }

    /** For one try: by then they are as good as they are for a meeting. */
    private void giveServers() {
        var servers = mayAsk.getAsBoolean() ? relay.servers("check-" + UUID.randomUUID()) : List.<IceServer>of();
        getElement()
                .executeJs("import($0).then(check => check.relay($1))", Address.of(SCRIPT), Network.servers(servers));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("import($0).then(check => check.begin(this, $1))", Address.of(SCRIPT), words());
    }

    /** What the browser says by itself, each under the last part of its key. */
    private Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        Stream.of("again", "next", "wait").forEach(key -> words.put(key, say("selfcheck." + key)));
        own().forEach(key -> words.put(key, say("selfcheck." + part.tag() + "." + key)));
        if (part == Tried.Part.CAMERA || part == Tried.Part.MICROPHONE) {
            TROUBLES.forEach(key -> words.put(key, say("selfcheck." + part.tag() + "." + key)));
            BROWSERS.forEach(key -> words.put("how." + key, say("selfcheck.how." + key)));
            Stream.of("insecure", "insecure.now").forEach(key -> words.put(key, say("selfcheck." + key)));
        }
        return words;
    }

    private List<String> own() {
        return switch (part) {
            case CAMERA -> List.of("try", "without", "fine", "asking", "works", "dark");
            case MICROPHONE -> List.of("try", "without", "fine", "asking", "listening", "silent", "works");
            case LOUDSPEAKER -> List.of("try", "without", "fine", "asks", "yes", "no", "silent");
            case CONNECTION -> List.of("try", "without", "fine", "asking", "works", "here", "fails", "busy");
        };
    }
}
