package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseFile;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.PresenceService;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.offers.OffersService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.FairOrder;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.Transfer;
import fi.tiski.domain.queue.Undo;
import fi.tiski.domain.staffing.AgentState;
import fi.tiski.domain.staffing.Shift;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Words;
import fi.tiski.surface.record.EntrySentence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the desk shows, read from the services: each reading is whole, so a screen can be read again at any time. */
@Component
class DeskReadings {

    /** How long before its time an appointment stands among those who wait. */
    private static final Duration AHEAD = Duration.ofMinutes(30);

    /** How long somebody who has not come may still come. */
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private static final ZoneId WITHOUT_POINTS = ZoneId.of("Europe/Helsinki");

    private final CasesService cases;
    private final QueueService queue;
    private final CallBacksService callBacks;
    private final AppointmentsService appointments;
    private final StaffingService staffing;
    private final PointsService points;
    private final TopicsService topics;
    private final HandoversService handovers;
    private final PresenceService presence;
    private final Receivers receivers;
    private final OffersService offers;
    private final VideoDesk video;
    private final InstantSource clock;

    DeskReadings(
            CasesService cases,
            QueueService queue,
            CallBacksService callBacks,
            AppointmentsService appointments,
            StaffingService staffing,
            PointsService points,
            TopicsService topics,
            HandoversService handovers,
            PresenceService presence,
            Receivers receivers,
            OffersService offers,
            VideoDesk video,
            InstantSource clock) {
        this.cases = cases;
        this.queue = queue;
        this.callBacks = callBacks;
        this.appointments = appointments;
        this.staffing = staffing;
        this.points = points;
        this.topics = topics;
        this.handovers = handovers;
        this.presence = presence;
        this.receivers = receivers;
        this.offers = offers;
        this.video = video;
        this.clock = clock;
    }

    /** A counter and the point it is at. */
    record Place(Counter counter, ServicePoint point) {}

    Post post(Agent agent) {
        var organisation = agent.organisation();
        var counter = staffing.counterOf(organisation, agent.id());
        var point = counter.map(Counter::point)
                .or(() -> staffing.shiftAt(organisation, agent.id(), minute()).flatMap(Shift::point))
                .flatMap(id -> points.point(organisation, id));
        return new Post(agent, counter, point, point.map(ServicePoint::zone).orElseGet(() -> zone(organisation)));
    }

    private ZoneId zone(OrganisationId organisation) {
        return points.points(organisation).stream()
                .findFirst()
                .map(ServicePoint::zone)
                .orElse(WITHOUT_POINTS);
    }

    /** Every counter there is, point by point. */
    List<Place> places(OrganisationId organisation) {
        return points.points(organisation).stream()
                .flatMap(point ->
                        points.counters(organisation, point.id()).stream().map(counter -> new Place(counter, point)))
                .toList();
    }

    List<ServicePoint> points(OrganisationId organisation) {
        return points.points(organisation);
    }

    List<Topic> topics(OrganisationId organisation) {
        return topics.topics(organisation);
    }

    /** Whom the agent could serve next: numbers at their point, calls that were asked for, meetings that are due. */
    List<Waiting> waiting(Post post) {
        var organisation = post.organisation();
        var tickets = post.point()
                .map(point -> queue.waiting(organisation, point.id()))
                .orElse(List.of());
        var calls = callBacks.waiting(organisation);
        var byVideo = video.waiting(organisation);
        var due = due(post);
        var handed = Stream.concat(
                        handovers.offeredTo(organisation, post.me()).stream(),
                        handovers.returnedToEach(organisation).getOrDefault(post.me(), List.of()).stream())
                .toList();
        var ids = Stream.of(
                        tickets.stream().map(Ticket::caseId),
                        calls.stream().map(CallBack::caseId),
                        byVideo.stream().map(VideoMeeting::caseId),
                        handed.stream().map(Handover::caseId),
                        due.stream().flatMap(one -> one.caseId().stream()))
                .flatMap(Function.identity())
                .distinct()
                .toList();
        var theirs = cases.all(organisation, ids);
        var named = named(organisation, theirs);
        var all = new ArrayList<Waiting>();
        var told =
                queue.longestTold(organisation, tickets.stream().map(Ticket::id).toList());
        tickets.forEach(ticket -> Optional.ofNullable(theirs.get(ticket.caseId()))
                .ifPresent(its -> all.add(new Waiting.ByNumber(
                        ticket, its, topic(its, named), Optional.ofNullable(told.get(ticket.id()))))));
        calls.forEach(call -> Optional.ofNullable(theirs.get(call.caseId()))
                .ifPresent(its -> all.add(new Waiting.ByCall(call, its, topic(its, named)))));
        byVideo.forEach(one -> Optional.ofNullable(theirs.get(one.caseId()))
                .ifPresent(its -> all.add(new Waiting.ByVideo(one, its, topic(its, named), placeOf(one)))));
        handed.forEach(one -> Optional.ofNullable(theirs.get(one.caseId()))
                .ifPresent(its -> all.add(new Waiting.ByHandover(one, its, topic(its, named)))));
        due.forEach(one -> one.caseId()
                .flatMap(id -> Optional.ofNullable(theirs.get(id)))
                .ifPresent(its -> all.add(new Waiting.ByTime(one, its, topic(its, named), hasGone(one)))));
        return Waiting.inOrder(all);
    }

    /** Came to a meeting by video, and does not wait there any more. */
    private boolean hasGone(Appointment one) {
        return one.mode() == MeetingMode.VIDEO && one.state() == AppointmentState.ARRIVED && !video.isHere(one);
    }

    private Optional<String> placeOf(VideoMeeting meeting) {
        return meeting.point()
                .flatMap(there -> points.point(meeting.organisation(), there))
                .map(point -> point.name().in(Words.language()));
    }

    /** What the agent has been handed and goes on with. */
    List<Waiting.ByHandover> handedToMe(Post post) {
        var organisation = post.organisation();
        var taken = handovers.takenByEach(organisation).getOrDefault(post.me(), List.of());
        var theirs = cases.all(
                organisation, taken.stream().map(Handover::caseId).distinct().toList());
        var named = named(organisation, theirs);
        return taken.stream()
                .flatMap(one -> Optional.ofNullable(theirs.get(one.caseId())).stream()
                        .map(its -> new Waiting.ByHandover(one, its, topic(its, named))))
                .toList();
    }

    /** Who is next without a number, by the rule of the line; where no number waits, whoever's moment has come. */
    Optional<Waiting> nextDue(Post post, List<Waiting> waiting) {
        return switch (next(post)) {
            case FairOrder.Next.Number number -> Optional.empty();
            case FairOrder.Next.Meet(var meeting) ->
                waiting.stream()
                        .filter(one -> one instanceof Waiting.ByTime(var appointment, var its, var topic, var gone)
                                && appointment.id().value().equals(meeting.appointment()))
                        .findFirst();
            case FairOrder.Next.Nobody() ->
                waiting.stream().anyMatch(Waiting.ByNumber.class::isInstance)
                        ? Optional.empty()
                        : waiting.stream()
                                .filter(one -> !one.due().isAfter(clock.instant()))
                                .findFirst();
        };
    }

    private FairOrder.Next next(Post post) {
        return post.counter()
                .map(counter -> queue.nextForEach(post.organisation(), counter.point()))
                .map(each -> each.get(post.me()))
                .orElseGet(FairOrder.Next.Nobody::new);
    }

    /** The agent's own, and whoever has come for a colleague: to the point, or by video. */
    private List<Appointment> due(Post post) {
        var now = minute();
        return appointments.live(post.organisation(), new Span(now.minus(PATIENCE), now.plus(AHEAD))).stream()
                .filter(one -> one.state().ahead())
                .filter(one -> one.agent().equals(post.me())
                        || (one.state() == AppointmentState.ARRIVED && isWhere(one, post)))
                .toList();
    }

    private static boolean isWhere(Appointment one, Post post) {
        return one.mode() == MeetingMode.VIDEO
                || one.point().isPresent() && one.point().equals(post.point().map(ServicePoint::id));
    }

    /** Desks that ask in the same minute ask the same, and it is read once for all of them. */
    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** The case, with the reading recorded: somebody has opened it. */
    OpenCase open(Post post, CaseId id) {
        return around(cases.read(post.organisation(), id, post.me()), post);
    }

    /** The case that is open already, as it stands now. */
    OpenCase reread(Post post, CaseId id) {
        return around(cases.file(post.organisation(), id), post);
    }

    private OpenCase around(CaseFile file, Post post) {
        var its = file.now();
        var organisation = its.organisation();
        return new OpenCase(
                file,
                its.topic().flatMap(topic -> topics.topic(organisation, topic)),
                queue.ofCase(organisation, its.id()).filter(one -> one.state().live()),
                callBacks
                        .ofCase(organisation, its.id())
                        .filter(one -> one.state() == CallBackState.WAITING || one.state() == CallBackState.CALLING),
                appointments.ofCase(organisation, its.id()).stream()
                        .filter(one -> one.state() == AppointmentState.SERVING
                                || one.state().ahead())
                        .min(Comparator.comparing((Appointment one) -> one.state() != AppointmentState.SERVING)
                                .thenComparing(one -> one.during().from())),
                video.ofCase(organisation, its.id()),
                team(post, its.id()));
    }

    private Team team(Post post, CaseId its) {
        var organisation = post.organisation();
        var latest = handovers.ofCase(organisation, its).stream().findFirst();
        return new Team(
                latest,
                latest.map(it -> receivers.name(organisation, it.to(), Words.language()))
                        .orElse(""),
                handovers.offeredTo(organisation, post.me()).stream()
                        .anyMatch(it -> it.caseId().equals(its)),
                handovers.effort(organisation, its),
                presence.alsoHere(organisation, its, post.me()));
    }

    /** Who is brought before the agent just now. */
    Optional<fi.tiski.domain.offers.Offer> offer(Post post) {
        return offers.mine(post.organisation(), post.me());
    }

    /** The number whose last step the agent could take back. */
    Optional<Integer> undo(Post post) {
        return Optional.ofNullable(queue.undoableByEach(post.organisation()).get(post.me()))
                .map(Undo.Possible::number);
    }

    /** Where somebody at the agent's point can be passed on to: counters, colleagues, topics. */
    List<Option<Transfer>> transfers(Post post) {
        var language = Words.language();
        var all = new ArrayList<Option<Transfer>>();
        post.point().map(point -> points.counters(post.organisation(), point.id())).orElse(List.of()).stream()
                .filter(counter -> !post.counter().equals(Optional.of(counter)))
                .forEach(counter -> all.add(new Option<>(
                        new Transfer.ToCounter(counter.id(), counter.label()),
                        Words.say("desk.pass.counter", counter.label()))));
        receivers.persons(post).forEach(person -> {
            if (person.value() instanceof Receiver.APerson(var agent)) {
                all.add(new Option<>(new Transfer.ToAgent(agent), person.words()));
            }
        });
        topics(post.organisation())
                .forEach(topic -> all.add(new Option<>(
                        new Transfer.ToTopic(topic.id()),
                        Words.say("desk.pass.topic", topic.name().in(language)))));
        return all;
    }

    /** How things stand with the agent. */
    AgentState state(Post post) {
        return Optional.ofNullable(staffing.states(post.organisation()).get(post.me()))
                .orElseGet(() -> staffing.state(post.organisation(), post.me()));
    }

    /** The agent's protected breaks of today. */
    List<Span> breaks(Post post) {
        return staffing.breaks(post.organisation(), post.me(), today(post));
    }

    /** Whom the agent is in the middle of something with: at the counter, on the phone, in a meeting. */
    Optional<CaseId> current(Post post) {
        var organisation = post.organisation();
        return Optional.ofNullable(queue.withEach(organisation).get(post.me()))
                .map(Ticket::caseId)
                .or(() -> Optional.ofNullable(callBacks.withEach(organisation).get(post.me()))
                        .map(CallBack::caseId))
                .or(() -> video.mine(post).map(VideoMeeting::caseId))
                .or(() -> day(post).stream()
                        .filter(one -> one.state() == AppointmentState.SERVING)
                        .findFirst()
                        .flatMap(Appointment::caseId));
    }

    Case get(OrganisationId organisation, CaseId id) {
        return cases.get(organisation, id);
    }

    List<Appointment> day(Post post) {
        return appointments.day(post.organisation(), post.me(), today(post));
    }

    List<Shift> shifts(Post post) {
        return staffing.shifts(post.organisation(), today(post)).stream()
                .filter(shift -> shift.agent().equals(post.me()))
                .toList();
    }

    private Span today(Post post) {
        var today = LocalDate.ofInstant(clock.instant(), post.zone());
        return new Span(
                today.atStartOfDay(post.zone()).toInstant(),
                today.plusDays(1).atStartOfDay(post.zone()).toInstant());
    }

    List<Case> find(OrganisationId organisation, String sought) {
        return cases.find(organisation, sought);
    }

    Optional<Topic> topic(OrganisationId organisation, TopicId topic) {
        return topics.topic(organisation, topic);
    }

    Optional<ServicePoint> point(OrganisationId organisation, PointId point) {
        return points.point(organisation, point);
    }

    EntrySentence.Names names(OrganisationId organisation) {
        return new EntrySentence.Names(
                (topic, language) ->
                        topic(organisation, topic).map(it -> it.name().in(language)),
                (point, language) ->
                        point(organisation, point).map(it -> it.name().in(language)));
    }

    private Map<TopicId, Topic> named(OrganisationId organisation, Map<CaseId, Case> theirs) {
        return theirs.values().stream()
                .flatMap(its -> its.topic().stream())
                .distinct()
                .flatMap(topic -> topics.topic(organisation, topic).stream())
                .collect(Collectors.toMap(Topic::id, Function.identity()));
    }

    private static Optional<Topic> topic(Case its, Map<TopicId, Topic> named) {
        return its.topic().flatMap(topic -> Optional.ofNullable(named.get(topic)));
    }
}
