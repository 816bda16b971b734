package fi.tiski.surface.kit;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import org.jsoup.nodes.Element;
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

    /**
     * The script before Flow's, not when Flow asks for it: a dark page must not flash white, and it must hear of a step
     * in the history before the router does.
     */
    private static void begin(IndexHtmlResponse page) {
        var language = Language.of(page.getVaadinRequest().getLocale());
        page.getDocument().getElementsByTag("html").attr("lang", language.tag());
        var head = page.getDocument().head();
        var script = new Element("script").attr("type", "module").attr("src", Address.of("tiski/tiski.js"));
        var flows = head.selectFirst("script[type=module]");
        if (flows == null) {
            head.appendChild(script);
        } else {
            flows.before(script);
        }
        page.getDocument().body().appendChild(notBegun(language));
    }

    /** For the browser to show when the server goes away before Flow has begun: no frame is there yet to say so. */
    private static Element notBegun(Language language) {
        var box = new Element("div").addClass("quiet-page");
        box.appendElement("h1").attr("tabindex", "-1").text(Texts.say(language, "kit.away.title"));
        box.appendElement("p").addClass("lead").text(Texts.say(language, "kit.away.kept"));
        var main = new Element("main").addClass("page").addClass("away").appendChild(box);
        return new Element("template").attr("data-not-begun", true).appendChild(main);
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
