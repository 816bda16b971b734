package fi.tiski.surface.journey;

import fi.tiski.domain.people.PeopleService;
import fi.tiski.surface.kit.Frame;

/** Around the pages at home. */
class HomeFrame extends JourneyFrame {

    HomeFrame(PeopleService people) {
        super(Frame.Kind.HOME, people, "");
    }
}
