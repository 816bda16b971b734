package fi.tiski.surface.meeting;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a person who waits at the door of a meeting shows: to themselves alone. The camera is released when it goes, and so when
 * they are let in: then the stage has it.
 */
@Tag("section")
@JsModule("context://tiski/door.js")
@StyleSheet("context://tiski/meeting.css")
public final class OwnPicture extends HtmlContainer {

    private static final List<String> WORDS = List.of(
            "you",
            "status.asking",
            "status.waiting",
            "trouble.denied",
            "trouble.missing",
            "trouble.busy",
            "trouble.insecure",
            "trouble.microphone",
            "trouble.ended",
            "picture.off");

    public OwnPicture() {
        addClassNames("stage", "own-picture");
        getElement().setAttribute("aria-label", say("meeting.you"));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("window.Tiski.atTheDoor(this, $0)", words());
    }

    private static Map<String, String> words() {
        return WORDS.stream().collect(Collectors.toMap(Function.identity(), key -> say("meeting." + key)));
    }
}
