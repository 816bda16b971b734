package fi.tiski.surface.kit;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.spring.SpringServlet;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * What is kept for each open page is kept small: a hundred kilobytes of an open desk were buffers that nobody writes to,
 * and the other half of a text that is stored by two bytes a character. Measured by {@code ./bench heap}.
 */
@Component
class SmallLines implements VaadinServiceInitListener {

    /** Atmosphere (3.0.5) makes two buffers of this many for each open line, clears them at its end, and does no more. */
    private static final String UNUSED_BUFFERS = "org.atmosphere.websocket.bufferSize";

    /** The last character of Latin-1. */
    private static final int WIDEST = 0xFF;

    /** How many characters an escaped one takes: a backslash, a u and four digits. */
    private static final int ESCAPED = 6;

    @Override
    public void serviceInit(ServiceInitEvent initiated) {
        initiated.addRequestHandler(new InOneByte());
    }

    @Bean
    static BeanPostProcessor noUnusedBuffers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> vaadin && vaadin.getServlet() instanceof SpringServlet) {
                    vaadin.addInitParameter(UNUSED_BUFFERS, "1");
                }
                return bean;
            }
        };
    }

    /**
     * Flow keeps its last answer in case the browser asks for it again. A single dash in a page of 60,000 characters makes
     * Java keep all of them in two bytes; written as JSON lets write it, all of them take one.
     */
    private static class InOneByte extends UidlRequestHandler {

        @Override
        public Optional<ResponseWriter> synchronizedHandleRequest(
                VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
            var answer = super.synchronizedHandleRequest(session, request, response, body);
            Optional.ofNullable(session.getService().findUI(request)).ifPresent(ui -> {
                var kept = ui.getInternals().getLastRequestResponse();
                if (kept != null) {
                    ui.getInternals().setLastRequestResponse(inOneByte(kept));
                }
            });
            return answer;
        }
    }

    /**
     * The same JSON in characters of Latin-1: those that are none stand in strings only, where JSON has a way to write them.
     * A text of which they are many stays as it is, being shorter so.
     */
    static String inOneByte(String json) {
        var wide = json.chars().filter(one -> one > WIDEST).count();
        if (wide == 0 || wide > json.length() / ESCAPED) {
            return json;
        }
        var all = new StringBuilder(json.length() + ESCAPED * (int) wide);
        json.chars().forEach(one -> {
            if (one <= WIDEST) {
                all.append((char) one);
            } else {
                all.append("\\u").append(HexFormat.of().toHexDigits((char) one));
            }
        });
        return all.toString();
    }
}
