package fi.tiski.platform.live;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The answers of methods that are {@link UntilChanged}, each as long as nothing that it depends on has changed. */
class KeptReadings implements MethodInterceptor {

    private final Map<Question, Answer> kept = new ConcurrentHashMap<>();
    private final Map<String, Long> changes = new ConcurrentHashMap<>();
    private final ThreadLocal<Boolean> told = ThreadLocal.withInitial(() -> false);

    private record Question(Method method, List<@Nullable Object> arguments) {}

    /** @param asOf how often each kind had changed before it was read */
    private record Answer(List<Long> asOf, CompletableFuture<@Nullable Object> value) {}

    void told(Runnable reread) {
        told.set(true);
        try {
            reread.run();
        } finally {
            told.remove();
        }
    }

    /** Before anybody is told: who is told must not be given what was read earlier. */
    void changed(Collection<LiveKey> keys) {
        keys.stream()
                .map(LiveKey::kind)
                .collect(Collectors.toSet())
                .forEach(kind -> changes.merge(kind, 1L, Long::sum));
    }

    void forget() {
        kept.clear();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation reading) throws Throwable {
        // Inside a transaction one would wait for somebody who may need the connection that one holds.
        if (!told.get() || TransactionSynchronizationManager.isActualTransactionActive()) {
            return reading.proceed();
        }
        var mine = new Answer(asOf(reading.getMethod()), new CompletableFuture<>());
        var question = new Question(reading.getMethod(), List.of(reading.getArguments()));
        var answer =
                kept.compute(question, (same, was) -> was != null && was.asOf().equals(mine.asOf()) ? was : mine);
        if (answer == mine) {
            read(reading, question, mine);
        }
        try {
            return answer.value().join();
        } catch (CompletionException failed) {
            throw failed.getCause();
        }
    }

    private void read(MethodInvocation reading, Question question, Answer answer) {
        try {
            answer.value().complete(reading.proceed());
        } catch (Throwable failed) {
            // Whoever waits fails too; whoever asks next tries for themselves.
            kept.remove(question, answer);
            answer.value().completeExceptionally(failed);
        }
    }

    private List<Long> asOf(Method method) {
        var annotation = method.getAnnotation(UntilChanged.class);
        return annotation == null
                ? List.of()
                : Arrays.stream(annotation.value())
                        .map(kind -> changes.getOrDefault(kind, 0L))
                        .toList();
    }
}
