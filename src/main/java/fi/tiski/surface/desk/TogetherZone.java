package fi.tiski.surface.desk;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import fi.tiski.domain.meetings.VideoMeeting;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Below the case, for as long as the agent meets somebody by video: what the two look at together. */
@StyleSheet("context://tiski/together.css")
final class TogetherZone extends Div {

    private final Function<VideoMeeting, LookingTogether> made;
    private @Nullable LookingTogether looking;

    TogetherZone(Function<VideoMeeting, LookingTogether> made) {
        this.made = made;
        addClassName("desk-looking");
        getElement().setAttribute("hidden", true);
    }

    void show(Optional<VideoMeeting> mine) {
        if (looking != null && mine.isPresent() && looking.isOf(mine.get())) {
            return;
        }
        removeAll();
        looking = mine.map(made).orElse(null);
        if (looking != null) {
            add(looking);
        }
        getElement().setAttribute("hidden", looking == null);
    }
}
