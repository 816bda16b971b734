package fi.tiski.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Lets something run until the virtual machine has made it as fast as it will be, as on any server that has been open for
 * some minutes: until then most of what is measured is its compiler, which works on the same cores.
 */
final class WarmUp {

    /** Quiet when the compiler has worked for less than this part of a stretch of time... */
    private static final double QUIET = 0.05;

    private static final long STRETCH = TimeUnit.SECONDS.toMillis(3);

    /** ...and given up after this long. */
    private static final long LONGEST = TimeUnit.MINUTES.toMillis(3);

    private WarmUp() {}

    static void until(String what, Callable<?> act) throws Exception {
        until(what, act, WarmUp::compiled);
    }

    /** @param compiled how many milliseconds the compiler has worked so far, in the process that does the work */
    static void until(String what, Callable<?> act, Callable<Long> compiled) throws Exception {
        var began = now();
        while (now() - began < LONGEST) {
            var from = now();
            var before = compiled.call();
            while (now() - from < STRETCH) {
                act.call();
            }
            if (compiled.call() - before < QUIET * (now() - from)) {
                break;
            }
        }
        Say.now("%s: warm after %d s".formatted(what, (now() - began) / 1000));
    }

    /** Of this process. */
    static long compiled() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
