package fi.tiski.domain.handovers;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passing cases on. Every change stands on the case, and is announced under the organisation's {@link #liveKey} and under
 * the case's own.
 */
@Service
@Transactional
public class HandoversService {

    private final Handovers handovers;
    private final CasesService cases;
    private final Live live;
    private final InstantSource clock;
    private final Duration patience;

    HandoversService(
            Handovers handovers,
            CasesService cases,
            Live live,
            InstantSource clock,
            @Value("${tiski.handover-patience:15m}") Duration patience) {
        this.handovers = handovers;
        this.cases = cases;
        this.live = live;
        this.clock = clock;
        this.patience = patience;
    }

    public static LiveKey liveKey(OrganisationId organisation) {
        return LiveKey.of("handovers", organisation.value());
    }

    /** What a card of this case begins with. */
    @Transactional(readOnly = true)
    public Draft draft(OrganisationId organisation, CaseId its) {
        return Draft.from(cases.file(organisation, its).entries());
    }

    /**
     * Hands the case over. Who is waited for alone, a person, is waited for as long as {@code tiski.handover-patience}
     * says (15 minutes); then whoever serves the case's topic may take it too.
     *
     * @param press idempotency key: the same press again finds the same handover
     */
    public HandingOver handOver(
            OrganisationId organisation, CaseId its, AgentId from, Receiver to, Card card, UUID press) {
        var before = handovers.byPress(organisation, press);
        if (before.isPresent()) {
            return new HandingOver.Offered(before.get());
        }
        if (!handovers.anybodyFits(organisation, from, to)) {
            return new HandingOver.NobodyFits();
        }
        var now = clock.instant();
        var id = HandoverId.next();
        if (!handovers.insert(organisation, id, its, from, to, press, now, now.plus(patience))) {
            // A double press waited for its other half, and finds what that one made.
            return handovers
                    .byPress(organisation, press)
                    .<HandingOver>map(HandingOver.Offered::new)
                    .or(() -> handovers.openOf(organisation, its).map(HandingOver.OnItsWay::new))
                    .orElseThrow();
        }
        handovers.insert(organisation, id, card);
        tell(organisation, its, from, EntryKind.HANDED_OVER, facts(to), Optional.empty());
        return new HandingOver.Offered(handovers.get(organisation, id));
    }

    /** The receiver has read the card and the case, and goes on with it; the customer can see that they have. */
    public HandoverChange accept(OrganisationId organisation, HandoverId id, AgentId agent) {
        var now = clock.instant();
        var handover = handovers.lock(organisation, id);
        if (handover.state() == HandoverState.ACCEPTED && handover.takenBy().equals(Optional.of(agent))) {
            return new HandoverChange.Changed(handover);
        }
        if (!handovers.legal(handover.state(), HandoverState.ACCEPTED)) {
            return new HandoverChange.NotFrom(handover.state());
        }
        if (!handovers.fits(organisation, id, agent, now)) {
            return new HandoverChange.NotTheirs();
        }
        handovers.accepted(handover, agent, now);
        cases.read(organisation, handover.caseId(), agent);
        tell(organisation, handover.caseId(), agent, EntryKind.HANDOVER_READ, Map.of(), Optional.empty());
        return new HandoverChange.Changed(handovers.get(organisation, id));
    }

    /** It is not theirs to settle: back to who gave it, with the reason. */
    public HandoverChange handBack(OrganisationId organisation, HandoverId id, AgentId agent, String reason) {
        var now = clock.instant();
        var handover = handovers.lock(organisation, id);
        if (!handovers.legal(handover.state(), HandoverState.RETURNED)) {
            return new HandoverChange.NotFrom(handover.state());
        }
        var theirs =
                handover.takenBy().map(agent::equals).orElseGet(() -> handovers.fits(organisation, id, agent, now));
        if (!theirs) {
            return new HandoverChange.NotTheirs();
        }
        handovers.ended(handover, HandoverState.RETURNED, now);
        tell(
                organisation,
                handover.caseId(),
                agent,
                EntryKind.HANDOVER_RETURNED,
                Map.of(),
                Optional.of(reason.strip()).filter(words -> !words.isEmpty()));
        return new HandoverChange.Changed(handovers.get(organisation, id));
    }

    /** The giver keeps the case after all. */
    public HandoverChange withdraw(OrganisationId organisation, HandoverId id, AgentId agent) {
        var handover = handovers.lock(organisation, id);
        if (!handovers.legal(handover.state(), HandoverState.WITHDRAWN)) {
            return new HandoverChange.NotFrom(handover.state());
        }
        if (!handover.from().equals(agent)) {
            return new HandoverChange.NotTheirs();
        }
        handovers.ended(handover, HandoverState.WITHDRAWN, clock.instant());
        tell(organisation, handover.caseId(), agent, EntryKind.HANDOVER_WITHDRAWN, Map.of(), Optional.empty());
        return new HandoverChange.Changed(handovers.get(organisation, id));
    }

    /** The handovers of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Handover> ofCase(OrganisationId organisation, CaseId its) {
        return handovers.ofCase(organisation, its);
    }

    /** What waits for this agent: handed to them, to a skill of theirs or to a topic they serve; the oldest first. */
    @Transactional(readOnly = true)
    @UntilChanged("handovers")
    public List<Handover> offeredTo(OrganisationId organisation, AgentId agent) {
        return handovers.offeredTo(organisation, agent, clock.instant());
    }

    /** Whether any handover waits for somebody to take it. */
    @Transactional(readOnly = true)
    @UntilChanged("handovers")
    public boolean anyOffered(OrganisationId organisation) {
        return handovers.anyOffered(organisation);
    }

    /** What each agent gave and was handed back, and has not passed on since; of open cases, the oldest first. */
    @Transactional(readOnly = true)
    @UntilChanged({"handovers", CasesService.MOVED})
    public Map<AgentId, List<Handover>> returnedToEach(OrganisationId organisation) {
        return handovers.returned(organisation).stream().collect(Collectors.groupingBy(Handover::from));
    }

    /** What each agent has taken and not handed back or on since; of cases that are not closed, the oldest first. */
    @Transactional(readOnly = true)
    @UntilChanged({"handovers", CasesService.MOVED})
    public Map<AgentId, List<Handover>> takenByEach(OrganisationId organisation) {
        return handovers.taken(organisation).stream()
                .collect(Collectors.groupingBy(one -> one.takenBy().orElseThrow()));
    }

    @Transactional(readOnly = true)
    public Effort effort(OrganisationId organisation, CaseId its) {
        return handovers.effort(organisation, its);
    }

    /** Tags of skills and languages that some colleague of the agent has. */
    @Transactional(readOnly = true)
    public SortedSet<String> skills(OrganisationId organisation, AgentId agent) {
        return handovers.skills(organisation, agent);
    }

    private void tell(
            OrganisationId organisation,
            CaseId its,
            AgentId agent,
            EntryKind kind,
            Map<String, String> facts,
            Optional<String> words) {
        cases.add(organisation, its, new By.AnAgent(agent), kind, facts, words);
        live.changed(liveKey(organisation));
    }

    private static Map<String, String> facts(Receiver to) {
        return switch (to) {
            case Receiver.APerson(var agent) -> Map.of("to-agent", agent.value().toString());
            case Receiver.ASkill(var tag) -> Map.of("to-skill", tag);
            case Receiver.ATopic(var topic) -> Map.of("topic", topic.value().toString());
        };
    }
}
