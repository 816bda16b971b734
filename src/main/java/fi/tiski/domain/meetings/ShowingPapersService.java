package fi.tiski.domain.meetings;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.PapersService;
import fi.tiski.platform.pictures.Picture;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers that the customer shows in a meeting, and gives to their case. */
@Service
@Transactional
public class ShowingPapersService {

    private final Meetings meetings;
    private final PapersService papers;

    ShowingPapersService(Meetings meetings, PapersService papers) {
        this.meetings = meetings;
        this.papers = papers;
    }

    /**
     * Keeps it on the case while they meet.
     *
     * @param from whose key it came with
     * @param press idempotency key: the same press again keeps it once
     */
    public ShowingPaper show(Seat from, Picture paper, UUID press) {
        if (from.me().role() != Role.CUSTOMER) {
            return ShowingPaper.NOT_THEIRS;
        }
        // Who ends the meeting at this moment waits, or has ended it.
        var meeting = meetings.lock(
                        from.meeting().organisation(), from.meeting().id())
                .orElseThrow();
        if (meeting.state() != MeetingState.LIVE) {
            return ShowingPaper.OVER;
        }
        var by = new By.TheCustomer(meeting.channel());
        return switch (papers.keep(meeting.organisation(), meeting.caseId(), by, paper, press)) {
            case KEPT -> ShowingPaper.SHOWN;
            case ENOUGH -> ShowingPaper.ENOUGH;
        };
    }
}
