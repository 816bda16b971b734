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
    private final Function<VideoMeeting, GuestsZone> beside;
    private @Nullable Stage stage;
    private @Nullable GuestsZone guests;

    /**
     * @param key opens the line of a meeting for this window
     * @param beside who comes to a meeting beside agent and customer
     */
    MeetingZone(Function<VideoMeeting, String> key, Function<VideoMeeting, GuestsZone> beside) {
        this.key = key;
        this.beside = beside;
        addClassName("desk-meeting");
        getElement().setAttribute("hidden", true);
    }

    void show(Optional<VideoMeeting> mine) {
        if (stage != null && mine.isPresent() && stage.isOf(mine.get())) {
            if (guests != null) {
                guests.refresh();
            }
            return;
        }
        removeAll();
        stage = mine.map(meeting -> new Stage(meeting, Role.AGENT, key.apply(meeting)))
                .orElse(null);
        if (stage != null) {
            add(stage);
            guests = beside.apply(mine.orElseThrow());
            add(guests);
        }
        // Hidden, not invisible: the pictures have to go from the browser too.
        getElement().setAttribute("hidden", stage == null);
    }
}
