package fi.tiski.surface.doors;

import fi.tiski.platform.limits.Rate;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much one address on the network may ask for: the numbers and the reason of each stand in {@code application.yaml}.
 *
 * @param requests of any kind, counted by each process for itself
 * @param sessions begun, over all processes as all that follow
 * @param journeys begun
 * @param links to a case opened; each link by itself at the same rate
 * @param relays credentials of the relay given to somebody who only tries their connection
 * @param body the largest that may be sent
 * @param paper the largest picture of a paper, on its own address alone
 * @param unlimited addresses that may ask for any amount
 */
@ConfigurationProperties("tiski.limits")
record HowMuch(
        Rate requests,
        Rate sessions,
        Rate journeys,
        Rate links,
        Rate relays,
        DataSize body,
        DataSize paper,
        Set<String> unlimited) {}
