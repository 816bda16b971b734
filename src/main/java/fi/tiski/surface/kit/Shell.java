package fi.tiski.surface.kit;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import java.util.LinkedHashMap;

/**
 * The document around every page. Only our own style sheet: Vaadin's Aura theme with its font adds over 300 kB. Push is
 * off until a page asks for it ({@link Follow}): its script is 13 kB more, and a connection held open.
 */
@StyleSheet("context://tiski/tiski.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", Address.of("tiski/favicon.svg"), "any");
        for (var weight : new String[] {"400", "700"}) {
            var font = new LinkedHashMap<String, String>();
            font.put("rel", "preload");
            font.put("as", "font");
            font.put("type", "font/woff2");
            font.put("crossorigin", "");
            settings.addLink(Address.of("tiski/fonts/atkinson-latin-" + weight + ".woff2"), font);
        }
    }
}
