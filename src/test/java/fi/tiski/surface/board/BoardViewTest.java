package fi.tiski.surface.board;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinSession;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The display of a waiting room follows what is called. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class BoardViewTest extends SpringBrowserlessTest {

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private QueueService queue;

    @Autowired
    private StaffingService staffing;

    private Agent aino;
    private ServicePoint centre;

    @BeforeEach
    void atTheCounter() {
        VaadinSession.getCurrent().setLocale(Language.FI.locale());
        aino = people.credentials("aino").orElseThrow().agent();
        centre = points.pointBySlug("keskusta").orElseThrow();
        staffing.stand(
                aino.organisation(),
                aino.id(),
                points.counters(aino.organisation(), centre.id()).getLast());
    }

    @AfterEach
    void away() {
        Optional.ofNullable(queue.withEach(aino.organisation()).get(aino.id()))
                .ifPresent(ticket -> queue.noShow(aino.organisation(), ticket.id(), AT_KIOSK));
        staffing.leaveCounter(aino.organisation(), aino.id());
    }

    @Test
    void aCalledNumberAppearsAndIsSaidAloudInThreeLanguages() {
        navigate("board/keskusta", BoardView.class);
        var ticket =
                ((Take.Taken) queue.take(centre, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty())).ticket();

        queue.call(aino.organisation(), aino.id(), ticket.id());

        var heard = "Numero %1$d, tiski 4Nummer %1$d, disk 4Number %1$d, counter 4".formatted(ticket.number());
        await(() -> board().contains(heard));
        assertThat(board()).contains("Nyt kutsutaan");
    }

    @Test
    void nothingPersonalStandsOnIt() {
        navigate("board/keskusta", BoardView.class);

        assertThat(board()).doesNotContain("Mäkelä", "Laine", "Apua");
    }

    @Test
    void anUnknownPointLeadsToThoseThatThereAre() {
        navigate("board/ei-ole", BoardView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Minkä palvelupisteen taulu?");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("Keskustan palvelutori");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .anyMatch(link -> link.endsWith("board/keskusta"));
    }

    private String board() {
        return find(BoardScreen.class).single().getElement().getTextRecursively();
    }

    private void await(BooleanSupplier seen) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Did not reach the board: " + board());
            }
            runPendingSignalsTasks();
            UI.getCurrent()
                    .getSession()
                    .getService()
                    .runPendingAccessTasks(UI.getCurrent().getSession());
        }
    }
}
