package fi.tiski.domain.queue;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.text.Language;
import fi.tiski.support.DomainTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Screens that are told of a change share what they read, and never miss what was done. */
class ToldOfTheQueueTest extends DomainTest {

    @Autowired
    private QueueService queue;

    @Autowired
    private Live live;

    private ServicePoint point;

    @BeforeEach
    void aPoint() {
        point = town.aPoint().openAllDay().there();
    }

    @Test
    void whatOneScreenReadIsGivenToTheNext() throws InterruptedException {
        var heard = new CountDownLatch(1);
        try (var watch = live.watch(List.of(QueueService.liveKey(point.id())), heard::countDown)) {
            take();
            assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(told()).hasSize(1);
        // Past all announcements: nobody who is told can know of it yet.
        sql.execute("update ticket set state = 'left' where organisation_id = ?", town.id());

        assertThat(told()).hasSize(1);
        assertThat(queue.waiting(town.organisation(), point.id())).isEmpty();
    }

    @Test
    void whoIsToldSeesWhatWasJustCommittedHere() {
        for (int before = 0; before < 20; before++) {
            assertThat(told()).hasSize(before);
            take();
        }
    }

    private List<Ticket> told() {
        var read = new ArrayList<Ticket>();
        live.told(() -> read.addAll(queue.waiting(town.organisation(), point.id())));
        return read;
    }

    private void take() {
        queue.take(point, Ids.next(), Language.FI, AT_KIOSK, Optional.empty());
    }
}
