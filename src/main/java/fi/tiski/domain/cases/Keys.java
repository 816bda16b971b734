package fi.tiski.domain.cases;

import static fi.tiski.platform.tables.Tables.CASE_LINK;
import static fi.tiski.platform.tables.Tables.CASE_RECORD;

import fi.tiski.domain.people.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The customer's own keys to a case: links, and codes with the proof that goes with them. */
@Repository
class Keys {

    private static final Duration KEY_LIVES = Duration.ofDays(180);

    /** Ends no phone number. */
    private static final String NO_DIGITS = "-";

    private final DSLContext sql;
    private final Cases cases;

    Keys(DSLContext sql, Cases cases) {
        this.sql = sql;
        this.cases = cases;
    }

    void add(OrganisationId organisation, Case its, CaseKey key, Instant now) {
        sql.insertInto(CASE_LINK)
                .set(CASE_LINK.ORGANISATION_ID, organisation.value())
                .set(CASE_LINK.TOKEN_HASH, Hash.of(key.token()))
                .set(CASE_LINK.CASE_ID, its.id().value())
                .set(CASE_LINK.SECRET_HASH, Hash.of(its.code(), key.secret()))
                .set(CASE_LINK.CREATED_AT, now)
                .set(CASE_LINK.EXPIRES_AT, now.plus(KEY_LIVES))
                .execute();
    }

    Optional<Case> byToken(String token, Instant now) {
        return cases.cases()
                .join(CASE_LINK)
                .on(CASE_LINK.ORGANISATION_ID.eq(CASE_RECORD.ORGANISATION_ID))
                .and(CASE_LINK.CASE_ID.eq(CASE_RECORD.ID))
                .where(CASE_LINK.TOKEN_HASH.eq(Hash.of(token)))
                .and(CASE_LINK.EXPIRES_AT.gt(now))
                .and(CASE_LINK.REVOKED_AT.isNull())
                .fetchOptional(Cases::aCase);
    }

    /** As it is kept, however it was written. */
    static String code(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** The same two questions whether or not there is such a code, and the same comparisons. */
    Optional<Case> byCode(String code, String proof, Instant now) {
        var secret = code(proof);
        var phone = secret.matches("[0-9]{4}") ? secret : NO_DIGITS;
        var named = cases.cases().where(CASE_RECORD.CODE.eq(code)).fetch(Cases::aCase);
        var onSlips = sql.select(CASE_LINK.CASE_ID)
                .from(CASE_LINK)
                .where(CASE_LINK.SECRET_HASH.eq(Hash.of(code, secret)))
                .and(CASE_LINK.EXPIRES_AT.gt(now))
                .and(CASE_LINK.REVOKED_AT.isNull())
                .fetch(CASE_LINK.CASE_ID);
        return named.stream()
                .filter(its -> onSlips.contains(its.id().value()) || endsWith(its, phone))
                .findFirst();
    }

    private static boolean endsWith(Case its, String digits) {
        return its.customer()
                .phone()
                .filter(phone -> phone.e164().endsWith(digits))
                .isPresent();
    }
}
