package fi.tiski.domain.meetings;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.RemoteWaits;
import fi.tiski.domain.queue.Wait;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.Duty;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long somebody who asks for a meeting now waits: the line, and whoever serves by video. */
@Component
class VideoWaits {

    /** What a meeting takes, before there have been any. */
    private static final Duration USUAL = Duration.ofMinutes(12);

    private static final int LATELY = 40;

    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);
    private static final Duration WRAP_UP = Duration.ofMinutes(2);

    private final Meetings meetings;
    private final StaffingService staffing;
    private final QueueService queue;
    private final CallBacksService callBacks;
    private final InstantSource clock;

    VideoWaits(
            Meetings meetings,
            StaffingService staffing,
            QueueService queue,
            CallBacksService callBacks,
            InstantSource clock) {
        this.meetings = meetings;
        this.staffing = staffing;
        this.queue = queue;
        this.callBacks = callBacks;
        this.clock = clock;
    }

    /** Whether anybody is on shift for video now who is not away. */
    boolean isServed(OrganisationId organisation) {
        return !onDuty(organisation, clock.instant()).isEmpty();
    }

    /** For whoever has so many before them; empty when nobody can be expected to serve them. */
    Optional<Wait> behind(OrganisationId organisation, int ahead) {
        var now = clock.instant();
        var onDuty = onDuty(organisation, now);
        if (onDuty.isEmpty()) {
            return Optional.empty();
        }
        var busy = busy(organisation);
        var servers = onDuty.stream().map(duty -> server(duty, busy, now)).toList();
        return RemoteWaits.behind(ahead, servers, USUAL, meetings.lately(organisation, LATELY), now);
    }

    private List<Duty> onDuty(OrganisationId organisation, Instant now) {
        return staffing.dutiesIn(organisation, ServingMode.VIDEO, Span.of(now, MOMENT)).stream()
                .filter(duty -> duty.availability() != Availability.AWAY)
                .toList();
    }

    /** Since when each agent has been with somebody, in whichever way. */
    private Map<AgentId, Instant> busy(OrganisationId organisation) {
        var busy = new HashMap<AgentId, Instant>();
        queue.withEach(organisation)
                .forEach((agent, ticket) -> ticket.calledAt().ifPresent(since -> busy.put(agent, since)));
        callBacks.withEach(organisation).keySet().forEach(agent -> busy.putIfAbsent(agent, clock.instant()));
        meetings.live(organisation)
                .forEach(one -> one.agent()
                        .ifPresent(agent -> busy.put(agent, one.answeredAt().orElseThrow())));
        return busy;
    }

    private static RemoteWaits.Server server(Duty duty, Map<AgentId, Instant> busy, Instant now) {
        var freeFrom =
                duty.availability() == Availability.WRAP_UP ? duty.since().plus(WRAP_UP) : now;
        return new RemoteWaits.Server(
                duty.agent(),
                duty.shift(),
                duty.breaks().stream().filter(rest -> rest.until().isAfter(now)).toList(),
                freeFrom.isAfter(now) ? freeFrom : now,
                Optional.ofNullable(busy.get(duty.agent()))
                        .map(since -> since.isAfter(now) ? Duration.ZERO : Duration.between(since, now)));
    }
}
