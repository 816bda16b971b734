package fi.tiski.domain.people;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.AGENT_DEVICE;

import fi.tiski.platform.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The browsers that agents have signed in with. */
@Repository
class Devices {

    private static final Duration KNOWN_FOR = Duration.ofDays(180);

    private final DSLContext sql;

    Devices(DSLContext sql) {
        this.sql = sql;
    }

    boolean knows(String signIn, String token, Instant now) {
        return sql.fetchExists(sql.selectOne()
                .from(AGENT_DEVICE)
                .join(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(AGENT_DEVICE.ORGANISATION_ID))
                .and(AGENT.ID.eq(AGENT_DEVICE.AGENT_ID))
                .where(AGENT.SIGN_IN.eq(signIn.strip().toLowerCase(Locale.ROOT)))
                .and(AGENT_DEVICE.TOKEN_HASH.eq(hash(token)))
                .and(AGENT_DEVICE.USED_AT.gt(now.minus(KNOWN_FOR))));
    }

    /** A new token each time: one that was copied from a cookie is worth nothing after the next sign-in. */
    String remember(Agent agent, Instant now) {
        var token = Ids.token();
        sql.deleteFrom(AGENT_DEVICE)
                .where(AGENT_DEVICE.ORGANISATION_ID.eq(agent.organisation().value()))
                .and(AGENT_DEVICE.AGENT_ID.eq(agent.id().value()))
                .and(AGENT_DEVICE.USED_AT.le(now.minus(KNOWN_FOR)))
                .execute();
        sql.insertInto(AGENT_DEVICE)
                .set(AGENT_DEVICE.ORGANISATION_ID, agent.organisation().value())
                .set(AGENT_DEVICE.AGENT_ID, agent.id().value())
                .set(AGENT_DEVICE.TOKEN_HASH, hash(token))
                .set(AGENT_DEVICE.KNOWN_SINCE, now)
                .set(AGENT_DEVICE.USED_AT, now)
                .execute();
        return token;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
