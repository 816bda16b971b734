package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.TICKET;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** How long encounters have taken lately, from the call to the end: walking to the counter is part of it. */
@Repository
class ServedLately {

    /** A busy point's last day or two: enough for its spread, and recent enough for its people. */
    private static final int AT_POINT = 120;

    private static final int OF_TOPIC = 40;

    private final DSLContext sql;

    ServedLately(DSLContext sql) {
        this.sql = sql;
    }

    record Served(Optional<TopicId> topic, Duration length) {}

    /** The latest at a point, the last first. */
    List<Served> at(OrganisationId organisation, PointId point) {
        return sql.select(TICKET.TOPIC_ID, TICKET.CALLED_AT, TICKET.ENDED_AT)
                .from(TICKET)
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET.POINT_ID.eq(point.value()))
                .and(TICKET.STATE.eq(TicketState.DONE.tag()))
                .and(TICKET.CALLED_AT.isNotNull())
                .orderBy(TICKET.ENDED_AT.desc())
                .limit(AT_POINT)
                .fetch(row -> new Served(
                        Optional.ofNullable(row.value1()).map(TopicId::new),
                        Duration.between(row.value2(), row.value3())));
    }

    /** The latest about a topic, at any point. */
    List<Duration> of(OrganisationId organisation, TopicId topic) {
        return sql.select(TICKET.CALLED_AT, TICKET.ENDED_AT)
                .from(TICKET)
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET.TOPIC_ID.eq(topic.value()))
                .and(TICKET.STATE.eq(TicketState.DONE.tag()))
                .and(TICKET.CALLED_AT.isNotNull())
                .orderBy(TICKET.ENDED_AT.desc())
                .limit(OF_TOPIC)
                .fetch(row -> Duration.between(row.value1(), row.value2()));
    }
}
