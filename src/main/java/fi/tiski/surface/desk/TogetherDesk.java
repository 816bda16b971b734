package fi.tiski.surface.desk;

import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.together.FormSection;
import fi.tiski.domain.together.Opening;
import fi.tiski.domain.together.PageKind;
import fi.tiski.domain.together.SharedPage;
import fi.tiski.domain.together.TogetherService;
import fi.tiski.domain.together.Writer;
import fi.tiski.domain.together.Writing;
import fi.tiski.domain.together.Written;
import fi.tiski.platform.live.Live;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looking together with the customer, at the desk: as the agent may see it, and in the agent's hand. */
@Component
class TogetherDesk {

    private final TogetherService together;
    final Live live;

    TogetherDesk(TogetherService together, Live live) {
        this.together = together;
        this.live = live;
    }

    Optional<SharedPage> page(VideoMeeting meeting) {
        return together.agentsPage(meeting);
    }

    Opening open(VideoMeeting meeting, PageKind kind, Optional<FormSection> section, UUID press, AgentId me) {
        return together.open(meeting, kind, section, press, me);
    }

    Writing write(VideoMeeting meeting, SharedPage page, Written on, String words) {
        return together.write(meeting, page.id(), on.place().tag(), words, on.revision(), Writer.AGENT);
    }

    void close(VideoMeeting meeting, SharedPage page) {
        together.withdraw(meeting, page.id());
    }
}
