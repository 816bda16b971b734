package fi.tiski.domain.meetings;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.journeys.JourneyEnded;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Wait;
import fi.tiski.domain.staffing.Beginning;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.text.Plain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings by video, now: who waits, who answers, how it ends. Whoever asked first is answered first, unless an agent chooses
 * otherwise. Every change is announced under the organisation's {@link #liveKey} and stands on the case.
 */
@Service
@Transactional
public class MeetingsService {

    /** Where no wait could be promised, an apology is due after this all the same. */
    private static final Duration UNPROMISED = Duration.ofMinutes(15);

    /** An open window is heard of every five seconds; a network or a server may be away for a while. */
    static final Duration SILENCE = Duration.ofMinutes(3);

    private static final int MOST_WORDS = 10_000;

    private final Meetings meetings;
    private final Signals signals;
    private final VideoWaits waits;
    private final CasesService cases;
    private final StaffingService staffing;
    private final QueueService queue;
    private final CallBacksService callBacks;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    MeetingsService(
            Meetings meetings,
            Signals signals,
            VideoWaits waits,
            CasesService cases,
            StaffingService staffing,
            QueueService queue,
            CallBacksService callBacks,
            Live live,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.meetings = meetings;
        this.signals = signals;
        this.waits = waits;
        this.cases = cases;
        this.staffing = staffing;
        this.queue = queue;
        this.callBacks = callBacks;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    public static LiveKey liveKey(OrganisationId organisation) {
        return LiveKey.of("meetings", organisation.value());
    }

    /**
     * Asks for a meeting now, on that case. Whoever waits or meets on the case already goes on with that one.
     *
     * @param point where the kiosk stands; empty at home
     * @param press idempotency key: the same press again finds the same meeting
     */
    public Asking ask(OrganisationId organisation, CaseId its, Optional<PointId> point, UUID press, By by) {
        if (!waits.isServed(organisation)) {
            return new Asking.NobodyServes();
        }
        var told = waits.behind(organisation, meetings.waiting(organisation).size())
                .map(Wait::atMost);
        var made = meetings.insert(organisation, its, point, by.channel(), press, told, clock.instant());
        if (made.isEmpty()) {
            return new Asking.Waits(meetings.byPress(organisation, press)
                    .or(() -> meetings.ofCase(organisation, its))
                    .orElseThrow());
        }
        var asked = meetings.get(organisation, made.get()).orElseThrow();
        tell(asked, by, EntryKind.VIDEO_ASKED);
        return new Asking.Waits(asked);
    }

    /** The agent answers whoever asked for it now. Of two who press at one moment, one is told that the other was quicker. */
    public Answering answer(OrganisationId organisation, MeetingId id, AgentId agent) {
        var meeting = meetings.lock(organisation, id).orElseThrow();
        if (meeting.state() != MeetingState.WAITING || meeting.isBooked()) {
            return new Answering.NotFrom(meeting.state());
        }
        var with = underWayWith(organisation, agent);
        if (with.isPresent()) {
            return new Answering.StillWith(with.get());
        }
        if (staffing.begin(organisation, agent) instanceof Beginning.OnBreak(var until)) {
            return new Answering.OnBreak(until);
        }
        meetings.answered(meeting, agent, clock.instant());
        cases.serve(organisation, meeting.caseId(), new By.AnAgent(agent), Map.of());
        changed(meeting);
        return new Answering.Answered(meetings.get(organisation, id).orElseThrow());
    }

    /** On which case the agent is in the middle of something. */
    Optional<CaseId> underWayWith(OrganisationId organisation, AgentId agent) {
        return Optional.ofNullable(withEach(organisation).get(agent))
                .map(VideoMeeting::caseId)
                .or(() -> Optional.ofNullable(queue.withEach(organisation).get(agent))
                        .map(ticket -> ticket.caseId()))
                .or(() -> Optional.ofNullable(callBacks.withEach(organisation).get(agent))
                        .map(call -> call.caseId()));
    }

    /** The customer does not wait any longer. */
    public MeetingChange leave(OrganisationId organisation, MeetingId id, By by) {
        return end(organisation, id, MeetingState.WAITING, MeetingState.LEFT, Optional.of(EntryKind.VIDEO_LEFT), by);
    }

    /** The customer has chosen another way to a human instead of waiting. */
    public MeetingChange turn(OrganisationId organisation, MeetingId id, By by) {
        return end(
                organisation, id, MeetingState.WAITING, MeetingState.TURNED, Optional.of(EntryKind.VIDEO_TURNED), by);
    }

    /** The customer goes on by telephone. The agent whom they met has time to write down what was said, and to call. */
    public MeetingChange turnToCall(OrganisationId organisation, MeetingId id, By by) {
        var change =
                end(organisation, id, MeetingState.LIVE, MeetingState.TURNED, Optional.of(EntryKind.VIDEO_TURNED), by);
        if (change instanceof MeetingChange.Changed(var meeting)) {
            meeting.agent().ifPresent(agent -> staffing.wrapUp(organisation, agent));
        }
        return change;
    }

    /**
     * The customer gives what was written in the meeting to their case, as their own window shows it. Nothing is kept of an
     * empty one, of a meeting that is not under way, or beyond the {@link #MOST_WORDS} that an entry holds.
     */
    public void keepWords(OrganisationId organisation, MeetingId id, String words, By by) {
        var meeting = meetings.lock(organisation, id).orElseThrow();
        var written = Plain.lines(words);
        if (meeting.state() == MeetingState.LIVE && !written.isEmpty()) {
            var kept = Plain.length(written) <= MOST_WORDS
                    ? written
                    : written.substring(0, written.offsetByCodePoints(0, MOST_WORDS));
            cases.add(organisation, meeting.caseId(), by, EntryKind.VIDEO_WORDS_KEPT, Map.of(), Optional.of(kept));
            changed(meeting);
        }
    }

    /** They have met, and the agent has time to write down what was said. */
    public MeetingChange done(OrganisationId organisation, MeetingId id, By.AnAgent by) {
        var change =
                end(organisation, id, MeetingState.LIVE, MeetingState.OVER, Optional.of(EntryKind.VIDEO_ENDED), by);
        if (change instanceof MeetingChange.Changed) {
            staffing.wrapUp(organisation, by.agent());
        }
        return change;
    }

    /**
     * Tells whoever has waited longer than they were promised that it takes longer, once; it stands on the case. How many were
     * told.
     */
    int apologise() {
        var overdue = meetings.overdue(UNPROMISED, clock.instant()).stream()
                .filter(one -> meetings.apologised(one, clock.instant()) > 0)
                .toList();
        overdue.forEach(one -> tell(one, new By.TheSystem(), EntryKind.VIDEO_APOLOGY));
        return overdue.size();
    }

    /** Nobody is kept in the line whose window has been silent for {@link #SILENCE}: they have gone. How many had. */
    int letGo() {
        return (int) meetings.silentSince(clock.instant().minus(SILENCE)).stream()
                .filter(one -> !one.isBooked())
                .filter(one -> leave(one.organisation(), one.id(), new By.TheSystem()) instanceof MeetingChange.Changed)
                .count();
    }

    /** Whoever has ended their visit waits no longer. */
    @EventListener
    void visitEnded(JourneyEnded ended) {
        meetings.ofCase(ended.organisation(), ended.caseId())
                .filter(one -> one.state() == MeetingState.WAITING && !one.isBooked())
                .ifPresent(one -> leave(one.organisation(), one.id(), new By.TheCustomer(one.channel())));
    }

    /** Who waits, the first first. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("meetings")
    public List<VideoMeeting> waiting(OrganisationId organisation) {
        return meetings.waiting(organisation);
    }

    /** Whom each agent meets now; who meets nobody is not in it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("meetings")
    public Map<AgentId, VideoMeeting> withEach(OrganisationId organisation) {
        return meetings.live(organisation).stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.agent().orElseThrow(), Function.identity()));
    }

    /** The latest one of a case; empty when there was none. */
    @Transactional(readOnly = true)
    public Optional<VideoMeeting> ofCase(OrganisationId organisation, CaseId its) {
        return meetings.ofCase(organisation, its);
    }

    /** Whether somebody would answer: agents who serve by video are on shift, and not all of them away. */
    @Transactional(readOnly = true)
    public boolean isServed(OrganisationId organisation) {
        return waits.isServed(organisation);
    }

    /** How long somebody who asked now would wait; empty when nobody can be expected to answer. */
    @Transactional(readOnly = true)
    public Optional<Wait> waitNow(OrganisationId organisation) {
        return waits.behind(organisation, meetings.waiting(organisation).size());
    }

    /** Where somebody who waits stands. */
    @Transactional(readOnly = true)
    public VideoPlace place(VideoMeeting meeting) {
        var ahead = (int) meetings.waiting(meeting.organisation()).stream()
                .takeWhile(one -> !one.id().equals(meeting.id()))
                .count();
        return new VideoPlace(ahead, waits.behind(meeting.organisation(), ahead));
    }

    private MeetingChange end(
            OrganisationId organisation,
            MeetingId id,
            MeetingState from,
            MeetingState how,
            Optional<EntryKind> entry,
            By by) {
        var meeting = meetings.lock(organisation, id).orElseThrow();
        if (meeting.state() != from) {
            return new MeetingChange.NotFrom(meeting.state());
        }
        meetings.ended(meeting, how, clock.instant());
        signals.forget(meeting);
        if (from == MeetingState.LIVE) {
            events.publishEvent(new MeetingEnded(meeting));
        }
        entry.ifPresentOrElse(kind -> tell(meeting, by, kind), () -> changed(meeting));
        return new MeetingChange.Changed(meetings.get(organisation, id).orElseThrow());
    }

    void tell(VideoMeeting meeting, By by, EntryKind kind) {
        cases.add(meeting.organisation(), meeting.caseId(), by, kind, Map.of(), Optional.empty());
        changed(meeting);
    }

    void changed(VideoMeeting meeting) {
        live.changed(liveKey(meeting.organisation()), meeting.liveKey(), Case.liveKey(meeting.caseId()));
    }
}
