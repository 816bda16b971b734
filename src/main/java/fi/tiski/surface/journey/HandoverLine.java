package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Notice;
import java.util.Optional;

/**
 * Who goes on with a case, read aloud when that changes. It is there from the start: a live region that comes up with its
 * words is not heard.
 */
final class HandoverLine extends Div {

    private Optional<String> shown = Optional.empty();

    HandoverLine() {
        addClassName("told");
        LiveRegion.named(say("kit.live"), this);
    }

    void show(Optional<Notice> now) {
        var words = now.map(Notice::words);
        if (!words.equals(shown)) {
            shown = words;
            removeAll();
            now.ifPresent(this::add);
        }
    }
}
