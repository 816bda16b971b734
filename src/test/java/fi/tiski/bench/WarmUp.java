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
        var compiler = ManagementFactory.getCompilationMXBean();
        var began = now();
        while (now() - began < LONGEST) {
            var from = now();
            var compiled = compiler.getTotalCompilationTime();
            while (now() - from < STRETCH) {
                act.call();
            }
            var took = now() - from;
            if (compiler.getTotalCompilationTime() - compiled < QUIET * took) {
                break;
            }
        }
        Say.now("%s: warm after %d s".formatted(what, (now() - began) / 1000));
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
