package fi.tiski.domain.meetings;

import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line of a meeting: over it browsers learn who is there, and find each other. Each participant has a key of their own,
 * and is in one window at a time. Signals are announced under {@link #liveKey}, who is there under the meeting's key.
 */
@Service
@Transactional
public class LineService {

    /** A session description with four participants takes a tenth of it. */
    private static final int LONGEST = 65_536;

    /** Longer than any meeting and the wait for it; a page that is opened anew gets a new one. */
    static final Duration KEY_LIVES = Duration.ofHours(12);

    private final Participants participants;
    private final Signals signals;
    private final Meetings meetings;
    private final Live live;
    private final InstantSource clock;

    LineService(Participants participants, Signals signals, Meetings meetings, Live live, InstantSource clock) {
        this.participants = participants;
        this.signals = signals;
        this.meetings = meetings;
        this.live = live;
        this.clock = clock;
    }

    public static LiveKey liveKey(ParticipantId participant) {
        return LiveKey.of("line", participant.value());
    }

    /** A key for the customer's window; the one that was given before opens nothing any more. */
    public String customersKey(VideoMeeting meeting) {
        return issue(meeting, Role.CUSTOMER, Optional.empty());
    }

    /** A key for the window of the agent who answered; as {@link #customersKey}. */
    public String agentsKey(VideoMeeting meeting) {
        return issue(meeting, Role.AGENT, Optional.of(meeting.agent().orElseThrow()));
    }

    /**
     * A key for the window of an agent who has the case of somebody who waits in hand: the two browsers find each other before
     * the press that answers. It goes on opening the line of the meeting when this agent answers; when another does, it opens
     * nothing any more (the database sees to it), nor when another has the case in hand later. Empty when nobody waits.
     */
    public Optional<String> readyKey(VideoMeeting waiting, AgentId agent) {
        return meetings.lock(waiting.organisation(), waiting.id())
                .filter(one -> one.state() == MeetingState.WAITING)
                .map(one -> {
                    var key = issue(one, Role.AGENT, Optional.of(agent));
                    live.changed(one.liveKey());
                    return key;
                });
    }

    /** Whether the key opens the line of this meeting. */
    @Transactional(readOnly = true)
    public boolean opens(String key, VideoMeeting meeting) {
        return openedBy(key)
                .filter(seat -> seat.meeting().id().equals(meeting.id()))
                .isPresent();
    }

    /** A key for the window of a guest who was admitted; empty when they have no seat (any more). */
    public Optional<String> guestsKey(VideoMeeting meeting, GuestId guest) {
        var key = Ids.token();
        return Optional.of(key)
                .filter(its -> participants.issue(
                        meeting, guest, KeyHash.of(its), clock.instant().plus(KEY_LIVES)));
    }

    private String issue(VideoMeeting meeting, Role role, Optional<AgentId> agent) {
        var key = Ids.token();
        // Two windows of one person wait for each other here: one seat, not two.
        meetings.lock(meeting.organisation(), meeting.id());
        participants.issue(
                meeting, role, agent, KeyHash.of(key), clock.instant().plus(KEY_LIVES));
        return key;
    }

    /** What the key opens; empty when it is forged, has run out or was replaced. */
    @Transactional(readOnly = true)
    public Optional<Seat> openedBy(String key) {
        return participants.openedBy(KeyHash.of(key), clock.instant());
    }

    /** Somebody comes in, in that window; an earlier window of theirs is out. */
    public Joining join(String key, UUID browser) {
        var found = openedBy(key);
        if (found.isEmpty()) {
            return new Joining.Unknown();
        }
        var meeting = found.get().meeting();
        if (!meeting.isUnderWay()) {
            return new Joining.Over(meeting.state());
        }
        participants.joins(meeting, found.get().me().id(), browser, clock.instant());
        live.changed(meeting.liveKey());
        return new Joining.In(openedBy(key).orElseThrow(), signals.last(meeting));
    }

    /** Somebody goes out of that window, and may come in again. */
    public void leave(Seat seat, UUID browser) {
        if (participants.leaves(seat.meeting(), seat.me().id(), browser) > 0) {
            live.changed(seat.meeting().liveKey());
        }
    }

    /** False when they are in another window meanwhile: this one is out. */
    public boolean isHere(Seat seat, UUID browser) {
        return participants.seen(seat.meeting(), seat.me().id(), browser, clock.instant()) > 0;
    }

    /** Who takes part, whether they are in just now or not. */
    @Transactional(readOnly = true)
    public List<Participant> participants(VideoMeeting meeting) {
        return participants.of(meeting);
    }

    /**
     * To one other participant of the same meeting, in the window in which they were: in another one it would mean nothing.
     *
     * @param body at most 65,536 characters; false, and nothing is sent, when it is longer, the meeting is not under way or
     *     the other is none of it
     */
    public boolean send(Seat from, ParticipantId to, UUID toBrowser, String body) {
        var meeting = from.meeting();
        var known = participants.of(meeting).stream().anyMatch(one -> one.id().equals(to));
        if (!known || !meeting.isUnderWay() || body.length() > LONGEST) {
            return false;
        }
        signals.send(meeting, from.me().id(), to, toBrowser, body);
        live.changed(liveKey(to));
        return true;
    }

    /** What has been sent to that window since that number, in order. */
    @Transactional(readOnly = true)
    public List<Signal> signals(Seat seat, UUID browser, long after) {
        return signals.after(seat.meeting(), seat.me().id(), browser, after);
    }
}
