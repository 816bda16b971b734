package fi.tiski.domain.knowledge;

import static fi.tiski.platform.tables.Tables.TOPIC;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.tables.tables.records.TopicRecord;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of topics. */
@Service
@Transactional(readOnly = true)
public class TopicsService {

    private final DSLContext sql;

    TopicsService(DSLContext sql) {
        this.sql = sql;
    }

    /** The topics that are served now, in the order the organisation shows them. */
    public List<Topic> topics(OrganisationId organisation) {
        return sql.selectFrom(TOPIC)
                .where(TOPIC.ORGANISATION_ID.eq(organisation.value()))
                .and(TOPIC.ENDED_AT.isNull())
                .orderBy(TOPIC.SORT, TOPIC.SLUG)
                .fetch(TopicsService::topic);
    }

    /** Whether the topic is served now. */
    public boolean isServed(OrganisationId organisation, TopicId topic) {
        return sql.fetchExists(
                TOPIC,
                TOPIC.ORGANISATION_ID
                        .eq(organisation.value())
                        .and(TOPIC.ID.eq(topic.value()))
                        .and(TOPIC.ENDED_AT.isNull()));
    }

    /** One topic, also one that has ended: old cases still name it. */
    @UntilChanged({})
    public Optional<Topic> topic(OrganisationId organisation, TopicId topic) {
        return sql.selectFrom(TOPIC)
                .where(TOPIC.ORGANISATION_ID.eq(organisation.value()))
                .and(TOPIC.ID.eq(topic.value()))
                .fetchOptional(TopicsService::topic);
    }

    private static Topic topic(TopicRecord row) {
        var durations = new EnumMap<MeetingMode, Duration>(MeetingMode.class);
        put(durations, MeetingMode.IN_PERSON, row.getMinutesInPerson());
        put(durations, MeetingMode.VIDEO, row.getMinutesVideo());
        put(durations, MeetingMode.PHONE, row.getMinutesPhone());
        return new Topic(
                new TopicId(row.getId()),
                row.getSlug(),
                row.getPictogram(),
                row.getName(),
                row.getSummary(),
                row.getBring(),
                durations);
    }

    private static void put(EnumMap<MeetingMode, Duration> durations, MeetingMode mode, @Nullable Integer minutes) {
        if (minutes != null) {
            durations.put(mode, Duration.ofMinutes(minutes));
        }
    }
}
