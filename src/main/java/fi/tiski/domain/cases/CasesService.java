package fi.tiski.domain.cases;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.limits.Counted;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Plain;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record that everybody who helps works on. Every change adds an entry in the same transaction and is announced
 * under {@link Case#liveKey}. A case that does not exist in the organisation is a {@link NoSuchElementException}: ids
 * come from our own screens, never from what somebody typed.
 */
@Service
@Transactional
public class CasesService {

    private static final int CODE_LENGTH = 6;
    private static final int FOUND_AT_MOST = 20;

    /**
     * The kind of {@link LiveKey} announced when a case is taken up, put down, closed or opened again: for readings that
     * hang on the state of many cases, and not on every new one.
     */
    public static final String MOVED = "case-moved";

    private final Cases cases;
    private final Entries entries;
    private final Keys keys;
    private final Unlocking unlocking;
    private final PeopleService people;
    private final Live live;
    private final InstantSource clock;

    CasesService(
            Cases cases,
            Entries entries,
            Keys keys,
            Unlocking unlocking,
            PeopleService people,
            Live live,
            InstantSource clock) {
        this.cases = cases;
        this.entries = entries;
        this.keys = keys;
        this.unlocking = unlocking;
        this.people = people;
        this.live = live;
        this.clock = clock;
    }

    /** Opens a case for somebody of whom nothing need be known but the language they chose. */
    public Case open(OrganisationId organisation, Language language, By by, Optional<PointId> point) {
        var now = clock.instant();
        var customer = people.meet(organisation, language);
        CaseId id;
        do {
            id = CaseId.next();
        } while (!cases.insert(
                organisation, id, Ids.speakable(CODE_LENGTH), customer, language, by.channel(), point, now));
        entries.add(organisation, id, now, by, EntryKind.OPENED, Map.of(), Optional.empty());
        announce(id);
        return get(organisation, id);
    }

    /**
     * As {@link #open(OrganisationId, Language, By, Optional)}, once for each press.
     *
     * @param press idempotency key: the same press again finds the same case, and {@code first} does nothing to it
     * @param first what else belongs to opening it
     */
    public Case open(
            OrganisationId organisation,
            Language language,
            By by,
            Optional<PointId> point,
            UUID press,
            Consumer<Case> first) {
        cases.lockPress(press);
        var before = cases.byPress(organisation, press);
        if (before.isPresent()) {
            return get(organisation, before.get());
        }
        var opened = open(organisation, language, by, point);
        cases.insertPress(organisation, press, opened.id());
        first.accept(opened);
        return get(organisation, opened.id());
    }

    @Transactional(readOnly = true)
    public Case get(OrganisationId organisation, CaseId id) {
        return cases.find(organisation, id).orElseThrow(() -> new NoSuchElementException("No such case"));
    }

    /** Several cases in one reading of the database; what does not exist is not in the answer. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("case")
    public Map<CaseId, Case> all(OrganisationId organisation, Collection<CaseId> ids) {
        return cases.all(organisation, ids).stream().collect(Collectors.toMap(Case::id, Function.identity()));
    }

    /** The case and all that happened, for an agent: that they read it is recorded, for the customer to see. */
    public CaseFile read(OrganisationId organisation, CaseId id, AgentId agent) {
        entries.addReading(organisation, id, agent, clock.instant());
        announce(id);
        return file(organisation, id);
    }

    /**
     * The case and all that happened, without a reading being recorded: for the customer's own page, and for a screen
     * that already shows the case and follows its changes.
     */
    @Transactional(readOnly = true)
    public CaseFile file(OrganisationId organisation, CaseId id) {
        return new CaseFile(get(organisation, id), entries.of(organisation, id), entries.readings(organisation, id));
    }

    /** Keeps what was told, with an entry for each thing that is new. */
    public Case tell(OrganisationId organisation, CaseId id, By by, Telling telling) {
        return tell(organisation, id, by, telling, Optional.empty());
    }

    /** As above; the words of one press are told once, however often it comes. */
    public Case tell(OrganisationId organisation, CaseId id, By by, Telling telling, UUID press) {
        return tell(organisation, id, by, telling, Optional.of(press));
    }

    private Case tell(OrganisationId organisation, CaseId id, By by, Telling telling, Optional<UUID> press) {
        var now = clock.instant();
        var was = get(organisation, id);
        telling.topic().filter(topic -> !was.topic().equals(Optional.of(topic))).ifPresent(topic -> {
            cases.topic(organisation, id, topic, now);
            entries.add(
                    organisation,
                    id,
                    now,
                    by,
                    EntryKind.TOPIC_TOLD,
                    Map.of("topic", topic.value().toString()),
                    Optional.empty());
        });
        telling.needs().filter(needs -> !was.needs().equals(needs)).ifPresent(needs -> {
            cases.needs(organisation, id, needs, now);
            entries.add(organisation, id, now, by, EntryKind.NEEDS_TOLD, Map.of(), Optional.empty());
        });
        telling.words()
                .ifPresent(words -> entries.add(
                        organisation, id, now, by, EntryKind.WORDS_TOLD, Map.of(), Optional.of(words), press));
        announce(id);
        return get(organisation, id);
    }

    /** Keeps who the customer is; what is empty stays as it was. */
    public void introduce(
            OrganisationId organisation, CaseId id, By by, Optional<String> written, Optional<PhoneNumber> phone) {
        var name = written.map(Plain::line).filter(plain -> !plain.isEmpty());
        var was = get(organisation, id).customer();
        var news = name.filter(given -> !was.name().equals(Optional.of(given))).isPresent()
                || phone.filter(given -> !was.phone().equals(Optional.of(given)))
                        .isPresent();
        if (!news) {
            return;
        }
        var now = clock.instant();
        people.introduce(organisation, was.id(), name, phone);
        cases.touch(organisation, id, now);
        entries.add(organisation, id, now, by, EntryKind.INTRODUCED, Map.of(), Optional.empty());
        announce(id);
    }

    /**
     * Puts details right, as somebody does who has read {@code seen}. What they left as it was stays as it is now; where
     * somebody else has changed the same detail meanwhile, to something else, nothing is saved and both are told.
     */
    public Amendment amend(OrganisationId organisation, CaseId id, By by, Details seen, Details wanted) {
        cases.lockState(organisation, id);
        var now = get(organisation, id);
        var current = Details.of(now);
        var mine = seen.changedBy(wanted);
        var clashes = mine.stream()
                .filter(what -> !current.value(what).equals(seen.value(what)))
                .filter(what -> !current.value(what).equals(wanted.value(what)))
                .toList();
        if (!clashes.isEmpty()) {
            var told = entries.of(organisation, id).reversed();
            return new Amendment.ChangedMeanwhile(
                    clashes.stream().map(what -> clash(what, told, now)).toList(), now);
        }
        introduce(
                organisation,
                id,
                by,
                wanted.name().filter(name -> mine.contains(Details.What.NAME)),
                wanted.phone().filter(phone -> mine.contains(Details.What.PHONE)));
        return new Amendment.Amended(tell(
                organisation,
                id,
                by,
                new Telling(
                        wanted.topic().filter(topic -> mine.contains(Details.What.TOPIC)),
                        Optional.empty(),
                        Optional.of(wanted.needs()).filter(needs -> mine.contains(Details.What.NEEDS)))));
    }

    private static Amendment.Clash clash(Details.What what, List<Entry> latestFirst, Case now) {
        var last = latestFirst.stream()
                .filter(entry -> entry.kind() == what.told())
                .findFirst();
        return new Amendment.Clash(
                what, last.flatMap(Entry::agentName), last.map(Entry::at).orElse(now.changedAt()));
    }

    /** Keeps who acts for the customer. */
    public void nameHelper(OrganisationId organisation, CaseId id, By by, Helper helper) {
        if (get(organisation, id).helper().equals(Optional.of(helper))) {
            return;
        }
        var now = clock.instant();
        cases.helper(organisation, id, helper);
        cases.touch(organisation, id, now);
        entries.add(organisation, id, now, by, EntryKind.HELPER_NAMED, Map.of(), Optional.empty());
        announce(id);
    }

    /** Adds what an agent writes down. Blank words add nothing. */
    public void note(OrganisationId organisation, CaseId id, AgentId agent, String words) {
        var written = Plain.lines(words);
        if (!written.isEmpty()) {
            add(organisation, id, new By.AnAgent(agent), EntryKind.NOTE, Map.of(), Optional.of(written));
        }
    }

    /** Adds an entry for what another module did with the case. */
    public void add(
            OrganisationId organisation,
            CaseId id,
            By by,
            EntryKind kind,
            Map<String, String> facts,
            Optional<String> words) {
        var now = clock.instant();
        cases.touch(organisation, id, now);
        entries.add(organisation, id, now, by, kind, facts, words);
        announce(id);
    }

    /** An agent takes the case up. Taking up what is already in service is fine: two may help at once. */
    public CaseChange serve(OrganisationId organisation, CaseId id, By by, Map<String, String> facts) {
        var state = cases.lockState(organisation, id);
        if (state == CaseState.CLOSED) {
            change(organisation, id, by, CaseState.OPEN, EntryKind.REOPENED, Map.of());
        }
        return change(organisation, id, by, CaseState.IN_SERVICE, EntryKind.SERVICE_STARTED, facts);
    }

    /** The encounter is over, the matter is not. */
    public CaseChange leaveOpen(OrganisationId organisation, CaseId id, By by) {
        var state = cases.lockState(organisation, id);
        return state == CaseState.IN_SERVICE
                ? change(organisation, id, by, CaseState.OPEN, EntryKind.SERVICE_DONE, Map.of())
                : new CaseChange.NotFrom(state);
    }

    /** As {@link #serve}, where what began it has an entry of its own, such as a call. */
    public void takeUp(OrganisationId organisation, CaseId id, By by) {
        var state = cases.lockState(organisation, id);
        if (state == CaseState.CLOSED) {
            change(organisation, id, by, CaseState.OPEN, EntryKind.REOPENED, Map.of());
        }
        move(organisation, id, CaseState.IN_SERVICE, clock.instant());
        announce(id);
    }

    /** As {@link #leaveOpen}, where what ended it has an entry of its own, such as nobody answering. */
    public void putDown(OrganisationId organisation, CaseId id) {
        if (cases.lockState(organisation, id) == CaseState.IN_SERVICE) {
            move(organisation, id, CaseState.OPEN, clock.instant());
            announce(id);
        }
    }

    /** The matter is settled. */
    public CaseChange close(OrganisationId organisation, CaseId id, By by) {
        var state = cases.lockState(organisation, id);
        return state == CaseState.CLOSED
                ? new CaseChange.NotFrom(state)
                : change(organisation, id, by, CaseState.CLOSED, EntryKind.CLOSED, Map.of());
    }

    /** The matter goes on after all. */
    public CaseChange reopen(OrganisationId organisation, CaseId id, By by) {
        var state = cases.lockState(organisation, id);
        return state == CaseState.CLOSED
                ? change(organisation, id, by, CaseState.OPEN, EntryKind.REOPENED, Map.of())
                : new CaseChange.NotFrom(state);
    }

    /**
     * Cases found by code, phone number, name or words; the latest changed first, at most twenty. A blank search finds
     * the latest ones.
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Case> find(OrganisationId organisation, String sought) {
        return cases.search(organisation, Plain.line(sought), FOUND_AT_MOST);
    }

    /** Makes the customer a new pair of keys; earlier ones stay good until they expire. */
    public CaseKey issueKey(OrganisationId organisation, CaseId id) {
        var key = new CaseKey(Ids.token(), Ids.speakable(CODE_LENGTH));
        keys.add(organisation, get(organisation, id), key, clock.instant());
        return key;
    }

    /** The case that a link opens; empty for a token that is forged, expired or revoked. */
    @Transactional(readOnly = true)
    public Optional<Case> openedBy(String token) {
        return keys.byToken(token, clock.instant());
    }

    /**
     * The case that its code opens together with the last four digits of the customer's phone, or with the secret on the
     * slip. When they do not fit together it is not said which of them was wrong, and for a code that there is not, the
     * same is done as for one that there is. Each code may be tried a few times at once and then ever more slowly, up to
     * once an hour; so may each place.
     *
     * @param place where it is tried from; empty for one that may try any number of codes
     */
    public Opening open(String written, String proof, Optional<Counted> place) {
        return unlocking.open(written, proof, place);
    }

    private CaseChange change(
            OrganisationId organisation, CaseId id, By by, CaseState to, EntryKind kind, Map<String, String> facts) {
        var now = clock.instant();
        move(organisation, id, to, now);
        entries.add(organisation, id, now, by, kind, facts, Optional.empty());
        announce(id);
        return new CaseChange.Changed(get(organisation, id));
    }

    private void move(OrganisationId organisation, CaseId id, CaseState to, Instant now) {
        cases.state(organisation, id, to, now);
        live.changed(LiveKey.of(MOVED, organisation.value()));
    }

    private void announce(CaseId id) {
        live.changed(Case.liveKey(id));
    }

    /** What the topic's name is looked up by in {@link EntryKind#TOPIC_TOLD}. */
    public static Optional<TopicId> toldTopic(Entry entry) {
        return Optional.ofNullable(entry.facts().get("topic")).map(text -> new TopicId(UUID.fromString(text)));
    }
}
