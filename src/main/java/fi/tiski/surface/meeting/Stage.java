package fi.tiski.surface.meeting;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.surface.kit.Address;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pictures, sound, written words and the controls of one participant. While the meeting waits it shows them their own
 * picture; when it is answered it connects by itself. Made again for the same meeting in the same window, in another language
 * for instance, it goes on with the pictures that are there.
 *
 * <p>{@link #unseen} is for an agent who has the case of somebody who waits in hand: the two browsers are connected, and
 * nothing is seen or heard on either side. When the agent answers in this window, it comes up as soon as the browser hears
 * that the answer counts, before the rest of the desk; {@link #begin} does the same for the server's side of it.
 *
 * <p>Camera and microphone are released when it goes, and at once when the kiosk is reset.
 */
@Tag("section")
@JsModule("context://tiski/meeting.js")
@StyleSheet("context://tiski/meeting.css")
@StyleSheet("context://tiski/join.css")
@StyleSheet("context://tiski/sharing.css")
public final class Stage extends HtmlContainer {

    private static final List<String> WORDS = List.of(
            "name",
            "you",
            "customer",
            "agent",
            "interpreter",
            "sign-interpreter",
            "relative",
            "expert",
            "status.starting",
            "status.asking",
            "status.alone",
            "status.waiting",
            "status.connecting",
            "status.met",
            "status.pause",
            "status.away",
            "status.lost",
            "status.elsewhere",
            "status.over",
            "sees.video",
            "sees.picture",
            "sees.sound",
            "sees.text",
            "sees.pause",
            "sees.many.video",
            "sees.many.picture",
            "sees.many.sound",
            "sees.many.text",
            "sees.nobody",
            "trouble.denied",
            "trouble.missing",
            "trouble.busy",
            "trouble.insecure",
            "trouble.microphone",
            "trouble.ended",
            "trouble.narrow",
            "trouble.connection",
            "mute",
            "unmute",
            "camera.off",
            "camera.on",
            "bigger",
            "smaller",
            "louder",
            "softer",
            "pause",
            "pause.end",
            "pin",
            "unpin",
            "here",
            "region.status",
            "region.trouble",
            "region.kept",
            "region.screen",
            "text.title",
            "text.field",
            "text.hint",
            "text.keep",
            "text.keep.hint",
            "text.kept",
            "picture.off",
            "picture.pause");

    private final VideoMeeting meeting;
    private final Role role;
    private final String key;
    private boolean begun = true;

    /** @param key opens the line, for this window alone */
    public Stage(VideoMeeting meeting, Role role, String key) {
        this.meeting = meeting;
        this.role = role;
        this.key = key;
        addClassName("stage");
        getElement()
                .setAttribute("aria-label", say("meeting.name"))
                .setAttribute("data-meeting", meeting.id().value().toString());
    }

    /** @param key as for the seen one */
    public static Stage unseen(VideoMeeting meeting, String key) {
        var stage = new Stage(meeting, Role.AGENT, key);
        stage.begun = false;
        stage.removeClassName("stage");
        stage.getElement().setAttribute("hidden", true);
        return stage;
    }

    /** What was unseen is seen. */
    public Stage begin() {
        begun = true;
        addClassName("stage");
        getElement().removeAttribute("hidden");
        tellBrowser();
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        tellBrowser();
    }

    private void tellBrowser() {
        getElement()
                .executeJs(
                        begun
                                ? "window.Tiski.meet(this, $0, $1, $2, $3)"
                                : "window.Tiski.beReady(this, $0, $1, $2, $3)",
                        Address.of("meeting/"),
                        key,
                        role.tag(),
                        Stream.concat(WORDS.stream(), SharingWords.ALL.stream())
                                .collect(Collectors.toMap(Function.identity(), Stage::words)));
    }

    /** Offers the written words to their case; {@code keep} gets them when this person presses for it, and not otherwise. */
    public Stage keeping(Consumer<String> keep) {
        getElement().setAttribute("data-keeps", true);
        getElement()
                .addEventListener(
                        "words-kept",
                        kept -> keep.accept(
                                kept.getEventData().path("event.detail").asString("")))
                .addEventData("event.detail");
        return this;
    }

    public boolean isOf(VideoMeeting other) {
        return meeting.id().equals(other.id());
    }

    public String key() {
        return key;
    }

    private static String words(String key) {
        return say("meeting." + key, "{0}");
    }
}
