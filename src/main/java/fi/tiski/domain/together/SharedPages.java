package fi.tiski.domain.together;

import static fi.tiski.platform.tables.Tables.SHARED_PAGE;
import static fi.tiski.platform.tables.Tables.SHARED_PAGE_PART;

import fi.tiski.domain.meetings.MeetingId;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.tables.tables.records.SharedPagePartRecord;
import fi.tiski.platform.tables.tables.records.SharedPageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Pages and what is written on them; every word of both, so only the service may ask. */
@Repository
class SharedPages {

    private final DSLContext sql;

    SharedPages(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the press has opened one already, or another is open in the meeting. */
    boolean insert(
            VideoMeeting meeting, PageKind kind, Optional<FormSection> section, UUID press, AgentId by, Instant now) {
        return sql.insertInto(SHARED_PAGE)
                        .set(SHARED_PAGE.ORGANISATION_ID, meeting.organisation().value())
                        .set(SHARED_PAGE.ID, SharedPageId.next().value())
                        .set(SHARED_PAGE.MEETING_ID, meeting.id().value())
                        .set(SHARED_PAGE.PRESS, press)
                        .set(SHARED_PAGE.KIND, kind.tag())
                        .set(SHARED_PAGE.SECTION, section.map(FormSection::tag).orElse(null))
                        .set(SHARED_PAGE.STATE, SharedPageState.OPEN.tag())
                        .set(SHARED_PAGE.OPENED_BY, by.value())
                        .set(SHARED_PAGE.OPENED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<SharedPage> byPress(OrganisationId organisation, UUID press) {
        return sql.selectFrom(SHARED_PAGE)
                .where(SHARED_PAGE.ORGANISATION_ID.eq(organisation.value()))
                .and(SHARED_PAGE.PRESS.eq(press))
                .fetchOptional(this::page);
    }

    /** The one that is open, or the last that was. */
    Optional<SharedPage> latest(OrganisationId organisation, MeetingId meeting) {
        return sql.selectFrom(SHARED_PAGE)
                .where(SHARED_PAGE.ORGANISATION_ID.eq(organisation.value()))
                .and(SHARED_PAGE.MEETING_ID.eq(meeting.value()))
                .orderBy(SHARED_PAGE.ENDED_AT.isNull().desc(), SHARED_PAGE.OPENED_AT.desc(), SHARED_PAGE.ID.desc())
                .limit(1)
                .fetchOptional(this::page);
    }

    /** Whatever is done with one page is done one after the other. */
    Optional<SharedPage> lock(OrganisationId organisation, SharedPageId id) {
        return sql.selectFrom(SHARED_PAGE)
                .where(is(organisation, id))
                .forUpdate()
                .fetchOptional(this::page);
    }

    void write(OrganisationId organisation, SharedPageId id, Written now) {
        sql.insertInto(SHARED_PAGE_PART)
                .set(SHARED_PAGE_PART.ORGANISATION_ID, organisation.value())
                .set(SHARED_PAGE_PART.PAGE_ID, id.value())
                .set(SHARED_PAGE_PART.PART, now.place().tag())
                .set(SHARED_PAGE_PART.WORDS, now.words())
                .set(SHARED_PAGE_PART.WRITTEN_BY, now.by().tag())
                .set(SHARED_PAGE_PART.IS_PRIVATE, now.isPrivate())
                .set(SHARED_PAGE_PART.REVISION, now.revision())
                .onConflict(SHARED_PAGE_PART.ORGANISATION_ID, SHARED_PAGE_PART.PAGE_ID, SHARED_PAGE_PART.PART)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        sql.update(SHARED_PAGE)
                .set(SHARED_PAGE.REVISION, now.revision())
                .setNull(SHARED_PAGE.DOUBTED_AT)
                .where(is(organisation, id))
                .execute();
    }

    void doubted(OrganisationId organisation, SharedPageId id, Instant now) {
        sql.update(SHARED_PAGE)
                .set(SHARED_PAGE.DOUBTED_AT, now)
                .where(is(organisation, id))
                .execute();
    }

    /** With everything that was written on it. */
    void ended(OrganisationId organisation, SharedPageId id, SharedPageState how, Instant now) {
        sql.update(SHARED_PAGE)
                .set(SHARED_PAGE.STATE, how.tag())
                .set(SHARED_PAGE.ENDED_AT, now)
                .where(is(organisation, id))
                .execute();
        sql.deleteFrom(SHARED_PAGE_PART)
                .where(SHARED_PAGE_PART.ORGANISATION_ID.eq(organisation.value()))
                .and(SHARED_PAGE_PART.PAGE_ID.eq(id.value()))
                .execute();
    }

    private static Condition is(OrganisationId organisation, SharedPageId id) {
        return SHARED_PAGE.ORGANISATION_ID.eq(organisation.value()).and(SHARED_PAGE.ID.eq(id.value()));
    }

    private SharedPage page(SharedPageRecord row) {
        var kind = PageKind.ofTag(row.getKind());
        var section = Optional.ofNullable(row.getSection()).map(FormSection::ofTag);
        var state = SharedPageState.ofTag(row.getState());
        return new SharedPage(
                new SharedPageId(row.getId()),
                new MeetingId(row.getMeetingId()),
                kind,
                section,
                state,
                row.getRevision(),
                row.getDoubtedAt() != null,
                Optional.ofNullable(row.getEndedAt()),
                state == SharedPageState.OPEN ? written(row, kind.places(section)) : List.of());
    }

    private List<Written> written(SharedPageRecord page, List<Place> places) {
        Map<String, SharedPagePartRecord> parts = sql
                .selectFrom(SHARED_PAGE_PART)
                .where(SHARED_PAGE_PART.ORGANISATION_ID.eq(page.getOrganisationId()))
                .and(SHARED_PAGE_PART.PAGE_ID.eq(page.getId()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(SharedPagePartRecord::getPart, Function.identity()));
        return places.stream()
                .map(place -> Optional.ofNullable(parts.get(place.tag()))
                        .map(row -> written(place, row))
                        .orElseGet(() -> Written.nothing(place)))
                .toList();
    }

    private static Written written(Place place, SharedPagePartRecord row) {
        return new Written(
                place,
                row.getWords(),
                Writer.ofTag(row.getWrittenBy()),
                row.getIsPrivate(),
                !row.getWords().isBlank(),
                row.getRevision());
    }
}
