package fi.tiski.bench;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;

/** Opening a case and finding one, among very many. */
final class CasesPart implements Part {

    private static final String DATA = "cases";
    private static final int CASES = 100_000;
    private static final int ENTRIES_EACH = 20;
    private static final int ROUNDS = 5;
    private static final int ASKED = 100;
    private static final double GOAL = 1.5;

    /** What a search may take: SERVICE.md's promise. */
    private static final double PROMISED_MS = 50;

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String title() {
        return "Opening and finding a case";
    }

    @Override
    public String how() {
        return """
                %,d cases with %,d entries, every fourth with some words that were told, from a vocabulary in which few
                words are common and most are rare. One caller, through the service; against it the same statements,
                recorded from the service in this run, by bare JDBC over the same pool. Each in turn, %d times %d times;
                the ratio is that of the middle times of each round. Before that both run until the virtual machine
                hardly compiles any more, as on a server that has been open for some minutes. A search finds the
                twenty cases changed last.""".formatted(CASES, CASES * ENTRIES_EACH, ROUNDS, ASKED);
    }

    @Override
    public List<Figure> measure(Folder kept) throws Exception {
        try (var ground = Ground.at(kept.of(DATA))) {
            if (!kept.isDone(DATA)) {
                Say.now("Making %,d cases with %,d entries, once".formatted(CASES, CASES * ENTRIES_EACH));
                ground.sql().execute("truncate organisation cascade");
                fill(ground.sql());
                kept.done(DATA);
            }
            return new Desk(ground).measure();
        }
    }

    /** Somebody who opens and finds. */
    private static final class Desk {

        private final Ground ground;
        private final CasesService cases;
        private final OrganisationId organisation;
        private final AgentId agent;

        Desk(Ground ground) {
            this.ground = ground;
            cases = ground.a(CasesService.class);
            organisation = new OrganisationId(id("select id from organisation"));
            agent = new AgentId(id("select id from agent"));
        }

        List<Figure> measure() throws Exception {
            var all = new ArrayList<Comparison>();
            all.add(open());
            for (var sought : sought().entrySet()) {
                all.add(search(sought.getKey(), sought.getValue()));
            }
            WarmUp.until("cases", () -> {
                for (var one : all) {
                    one.byService().call();
                    one.byJdbc().call();
                }
                return all;
            });
            var figures = new ArrayList<Figure>();
            for (var one : all) {
                figures.add(one.figure());
            }
            return figures;
        }

        private Comparison open() throws Exception {
            var some = new ArrayList<CaseId>();
            ground.sql()
                    .fetch("select id from case_record order by code limit 1000")
                    .forEach(row -> some.add(new CaseId(row.get(0, UUID.class))));
            var first = some.getFirst();
            var tape = ground.recorder()
                    .record(
                            () -> cases.read(organisation, first, agent),
                            Set.of(
                                    organisation.value().toString(),
                                    agent.value().toString()),
                            Map.of(first.value().toString(), "case"));
            var next = new int[1];
            return compared(
                    "open a case",
                    () -> cases.read(organisation, some.get(next[0]++ % some.size()), agent),
                    tape,
                    () -> Map.of(
                            "case", some.get(next[0]++ % some.size()).value().toString()),
                    false);
        }

        private Comparison search(String what, String sought) throws Exception {
            var tape = ground.recorder()
                    .record(
                            () -> cases.find(organisation, sought),
                            Set.of(organisation.value().toString()),
                            Map.of());
            var found = cases.find(organisation, sought).size();
            return compared(
                    "find %s (%d found)".formatted(what, found),
                    () -> cases.find(organisation, sought),
                    tape,
                    Map::of,
                    true);
        }

        private Comparison compared(
                String what, Callable<?> byService, Tape tape, Callable<Map<String, String>> given, boolean search) {
            Callable<?> byJdbc = () -> {
                try (var connection = ground.recorder().pool().getConnection()) {
                    tape.play(connection, given.call());
                }
                return what;
            };
            return new Comparison(what, byService, byJdbc, search);
        }

        /** What is sought, by what kind of thing it is. */
        private Map<String, String> sought() {
            var all = new LinkedHashMap<String, String>();
            all.put("by code", text("select code from case_record order by id limit 1 offset 4711"));
            all.put("by phone number", text("select phone from customer order by id limit 1 offset 4711"));
            all.put("by a whole name", text("select name from customer order by id limit 1 offset 4711"));
            all.put("by a first name that many have", "Aino");
            all.put("by a rare word", "sana49999");
            all.put("by a common word", "sana1");
            all.put("by two words", "sana3 sana4321");
            all.put("by what nobody said", "olematonta");
            all.put("the latest, by nothing", "");
            return all;
        }

        private String text(String question) {
            return ground.sql().fetchSingle(question).get(0, String.class);
        }

        private UUID id(String question) {
            return ground.sql().fetchSingle(question).get(0, UUID.class);
        }
    }

    private record Comparison(String what, Callable<?> byService, Callable<?> byJdbc, boolean search) {

        Figure figure() throws Exception {
            Say.now("cases: " + what);
            var service = new ArrayList<Double>();
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                var one = new ArrayList<Double>();
                var other = new ArrayList<Double>();
                for (int i = 0; i < ASKED; i++) {
                    one.add(milliseconds(byService));
                    other.add(milliseconds(byJdbc));
                }
                service.add(Spread.of(one).median());
                ratios.add(Spread.of(one).median() / Spread.of(other).median());
            }
            var ratio = Spread.of(ratios);
            var took = Spread.of(service);
            var told = "%s times; %s ms".formatted(ratio.told(2), took.told(1));
            var slow = search && took.median() > PROMISED_MS;
            var figure = Figure.atMost(GOAL, search ? " times, and 50 ms" : " times", what, ratio.median(), told);
            return slow ? new Figure(figure.what(), told, figure.goal(), Figure.Verdict.MISSED) : figure;
        }

        private static double milliseconds(Callable<?> act) throws Exception {
            var began = System.nanoTime();
            act.call();
            return (System.nanoTime() - began) / 1e6;
        }
    }

    /** As a service would have left it behind; names and words are drawn, the same on every machine. */
    private static void fill(DSLContext sql) {
        sql.execute("""
                insert into organisation values (gen_random_uuid(), 'bench', '{"fi": "B", "sv": "B", "en": "B"}', '1')
                """);
        sql.execute("""
                insert into agent (organisation_id, id, sign_in, password_hash, name, role, languages)
                select id, gen_random_uuid(), 'agent', '{noop}', 'Aino Laine', 'agent', '{fi}' from organisation
                """);
        sql.execute("select setseed(0.42)");
        sql.execute("""
                insert into customer (organisation_id, id, name, phone, language, created_at)
                select o.id, gen_random_uuid(),
                       (array ['Aino', 'Eino', 'Helmi', 'Toivo', 'Elli', 'Onni', 'Lyyli', 'Veikko', 'Saimi', 'Urho',
                               'Tyyne', 'Arvo', 'Impi', 'Kaarlo', 'Siiri', 'Oiva', 'Martta', 'Eero', 'Fanni', 'Lauri'])
                           [1 + n % 20] || ' ' ||
                       initcap(substr(translate(md5(n::text), '0123456789', 'aeiouklmnr'), 1, 4 + n % 6)) || 'nen',
                       '+35840' || lpad(n::text, 7, '0'), 'fi', timestamptz '2025-06-01Z' + n * interval '5 minutes'
                from organisation o, generate_series(1, ?::int) n
                """, CASES);
        sql.execute("""
                insert into case_record (organisation_id, id, code, state, customer_id, language, opened_at, opened_in,
                                         changed_at)
                select organisation_id, gen_random_uuid(), upper(lpad(to_hex(n), 6, 'K')), 'open', id, 'fi',
                       created_at, 'home', created_at + interval '1 hour' * (random() * 2000)
                from (select *, row_number() over (order by created_at) as n from customer) c
                """);
        // The key is checked when it is made, once for all rows: as safe, and it takes a quarter of the time.
        sql.execute("alter table case_entry drop constraint case_entry_organisation_id_case_id_fkey");
        sql.execute("""
                insert into case_entry (organisation_id, id, case_id, at, by_kind, channel, kind)
                select organisation_id,
                       gen_random_uuid(),
                       case_id, at, 'customer', 'home', 'words-told'
                from (select organisation_id, id as case_id, opened_at + n * interval '1 hour' as at
                      from case_record, generate_series(1, ?::int) n) e
                """, ENTRIES_EACH);
        sql.execute("""
                alter table case_entry add constraint case_entry_organisation_id_case_id_fkey
                    foreign key (organisation_id, case_id) references case_record
                """);
        // The n-th of fifty thousand words comes about as often as one over n, as in any language.
        sql.execute("""
                insert into case_entry_words (organisation_id, entry_id, case_id, words)
                select organisation_id, id, case_id,
                       (select string_agg('sana' || floor(exp(random() * ln(50000)))::int, ' ')
                        from generate_series(1, 12) w where e.id is not null)
                from case_entry e
                where hashtext(id::text) % 4 = 0
                """);
        sql.execute("vacuum analyze");
    }
}
