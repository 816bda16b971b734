package fi.tiski.surface.doors;

import com.vaadin.flow.server.VaadinRequest;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.limits.Counted;
import fi.tiski.platform.limits.Limits;
import fi.tiski.platform.limits.Rate;
import fi.tiski.platform.postgres.Outage;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How much one address may still ask for. A whole office, a library or a row of kiosks stands behind one address: the
 * numbers are for what no roomful of people does.
 */
@Component
@EnableConfigurationProperties(HowMuch.class)
public class Allowances {

    private final Limits limits;
    private final HowMuch howMuch;

    Allowances(Limits limits, HowMuch howMuch) {
        this.limits = limits;
        this.howMuch = howMuch;
    }

    /** One more session. While the database is away none is counted: the page that says so is all there is to have. */
    Asking session(String address) {
        try {
            return take("session", address, howMuch.sessions());
        } catch (DataAccessException | TransactionException failed) {
            if (Outage.isBehind(failed)) {
                return new Asking.Granted();
            }
            throw failed;
        }
    }

    /** One more journey, from where the present press comes. */
    public Asking journey() {
        return take("journey", here(), howMuch.journeys());
    }

    /** One more opening of a link to a case, counted by where it comes from and by the link itself. */
    public Asking link(String key) {
        var byPlace = take("link", here(), howMuch.links());
        return byPlace instanceof Asking.Granted ? limits.take(new Counted("link", key), howMuch.links()) : byPlace;
    }

    /** Credentials of the relay once more, for somebody who only tries their connection. */
    public Asking relay() {
        return take("relay", here(), howMuch.relays());
    }

    /** What tries at a secret are counted by, beside the secret; empty for an address that may ask for any amount. */
    public Optional<Counted> place(String kind) {
        var here = here();
        return isUnlimited(here) ? Optional.empty() : Optional.of(Counted.byAddress(kind, here));
    }

    boolean isUnlimited(String address) {
        return howMuch.unlimited().contains(address);
    }

    HowMuch howMuch() {
        return howMuch;
    }

    private Asking take(String kind, String address, Rate rate) {
        return isUnlimited(address) ? new Asking.Granted() : limits.take(Counted.byAddress(kind, address), rate);
    }

    private static String here() {
        var request = VaadinRequest.getCurrent();
        return request == null || request.getRemoteAddr() == null ? "" : request.getRemoteAddr();
    }
}
