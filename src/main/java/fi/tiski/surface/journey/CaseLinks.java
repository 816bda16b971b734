package fi.tiski.surface.journey;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import fi.tiski.domain.cases.CaseKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address at which a customer's own page opens. */
@Component
class CaseLinks {

    private final String address;

    CaseLinks(@Value("${tiski.address:}") String address) {
        this.address = address;
    }

    /** What stands in the QR code: the configured address, or the one that the browser itself used. */
    String to(CaseKey key) {
        return (address.isBlank() ? addressOfRequest() : address.replaceAll("/+$", "")) + "/my/" + key.token();
    }

    private static String addressOfRequest() {
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                ? ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                        .toUriString()
                : "";
    }
}
