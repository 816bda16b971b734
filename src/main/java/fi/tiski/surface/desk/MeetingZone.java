package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.tiski.domain.meetings.MeetingId;
import fi.tiski.domain.meetings.Role;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.surface.kit.ActionButton;
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
    private @Nullable MeetingId shown;

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

    /**
     * @param takes whether a meeting that is not shown yet is taken into this window: an agent who answers at one of two
     *     windows meets the customer in that one
     */
    void show(Optional<VideoMeeting> mine, boolean takes) {
        if (mine.isPresent() && mine.get().id().equals(shown) && (stage != null || !takes)) {
            if (guests != null) {
                guests.refresh();
            }
            return;
        }
        removeAll();
        stage = null;
        guests = null;
        shown = mine.map(VideoMeeting::id).orElse(null);
        mine.ifPresent(takes ? this::take : this::offer);
        // Hidden, not invisible: the pictures have to go from the browser too.
        getElement().setAttribute("hidden", mine.isEmpty());
    }

    private void take(VideoMeeting meeting) {
        stage = new Stage(meeting, Role.AGENT, key.apply(meeting));
        guests = beside.apply(meeting);
        add(stage, guests);
    }

    private void offer(VideoMeeting meeting) {
        add(
                new Paragraph(say("meeting.status.elsewhere")),
                ActionButton.secondary(say("meeting.here"), () -> show(Optional.of(meeting), true))
                        .withPictogram("put-back"));
    }
}
