package fi.tiski.surface.kit;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Keeps Vaadin's own components, 230 kB in 14 files, out of pages that are made of native elements.
 *
 * <p>The pre-built bundle fetches them on every page. An import map puts {@code tiski/components.js} in their place;
 * links that fetch nothing tell the bundle's loader that its pre-loading has been done. Whatever in a later bundle no
 * longer fits is left as it was: the page is then heavier, not broken. A page that does use such components asks for
 * them with {@link RichComponents}.
 */
@Component
class LightBundle implements VaadinServiceInitListener {

    private static final String FOLDER = "VAADIN/build/";
    private static final Pattern PRELOADED = Pattern.compile("m\\.f=\\[([^]]+)]");
    private static final Pattern FILE = Pattern.compile("\"\\./([^\"]+\\.js)\"");

    private final ConcurrentHashMap<String, List<String>> filesOfEntry = new ConcurrentHashMap<>();

    @Override
    public void serviceInit(ServiceInitEvent initiated) {
        initiated.addIndexHtmlRequestListener(this::lighten);
    }

    private void lighten(IndexHtmlResponse page) {
        var head = page.getDocument().head();
        var script = head.selectFirst("script[src*=" + FOLDER + "indexhtml-]");
        if (script == null) {
            return;
        }
        var source = script.attr("src");
        var entry = source.substring(source.indexOf(FOLDER) + FOLDER.length());
        var files = filesOfEntry.computeIfAbsent(entry, LightBundle::files);
        files.stream()
                .filter(file -> file.startsWith("generated-flow-imports-"))
                .findFirst()
                .ifPresent(components -> {
                    for (var file : files) {
                        head.appendElement("link").attr("href", Address.of(FOLDER + file));
                    }
                    // Before all modules, or browsers do not heed it.
                    head.prependChild(importMap(components));
                });
    }

    private static Element importMap(String components) {
        var map = "{\"imports\": {\"%s\": \"%s\"}}"
                .formatted(Address.of(FOLDER + components), Address.of("tiski/components.js"));
        var script = new Element("script")
                .attr("type", "importmap")
                .attr("data-components", Address.of(FOLDER + components));
        script.appendChild(new DataNode(map));
        return script;
    }

    /** What the entry would pre-load, from its first line; nothing where it looks unlike what we know. */
    private static List<String> files(String entry) {
        var path = "META-INF/VAADIN/webapp/" + FOLDER + entry;
        try (var script = LightBundle.class.getClassLoader().getResourceAsStream(path)) {
            if (script == null) {
                return List.of();
            }
            var preloaded = PRELOADED.matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            return preloaded.find()
                    ? FILE.matcher(preloaded.group(1))
                            .results()
                            .map(file -> file.group(1))
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
