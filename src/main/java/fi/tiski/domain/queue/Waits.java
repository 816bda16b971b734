package fi.tiski.domain.queue;

import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.Duty;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.domain.staffing.Standing;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what the simulation of a line needs to know, and runs it. */
@Component
class Waits {

    /** What serving somebody takes whose topic nobody knows, before anybody has been served. */
    private static final Duration USUAL = Duration.ofMinutes(8);

    /** Somebody whose shift began so lately is on their way to a counter. */
    private static final Duration ON_THEIR_WAY = Duration.ofMinutes(15);

    /** How far ahead shifts are looked at. */
    private static final Duration AHEAD = Duration.ofHours(10);

    private static final Duration WRAP_UP = Duration.ofMinutes(2);

    private final ServedLately served;
    private final Tickets tickets;
    private final Lines lines;
    private final CasesService cases;
    private final TopicsService topics;
    private final StaffingService staffing;
    private final InstantSource clock;

    Waits(
            ServedLately served,
            Tickets tickets,
            Lines lines,
            CasesService cases,
            TopicsService topics,
            StaffingService staffing,
            InstantSource clock) {
        this.served = served;
        this.tickets = tickets;
        this.lines = lines;
        this.cases = cases;
        this.topics = topics;
        this.staffing = staffing;
        this.clock = clock;
    }

    /** For everybody who waits at the point, and for whoever comes now. */
    Simulation.Forecast at(OrganisationId organisation, PointId point) {
        var now = clock.instant();
        var duties = present(organisation, point, now);
        if (duties.isEmpty()) {
            return new Simulation.Forecast(Map.of(), Simulation.Outlook.NOBODY_SERVES);
        }
        var since = lines.since(organisation, point, now);
        var line = lines.read(organisation, point, since);
        var waiting = line.stream().map(Lines.Waits::ticket).toList();
        var atCounters = tickets.atCounters(organisation, point, since);
        var agents = duties.stream().map(Duty::agent).collect(Collectors.toUnmodifiableSet());
        var meetings = lines.meetings(organisation, point, agents, now);
        var theirs = cases.all(
                organisation,
                Stream.concat(waiting.stream(), atCounters.stream())
                        .map(Ticket::caseId)
                        .distinct()
                        .toList());
        var takes = new Takes(organisation, point, theirs);
        var byId = waiting.stream().collect(Collectors.toMap(Ticket::id, ticket -> takes.of(ticket)));
        var scene = new Simulation.Scene(
                now,
                duties.stream()
                        .map(duty -> server(duty, atCounters, meetings, takes, now))
                        .toList(),
                line.stream()
                        .map(one -> new Simulation.Person(
                                one.number(),
                                byId.getOrDefault(one.number().id(), takes.anybody()),
                                one.only().stream().filter(agents::contains).collect(Collectors.toSet())))
                        .toList(),
                meetings.stream().filter(one -> !one.underWay()).toList(),
                takes.anybody());
        return Simulation.forecast(scene);
    }

    /**
     * Who serves, now or later. As soon as anybody stands at a counter, those who have been on shift for a while and do
     * not are not counted on; nor is who said that they are away.
     */
    private List<Duty> present(OrganisationId organisation, PointId point, Instant now) {
        var standing = staffing.standingAt(organisation, point).stream()
                .map(Standing::agent)
                .collect(Collectors.toSet());
        return staffing.dutiesHere(organisation, point, Span.of(now, AHEAD)).stream()
                .filter(duty -> duty.availability() != Availability.AWAY)
                .filter(duty -> standing.isEmpty()
                        || standing.contains(duty.agent())
                        || duty.shift().from().isAfter(now.minus(ON_THEIR_WAY)))
                .toList();
    }

    private static Simulation.Server server(
            Duty duty, List<Ticket> atCounters, List<Meeting> meetings, Takes takes, Instant now) {
        var with = atCounters.stream()
                .filter(ticket -> ticket.agent().equals(Optional.of(duty.agent())))
                .findFirst()
                .map(ticket -> new Simulation.Busy(
                        takes.of(ticket), elapsed(ticket.calledAt().orElse(now), now)))
                .or(() -> meetings.stream()
                        .filter(one -> one.underWay() && one.agent().equals(duty.agent()))
                        .findFirst()
                        .map(one -> new Simulation.Busy(
                                ServiceTimes.planned(one.during().length(), Simulation.MEETING_SPREAD),
                                elapsed(one.during().from(), now))));
        var freeFrom =
                duty.availability() == Availability.WRAP_UP ? duty.since().plus(WRAP_UP) : now;
        return new Simulation.Server(
                duty.agent(),
                duty.shift(),
                duty.breaks().stream().filter(rest -> rest.until().isAfter(now)).toList(),
                freeFrom.isAfter(now) ? freeFrom : now,
                with);
    }

    private static Duration elapsed(Instant from, Instant now) {
        return from.isAfter(now) ? Duration.ZERO : Duration.between(from, now);
    }

    /** How long serving takes, by what has been seen lately: of the topic at the point, of the point, of the topic. */
    private final class Takes {

        private final OrganisationId organisation;
        private final Map<CaseId, Case> theirs;
        private final List<ServedLately.Served> here;
        private final Map<Optional<TopicId>, ServiceTimes> known = new HashMap<>();

        Takes(OrganisationId organisation, PointId point, Map<CaseId, Case> theirs) {
            this.organisation = organisation;
            this.theirs = theirs;
            here = served.at(organisation, point);
        }

        ServiceTimes of(Ticket ticket) {
            return of(Optional.ofNullable(theirs.get(ticket.caseId())).flatMap(Case::topic));
        }

        ServiceTimes anybody() {
            return of(Optional.empty());
        }

        private ServiceTimes of(Optional<TopicId> topic) {
            return known.computeIfAbsent(topic, this::estimate);
        }

        private ServiceTimes estimate(Optional<TopicId> topic) {
            var planned = topic.flatMap(id -> topics.topic(organisation, id))
                    .flatMap(its -> its.duration(MeetingMode.IN_PERSON))
                    .orElse(USUAL);
            return ServiceTimes.lately(
                    planned,
                    here.stream().map(ServedLately.Served::length).toList(),
                    topic.stream()
                            .flatMap(its -> here.stream()
                                    .filter(one -> one.topic().equals(topic))
                                    .map(ServedLately.Served::length))
                            .toList(),
                    () -> topic.map(its -> served.of(organisation, its)).orElse(List.of()));
        }
    }
}
