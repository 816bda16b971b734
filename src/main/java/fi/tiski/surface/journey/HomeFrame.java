package fi.tiski.surface.journey;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.surface.kit.Frame;
import java.util.Optional;

/**
 * Around the pages at home. Whoever has gone back to the first page, and asks for a human once more, goes on where they
 * were: they have not become somebody else, and do not get a second number.
 */
@AnonymousAllowed
public class HomeFrame extends JourneyFrame {

    private final JourneysService journeys;
    private Optional<String> token = Optional.empty();

    public HomeFrame(PeopleService people, JourneysService journeys) {
        super(Frame.Kind.HOME, people, "");
        this.journeys = journeys;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        super.afterNavigation(arrived);
        token = shownJourney().map(Journey::token).or(() -> token);
    }

    @Override
    protected Optional<Journey> before() {
        return token.flatMap(journeys::find);
    }
}
