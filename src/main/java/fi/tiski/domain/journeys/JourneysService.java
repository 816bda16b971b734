package fi.tiski.domain.journeys;

import static fi.tiski.platform.tables.Tables.JOURNEY;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CaseKey;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.tables.tables.records.JourneyRecord;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Plain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what has been entered, so that a restart, a crash or another device loses nothing. */
@Service
@Transactional
public class JourneysService {

    /** A page left open over the night still works; after that the answers are nobody's business. */
    private static final Duration LIVES = Duration.ofHours(24);

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,60}");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> ANSWERS = new TypeReference<>() {};

    private final DSLContext sql;
    private final CasesService cases;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    JourneysService(DSLContext sql, CasesService cases, ApplicationEventPublisher events, InstantSource clock) {
        this.sql = sql;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** @param press idempotency key: the same press again finds the same journey */
    public Journey startAtHome(OrganisationId organisation, Language language, UUID press) {
        return start(organisation, language, press, Optional.empty());
    }

    /** @param press as at home */
    public Journey startAt(Kiosk kiosk, Language language, UUID press) {
        return start(kiosk.organisation(), language, press, Optional.of(kiosk));
    }

    /** Whether it could be one: what else stands in an address is not looked for. */
    public static boolean isToken(String written) {
        return TOKEN.matcher(written).matches();
    }

    /** Empty for a token that is forged, and for a journey that has ended or was left a day ago. */
    @Transactional(readOnly = true)
    public Optional<Journey> find(String token) {
        return isToken(token)
                ? sql.selectFrom(JOURNEY).where(live(token)).fetchOptional(JourneysService::journey)
                : Optional.empty();
    }

    /** Keeps an answer; a blank one takes back what was kept. Does nothing for a journey that has ended. */
    public void answer(String token, Question question, String answer) {
        answer(token, Map.of(question, answer));
    }

    /** Keeps several answers at once. */
    public void answer(String token, Map<Question, String> answers) {
        sql.selectFrom(JOURNEY).where(live(token)).forUpdate().fetchOptional().ifPresent(row -> {
            var all = JSON.readValue(row.getAnswers().data(), ANSWERS);
            answers.forEach((question, written) -> {
                var answer = Plain.lines(written);
                if (answer.isEmpty()) {
                    all.remove(question.tag());
                } else {
                    all.put(question.tag(), answer);
                }
            });
            sql.update(JOURNEY)
                    .set(JOURNEY.ANSWERS, JSONB.jsonb(JSON.writeValueAsString(all)))
                    .set(JOURNEY.TOUCHED_AT, clock.instant())
                    .where(JOURNEY.TOKEN.eq(token))
                    .execute();
        });
    }

    public void speak(String token, Language language) {
        sql.update(JOURNEY)
                .set(JOURNEY.LANGUAGE, language.tag())
                .where(live(token))
                .execute();
    }

    /** From now on the journey is about this case. */
    public void attach(String token, CaseId its) {
        sql.update(JOURNEY).set(JOURNEY.CASE_ID, its.value()).where(live(token)).execute();
    }

    /** The case that the journey is about, opened once: two impatient presses wait for each other here. */
    public CaseId caseOf(Journey journey, By by) {
        var row = sql.selectFrom(JOURNEY)
                .where(JOURNEY.TOKEN.eq(journey.token()))
                .forUpdate()
                .fetchSingle();
        if (row.getCaseId() != null) {
            return new CaseId(row.getCaseId());
        }
        var opened = cases.open(journey.organisation(), journey.language(), by, journey.point());
        attach(journey.token(), opened.id());
        return opened.id();
    }

    /**
     * The customer's own keys to the case that the journey is about, made once: every tab and device that shares the
     * journey shows the same. The journey has a case.
     */
    public CaseKey keyOf(Journey journey) {
        var row = sql.selectFrom(JOURNEY)
                .where(JOURNEY.TOKEN.eq(journey.token()))
                .forUpdate()
                .fetchSingle(JourneysService::journey);
        var token = row.answer(Question.KEY_TOKEN);
        var secret = row.answer(Question.KEY_SECRET);
        if (token.isPresent() && secret.isPresent()) {
            return new CaseKey(token.get(), secret.get());
        }
        var made = cases.issueKey(row.organisation(), row.caseId().orElseThrow());
        answer(row.token(), Map.of(Question.KEY_TOKEN, made.token(), Question.KEY_SECRET, made.secret()));
        return made;
    }

    /** The person is done: what they entered is emptied, and the address opens nothing any more. */
    public void end(String token) {
        sql.update(JOURNEY)
                .set(JOURNEY.ANSWERS, JSONB.jsonb("{}"))
                .set(JOURNEY.ENDED_AT, clock.instant())
                .where(live(token))
                .returning(JOURNEY.ORGANISATION_ID, JOURNEY.CASE_ID)
                .fetchOptional()
                .filter(row -> row.getCaseId() != null)
                .ifPresent(row -> events.publishEvent(
                        new JourneyEnded(new OrganisationId(row.getOrganisationId()), new CaseId(row.getCaseId()))));
    }

    /**
     * Ends every journey that was left a day ago: an address that opens nothing any more keeps no name either. Returns how
     * many there were.
     */
    public int endAbandoned() {
        return sql.update(JOURNEY)
                .set(JOURNEY.ANSWERS, JSONB.jsonb("{}"))
                .set(JOURNEY.ENDED_AT, clock.instant())
                .where(JOURNEY.ENDED_AT.isNull())
                .and(JOURNEY.TOUCHED_AT.le(clock.instant().minus(LIVES)))
                .execute();
    }

    private Journey start(OrganisationId organisation, Language language, UUID press, Optional<Kiosk> kiosk) {
        var now = clock.instant();
        var begun = sql.insertInto(JOURNEY)
                .set(JOURNEY.ORGANISATION_ID, organisation.value())
                .set(JOURNEY.ID, Ids.next())
                .set(JOURNEY.TOKEN, Ids.token())
                .set(JOURNEY.SURFACE, kiosk.isPresent() ? "kiosk" : "home")
                .set(JOURNEY.KIOSK_ID, kiosk.map(device -> device.id().value()).orElse(null))
                .set(
                        JOURNEY.POINT_ID,
                        kiosk.map(device -> device.point().value()).orElse(null))
                .set(JOURNEY.LANGUAGE, language.tag())
                .set(JOURNEY.PRESS, press)
                .set(JOURNEY.STARTED_AT, now)
                .set(JOURNEY.TOUCHED_AT, now)
                .onConflict(JOURNEY.ORGANISATION_ID, JOURNEY.PRESS)
                .doNothing()
                .returning()
                .fetchOptional(JourneysService::journey);
        return begun.orElseGet(() -> sql.selectFrom(JOURNEY)
                .where(JOURNEY.ORGANISATION_ID.eq(organisation.value()))
                .and(JOURNEY.PRESS.eq(press))
                .fetchSingle(JourneysService::journey));
    }

    private Condition live(String token) {
        return JOURNEY.TOKEN
                .eq(token)
                .and(JOURNEY.ENDED_AT.isNull())
                .and(JOURNEY.TOUCHED_AT.gt(clock.instant().minus(LIVES)));
    }

    private static Journey journey(JourneyRecord row) {
        var stored = JSON.readValue(row.getAnswers().data(), ANSWERS);
        var answers = new EnumMap<Question, String>(Question.class);
        for (var question : Question.values()) {
            var answer = stored.get(question.tag());
            if (answer != null) {
                answers.put(question, answer);
            }
        }
        return new Journey(
                new OrganisationId(row.getOrganisationId()),
                row.getToken(),
                "kiosk".equals(row.getSurface()),
                Optional.ofNullable(row.getPointId()).map(PointId::new),
                Language.ofTag(row.getLanguage()).orElse(Language.FI),
                answers,
                Optional.ofNullable(row.getCaseId()).map(CaseId::new));
    }
}
