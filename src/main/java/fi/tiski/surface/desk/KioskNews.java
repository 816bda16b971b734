package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.KioskState;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.points.Kiosk;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a manager hears of the kiosks while they work at the desk: how many need somebody, and each trouble once. */
@Component
class KioskNews {

    /**
     * @param troubled how many kiosks need somebody
     * @param news what this manager has not been told yet, a sentence each
     */
    record Sheet(int troubled, List<String> news) {
        Sheet {
            news = List.copyOf(news);
        }
    }

    private final CareService care;

    KioskNews(CareService care) {
        this.care = care;
    }

    Sheet tell(Agent manager) {
        var states = care.states(manager.organisation());
        var names = states.stream().map(KioskState::kiosk).collect(Collectors.toMap(Kiosk::id, Kiosk::slug));
        var troubled = states.stream().filter(one -> !one.troubles().isEmpty()).count();
        return new Sheet(
                Math.toIntExact(troubled),
                care.tell(manager.organisation(), manager.id()).stream()
                        .map(one -> say(
                                "manage.trouble.news",
                                names.getOrDefault(one.kiosk(), ""),
                                say("manage.fault." + one.fault().tag())))
                        .toList());
    }
}
