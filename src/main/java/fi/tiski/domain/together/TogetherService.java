package fi.tiski.domain.together;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.meetings.MeetingEnded;
import fi.tiski.domain.meetings.MeetingId;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.text.Plain;
import java.time.InstantSource;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looking together: one page at a time in a meeting. Every change is announced under {@link #liveKey}; a page that is not of
 * the meeting is a {@link NoSuchElementException}, as ids come from our own screens.
 */
@Service
@Transactional
public class TogetherService {

    /** As much as a person reads at one sitting. */
    public static final int LONGEST = 4000;

    private final SharedPages pages;
    private final CasesService cases;
    private final Live live;
    private final InstantSource clock;

    TogetherService(SharedPages pages, CasesService cases, Live live, InstantSource clock) {
        this.pages = pages;
        this.cases = cases;
        this.live = live;
        this.clock = clock;
    }

    /** Announced with every letter, so nothing else hangs on it. */
    public static LiveKey liveKey(MeetingId meeting) {
        return LiveKey.of("together", meeting.value());
    }

    /**
     * Opens a page in a meeting that is on.
     *
     * @param section which section of a form; empty for every other kind
     * @param press idempotency key: the same press again finds the same page
     */
    public Opening open(VideoMeeting meeting, PageKind kind, Optional<FormSection> section, UUID press, AgentId agent) {
        if (meeting.state() != MeetingState.LIVE) {
            return new Opening.NotMeeting();
        }
        if (pages.insert(meeting, kind, section, press, agent, clock.instant())) {
            changed(meeting);
        }
        return pages.byPress(meeting.organisation(), press)
                .<Opening>map(page -> new Opening.Opened(page.forTheAgent()))
                .orElseGet(() -> agentsPage(meeting)
                        .filter(SharedPage::isOpen)
                        .<Opening>map(Opening.AnotherIsOpen::new)
                        .orElseGet(Opening.NotMeeting::new));
    }

    /** The page that is open, or the last one that was, with what the customer keeps to themselves. */
    @Transactional(readOnly = true)
    public Optional<SharedPage> customersPage(VideoMeeting meeting) {
        return pages.latest(meeting.organisation(), meeting.id());
    }

    /** As {@link #customersPage}, without the words that the customer keeps to themselves. */
    @Transactional(readOnly = true)
    public Optional<SharedPage> agentsPage(VideoMeeting meeting) {
        return customersPage(meeting).map(SharedPage::forTheAgent);
    }

    /**
     * Writes in one place of an open page, in place of what stood there.
     *
     * @param words as much of them as can be read; no more than {@link #LONGEST} characters are kept
     * @param base the revision of what the writer saw there ({@link Written#revision})
     */
    public Writing write(VideoMeeting meeting, SharedPageId id, String place, String words, long base, Writer by) {
        return change(meeting, id, place, base, by, stood -> {
            var written = shortened(words);
            return new Written(stood.place(), written, by, stood.isPrivate(), !written.isEmpty(), stood.revision());
        });
    }

    /** The customer keeps a place to themselves, or shows it to the agent after all. Only where they may write. */
    public Writing keepPrivate(VideoMeeting meeting, SharedPageId id, String place, boolean isPrivate) {
        var page = lock(meeting, id);
        var base = page.written().stream()
                .filter(one -> one.place().tag().equals(place))
                .findFirst()
                .map(Written::revision)
                .orElse(0L);
        return change(
                meeting,
                id,
                place,
                base,
                Writer.CUSTOMER,
                stood -> new Written(
                        stood.place(), stood.words(), Writer.CUSTOMER, isPrivate, stood.isFilled(), stood.revision()));
    }

    private Writing change(
            VideoMeeting meeting, SharedPageId id, String tag, long base, Writer by, Function<Written, Written> act) {
        var page = lock(meeting, id);
        if (!page.isOpen()) {
            return new Writing.Ended(page.state());
        }
        var stood = page.written().stream()
                .filter(one -> one.place().tag().equals(tag))
                .findFirst()
                .orElseThrow();
        var mayWrite = by == Writer.AGENT ? !stood.isPrivate() : stood.place().isCustomers();
        if (!mayWrite) {
            return new Writing.NotYours();
        }
        if (stood.revision() != base) {
            return new Writing.Crossed(stood);
        }
        var now = act.apply(stood);
        var next =
                new Written(now.place(), now.words(), now.by(), now.isPrivate(), now.isFilled(), page.revision() + 1);
        pages.write(meeting.organisation(), id, next);
        changed(meeting);
        return new Writing.Done(next);
    }

    /**
     * The customer approves what they see, and it becomes an entry of the case. Only they can: an agent who approves is a
     * programming error.
     *
     * @param seen the revision that stood on their screen when they pressed
     */
    public Approving approve(VideoMeeting meeting, SharedPageId id, long seen, By.TheCustomer by, Wording wording) {
        var page = lock(meeting, id);
        if (page.state() == SharedPageState.APPROVED) {
            return new Approving.Approved();
        }
        if (!page.isOpen()) {
            return new Approving.Ended(page.state());
        }
        if (page.revision() != seen) {
            return new Approving.Changed(page);
        }
        if (!page.canBeApproved()) {
            return new Approving.Nothing();
        }
        var agreed = wording.of(page.forTheAgent().written());
        cases.add(
                meeting.organisation(),
                meeting.caseId(),
                by,
                EntryKind.AGREED_TOGETHER,
                Map.of("how", page.kind().tag()),
                Optional.of(agreed));
        end(meeting, page, SharedPageState.APPROVED);
        return new Approving.Approved();
    }

    /** The customer says that something is not right; the agent sees it until something is changed. */
    public void doubt(VideoMeeting meeting, SharedPageId id) {
        if (lock(meeting, id).isOpen()) {
            pages.doubted(meeting.organisation(), id, clock.instant());
            changed(meeting);
        }
    }

    /** The agent closes it without approval. Whether it was open. */
    public boolean withdraw(VideoMeeting meeting, SharedPageId id) {
        var page = lock(meeting, id);
        if (page.isOpen()) {
            end(meeting, page, SharedPageState.WITHDRAWN);
        }
        return page.isOpen();
    }

    /** Nothing of what was not agreed on outlives the meeting. */
    @EventListener
    void meetingEnded(MeetingEnded ended) {
        var meeting = ended.meeting();
        customersPage(meeting)
                .map(page -> lock(meeting, page.id()))
                .filter(SharedPage::isOpen)
                .ifPresent(page -> end(meeting, page, SharedPageState.OVER));
    }

    private void end(VideoMeeting meeting, SharedPage page, SharedPageState how) {
        pages.ended(meeting.organisation(), page.id(), how, clock.instant());
        changed(meeting);
    }

    private SharedPage lock(VideoMeeting meeting, SharedPageId id) {
        return pages.lock(meeting.organisation(), id)
                .filter(page -> page.meeting().equals(meeting.id()))
                .orElseThrow();
    }

    private void changed(VideoMeeting meeting) {
        live.changed(liveKey(meeting.id()));
    }

    private static String shortened(String words) {
        var readable = Plain.lines(words);
        return Plain.length(readable) <= LONGEST
                ? readable
                : readable.substring(0, readable.offsetByCodePoints(0, LONGEST));
    }
}
