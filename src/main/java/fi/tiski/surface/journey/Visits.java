package fi.tiski.surface.journey;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.doors.Allowances;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.kit.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What every page of a journey asks first: who is here, where, and how far they have come. */
@Component
class Visits {

    private static final ZoneId WITHOUT_POINTS = ZoneId.of("Europe/Helsinki");

    private final JourneysService journeys;
    private final PeopleService people;
    private final PointsService points;
    private final Allowances allowances;
    private final InstantSource clock;
    private volatile Optional<Organisation> lastKnown = Optional.empty();

    Visits(
            JourneysService journeys,
            PeopleService people,
            PointsService points,
            Allowances allowances,
            InstantSource clock) {
        this.journeys = journeys;
        this.people = people;
        this.points = points;
        this.allowances = allowances;
        this.clock = clock;
    }

    /** Empty when the address names a kiosk that there is not. */
    Optional<Here> here(RouteParameters parameters) {
        return parameters
                .get("kiosk")
                .map(slug -> points.kiosk(slug).map(device -> new Here(Optional.of(device))))
                .orElseGet(() -> Optional.of(new Here(Optional.empty())));
    }

    Optional<Journey> journey(RouteParameters parameters) {
        return parameters.get("journey").flatMap(journeys::find);
    }

    /**
     * Begins a journey; the same press again goes on with the one that it began. Throws {@link TooManyHere} when more
     * journeys were begun from one address than people could.
     */
    Journey begin(Here here, UUID press) {
        if (allowances.journey() instanceof Asking.NotBefore) {
            throw new TooManyHere();
        }
        var language = Words.language();
        return here.kiosk()
                .map(device -> journeys.startAt(device, language, press))
                .orElseGet(() -> journeys.startAtHome(organisation().id(), language, press));
    }

    void answer(Journey journey, Question question, String answer) {
        journeys.answer(journey.token(), question, answer);
    }

    void answer(Journey journey, Map<Question, String> answers) {
        journeys.answer(journey.token(), answers);
    }

    void speak(Journey journey, Language language) {
        journeys.speak(journey.token(), language);
    }

    JourneysService journeys() {
        return journeys;
    }

    /** False until an organisation has been set up: then there is nothing to show yet. */
    boolean isOpen() {
        return found().isPresent();
    }

    /** The number that a person answers, as it was when the database last told it: for when it cannot. */
    Optional<String> lastKnownPhone() {
        return lastKnown.map(Organisation::phone);
    }

    private Optional<Organisation> found() {
        var found = people.organisation();
        lastKnown = found.or(() -> lastKnown);
        return found;
    }

    Organisation organisation() {
        return found().orElseThrow(() -> new IllegalStateException("No organisation has been set up"));
    }

    /** The point that the kiosk stands at. */
    ServicePoint pointOf(Kiosk kiosk) {
        return points.point(kiosk.organisation(), kiosk.point()).orElseThrow();
    }

    /** Times in the zone of the organisation's first point, where no point is meant. */
    When when() {
        return when(points.points(organisation().id()).stream()
                .findFirst()
                .map(ServicePoint::zone)
                .orElse(WITHOUT_POINTS));
    }

    Instant now() {
        return clock.instant();
    }

    When when(ZoneId zone) {
        return new When(Words.language(), zone, clock.instant());
    }

    /** The key of a press that a journey makes once for one thing, however often it is pressed, reloaded or sent. */
    static UUID press(Journey journey, String what) {
        return UUID.nameUUIDFromBytes((journey.token() + ":" + what).getBytes(StandardCharsets.UTF_8));
    }

    static void go(String address) {
        UI.getCurrent().navigate(address);
    }
}
