package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first page: the way to a human is the largest thing on it. */
@Route(value = "", layout = HomeFrame.class)
@AnonymousAllowed
class StartView extends JourneyView {

    StartView(Visits visits) {
        super(visits);
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    Page page() {
        var greeting = here().kiosk()
                .map(visits()::pointOf)
                .map(point -> point.name().in(language()))
                .orElseGet(() -> visits().organisation().name().in(language()));
        var choices = new ArrayList<>(List.of(
                new Choice("search", say("journey.start.topics"), () -> Visits.go(here().to("topics"))),
                new Choice("calendar", say("journey.start.booking"), () -> Visits.go(here().to("my")))));
        if (here().atKiosk()) {
            choices.add(new Choice("clock", say("journey.start.how-long"), () -> Visits.go(here().to("how-long"))));
        }
        var page = new Page(say("journey.start.title", greeting))
                .start()
                .lead(say("journey.start.lead"))
                .with(new Choices(choices));
        return here().atKiosk() ? page : page.actions(statement());
    }

    private ActionButton statement() {
        return ActionButton.quiet(say("statement.link"), () -> Visits.go(here().to("accessibility")));
    }

    @Override
    Optional<String> back() {
        return Optional.empty();
    }
}
