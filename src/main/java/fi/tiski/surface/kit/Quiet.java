package fi.tiski.surface.kit;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fi.tiski.platform.text.Language;
import org.springframework.stereotype.Component;

/**
 * Nobody sees Vaadin's own dialogs ("Session expired. Take note of any unsaved data"), which speak one language and
 * offer no human: the browser starts the page over instead, and what was entered is already kept.
 */
@Component
class Quiet implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent initiated) {
        initiated.getSource().setSystemMessagesProvider(info -> startOver());
        initiated.addIndexHtmlRequestListener(Quiet::begin);
    }

    /** The script at once, not when Flow asks for it: a dark page must not flash white. */
    private static void begin(IndexHtmlResponse page) {
        var language = Language.of(page.getVaadinRequest().getLocale());
        page.getDocument().getElementsByTag("html").attr("lang", language.tag());
        page.getDocument()
                .head()
                .appendElement("script")
                .attr("type", "module")
                .attr("async", true)
                .attr("src", Address.of("tiski/tiski.js"));
    }

    private static SystemMessages startOver() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        messages.setCookiesDisabledNotificationEnabled(false);
        return messages;
    }
}
