package fi.tiski.bench;

/** What is going on, on the way to the table. */
final class Say {

    private static final long BEGAN = System.nanoTime();

    private Say() {}

    static void now(String what) {
        System.out.printf("  %4d s  %s%n", (System.nanoTime() - BEGAN) / 1_000_000_000, what);
    }
}
