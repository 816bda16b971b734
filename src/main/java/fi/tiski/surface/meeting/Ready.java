package fi.tiski.surface.meeting;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.surface.kit.Address;

/**
 * The line of an agent who has the case of somebody who waits in hand: as long as it is in the page, the two browsers are
 * connected, and nothing is seen or heard on either side. A {@link Stage} of the same meeting in the same window goes on
 * with that line.
 */
@Tag("div")
@JsModule("context://tiski/meeting.js")
public final class Ready extends HtmlContainer {

    private final VideoMeeting meeting;
    private final String key;

    /** @param key opens the line, for this window alone */
    public Ready(VideoMeeting meeting, String key) {
        this.meeting = meeting;
        this.key = key;
        getElement()
                .setAttribute("hidden", true)
                .setAttribute("data-meeting", meeting.id().value().toString());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("window.Tiski.beReady(this, $0, $1)", Address.of("meeting/"), key);
    }

    public boolean isOf(VideoMeeting other) {
        return meeting.id().equals(other.id());
    }

    public String key() {
        return key;
    }
}
