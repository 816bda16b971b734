package fi.tiski.domain.cases;

import static fi.tiski.platform.tables.Tables.CASE_HELPER;
import static fi.tiski.platform.tables.Tables.CASE_OPENING;
import static fi.tiski.platform.tables.Tables.CASE_RECORD;
import static fi.tiski.platform.tables.Tables.CUSTOMER;
import static fi.tiski.platform.tables.Tables.FIND_CASES;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.Customer;
import fi.tiski.domain.people.CustomerId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class Cases {

    private final DSLContext sql;

    Cases(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the code is in use already: try another. */
    boolean insert(
            OrganisationId organisation,
            CaseId id,
            String code,
            CustomerId customer,
            Language language,
            Channel channel,
            Optional<PointId> point,
            Instant now) {
        return sql.insertInto(CASE_RECORD)
                        .set(CASE_RECORD.ORGANISATION_ID, organisation.value())
                        .set(CASE_RECORD.ID, id.value())
                        .set(CASE_RECORD.CODE, code)
                        .set(CASE_RECORD.STATE, CaseState.OPEN.tag())
                        .set(CASE_RECORD.CUSTOMER_ID, customer.value())
                        .set(CASE_RECORD.LANGUAGE, language.tag())
                        .set(CASE_RECORD.POINT_ID, point.map(PointId::value).orElse(null))
                        .set(CASE_RECORD.OPENED_AT, now)
                        .set(CASE_RECORD.OPENED_IN, channel.tag())
                        .set(CASE_RECORD.CHANGED_AT, now)
                        .onConflict(CASE_RECORD.ORGANISATION_ID, CASE_RECORD.CODE)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Held until the transaction ends: the other half of a double press waits here, and finds what this one made. */
    void lockPress(UUID press) {
        sql.query("select pg_advisory_xact_lock({0})", DSL.inline(press.getLeastSignificantBits()))
                .execute();
    }

    Optional<CaseId> byPress(OrganisationId organisation, UUID press) {
        return sql.select(CASE_OPENING.CASE_ID)
                .from(CASE_OPENING)
                .where(CASE_OPENING.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_OPENING.PRESS.eq(press))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    void insertPress(OrganisationId organisation, UUID press, CaseId id) {
        sql.insertInto(CASE_OPENING)
                .set(CASE_OPENING.ORGANISATION_ID, organisation.value())
                .set(CASE_OPENING.PRESS, press)
                .set(CASE_OPENING.CASE_ID, id.value())
                .execute();
    }

    Optional<Case> find(OrganisationId organisation, CaseId id) {
        return cases().where(CASE_RECORD.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_RECORD.ID.eq(id.value()))
                .fetchOptional(Cases::aCase);
    }

    List<Case> all(OrganisationId organisation, Collection<CaseId> ids) {
        return cases().where(CASE_RECORD.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_RECORD.ID.in(ids.stream().map(CaseId::value).toList()))
                .fetch(Cases::aCase);
    }

    /** Whoever changes a state first reads it here, and the second waits for the first. */
    CaseState lockState(OrganisationId organisation, CaseId id) {
        return CaseState.ofTag(sql.select(CASE_RECORD.STATE)
                .from(CASE_RECORD)
                .where(is(organisation, id))
                .forUpdate()
                .fetchSingle()
                .value1());
    }

    void state(OrganisationId organisation, CaseId id, CaseState state, Instant now) {
        sql.update(CASE_RECORD)
                .set(CASE_RECORD.STATE, state.tag())
                .set(CASE_RECORD.CHANGED_AT, now)
                .set(CASE_RECORD.VERSION, CASE_RECORD.VERSION.plus(1))
                .where(is(organisation, id))
                .execute();
    }

    void topic(OrganisationId organisation, CaseId id, TopicId topic, Instant now) {
        sql.update(CASE_RECORD)
                .set(CASE_RECORD.TOPIC_ID, topic.value())
                .set(CASE_RECORD.CHANGED_AT, now)
                .set(CASE_RECORD.VERSION, CASE_RECORD.VERSION.plus(1))
                .where(is(organisation, id))
                .execute();
    }

    void needs(OrganisationId organisation, CaseId id, Needs needs, Instant now) {
        sql.update(CASE_RECORD)
                .set(CASE_RECORD.NEEDS, needs.inOrder().stream().map(Need::tag).toArray(String[]::new))
                .set(
                        CASE_RECORD.INTERPRETER_LANGUAGE,
                        needs.interpreterLanguage().orElse(null))
                .set(CASE_RECORD.CHANGED_AT, now)
                .set(CASE_RECORD.VERSION, CASE_RECORD.VERSION.plus(1))
                .where(is(organisation, id))
                .execute();
    }

    void helper(OrganisationId organisation, CaseId id, Helper helper) {
        var phone = helper.phone().map(PhoneNumber::e164).orElse(null);
        sql.insertInto(CASE_HELPER)
                .set(CASE_HELPER.ORGANISATION_ID, organisation.value())
                .set(CASE_HELPER.CASE_ID, id.value())
                .set(CASE_HELPER.NAME, helper.name())
                .set(CASE_HELPER.PHONE, phone)
                .onConflict(CASE_HELPER.ORGANISATION_ID, CASE_HELPER.CASE_ID)
                .doUpdate()
                .set(CASE_HELPER.NAME, helper.name())
                .set(CASE_HELPER.PHONE, phone)
                .execute();
    }

    void touch(OrganisationId organisation, CaseId id, Instant now) {
        sql.update(CASE_RECORD)
                .set(CASE_RECORD.CHANGED_AT, now)
                .set(CASE_RECORD.VERSION, CASE_RECORD.VERSION.plus(1))
                .where(is(organisation, id))
                .execute();
    }

    /** The latest changed first; a blank search finds the latest ones. */
    List<Case> search(OrganisationId organisation, String sought, int most) {
        if (sought.isEmpty()) {
            return cases().where(CASE_RECORD.ORGANISATION_ID.eq(organisation.value()))
                    .orderBy(CASE_RECORD.CHANGED_AT.desc())
                    .limit(most)
                    .fetch(Cases::aCase);
        }
        var code = sought.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var phone = PhoneNumber.parse(sought).map(PhoneNumber::e164).orElse(null);
        return cases().join(FIND_CASES.call(organisation.value(), sought, code, phone, most))
                .on(FIND_CASES.CASE_ID.eq(CASE_RECORD.ID))
                .where(CASE_RECORD.ORGANISATION_ID.eq(organisation.value()))
                .orderBy(CASE_RECORD.CHANGED_AT.desc())
                .fetch(Cases::aCase);
    }

    SelectOnConditionStep<Record> cases() {
        return sql.select()
                .from(CASE_RECORD)
                .join(CUSTOMER)
                .on(CUSTOMER.ORGANISATION_ID.eq(CASE_RECORD.ORGANISATION_ID))
                .and(CUSTOMER.ID.eq(CASE_RECORD.CUSTOMER_ID))
                .leftJoin(CASE_HELPER)
                .on(CASE_HELPER.ORGANISATION_ID.eq(CASE_RECORD.ORGANISATION_ID))
                .and(CASE_HELPER.CASE_ID.eq(CASE_RECORD.ID));
    }

    private static Condition is(OrganisationId organisation, CaseId id) {
        return CASE_RECORD.ORGANISATION_ID.eq(organisation.value()).and(CASE_RECORD.ID.eq(id.value()));
    }

    static Case aCase(Record row) {
        var organisation = new OrganisationId(row.get(CASE_RECORD.ORGANISATION_ID));
        return new Case(
                organisation,
                new CaseId(row.get(CASE_RECORD.ID)),
                row.get(CASE_RECORD.CODE),
                CaseState.ofTag(row.get(CASE_RECORD.STATE)),
                new Customer(
                        organisation,
                        new CustomerId(row.get(CUSTOMER.ID)),
                        Optional.ofNullable(row.get(CUSTOMER.NAME)),
                        Optional.ofNullable(row.get(CUSTOMER.PHONE)).map(PhoneNumber::new),
                        language(row.get(CUSTOMER.LANGUAGE))),
                Optional.ofNullable(row.get(CASE_HELPER.NAME))
                        .map(name -> new Helper(
                                name,
                                Optional.ofNullable(row.get(CASE_HELPER.PHONE)).map(PhoneNumber::new))),
                Optional.ofNullable(row.get(CASE_RECORD.TOPIC_ID)).map(TopicId::new),
                Optional.ofNullable(row.get(CASE_RECORD.POINT_ID)).map(PointId::new),
                language(row.get(CASE_RECORD.LANGUAGE)),
                new Needs(
                        Arrays.stream(row.get(CASE_RECORD.NEEDS))
                                .flatMap(tag -> Need.ofTag(tag).stream())
                                .collect(Collectors.toSet()),
                        Optional.ofNullable(row.get(CASE_RECORD.INTERPRETER_LANGUAGE))),
                row.get(CASE_RECORD.OPENED_AT),
                Channel.ofTag(row.get(CASE_RECORD.OPENED_IN)),
                row.get(CASE_RECORD.CHANGED_AT),
                row.get(CASE_RECORD.VERSION));
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElse(Language.FI);
    }
}
