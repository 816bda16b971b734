package fi.tiski.surface.desk;

import fi.tiski.domain.points.Counter;
import fi.tiski.domain.staffing.BreakTaken;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.domain.staffing.Stand;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Does what an agent says of themselves: where they stand, and whether they are there. */
@Component
class DutyActs {

    private final StaffingService staffing;

    DutyActs(StaffingService staffing) {
        this.staffing = staffing;
    }

    Said stand(Post post, Counter counter, When when) {
        return switch (staffing.stand(post.organisation(), post.me(), counter)) {
            case Stand.At(var there) -> Said.done(when, "desk.said.at-counter", there.label());
            case Stand.TakenBy(var name) -> Said.notDone(when, "desk.said.counter-taken", name, counter.label());
        };
    }

    Said leaveCounter(Post post, When when) {
        staffing.leaveCounter(post.organisation(), post.me());
        return Said.done(when, "desk.said.left-counter");
    }

    Said available(Post post, When when) {
        staffing.available(post.organisation(), post.me());
        return Said.done(when, "desk.said.available");
    }

    Said away(Post post, When when) {
        staffing.goAway(post.organisation(), post.me());
        return Said.done(when, "desk.said.away");
    }

    Said takeBreak(Post post, Duration length, When when) {
        return switch (staffing.takeBreak(post.organisation(), post.me(), length)) {
            case BreakTaken.OnBreak(var during) -> Said.done(when, "desk.said.break", when.time(during.until()));
            case BreakTaken.MeetingSoon(var starts) -> Said.notDone(when, "desk.said.break.meeting", when.time(starts));
            case BreakTaken.NotOnShift() -> Said.notDone(when, "desk.said.break.no-shift");
        };
    }
}
