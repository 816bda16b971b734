package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.staffing.Beginning;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.time.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who asked to be called, whoever is free calls. Every change is announced under the organisation's
 * {@link #liveKey} and stands on the case.
 */
@Service
@Transactional
public class CallBacksService {

    private final CallBacks callBacks;
    private final AgentTurns turns;
    private final CasesService cases;
    private final StaffingService staffing;
    private final Live live;
    private final InstantSource clock;

    CallBacksService(
            CallBacks callBacks,
            AgentTurns turns,
            CasesService cases,
            StaffingService staffing,
            Live live,
            InstantSource clock) {
        this.callBacks = callBacks;
        this.turns = turns;
        this.cases = cases;
        this.staffing = staffing;
        this.live = live;
        this.clock = clock;
    }

    public static LiveKey liveKey(OrganisationId organisation) {
        return LiveKey.of("call-backs", organisation.value());
    }

    /**
     * Promises a call on a case whose customer has given a number. A case has one call promised at a time: who asks for
     * another time has the call moved there, unless it is being made just now.
     *
     * @param press idempotency key: the same press again finds the same call back
     */
    public CallBack ask(OrganisationId organisation, CaseId its, UUID press, Span promised, By by) {
        var made = callBacks.insert(organisation, its, press, promised, clock.instant());
        if (made.isPresent()) {
            tellPromise(made.get(), by);
            return made.get();
        }
        var live = callBacks.lockLive(organisation, its);
        if (live.isEmpty()) {
            // Asked for with this press before, and over since: this is a new wish.
            var next = callBacks
                    .byPress(organisation, press)
                    .map(CallBacksService::pressAfter)
                    .orElse(press);
            return ask(organisation, its, next, promised, by);
        }
        if (live.get().state() != CallBackState.WAITING || live.get().promised().equals(promised)) {
            return live.get();
        }
        var moved = callBacks.promise(live.get(), promised);
        tellPromise(moved, by);
        return moved;
    }

    private static UUID pressAfter(CallBack over) {
        return UUID.nameUUIDFromBytes(("after " + over.id().value()).getBytes(StandardCharsets.UTF_8));
    }

    private void tellPromise(CallBack asked, By by) {
        tell(
                asked,
                by,
                EntryKind.CALL_BACK_ASKED,
                Map.of(
                        "from", asked.promised().from().toString(),
                        "until", asked.promised().until().toString()));
    }

    /** The agent calls now; nobody does on their own break. */
    public CallBackChange call(OrganisationId organisation, CallBackId id, AgentId agent) {
        turns.take(organisation, agent);
        var current = callBacks.with(organisation, agent);
        if (current.isPresent()) {
            return new CallBackChange.StillWith(current.get());
        }
        var callBack = callBacks.lock(organisation, id);
        if (callBack.state() != CallBackState.WAITING) {
            return new CallBackChange.NotFrom(callBack.state());
        }
        if (staffing.begin(organisation, agent) instanceof Beginning.OnBreak(var until)) {
            return new CallBackChange.OnBreak(until);
        }
        var by = new By.AnAgent(agent);
        var calling = callBacks.calling(callBack, agent, clock.instant());
        tell(calling, by, EntryKind.CALL_BACK_CALLING, Map.of());
        cases.takeUp(organisation, callBack.caseId(), by);
        return new CallBackChange.Changed(calling);
    }

    /** They have spoken, and the agent has time to write down what was said. */
    public CallBackChange done(OrganisationId organisation, CallBackId id, By by) {
        var change = move(organisation, id, CallBackState.CALLING, CallBackState.DONE, Optional.empty(), by);
        if (change instanceof CallBackChange.Changed && by instanceof By.AnAgent(var agent)) {
            staffing.wrapUp(organisation, agent);
        }
        return change;
    }

    /** Nobody answered: back to waiting, to be tried again after {@code pause}. */
    public CallBackChange tryLater(OrganisationId organisation, CallBackId id, By by, Duration pause) {
        var change = move(
                organisation,
                id,
                CallBackState.CALLING,
                CallBackState.WAITING,
                Optional.of(EntryKind.CALL_BACK_LATER),
                by);
        if (change instanceof CallBackChange.Changed(var callBack)) {
            callBacks.postpone(callBack, clock.instant().plus(pause));
            cases.putDown(organisation, callBack.caseId());
        }
        return change;
    }

    /** Nobody answered, and it is not tried again. */
    public CallBackChange notReached(OrganisationId organisation, CallBackId id, By by) {
        var change = move(
                organisation,
                id,
                CallBackState.CALLING,
                CallBackState.NOT_REACHED,
                Optional.of(EntryKind.CALL_BACK_NOT_REACHED),
                by);
        if (change instanceof CallBackChange.Changed(var callBack)) {
            cases.putDown(organisation, callBack.caseId());
        }
        return change;
    }

    /** The customer does not want the call any more. */
    public CallBackChange cancel(OrganisationId organisation, CallBackId id, By by) {
        return move(
                organisation,
                id,
                CallBackState.WAITING,
                CallBackState.CANCELLED,
                Optional.of(EntryKind.CALL_BACK_CANCELLED),
                by);
    }

    /** Who waits for a call, whose time comes first. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("call-backs")
    public List<CallBack> waiting(OrganisationId organisation) {
        return callBacks.waiting(organisation);
    }

    /** Whom each agent of the organisation is calling now; who calls nobody is not in it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("call-backs")
    public Map<AgentId, CallBack> withEach(OrganisationId organisation) {
        return callBacks.withAgents(organisation).stream()
                .collect(Collectors.toUnmodifiableMap(call -> call.agent().orElseThrow(), Function.identity()));
    }

    /** The latest call back of a case; empty when none was asked for. */
    @Transactional(readOnly = true)
    public Optional<CallBack> ofCase(OrganisationId organisation, CaseId its) {
        return callBacks.ofCase(organisation, its);
    }

    private CallBackChange move(
            OrganisationId organisation,
            CallBackId id,
            CallBackState from,
            CallBackState to,
            Optional<EntryKind> entry,
            By by) {
        var callBack = callBacks.lock(organisation, id);
        if (callBack.state() != from) {
            return new CallBackChange.NotFrom(callBack.state());
        }
        var moved = callBacks.moved(callBack, to, clock.instant());
        entry.ifPresentOrElse(kind -> tell(moved, by, kind, Map.of()), () -> live.changed(liveKey(organisation)));
        return new CallBackChange.Changed(moved);
    }

    private void tell(CallBack callBack, By by, EntryKind kind, Map<String, String> facts) {
        cases.add(callBack.organisation(), callBack.caseId(), by, kind, facts, Optional.empty());
        live.changed(liveKey(callBack.organisation()));
    }
}
