package fi.tiski.surface.kit;

import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A part of a page on which only the browser's own script acts. The server keeps it as one text; as elements of its own it
 * would take about a kilobyte for each of them in every open session ({@code docs/benchmarks.md}).
 *
 * @param html whole elements, in which everything that is not markup of ours was escaped
 */
public record Markup(String html) {

    private static final Map<List<Object>, String> SHARED = new ConcurrentHashMap<>();

    /** Escapes {@code words}; {@code attributes} as they stand in the tag, such as {@code class="answers"}. */
    public static Markup of(String tag, String attributes, String words) {
        return wrapped(tag, attributes, HtmlUtils.htmlEscape(words));
    }

    public static Markup of(String tag, String attributes, Markup... parts) {
        return wrapped(tag, attributes, Arrays.stream(parts).map(Markup::html).collect(Collectors.joining()));
    }

    /** With a space before it, to be put behind a tag's name or another attribute. */
    public static String attribute(String name, String value) {
        return " " + name + "=\"" + HtmlUtils.htmlEscape(value) + "\"";
    }

    public static Markup pictogram(String id) {
        return new Markup(Pictogram.svg(id));
    }

    /** In place of whatever {@code element} held; it must have no children that the server knows. */
    public static void into(Element element, Markup... parts) {
        element.setProperty("innerHTML", Arrays.stream(parts).map(Markup::html).collect(Collectors.joining()));
    }

    /**
     * As {@link #into}, for parts that are the same for everybody who has the page in this language: all windows share one
     * text. {@code what} tells it from others.
     */
    static void shared(Element element, Object what, Supplier<Markup[]> parts) {
        element.setProperty(
                "innerHTML",
                SHARED.computeIfAbsent(
                        List.of(what, Words.language()),
                        key -> Arrays.stream(parts.get()).map(Markup::html).collect(Collectors.joining())));
    }

    private static Markup wrapped(String tag, String attributes, String inner) {
        return new Markup("<" + tag + (attributes.isEmpty() ? "" : " " + attributes) + ">" + inner + "</" + tag + ">");
    }
}
