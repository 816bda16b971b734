package fi.tiski.domain.people;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.ORGANISATION;

import fi.tiski.platform.tables.tables.records.AgentRecord;
import fi.tiski.platform.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class Agents {

    private final DSLContext sql;

    Agents(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Organisation> organisation() {
        return sql.selectFrom(ORGANISATION)
                .orderBy(ORGANISATION.ID)
                .limit(1)
                .fetchOptional(row -> new Organisation(
                        new OrganisationId(row.getId()), row.getSlug(), row.getName(), row.getPhone()));
    }

    Optional<Credentials> credentials(String signIn) {
        return sql.selectFrom(AGENT)
                .where(AGENT.SIGN_IN.eq(signIn.strip().toLowerCase(Locale.ROOT)))
                .and(AGENT.LEFT_AT.isNull())
                .fetchOptional(row -> new Credentials(agent(row), row.getPasswordHash()));
    }

    Optional<Agent> find(OrganisationId organisation, AgentId agent) {
        return sql.selectFrom(AGENT)
                .where(AGENT.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT.ID.eq(agent.value()))
                .fetchOptional(Agents::agent);
    }

    boolean serves(OrganisationId organisation, AgentId agent) {
        return sql.fetchExists(
                AGENT,
                AGENT.ORGANISATION_ID
                        .eq(organisation.value())
                        .and(AGENT.ID.eq(agent.value()))
                        .and(AGENT.LEFT_AT.isNull()));
    }

    List<Agent> all(OrganisationId organisation) {
        return sql.selectFrom(AGENT)
                .where(AGENT.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT.LEFT_AT.isNull())
                .orderBy(AGENT.NAME)
                .fetch(Agents::agent);
    }

    private static Agent agent(AgentRecord row) {
        return new Agent(
                new OrganisationId(row.getOrganisationId()),
                new AgentId(row.getId()),
                row.getSignIn(),
                row.getName(),
                Agent.Role.valueOf(row.getRole().toUpperCase(Locale.ROOT)),
                Arrays.stream(row.getLanguages())
                        .flatMap(tag -> Language.ofTag(tag).stream())
                        .collect(Collectors.toSet()),
                Set.of(row.getSkills()));
    }
}
