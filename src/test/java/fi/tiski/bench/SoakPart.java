package fi.tiski.bench;

import fi.tiski.journeys.Soak;
import fi.tiski.journeys.Soak.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether two hundred persons in a row leave anything behind. */
final class SoakPart implements Part {

    private static final int PERSONS = 200;
    private static final long SEED = 200;

    /** Of memory, less than one page of a kiosk for every ten persons counts as flat. */
    private static final double FLAT_KILOBYTES = 10;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String title() {
        return "%d persons at one kiosk".formatted(PERSONS);
    }

    @Override
    public String how() {
        return """
                One person after another in a real Chromium: each wants a number, a time, a call or their booking, in one
                of the four languages. By chance some walk away in the middle, press the browser's back key, or find the
                printer without paper, open or unplugged; and several times the server is killed under somebody's hand
                and started again. After each of them nothing of them may be in the page, its storage and its history,
                or the run ends there. What the server keeps is read from the process after a full collection, once 5/8
                of them have been and again at the end, both times with the kiosk's first page open.""";
    }

    @Override
    public List<Figure> measure(Folder kept) {
        Say.now("%d persons, some minutes".formatted(PERSONS));
        try (var soak = new Soak(PERSONS, SEED, Path.of("target", "bench", "soak.log"))) {
            var outcome = soak.run();
            var before = outcome.before();
            var after = outcome.after();
            var each = (after.bytes() - before.bytes()) / 1000.0 / outcome.since();
            return List.of(
                    new Figure(
                            "ended clean",
                            "%d served, %d walked away; %d back keys, %d printers out of order, server killed %d times"
                                    .formatted(
                                            outcome.served(),
                                            outcome.often(Trouble.GAVE_UP),
                                            outcome.often(Trouble.BACK_KEY),
                                            outcome.often(Trouble.PRINTER_UNPLUGGED),
                                            outcome.often(Trouble.SERVER_KILLED)),
                            "all " + PERSONS,
                            outcome.served() + outcome.often(Trouble.GAVE_UP) == PERSONS
                                    ? Figure.Verdict.MET
                                    : Figure.Verdict.MISSED),
                    Figure.atMost(
                            FLAT_KILOBYTES,
                            " kB",
                            "memory that each of the last %d left".formatted(outcome.since()),
                            each,
                            String.format(
                                    Locale.ROOT,
                                    "%.1f kB (%.1f MB before, %.1f MB after)",
                                    each,
                                    before.bytes() / 1e6,
                                    after.bytes() / 1e6)),
                    same("sessions", before.sessions(), after.sessions()),
                    same("pages in the server's memory", before.pages(), after.pages()),
                    same("connections to the database", before.connections(), after.connections()),
                    Figure.told("threads", toldBoth(before.threads(), after.threads())));
        }
    }

    private static Figure same(String what, int before, int after) {
        return new Figure(
                what,
                toldBoth(before, after),
                "as before",
                after <= before ? Figure.Verdict.MET : Figure.Verdict.MISSED);
    }

    private static String toldBoth(int before, int after) {
        return "%d before, %d after".formatted(before, after);
    }
}
