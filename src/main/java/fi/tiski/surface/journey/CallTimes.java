package fi.tiski.surface.journey;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.queue.CallWindows;
import fi.tiski.platform.time.Span;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a call back can be promised, in the zone of the organisation. */
@Component
class CallTimes {

    /** As many answers as a page has. */
    private static final int MOST = 4;

    private final CallWindows windows;
    private final WantedMeeting meetings;

    CallTimes(CallWindows windows, WantedMeeting meetings) {
        this.windows = windows;
        this.meetings = meetings;
    }

    List<Span> next(OrganisationId organisation) {
        return windows.next(organisation, meetings.zone(organisation), MOST);
    }

    Optional<Span> soonest(OrganisationId organisation) {
        return next(organisation).stream().findFirst();
    }
}
