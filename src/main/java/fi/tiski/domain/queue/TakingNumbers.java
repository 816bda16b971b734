package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.text.Language;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives somebody the next number of the day, and keeps what they were told of their wait. */
@Component
class TakingNumbers {

    private final Tickets tickets;
    private final DayNumbers numbers;
    private final Places places;
    private final Promises promises;
    private final TicketEntries entries;
    private final CasesService cases;
    private final PointsService points;
    private final InstantSource clock;

    TakingNumbers(
            Tickets tickets,
            DayNumbers numbers,
            Places places,
            Promises promises,
            TicketEntries entries,
            CasesService cases,
            PointsService points,
            InstantSource clock) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.places = places;
        this.promises = promises;
        this.entries = entries;
        this.cases = cases;
        this.points = points;
        this.clock = clock;
    }

    Take take(ServicePoint point, UUID press, Language language, By by, Optional<CaseId> continued) {
        var organisation = point.organisation();
        var now = clock.instant();
        var day = point.dayOf(now);
        numbers.lock(organisation, point.id(), day);
        var before = tickets.byPress(organisation, press);
        if (before.isPresent()) {
            return new Take.Taken(before.get());
        }
        var kept = continued
                .flatMap(its -> tickets.ofCase(organisation, its))
                .filter(ticket -> ticket.state().live() && ticket.point().equals(point.id()));
        if (kept.isPresent()) {
            return new Take.Taken(kept.get());
        }
        if (points.doorsAt(point, now) instanceof Doors.Closed closed) {
            return new Take.PointClosed(closed);
        }
        var caseId = continued.orElseGet(() ->
                cases.open(organisation, language, by, Optional.of(point.id())).id());
        var number = numbers.next(organisation, point.id(), day);
        var ticket = tickets.insert(organisation, point.id(), day, number, caseId, press, now);
        // What is said now about the wait is kept, to be held against what happens.
        var place = places.of(ticket);
        place.expected().ifPresent(wait -> promises.make(ticket, place.ahead(), wait));
        entries.add(ticket, by, EntryKind.TICKET_TAKEN);
        return new Take.Taken(ticket);
    }
}
