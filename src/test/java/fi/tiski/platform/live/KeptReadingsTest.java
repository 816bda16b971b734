package fi.tiski.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fi.tiski.support.Together;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

/** A hundred screens that are told of one change read once, and nobody is shown what was before it. */
class KeptReadingsTest {

    private final KeptReadings readings = new KeptReadings();
    private final Counting counting = new Counting();
    private final Reading reading = reading(counting);

    interface Reading {
        @UntilChanged("queue")
        String of(String what);

        @UntilChanged({})
        String name(String what);
    }

    private static class Counting implements Reading {
        private final AtomicInteger reads = new AtomicInteger();
        private Supplier<String> answer = () -> "";

        @Override
        public String of(String what) {
            reads.incrementAndGet();
            return what + answer.get();
        }

        @Override
        public String name(String what) {
            reads.incrementAndGet();
            return what;
        }
    }

    @Test
    void screensThatAreToldReadOnce() {
        assertThat(Together.all(100, i -> told(() -> reading.of("a")))).containsOnly("a");

        assertThat(counting.reads).hasValue(1);
    }

    @Test
    void whoAsksSomethingElseIsGivenTheirOwnAnswer() {
        assertThat(told(() -> reading.of("a"))).isEqualTo("a");
        assertThat(told(() -> reading.of("b"))).isEqualTo("b");
    }

    @Test
    void aPressReadsForItself() {
        told(() -> reading.of("a"));

        reading.of("a");

        assertThat(counting.reads).hasValue(2);
    }

    @Test
    void whatHasChangedIsReadAgainAndWhatHasNotIsNot() {
        told(() -> reading.of("a"));
        told(() -> reading.name("n"));

        readings.changed(List.of(LiveKey.of("queue", UUID.randomUUID())));
        told(() -> reading.of("a"));
        told(() -> reading.name("n"));

        assertThat(counting.reads).hasValue(3);
    }

    @Test
    void whatWasBeingReadWhenItChangedIsNotGivenToWhoIsToldAfterwards() {
        counting.answer = () -> {
            readings.changed(List.of(LiveKey.of("queue", UUID.randomUUID())));
            counting.answer = () -> " after";
            return " before";
        };

        assertThat(told(() -> reading.of("a"))).isEqualTo("a before");
        assertThat(told(() -> reading.of("a"))).isEqualTo("a after");
    }

    @Test
    void everythingIsReadAgainWhenSomethingMayHaveBeenMissed() {
        told(() -> reading.name("n"));

        readings.forget();
        told(() -> reading.name("n"));

        assertThat(counting.reads).hasValue(2);
    }

    @Test
    void aReadingThatFailsIsTriedAgain() {
        counting.answer = () -> {
            counting.answer = () -> "";
            throw new IllegalStateException("the database is away");
        };

        assertThatIllegalStateException().isThrownBy(() -> told(() -> reading.of("a")));
        assertThat(told(() -> reading.of("a"))).isEqualTo("a");
    }

    private String told(Supplier<String> reread) {
        var answer = new String[1];
        readings.told(() -> answer[0] = reread.get());
        return answer[0];
    }

    private Reading reading(Counting target) {
        var proxy = new ProxyFactory(target);
        proxy.setInterfaces(Reading.class);
        proxy.addAdvisor(LiveConfiguration.keepingReadings(readings));
        return (Reading) proxy.getProxy();
    }
}
