package fi.tiski.surface.journey;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CaseKey;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The customer's own keys to their case, made once a journey, and the address that a phone opens. */
@Component
class Keys {

    private final CasesService cases;
    private final JourneysService journeys;
    private final String address;

    Keys(CasesService cases, JourneysService journeys, @Value("${tiski.address:}") String address) {
        this.cases = cases;
        this.journeys = journeys;
        this.address = address;
    }

    CaseKey of(Journey journey, CaseId its) {
        var token = journey.answer(Question.KEY_TOKEN);
        var secret = journey.answer(Question.KEY_SECRET);
        if (token.isPresent() && secret.isPresent()) {
            return new CaseKey(token.get(), secret.get());
        }
        var made = cases.issueKey(journey.organisation(), its);
        journeys.answer(journey.token(), Map.of(Question.KEY_TOKEN, made.token(), Question.KEY_SECRET, made.secret()));
        return made;
    }

    /** What stands in the QR code: the configured address, or the one that the browser itself used. */
    String link(CaseKey key) {
        return (address.isBlank() ? addressOfRequest() : address.replaceAll("/+$", "")) + "/my/" + key.token();
    }

    private static String addressOfRequest() {
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                ? ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                        .toUriString()
                : "";
    }
}
