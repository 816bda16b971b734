package fi.tiski.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many people who do something at the same moment. */
public final class Together {

    private Together() {}

    /** Nobody begins before everybody stands ready. What each got, in order; throws what any of them threw. */
    public static <T> List<T> all(int people, IntFunction<T> does) {
        var ready = new CountDownLatch(people);
        try (var crowd = Executors.newFixedThreadPool(people)) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < people; i++) {
                var who = i;
                futures.add(crowd.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return does.apply(who);
                }));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
