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

    /** Keys to the line of a meeting, for this window. */
    interface Keys {

        /** @param ready the key that this window had before the answer */
        String key(VideoMeeting mine, Optional<String> ready);

        /** Empty when nobody waits in it (any more). */
        Optional<String> readyKey(VideoMeeting waiting);
    }

    private final Keys keys;
    private final Function<VideoMeeting, GuestsZone> beside;
    private @Nullable Stage ready;
    private @Nullable Stage stage;
    private @Nullable GuestsZone guests;
    private @Nullable MeetingId shown;

    /** @param beside who comes to a meeting beside agent and customer */
    MeetingZone(Keys keys, Function<VideoMeeting, GuestsZone> beside) {
        this.keys = keys;
        this.beside = beside;
        addClassName("desk-meeting");
        getElement().setAttribute("hidden", true);
    }

    /**
     * @param takes whether a meeting that is not shown yet is taken into this window: an agent who answers at one of two
     *     windows meets the customer in that one
     */
    void show(Optional<VideoMeeting> mine, boolean takes) {
        var isShown = mine.map(VideoMeeting::id).equals(Optional.ofNullable(shown));
        if (isShown && (mine.isEmpty() || stage != null || !takes)) {
            if (guests != null) {
                guests.refresh();
            }
            return;
        }
        var before = Optional.ofNullable(ready)
                .filter(its -> takes && mine.filter(its::isOf).isPresent());
        getChildren().filter(part -> before.isEmpty() || before.get() != part).forEach(this::remove);
        stage = null;
        guests = null;
        ready = null;
        shown = mine.map(VideoMeeting::id).orElse(null);
        mine.ifPresent(meeting -> {
            if (takes) {
                take(meeting, before);
            } else {
                offer(meeting);
            }
        });
        // Hidden, not invisible: the pictures have to go from the browser too.
        getElement().setAttribute("hidden", mine.isEmpty());
    }

    /** Whom the agent may answer: somebody who waits, and whose case is in hand. Only while nobody is met. */
    void expect(Optional<VideoMeeting> waits) {
        var isReady = ready != null && waits.filter(ready::isOf).isPresent();
        if (shown != null || isReady) {
            return;
        }
        if (ready != null) {
            remove(ready);
        }
        ready = waits.flatMap(one -> keys.readyKey(one).map(key -> Stage.unseen(one, key)))
                .orElse(null);
        if (ready != null) {
            add(ready);
        }
    }

    /** What was connected before the answer comes into sight; unless another window has its seat by now. */
    private void take(VideoMeeting meeting, Optional<Stage> before) {
        var key = keys.key(meeting, before.map(Stage::key));
        stage = before.filter(its -> its.key().equals(key)).map(Stage::begin).orElse(null);
        if (stage == null) {
            removeAll();
            stage = new Stage(meeting, Role.AGENT, key);
            add(stage);
        }
        guests = beside.apply(meeting);
        add(guests);
    }

    private void offer(VideoMeeting meeting) {
        add(
                new Paragraph(say("meeting.status.elsewhere")),
                ActionButton.secondary(say("meeting.here"), () -> show(Optional.of(meeting), true))
                        .withPictogram("put-back"));
    }
}
