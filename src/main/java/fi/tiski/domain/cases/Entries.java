package fi.tiski.domain.cases;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.CASE_ENTRY;
import static fi.tiski.platform.tables.Tables.CASE_ENTRY_PAPER;
import static fi.tiski.platform.tables.Tables.CASE_ENTRY_WORDS;
import static fi.tiski.platform.tables.Tables.CASE_READING;
import static org.jooq.impl.DSL.max;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.ids.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries are inserted; there is no method here that does anything else, and the database refuses it too. */
@Repository
class Entries {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;

    Entries(DSLContext sql) {
        this.sql = sql;
    }

    void add(
            OrganisationId organisation,
            CaseId its,
            Instant at,
            By by,
            EntryKind kind,
            Map<String, String> facts,
            Optional<String> words) {
        add(organisation, its, at, by, kind, facts, words, Optional.empty());
    }

    /** False, and nothing added, when an entry with the same press is there already. */
    boolean add(
            OrganisationId organisation,
            CaseId its,
            Instant at,
            By by,
            EntryKind kind,
            Map<String, String> facts,
            Optional<String> words,
            Optional<UUID> press) {
        return add(Ids.next(), organisation, its, at, by, kind, facts, words, press);
    }

    /** As above, as the entry with that id. */
    boolean add(
            UUID id,
            OrganisationId organisation,
            CaseId its,
            Instant at,
            By by,
            EntryKind kind,
            Map<String, String> facts,
            Optional<String> words,
            Optional<UUID> press) {
        var added = sql.insertInto(CASE_ENTRY)
                .set(CASE_ENTRY.ORGANISATION_ID, organisation.value())
                .set(CASE_ENTRY.ID, id)
                .set(CASE_ENTRY.CASE_ID, its.value())
                .set(CASE_ENTRY.AT, at)
                .set(CASE_ENTRY.BY_KIND, kindOf(by))
                .set(CASE_ENTRY.AGENT_ID, by instanceof By.AnAgent(var agent) ? agent.value() : null)
                .set(CASE_ENTRY.CHANNEL, by.channel().tag())
                .set(CASE_ENTRY.KIND, kind.tag())
                .set(CASE_ENTRY.FACTS, JSONB.jsonb(JSON.writeValueAsString(new TreeMap<>(facts))))
                .set(CASE_ENTRY.PRESS, press.orElse(null))
                .onConflict(CASE_ENTRY.ORGANISATION_ID, CASE_ENTRY.PRESS)
                .doNothing()
                .execute();
        if (added == 0) {
            return false;
        }
        words.ifPresent(said -> sql.insertInto(CASE_ENTRY_WORDS)
                .set(CASE_ENTRY_WORDS.ORGANISATION_ID, organisation.value())
                .set(CASE_ENTRY_WORDS.ENTRY_ID, id)
                .set(CASE_ENTRY_WORDS.CASE_ID, its.value())
                .set(CASE_ENTRY_WORDS.WORDS, said)
                .execute());
        return true;
    }

    List<Entry> of(OrganisationId organisation, CaseId its) {
        return sql.select(CASE_ENTRY.asterisk(), AGENT.NAME, CASE_ENTRY_WORDS.WORDS, CASE_ENTRY_PAPER.ENTRY_ID)
                .from(CASE_ENTRY)
                .leftJoin(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(CASE_ENTRY.ORGANISATION_ID))
                .and(AGENT.ID.eq(CASE_ENTRY.AGENT_ID))
                .leftJoin(CASE_ENTRY_WORDS)
                .on(CASE_ENTRY_WORDS.ORGANISATION_ID.eq(CASE_ENTRY.ORGANISATION_ID))
                .and(CASE_ENTRY_WORDS.ENTRY_ID.eq(CASE_ENTRY.ID))
                .leftJoin(CASE_ENTRY_PAPER)
                .on(CASE_ENTRY_PAPER.ORGANISATION_ID.eq(CASE_ENTRY.ORGANISATION_ID))
                .and(CASE_ENTRY_PAPER.ENTRY_ID.eq(CASE_ENTRY.ID))
                .where(CASE_ENTRY.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_ENTRY.CASE_ID.eq(its.value()))
                .orderBy(CASE_ENTRY.AT, CASE_ENTRY.ID)
                .fetch(Entries::entry);
    }

    /** Whether what that press made is there. */
    boolean isThere(OrganisationId organisation, UUID press) {
        return sql.fetchExists(
                CASE_ENTRY, CASE_ENTRY.ORGANISATION_ID.eq(organisation.value()).and(CASE_ENTRY.PRESS.eq(press)));
    }

    void addReading(OrganisationId organisation, CaseId its, AgentId agent, Instant at) {
        sql.insertInto(CASE_READING)
                .set(CASE_READING.ORGANISATION_ID, organisation.value())
                .set(CASE_READING.ID, Ids.next())
                .set(CASE_READING.CASE_ID, its.value())
                .set(CASE_READING.AGENT_ID, agent.value())
                .set(CASE_READING.AT, at)
                .execute();
    }

    List<Reading> readings(OrganisationId organisation, CaseId its) {
        var latest = max(CASE_READING.AT);
        return sql.select(AGENT.NAME, latest)
                .from(CASE_READING)
                .join(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(CASE_READING.ORGANISATION_ID))
                .and(AGENT.ID.eq(CASE_READING.AGENT_ID))
                .where(CASE_READING.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_READING.CASE_ID.eq(its.value()))
                .groupBy(AGENT.ID, AGENT.NAME)
                .orderBy(latest.desc())
                .fetch(row -> new Reading(row.value1(), row.value2()));
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(CASE_ENTRY.ID),
                row.get(CASE_ENTRY.AT),
                by(row),
                Optional.ofNullable(row.get(AGENT.NAME)),
                EntryKind.ofTag(row.get(CASE_ENTRY.KIND)),
                JSON.readValue(row.get(CASE_ENTRY.FACTS).data(), FACTS),
                Optional.ofNullable(row.get(CASE_ENTRY_WORDS.WORDS)),
                row.get(CASE_ENTRY_PAPER.ENTRY_ID) != null);
    }

    private static String kindOf(By by) {
        return switch (by) {
            case By.TheCustomer customer -> "customer";
            case By.AnAgent agent -> "agent";
            case By.TheSystem system -> "system";
        };
    }

    private static By by(Record row) {
        return switch (row.get(CASE_ENTRY.BY_KIND)) {
            case "customer" -> new By.TheCustomer(Channel.ofTag(row.get(CASE_ENTRY.CHANNEL)));
            case "agent" -> new By.AnAgent(new AgentId(row.get(CASE_ENTRY.AGENT_ID)));
            default -> new By.TheSystem();
        };
    }
}
