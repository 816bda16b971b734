package fi.tiski.domain.people;

import static fi.tiski.platform.tables.Tables.CUSTOMER;

import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class Customers {

    private final DSLContext sql;

    Customers(DSLContext sql) {
        this.sql = sql;
    }

    CustomerId insert(OrganisationId organisation, Language language, Instant now) {
        var id = CustomerId.next();
        sql.insertInto(CUSTOMER)
                .set(CUSTOMER.ORGANISATION_ID, organisation.value())
                .set(CUSTOMER.ID, id.value())
                .set(CUSTOMER.LANGUAGE, language.tag())
                .set(CUSTOMER.CREATED_AT, now)
                .execute();
        return id;
    }

    Optional<Customer> find(OrganisationId organisation, CustomerId customer) {
        return sql.selectFrom(CUSTOMER)
                .where(CUSTOMER.ORGANISATION_ID.eq(organisation.value()))
                .and(CUSTOMER.ID.eq(customer.value()))
                .fetchOptional(row -> new Customer(
                        organisation,
                        customer,
                        Optional.ofNullable(row.getName()),
                        Optional.ofNullable(row.getPhone()).map(PhoneNumber::new),
                        Language.ofTag(row.getLanguage()).orElse(Language.FI)));
    }

    void introduce(
            OrganisationId organisation, CustomerId customer, Optional<String> name, Optional<PhoneNumber> phone) {
        var row = sql.newRecord(CUSTOMER);
        name.ifPresent(row::setName);
        phone.map(PhoneNumber::e164).ifPresent(row::setPhone);
        if (row.modified()) {
            sql.update(CUSTOMER)
                    .set(row)
                    .where(CUSTOMER.ORGANISATION_ID.eq(organisation.value()))
                    .and(CUSTOMER.ID.eq(customer.value()))
                    .execute();
        }
    }
}
