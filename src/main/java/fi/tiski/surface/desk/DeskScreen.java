package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.offers.OffersService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The one screen, in one language: reads what is, shows it, and does what is pressed. */
final class DeskScreen extends Div {

    /** What a press on the head leads to, beyond this screen. */
    interface Beyond {
        void language(Language chosen);

        void signOut();

        /** The case in hand is another one now, or none. */
        void inHand(Optional<CaseId> id);
    }

    /** A burst of changes elsewhere is no reason to write as often. */
    private static final Duration SIGN_AGAIN = Duration.ofSeconds(10);

    private record Waits(List<WaitingLine> lines, String hint) {}

    private final Desk desk;
    private final Agent agent;
    private final Beyond beyond;
    private final DeskHead head;
    private final WhoWaits whoWaits;
    private final NoteField note;
    private final CasePane pane;
    private final MyDay myDay;
    private final MeetingZone meeting;
    private final TogetherZone looking;
    private final Panels panels;
    private final CaseActs caseActs;
    private final UUID id = UUID.randomUUID();

    private final ValueSignal<Waits> waits = new ValueSignal<>(new Waits(List.of(), ""));
    private final ValueSignal<MyDay.Sheet> day = new ValueSignal<>(new MyDay.Sheet("", "", List.of(), List.of()));
    private final ValueSignal<List<HandedToMe.Line>> handed = new ValueSignal<>(List.of());
    private final ValueSignal<Optional<MyState.Sheet>> mine = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Optional<Counter>> counter = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Optional<Hand>> hand = new ValueSignal<>(Optional.empty());

    private Post post;
    private Optional<OpenCase> open = Optional.empty();
    private List<Waiting> waiting = List.of();
    private boolean asking;
    private boolean signingOut;

    /** A window that has just come up, or in which the agent answered; not one that hears of it. */
    private boolean takesMeetings = true;

    private Instant nextSign = Instant.EPOCH;
    private Optional<UUID> rung = Optional.empty();

    DeskScreen(Desk desk, Organisation organisation, Agent agent, Beyond beyond) {
        this.desk = desk;
        this.agent = agent;
        this.beyond = beyond;
        post = desk.readings.post(agent);
        addClassName("desk");
        head = new DeskHead(
                organisation.name().in(Words.language()),
                agent,
                desk.readings.places(agent.organisation()),
                new HeadPresses());
        whoWaits = new WhoWaits(this::press, this::notNow, this::anew);
        note = new NoteField(agent.id(), this::saveNote);
        pane = new CasePane(note, new ActionBar(say("desk.case.acts"), this::act, this::changedMeanwhile), this::edit);
        panels = new Panels(desk, pane, this::tell);
        caseActs = new CaseActs(desk, panels, this::keepNote, this::tell);
        var keys = new Keys();
        var handedToMe = new HandedToMe(this::press);
        myDay = new MyDay(
                this::press,
                handedToMe,
                new FindCase(sought -> FindCase.find(desk, post, sought, when()), this::press),
                keys.opener());
        meeting = new MeetingZone(new LineKeys(), mine -> new GuestsZone(desk.guests, mine, agent.id()));
        looking = new TogetherZone(mine -> new LookingTogether(desk.together, mine, agent.id(), when()));
        add(head, whoWaits, pane, looking, meeting, myDay, new AwayNote(), keys);
        Signal.effect(
                whoWaits, () -> whoWaits.show(waits.get().lines(), waits.get().hint()));
        Signal.effect(myDay, () -> myDay.show(day.get()));
        Signal.effect(handedToMe, () -> handedToMe.show(handed.get()));
        Signal.effect(head, () -> head.at(counter.get()));
        Signal.effect(head, () -> mine.get().ifPresent(head::show));
        Signal.effect(pane, () -> hand.get().ifPresent(this::show));
    }

    // ---------- Reading ----------

    /** Reads everything again and shows what is different. A case that is open is not read anew by this. */
    void refresh() {
        desk.bringWhatWaits(agent.organisation());
        post = desk.readings.post(agent);
        open = open.map(one -> desk.readings.reread(post, one.its().id()));
        waiting = desk.readings.waiting(post);
        var when = when();
        var lines = waiting.stream()
                .map(one -> WaitingLine.of(one, post.me(), when))
                .toList();
        offered(desk.readings.offer(post));
        waits.set(new Waits(lines, post.point().isEmpty() ? say("desk.waits.no-point") : ""));
        counter.set(post.counter());
        day.set(DaySheets.today(desk.readings, post, when));
        handed.set(HandedToMe.lines(desk.readings, post, when));
        var met = desk.video.mine(post);
        meeting.show(met, takesMeetings);
        takesMeetings = false;
        meeting.expect(open.flatMap(OpenCase::video).filter(one -> one.state() == MeetingState.WAITING));
        looking.show(met);
        if (isManager()) {
            head.show(desk.kiosks.tell(agent));
        }
        var state = desk.readings.state(post);
        var current = desk.readings.current(post).map(its -> desk.readings.get(agent.organisation(), its));
        mine.set(Optional.of(MyState.Sheet.of(state, current.map(Hand::called), when)));
        hand.set(Optional.of(
                new Hand.Reading(desk, post, waiting, lines, open, current, asking, state.availability(), when)
                        .hand()));
    }

    /** Rings once for each offer; the words say nothing of whom. */
    private void offered(Optional<fi.tiski.domain.offers.Offer> offer) {
        whoWaits.offer(offer.map(one -> new WhoWaits.Asked(
                one.id(), one.its(), say("desk.offer." + one.kind().tag()))));
        var id = offer.map(one -> one.id());
        if (id.isPresent() && !id.equals(rung)) {
            getElement().executeJs("window.Tiski.ring?.($0)", say("desk.ring.somebody"));
        }
        rung = id;
    }

    private void notNow(UUID offer) {
        desk.offers.pass(agent.organisation(), agent.id(), offer);
        desk.offers.goOn(agent.organisation());
        refresh();
    }

    /** What this screen has to hear of. */
    Set<LiveKey> keys() {
        var organisation = agent.organisation();
        var keys = new HashSet<>(Set.of(
                CallBacksService.liveKey(organisation),
                MeetingsService.liveKey(organisation),
                AppointmentsService.liveKey(organisation),
                StaffingService.liveKey(organisation),
                HandoversService.liveKey(organisation),
                OffersService.liveKey(organisation)));
        if (isManager()) {
            keys.add(DevicesService.liveKey(organisation));
        }
        post.point().map(ServicePoint::id).map(QueueService::liveKey).ifPresent(keys::add);
        waiting.forEach(one -> keys.add(one.its().liveKey()));
        handed.peek().forEach(one -> keys.add(Case.liveKey(one.its())));
        open.ifPresent(one -> keys.add(one.its().liveKey()));
        return keys;
    }

    private boolean isManager() {
        return agent.role() == Agent.Role.MANAGER;
    }

    /** The browser has given a sign of life: colleagues see who has which case on their screen. */
    void alive() {
        var now = desk.clock.instant();
        if (now.isBefore(nextSign)) {
            return;
        }
        nextSign = now.plus(SIGN_AGAIN);
        desk.offers.seen(agent.organisation(), agent.id());
        open.ifPresentOrElse(
                one -> desk.presence.here(agent.organisation(), one.its().id(), agent.id(), id), this::gone);
    }

    void gone() {
        desk.presence.gone(agent.organisation(), id);
    }

    int howManyWait() {
        return waiting.size();
    }

    // ---------- Showing ----------

    private void show(Hand now) {
        whoWaits.current(now.id());
        now.id()
                .ifPresentOrElse(
                        id -> now.sheet().ifPresent(sheet -> pane.show(id, sheet)),
                        () -> pane.nobody(say("desk.nobody.title"), say("desk.nobody.lead", now.waiting())));
        pane.offer(now.offer());
    }

    private void tell(Said said) {
        switch (said.then()) {
            case Said.Then.Stay() -> {}
            case Said.Then.Open(var id) -> open(id);
            case Said.Then.PutAway() -> putAway();
            case Said.Then.ChooseCounter() -> head.focusCounter();
        }
        pane.tell(said.tone(), said.words());
        refresh();
    }

    /** Opens a case as it is opened by a press: the reading is recorded, and nothing said before stands any longer. */
    void press(CaseId id) {
        open(id);
        pane.tell(Said.Tone.KNOW, "");
        refresh();
        pane.focusName();
    }

    void open(CaseId id) {
        if (open.isEmpty() || !open.get().its().id().equals(id)) {
            desk.presence.here(agent.organisation(), id, agent.id(), this.id);
            open = Optional.of(desk.readings.open(post, id));
            asking = false;
            beyond.inHand(Optional.of(id));
        }
        pane.notAnew();
    }

    /** As it was open a moment ago, such as in another language: nobody has read it anew. */
    void resume(CaseId id) {
        desk.presence.here(agent.organisation(), id, agent.id(), this.id);
        open = Optional.of(desk.readings.reread(post, id));
    }

    Optional<CaseId> inHand() {
        return open.map(one -> one.its().id());
    }

    /** Whom the agent is in the middle of something with. */
    Optional<CaseId> current() {
        return desk.readings.current(post);
    }

    private void putAway() {
        gone();
        open = Optional.empty();
        asking = false;
        beyond.inHand(Optional.empty());
    }

    // ---------- Doing ----------

    private void changedMeanwhile() {
        pane.tell(Said.Tone.NOT_DONE, say("desk.said.changed-meanwhile"));
    }

    private void act(Act act) {
        var when = when();
        signingOut = false;
        takesMeetings = act == Act.ANSWER || act == Act.START_MEETING;
        switch (act) {
            case CALL_NEXT -> tell(desk.numbers.callNext(post, when));
            case OPEN_NEXT ->
                desk.readings
                        .nextDue(post, waiting)
                        .ifPresentOrElse(one -> press(one.its().id()), this::changedMeanwhile);
            case BACK_TO -> desk.readings.current(post).ifPresent(this::press);
            case DONE -> ask(true);
            case NOT_YET -> ask(false);
            case UNDO -> tell(desk.numbers.undo(post, when));
            case COME_BACK -> tell(desk.duty.available(post, when));
            default ->
                open.ifPresent(one -> {
                    asking = false;
                    caseActs.act(act, post, one, when);
                });
        }
    }

    private void ask(boolean whether) {
        asking = whether;
        pane.tell(Said.Tone.KNOW, "");
        refresh();
        pane.focusNext();
    }

    /** What has been written belongs to the encounter that ends now. */
    private void keepNote(OpenCase one) {
        var words = note.words();
        if (!words.isEmpty()) {
            desk.note(post, one.its().id(), words);
            note.saved();
        }
    }

    private void saveNote() {
        open.ifPresent(one -> {
            var empty = note.words().isEmpty();
            keepNote(one);
            tell(empty ? Said.notDone(say("desk.said.note-empty")) : Said.done(say("desk.said.note")));
        });
    }

    private void edit() {
        open.ifPresent(one -> panels.edit(post, one));
    }

    private void anew() {
        panels.anew(post, (id, words) -> {
            open(id);
            pane.tell(Said.Tone.DONE, words);
            refresh();
            pane.focusName();
        });
    }

    private When when() {
        return desk.when(post, Words.language());
    }

    private final class LineKeys implements MeetingZone.Keys {

        @Override
        public String key(VideoMeeting mine, Optional<String> ready) {
            return desk.video.key(mine, ready);
        }

        @Override
        public Optional<String> readyKey(VideoMeeting waiting) {
            return desk.video.readyKey(waiting, agent.id());
        }
    }

    private final class HeadPresses implements DeskHead.Presses {

        @Override
        public void counter(Optional<Counter> chosen) {
            var when = when();
            tell(chosen.map(there -> desk.duty.stand(post, there, when))
                    .orElseGet(() -> desk.duty.leaveCounter(post, when)));
            // Also when nothing has changed: the list shows what was pressed, not what is.
            head.at(post.counter());
        }

        @Override
        public void available() {
            tell(desk.duty.available(post, when()));
        }

        @Override
        public void takeBreak(Duration length) {
            tell(desk.duty.takeBreak(post, length, when()));
        }

        @Override
        public void away() {
            tell(desk.duty.away(post, when()));
        }

        @Override
        public void language(Language chosen) {
            beyond.language(chosen);
        }

        @Override
        public void signOut() {
            if (!note.words().isEmpty() && !signingOut) {
                signingOut = true;
                pane.tell(Said.Tone.NOT_DONE, say("desk.said.note-unsaved"));
                return;
            }
            beyond.signOut();
        }
    }
}
