package fi.tiski.surface.journey;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.surface.kit.Frame;

/** Around the pages at home. */
@AnonymousAllowed
public class HomeFrame extends JourneyFrame {

    public HomeFrame(PeopleService people) {
        super(Frame.Kind.HOME, people, "");
    }
}
