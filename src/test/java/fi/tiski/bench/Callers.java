package fi.tiski.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** People who all do the same thing again and again, as fast as they are answered. */
final class Callers {

    private Callers() {}

    /** How often a second all of them together had it done. {@code each} makes the act of one caller. */
    static double perSecond(int callers, double seconds, IntFunction<Callable<?>> each) throws Exception {
        var began = System.nanoTime();
        var until = began + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        try (var crowd = Executors.newFixedThreadPool(callers)) {
            var counts = new ArrayList<Future<Long>>();
            for (int i = 0; i < callers; i++) {
                var act = each.apply(i);
                counts.add(crowd.submit(() -> {
                    var done = 0L;
                    while (System.nanoTime() < until) {
                        act.call();
                        done++;
                    }
                    return done;
                }));
            }
            var all = 0L;
            for (var count : counts) {
                all += count.get();
            }
            return all / ((System.nanoTime() - began) / 1e9);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A caller was not answered", failed.getCause());
        }
    }
}
