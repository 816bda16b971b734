package fi.tiski.surface.kit;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this service is found from elsewhere, for links that are printed, sent or read out. */
@Component
public class OwnAddress {

    private final String configured;

    OwnAddress(@Value("${tiski.address:}") String configured) {
        this.configured = configured;
    }

    /**
     * The whole address of a page: at the configured address, or the one that the browser itself used.
     *
     * @param page without a slash before it
     */
    public String of(String page) {
        return (configured.isBlank() ? ofRequest() : configured.replaceAll("/+$", "")) + "/" + page;
    }

    private static String ofRequest() {
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                ? ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                        .toUriString()
                : "";
    }
}
