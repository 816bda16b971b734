package fi.tiski.surface.desk;

import com.vaadin.flow.component.html.Div;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.surface.meeting.Stage;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stage beside the case, for as long as the agent meets somebody, whichever case is in hand. */
final class MeetingZone extends Div {

    private final Function<VideoMeeting, String> key;
    private @Nullable Stage stage;

    /** @param key opens the line of a meeting for this window */
    MeetingZone(Function<VideoMeeting, String> key) {
        this.key = key;
        addClassName("desk-meeting");
        getElement().setAttribute("hidden", true);
    }

    void show(Optional<VideoMeeting> mine) {
        if (stage != null && mine.isPresent() && stage.isOf(mine.get())) {
            return;
        }
        removeAll();
        stage = mine.map(meeting -> new Stage(meeting, Role.AGENT, key.apply(meeting)))
                .orElse(null);
        if (stage != null) {
            add(stage);
        }
        // Hidden, not invisible: the pictures have to go from the browser too.
        getElement().setAttribute("hidden", stage == null);
    }
}
