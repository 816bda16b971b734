package fi.tiski.surface.kit.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Hand;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every component, in every language, by its examples. */
@ViewPackages(classes = ExamplesTest.class)
class ExamplesTest extends BrowserlessTest {

    private static final List<String> REFERENCES = List.of("for", "aria-labelledby", "aria-describedby", "data-to");

    static Stream<Arguments> examples() {
        return Stream.concat(Gallery.parts().stream(), Gallery.pages().stream())
                .flatMap(example -> Arrays.stream(Language.values()).map(language -> Arguments.of(example, language)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void isNamedTiedAndDrawn(Example example, Language language) throws Exception {
        UI.getCurrent().setLocale(language.locale());
        var made = example.make().get();
        UI.getCurrent().add(made);
        var elements = Hand.elements(made).toList();

        assertThat(elements)
                .filteredOn(element -> element.getTag().equals("button"))
                .allMatch(ExamplesTest::hasName)
                .allMatch(element -> "button".equals(element.getAttribute("type")));
        var ids = elements.stream()
                .map(element -> element.getAttribute("id"))
                .filter(Objects::nonNull)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements.stream()
                        .flatMap(element -> REFERENCES.stream().map(element::getAttribute))
                        .filter(Objects::nonNull)
                        .flatMap(value -> Stream.of(value.split(" "))))
                .isSubsetOf(ids);
        assertThat(SPRITE).containsAll(pictograms(elements));
    }

    private static boolean hasName(Element button) {
        return button.hasAttribute("aria-label") || !button.getTextRecursively().isBlank();
    }

    private static List<String> pictograms(List<Element> elements) {
        return elements.stream()
                .filter(element -> element.getTag().equals("svg"))
                .map(element -> Pattern.compile("#([a-z-]+)").matcher(element.getProperty("innerHTML", "")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    private static final List<String> SPRITE = sprite();

    private static List<String> sprite() {
        try (var file = ExamplesTest.class.getResourceAsStream("/META-INF/resources/tiski/pictograms/pictograms.svg")) {
            var drawn = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<symbol id=\"([a-z-]+)\"")
                    .matcher(drawn)
                    .results()
                    .map(symbol -> symbol.group(1))
                    .toList();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
