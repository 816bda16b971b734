package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that kiosks give by themselves while the line is away: each has some of its own, which nobody else ever gives,
 * and what it gave is made into tickets when the line is back, each press once.
 */
@Service
@Transactional
public class OfflineNumbersService {

    private static final By AT_KIOSK = new By.TheCustomer(Channel.KIOSK);

    /** Nothing is known of who pressed. They are asked at the counter. */
    private static final Language UNKNOWN = Language.FI;

    private final OfflineRanges ranges;
    private final DayNumbers numbers;
    private final Tickets tickets;
    private final TicketEntries entries;
    private final CasesService cases;
    private final PointsService points;
    private final InstantSource clock;

    OfflineNumbersService(
            OfflineRanges ranges,
            DayNumbers numbers,
            Tickets tickets,
            TicketEntries entries,
            CasesService cases,
            PointsService points,
            InstantSource clock) {
        this.ranges = ranges;
        this.numbers = numbers;
        this.tickets = tickets;
        this.entries = entries;
        this.cases = cases;
        this.points = points;
        this.clock = clock;
    }

    /** The kiosks of the point may give numbers while the line is away. */
    public void allow(OrganisationId organisation, PointId point, AgentId by) {
        ranges.allow(organisation, point, by, clock.instant());
    }

    /** They may not any more. What they have given is still made into tickets. */
    public void forbid(OrganisationId organisation, PointId point) {
        ranges.forbid(organisation, point);
    }

    /** The points whose kiosks may. */
    @Transactional(readOnly = true)
    public Set<PointId> allowed(OrganisationId organisation) {
        return ranges.allowed(organisation);
    }

    /** The numbers that the kiosk may give today by itself; empty where its point does not allow it. */
    public Optional<OfflineRange> rangeOf(Kiosk kiosk) {
        if (!ranges.isAllowed(kiosk.organisation(), kiosk.point())) {
            return Optional.empty();
        }
        var day = point(kiosk).dayOf(clock.instant());
        return ranges.of(kiosk, day).or(() -> {
            // Nobody is given a number of today's while it is decided which are the kiosk's.
            numbers.lock(kiosk.organisation(), kiosk.point(), day);
            return ranges.of(kiosk, day)
                    .or(() -> Optional.of(
                            ranges.reserve(kiosk, day, numbers.last(kiosk.organisation(), kiosk.point(), day))));
        });
    }

    /**
     * Makes the numbers that the kiosk gave into tickets, all of them or, when something fails, none; told again, nothing is
     * made twice. Whoever took one earlier is before others in the line as if the line had never been away.
     */
    public Reconciled keep(Kiosk kiosk, List<OfflinePress> presses) {
        var point = point(kiosk);
        var now = clock.instant();
        var kept = new ArrayList<UUID>();
        var refused = new ArrayList<UUID>();
        // Day after day, so that two who tell the same at once wait for each other and never for ever.
        presses.stream()
                .sorted(Comparator.comparing(OfflinePress::at).thenComparing(OfflinePress::number))
                .forEach(press -> (isKept(kiosk, point, press, now) ? kept : refused).add(press.press()));
        return new Reconciled(kept, refused);
    }

    private boolean isKept(Kiosk kiosk, ServicePoint point, OfflinePress press, Instant now) {
        // A kiosk's clock may be ahead; nobody waits since later than now.
        var at = press.at().isAfter(now) ? now : press.at();
        var day = point.dayOf(at);
        numbers.lock(kiosk.organisation(), point.id(), day);
        if (tickets.byPress(kiosk.organisation(), press.press()).isPresent()) {
            return true;
        }
        var isItsOwn = ranges.of(kiosk, day)
                .filter(range -> range.first() <= press.number() && press.number() <= range.last())
                .isPresent();
        var since = numbers.since(kiosk.organisation(), point.id(), now);
        endWhatIsOver(kiosk, press.number(), since, now);
        if (!isItsOwn
                || numbers.isGiven(kiosk.organisation(), point.id(), day, press.number())
                || !at.isBefore(since) && numbers.isLive(kiosk.organisation(), point.id(), press.number())) {
            return false;
        }
        var its = cases.open(kiosk.organisation(), UNKNOWN, AT_KIOSK, Optional.of(point.id()));
        var ended = at.isBefore(since) ? Optional.of(now) : Optional.<Instant>empty();
        var ticket = tickets.insertOffline(kiosk, day, press, its.id(), at, ended);
        entries.add(ticket, AT_KIOSK, EntryKind.TICKET_TAKEN);
        if (ended.isPresent()) {
            entries.add(ticket, new By.TheSystem(), EntryKind.TICKET_LEFT);
        }
        return true;
    }

    /** Nobody waits any longer with this number from days ago, though it was never said. */
    private void endWhatIsOver(Kiosk kiosk, int number, Instant since, Instant now) {
        tickets.waitingWith(kiosk.organisation(), kiosk.point(), number)
                .filter(old -> old.takenAt().isBefore(since))
                .ifPresent(old -> entries.add(
                        tickets.moved(old, TicketState.LEFT, now), new By.TheSystem(), EntryKind.TICKET_LEFT));
    }

    private ServicePoint point(Kiosk kiosk) {
        return points.point(kiosk.organisation(), kiosk.point())
                .orElseThrow(() -> new NoSuchElementException("No such point"));
    }
}
