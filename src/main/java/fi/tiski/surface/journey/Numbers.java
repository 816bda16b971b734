package fi.tiski.surface.journey;

import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.surface.kit.Notice;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A journey's walk-in number. */
@Component
class Numbers {

    private final QueueService queue;
    private final HandedOver handedOver;
    private final JourneysService journeys;

    Numbers(QueueService queue, JourneysService journeys, HandedOver handedOver) {
        this.handedOver = handedOver;
        this.queue = queue;
        this.journeys = journeys;
    }

    /** Takes a number, on the journey's case if it has one. A press that is made twice gets the same number. */
    Take take(Journey journey, Here here, ServicePoint point) {
        var earlier =
                latest(journey).map(ticket -> ticket.id().value().toString()).orElse("first");
        var take = queue.take(
                point,
                Visits.press(journey, "number after " + earlier),
                journey.language(),
                here.theCustomer(),
                Optional.of(journeys.caseOf(journey, here.theCustomer())));
        if (take instanceof Take.Taken) {
            journeys.answer(journey.token(), Question.WAY, "here");
        }
        return take;
    }

    /** The number that still waits or is being called. */
    Optional<Ticket> live(Journey journey) {
        return latest(journey).filter(ticket -> ticket.state().live());
    }

    /** Who goes on with the case of somebody who waits, if it was handed over. */
    Optional<Notice> handedOver(Ticket ticket) {
        return handedOver.of(ticket.organisation(), ticket.caseId());
    }

    Optional<Ticket> latest(Journey journey) {
        return journey.caseId().flatMap(its -> queue.ofCase(journey.organisation(), its));
    }
}
