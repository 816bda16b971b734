package fi.tiski.surface.journey;

import fi.tiski.domain.cases.CaseKey;
import fi.tiski.surface.kit.OwnAddress;
import org.springframework.stereotype.Component;

/** The addresses of what is a customer's own. */
@Component
class CaseLinks {

    private final OwnAddress address;

    CaseLinks(OwnAddress address) {
        this.address = address;
    }

    /** At which their own page opens: what stands in the QR code. */
    String to(CaseKey key) {
        return address.of("my/" + key.token());
    }

    /** At which they come to their booked meeting by video. */
    String toMeeting(String token) {
        return address.of("join/" + token);
    }
}
