package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.platform.live.Live;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happens to a number stands on its case, and is announced at its point. */
@Component
class TicketEntries {

    private final CasesService cases;
    private final Live live;

    TicketEntries(CasesService cases, Live live) {
        this.cases = cases;
        this.live = live;
    }

    void add(Ticket ticket, By by, EntryKind kind) {
        add(ticket, by, kind, Map.of());
    }

    /** @param besides what is told beside the number and its counter */
    void add(Ticket ticket, By by, EntryKind kind, Map<String, String> besides) {
        var facts = facts(ticket);
        facts.putAll(besides);
        cases.add(ticket.organisation(), ticket.caseId(), by, kind, facts, Optional.empty());
        announce(ticket);
    }

    /** For a change whose entry is another module's. */
    void announce(Ticket ticket) {
        live.changed(QueueService.liveKey(ticket.point()));
    }

    static Map<String, String> facts(Ticket ticket) {
        var facts = new HashMap<String, String>();
        facts.put("number", Integer.toString(ticket.number()));
        ticket.counterLabel().ifPresent(counter -> facts.put("counter", counter));
        return facts;
    }
}
