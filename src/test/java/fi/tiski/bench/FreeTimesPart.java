package fi.tiski.bench;

import static fi.tiski.support.TestClock.HELSINKI;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import fi.tiski.support.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Free times for one topic at one point, while the service around it grows, and while the point itself does. */
final class FreeTimesPart implements Part {

    private static final int AT_THE_POINT = 50;
    private static final int ROUNDS = 5;
    private static final int FIRST_ASKED = 40;
    private static final int ALL_ASKED = 6;
    private static final int DAYS = 30;
    private static final double ELSEWHERE = 1.2;
    private static final double HERE = 2;

    /** @param all agents in all @param here of them at the point that is asked for */
    private record Size(int all, int here) {

        String name() {
            return "free-times-%d-of-%d".formatted(here, all);
        }
    }

    private static final Size SMALL = new Size(50, AT_THE_POINT);
    private static final Size MIDDLE = new Size(500, AT_THE_POINT);
    private static final Size LARGE = new Size(5_000, AT_THE_POINT);
    private static final Size CROWDED = new Size(500, 500);

    @Override
    public String name() {
        return "free-times";
    }

    @Override
    public String title() {
        return "Free times";
    }

    @Override
    public String how() {
        return """
                For one topic of 45 minutes in person at one point, through the service: the first three within six
                weeks (what a customer is shown first), and all of %d days. Four databases, each with a month of working
                days booked to seven tenths: 50 agents in all; 500, and 5,000, of whom 50 are at the point that is asked
                for and the others at other points of 50; and 500 who are all at the one point. They are asked in turn
                within each round, so that noise hits all alike; the figures are the middle ones of %d rounds, and the
                ratio that of each round.""".formatted(DAYS, ROUNDS);
    }

    @Override
    public List<Figure> measure(Folder kept) throws Exception {
        var towns = new LinkedHashMap<Size, Town>();
        try {
            for (var size : List.of(SMALL, MIDDLE, LARGE, CROWDED)) {
                towns.put(size, Town.open(kept, size));
            }
            var first = new Times(towns, FIRST_ASKED, Town::first);
            var all = new Times(towns, ALL_ASKED, Town::all);
            for (int round = 0; round < ROUNDS; round++) {
                Say.now("free times, round %d of %d".formatted(round + 1, ROUNDS));
                first.ask();
                all.ask();
            }
            var figures = new ArrayList<Figure>();
            figures.addAll(first.told("first three"));
            figures.add(first.ratio(ELSEWHERE, "first three: 500 agents in all, of 50", MIDDLE, SMALL));
            figures.add(first.ratio(ELSEWHERE, "first three: 5,000 agents in all, of 500", LARGE, MIDDLE));
            figures.add(first.ratio(HERE, "first three: 500 agents at the point, of 50", CROWDED, SMALL));
            figures.addAll(all.told("all of %d days".formatted(DAYS)));
            figures.add(
                    all.ratio(ELSEWHERE, "all of %d days: 500 agents in all, of 50".formatted(DAYS), MIDDLE, SMALL));
            figures.add(
                    all.ratio(ELSEWHERE, "all of %d days: 5,000 agents in all, of 500".formatted(DAYS), LARGE, MIDDLE));
            figures.add(Figure.told(
                    "all of %d days: 500 agents at the point, of 50".formatted(DAYS),
                    all.ratios(CROWDED, SMALL).told(2) + " times"));
            return figures;
        } finally {
            towns.values().forEach(Town::close);
        }
    }

    private interface Question {
        int ask(Town town);
    }

    /** Milliseconds of one question, the middle one of each round. */
    private static final class Times {

        private final Map<Size, Town> towns;
        private final int asked;
        private final Question question;
        private final Map<Size, List<Double>> rounds = new LinkedHashMap<>();

        Times(Map<Size, Town> towns, int asked, Question question) {
            this.towns = towns;
            this.asked = asked;
            this.question = question;
            towns.values().forEach(town -> {
                for (int warm = 0; warm < asked / 2; warm++) {
                    question.ask(town);
                }
            });
        }

        void ask() {
            var now = new LinkedHashMap<Size, List<Double>>();
            for (int i = 0; i < asked; i++) {
                towns.forEach((size, town) -> {
                    var began = System.nanoTime();
                    if (question.ask(town) == 0) {
                        throw new IllegalStateException("Nothing is free in " + size);
                    }
                    now.computeIfAbsent(size, first -> new ArrayList<>()).add((System.nanoTime() - began) / 1e6);
                });
            }
            now.forEach((size, times) -> of(size).add(Spread.of(times).median()));
        }

        private List<Double> of(Size size) {
            return rounds.computeIfAbsent(size, first -> new ArrayList<>());
        }

        List<Figure> told(String what) {
            return towns.keySet().stream()
                    .map(size -> Figure.told(
                            "%s, %,d agents in all, %d at the point".formatted(what, size.all(), size.here()),
                            Spread.of(of(size)).told(1) + " ms"))
                    .toList();
        }

        Spread ratios(Size of, Size to) {
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < of(of).size(); round++) {
                ratios.add(of(of).get(round) / of(to).get(round));
            }
            return Spread.of(ratios);
        }

        Figure ratio(double goal, String what, Size of, Size to) {
            var ratios = ratios(of, to);
            return Figure.atMost(goal, " times", what, ratios.median(), ratios.told(2) + " times");
        }
    }

    /** A database with agents of this number, a month of shifts, and a month of bookings. */
    private record Town(Ground ground, AppointmentsService appointments, Wanted wanted) {

        static Town open(Folder kept, Size size) throws Exception {
            var ground = Ground.at(kept.of(size.name()));
            if (!kept.isDone(size.name())) {
                Say.now("Making %,d agents with a month of bookings, once".formatted(size.all()));
                ground.sql().execute("truncate organisation cascade");
                fill(ground.sql(), size);
                kept.done(size.name());
            }
            var organisation = new OrganisationId(
                    ground.sql().fetchSingle("select id from organisation").get(0, UUID.class));
            var point = ground.a(PointsService.class).pointBySlug("point-0").orElseThrow();
            var topic =
                    new TopicId(ground.sql().fetchSingle("select id from topic").get(0, UUID.class));
            return new Town(
                    ground,
                    ground.a(AppointmentsService.class),
                    new Wanted(
                            organisation,
                            MeetingMode.IN_PERSON,
                            Optional.of(point),
                            Optional.of(topic),
                            Duration.ofMinutes(45),
                            Needs.NONE,
                            Language.FI,
                            HELSINKI));
        }

        int first() {
            return appointments.firstFree(wanted, 3).size();
        }

        int all() {
            return appointments
                    .freeWithin(wanted, Span.of(TestClock.MONDAY_NINE, Duration.ofDays(DAYS)))
                    .size();
        }

        void close() {
            ground.close();
        }

        /** Every agent has a room at their point, works from eight to four, and has ten meetings a day or less. */
        private static void fill(DSLContext sql, Size size) {
            sql.execute("""
                    insert into organisation values (gen_random_uuid(), 'bench', '{"fi": "B", "sv": "B", "en": "B"}', '1')
                    """);
            sql.execute("""
                    insert into topic (organisation_id, id, slug, pictogram, name, summary, bring, minutes_in_person)
                    select id, gen_random_uuid(), 'topic', 'other', name, name, name, 45 from organisation
                    """);
            sql.execute("""
                    insert into service_point (organisation_id, id, slug, name, address, directions, time_zone, step_free)
                    select id, gen_random_uuid(), 'point-' || n, name, 'Torikatu', name, 'Europe/Helsinki', true
                    from organisation, generate_series(0, ?::int - 1) n
                    """, size.all() / size.here());
            sql.execute("""
                    insert into opening_hours
                    select organisation_id, id, weekday, '08:00', '16:00' from service_point, generate_series(1, 5) weekday
                    """);
            sql.execute("""
                    insert into agent (organisation_id, id, sign_in, password_hash, name, role, languages)
                    select id, gen_random_uuid(), 'agent-' || n, '{noop}', 'Agent ' || n, 'agent', '{fi,sv}'
                    from organisation, generate_series(0, ?::int - 1) n
                    """, size.all());
            sql.execute("insert into agent_topic select a.organisation_id, a.id, t.id from agent a, topic t");
            sql.execute("""
                    insert into room (organisation_id, id, point_id, label)
                    select a.organisation_id, a.id, p.id, a.sign_in
                    from agent a join service_point p on p.slug = 'point-' || split_part(a.sign_in, '-', 2)::int / ?::int
                    """, size.here());
            sql.execute("""
                    insert into shift (organisation_id, id, agent_id, point_id, during, modes)
                    select r.organisation_id, gen_random_uuid(), r.id, r.point_id,
                           tstzrange((day + time '08:00') at time zone 'Europe/Helsinki',
                                     (day + time '16:00') at time zone 'Europe/Helsinki'),
                           '{here,in-person}'
                    from generate_series(timestamp '2026-05-11', '2026-06-14', '1 day') day, room r
                    where extract(isodow from day) < 6
                    """);
            sql.execute("""
                    insert into customer (organisation_id, id, language, created_at)
                    select id, id, 'fi', '2026-05-01Z' from organisation
                    """);
            sql.execute("""
                    insert into case_record (organisation_id, id, code, state, customer_id, language, opened_at, opened_in,
                                             changed_at)
                    select id, id, 'AAAAAA', 'open', id, 'fi', '2026-05-01Z', 'home', '2026-05-01Z' from organisation
                    """);
            // By day, so that the indexes grow as they would. Whether a time is booked is drawn, the same on every
            // machine.
            sql.execute("""
                    insert into appointment (organisation_id, id, case_id, press, mode, topic_id, point_id, agent_id, room_id,
                                             during, state, made_at)
                    select s.organisation_id, gen_random_uuid(), s.organisation_id, gen_random_uuid(), 'in-person', t.id,
                           s.point_id, s.agent_id, s.agent_id,
                           tstzrange(lower(s.during) + nth * interval '45 minutes',
                                     lower(s.during) + (nth + 1) * interval '45 minutes'),
                           'booked', '2026-05-01Z'
                    from shift s join agent a on a.id = s.agent_id, topic t, generate_series(0, 9) nth
                    where abs(hashtext(a.sign_in || lower(s.during) || nth)) %% 10 < 7
                    order by lower(s.during), nth
                    """.replace("%%", "%"));
            sql.execute("vacuum analyze");
        }
    }
}
