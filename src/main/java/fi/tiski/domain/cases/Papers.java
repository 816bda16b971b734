package fi.tiski.domain.cases;

import static fi.tiski.platform.tables.Tables.CASE_ENTRY_PAPER;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.pictures.Picture;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Pictures of papers, each beside its entry. */
@Repository
class Papers {

    private final DSLContext sql;

    Papers(DSLContext sql) {
        this.sql = sql;
    }

    void keep(OrganisationId organisation, CaseId its, UUID entry, Picture paper) {
        sql.insertInto(CASE_ENTRY_PAPER)
                .set(CASE_ENTRY_PAPER.ORGANISATION_ID, organisation.value())
                .set(CASE_ENTRY_PAPER.ENTRY_ID, entry)
                .set(CASE_ENTRY_PAPER.CASE_ID, its.value())
                .set(CASE_ENTRY_PAPER.JPEG, paper.jpeg())
                .set(CASE_ENTRY_PAPER.WIDTH, paper.width())
                .set(CASE_ENTRY_PAPER.HEIGHT, paper.height())
                .execute();
    }

    int howMany(OrganisationId organisation, CaseId its) {
        return sql.fetchCount(
                CASE_ENTRY_PAPER,
                CASE_ENTRY_PAPER
                        .ORGANISATION_ID
                        .eq(organisation.value())
                        .and(CASE_ENTRY_PAPER.CASE_ID.eq(its.value())));
    }

    Optional<Picture> find(OrganisationId organisation, UUID entry) {
        return sql.select(CASE_ENTRY_PAPER.JPEG, CASE_ENTRY_PAPER.WIDTH, CASE_ENTRY_PAPER.HEIGHT)
                .from(CASE_ENTRY_PAPER)
                .where(CASE_ENTRY_PAPER.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_ENTRY_PAPER.ENTRY_ID.eq(entry))
                .fetchOptional(row -> new Picture(row.value1(), row.value2(), row.value3()));
    }
}
