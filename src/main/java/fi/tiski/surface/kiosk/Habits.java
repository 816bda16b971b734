package fi.tiski.surface.kiosk;

import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a kiosk behaves: the values and the reason of each stand in {@code application.yaml}.
 *
 * @param quiet without any touch, before somebody is asked whether they are there
 * @param answer for the answer, before the person is forgotten
 * @param keypad what each key does, by its {@code KeyboardEvent.code}; upper and lower case are the same
 * @param strike how long the same key rests before it counts again; EN 301 549 V3.2.1, 5.8 allows up to half a second
 * @param keeper where the service on the kiosk's own machine is, such as {@code http://127.0.0.1:7979}; empty for none
 */
@ConfigurationProperties("tiski.kiosk")
record Habits(Duration quiet, Duration answer, Map<String, KeyAct> keypad, Duration strike, String keeper) {

    private static final Duration LONGEST_STRIKE = Duration.ofMillis(500);

    Habits {
        if (strike.isNegative() || strike.compareTo(LONGEST_STRIKE) > 0) {
            throw new IllegalArgumentException("tiski.kiosk.strike is at most half a second, not " + strike);
        }
        keypad = keypad.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        key -> key.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    /** The page in the browser takes the keypad's keys from now on, and listens to the keeper. */
    void tell(Element page) {
        page.executeJs("window.Tiski.machine($0, $1, $2)", keys(), strike.toMillis(), keeper);
    }

    /** For the browser: {@code {"f17": "up"}}. */
    private Map<String, String> keys() {
        return keypad.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, key -> key.getValue().name().toLowerCase(Locale.ROOT)));
    }
}
