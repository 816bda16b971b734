package fi.tiski.demo;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.AGENT_TOPIC;
import static fi.tiski.platform.tables.Tables.COUNTER;
import static fi.tiski.platform.tables.Tables.KIOSK;
import static fi.tiski.platform.tables.Tables.OPENING_HOURS;
import static fi.tiski.platform.tables.Tables.ORGANISATION;
import static fi.tiski.platform.tables.Tables.ROOM;
import static fi.tiski.platform.tables.Tables.SERVICE_POINT;
import static fi.tiski.platform.tables.Tables.TOPIC;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.Interpreter;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.platform.ids.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Component;

/** Builds the municipality: its points, its catalogue and its people. */
@Component
@Profile("demo")
class Founding {

    private final DSLContext sql;
    private final InterpretersService interpreters;

    Founding(DSLContext sql, InterpretersService interpreters) {
        this.sql = sql;
        this.interpreters = interpreters;
    }

    /** True when this database is empty, or keeps Lampila already: nobody else's counters get a demo among them. */
    boolean welcome(Lampila lampila) {
        return !sql.fetchExists(
                ORGANISATION, ORGANISATION.SLUG.ne(lampila.organisation().slug()));
    }

    boolean done(Lampila lampila) {
        return sql.fetchExists(
                ORGANISATION, ORGANISATION.SLUG.eq(lampila.organisation().slug()));
    }

    void found(Lampila lampila) {
        var id = OrganisationId.next().value();
        sql.insertInto(ORGANISATION)
                .set(ORGANISATION.ID, id)
                .set(ORGANISATION.SLUG, lampila.organisation().slug())
                .set(ORGANISATION.NAME, Lampila.text(lampila.organisation().name()))
                .set(ORGANISATION.PHONE, lampila.organisation().phone())
                .execute();
        for (var sort = 0; sort < lampila.points().size(); sort++) {
            point(id, lampila.points().get(sort), sort);
        }
        var topics = new HashMap<String, UUID>();
        for (var sort = 0; sort < lampila.topics().size(); sort++) {
            var topic = lampila.topics().get(sort);
            topics.put(topic.slug(), topic(id, topic, sort));
        }
        var hashes = hashes(lampila.agents());
        lampila.agents().forEach(person -> agent(id, person, hashes, topics));
    }

    /** Those interpreters who are missing: all of them, or none but those that the demo has got since it was founded. */
    void hire(OrganisationId organisation, Lampila lampila) {
        var there = interpreters.interpreters(organisation).stream()
                .map(Interpreter::name)
                .toList();
        lampila.interpreters().stream()
                .filter(one -> !there.contains(one.name()))
                .forEach(one -> interpreters.add(
                        organisation,
                        one.name(),
                        one.languages().stream().map(InterpretedLanguage::new).toList()));
    }

    private void point(UUID organisation, Lampila.Point point, int sort) {
        var id = Ids.next();
        sql.insertInto(SERVICE_POINT)
                .set(SERVICE_POINT.ORGANISATION_ID, organisation)
                .set(SERVICE_POINT.ID, id)
                .set(SERVICE_POINT.SLUG, point.slug())
                .set(SERVICE_POINT.NAME, Lampila.text(point.name()))
                .set(SERVICE_POINT.ADDRESS, point.address())
                .set(SERVICE_POINT.DIRECTIONS, Lampila.text(point.directions()))
                .set(SERVICE_POINT.TIME_ZONE, "Europe/Helsinki")
                .set(SERVICE_POINT.STEP_FREE, point.stepFree())
                .set(SERVICE_POINT.SORT, sort)
                .execute();
        point.opening()
                .forEach(hours -> hours.days()
                        .forEach(day -> sql.insertInto(OPENING_HOURS)
                                .set(OPENING_HOURS.ORGANISATION_ID, organisation)
                                .set(OPENING_HOURS.POINT_ID, id)
                                .set(OPENING_HOURS.WEEKDAY, day.shortValue())
                                // As text: 24:00 is a time to PostgreSQL, and not to Java.
                                .set(OPENING_HOURS.OPENS, cast(val(hours.opens()), SQLDataType.LOCALTIME))
                                .set(OPENING_HOURS.CLOSES, cast(val(hours.closes()), SQLDataType.LOCALTIME))
                                .execute()));
        point.counters()
                .forEach(label -> sql.insertInto(COUNTER)
                        .set(COUNTER.ORGANISATION_ID, organisation)
                        .set(COUNTER.ID, Ids.next())
                        .set(COUNTER.POINT_ID, id)
                        .set(COUNTER.LABEL, label)
                        .execute());
        point.rooms()
                .forEach(room -> sql.insertInto(ROOM)
                        .set(ROOM.ORGANISATION_ID, organisation)
                        .set(ROOM.ID, Ids.next())
                        .set(ROOM.POINT_ID, id)
                        .set(ROOM.LABEL, room.label())
                        .set(ROOM.FEATURES, array(room.features()))
                        .execute());
        point.kiosks()
                .forEach(slug -> sql.insertInto(KIOSK)
                        .set(KIOSK.ORGANISATION_ID, organisation)
                        .set(KIOSK.ID, Ids.next())
                        .set(KIOSK.POINT_ID, id)
                        .set(KIOSK.SLUG, slug)
                        .execute());
    }

    private UUID topic(UUID organisation, Lampila.Topic topic, int sort) {
        var id = Ids.next();
        sql.insertInto(TOPIC)
                .set(TOPIC.ORGANISATION_ID, organisation)
                .set(TOPIC.ID, id)
                .set(TOPIC.SLUG, topic.slug())
                .set(TOPIC.PICTOGRAM, topic.pictogram())
                .set(TOPIC.NAME, Lampila.text(topic.name()))
                .set(TOPIC.SUMMARY, Lampila.text(topic.summary()))
                .set(TOPIC.BRING, Lampila.text(topic.bring()))
                .set(TOPIC.MINUTES_IN_PERSON, topic.minutes().get("in-person"))
                .set(TOPIC.MINUTES_VIDEO, topic.minutes().get("video"))
                .set(TOPIC.MINUTES_PHONE, topic.minutes().get("phone"))
                .set(TOPIC.SORT, sort)
                .execute();
        return id;
    }

    private void agent(UUID organisation, Lampila.Person person, Map<String, String> hashes, Map<String, UUID> topics) {
        var id = Ids.next();
        sql.insertInto(AGENT)
                .set(AGENT.ORGANISATION_ID, organisation)
                .set(AGENT.ID, id)
                .set(AGENT.SIGN_IN, person.signIn())
                .set(AGENT.PASSWORD_HASH, hashes.get(person.signIn()))
                .set(AGENT.NAME, person.name())
                .set(AGENT.ROLE, person.role())
                .set(AGENT.LANGUAGES, array(person.languages()))
                .set(AGENT.SKILLS, array(person.skills()))
                .execute();
        var served = person.topics().isEmpty() ? topics.keySet() : person.topics();
        served.forEach(slug -> sql.insertInto(AGENT_TOPIC)
                .set(AGENT_TOPIC.ORGANISATION_ID, organisation)
                .set(AGENT_TOPIC.AGENT_ID, id)
                .set(AGENT_TOPIC.TOPIC_ID, topics.get(slug))
                .execute());
    }

    /** Side by side: a hash is slow on purpose. */
    private static Map<String, String> hashes(List<Lampila.Person> people) {
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        return people.parallelStream()
                .map(Lampila.Person::signIn)
                .collect(toMap(Function.identity(), signIn -> encoder.encode("demo-" + signIn)));
    }

    private static String[] array(List<String> those) {
        return those.toArray(String[]::new);
    }
}
