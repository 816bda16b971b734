package fi.tiski.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody ever sees a key, a placeholder or a language that was forgotten. */
class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final List<String> FULL = List.of("fi", "sv", "en");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(RESOURCES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("messages-") && name.endsWith("_fi.properties"))
                    .map(name -> name.substring("messages-".length(), name.length() - "_fi.properties".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void finnishSwedishAndEnglishSayTheSameThings(String bundle) throws IOException {
        var finnish = texts(bundle, "fi");
        for (var language : FULL) {
            var texts = texts(bundle, language);
            assertThat(texts.stringPropertyNames())
                    .as("keys of %s in %s", bundle, language)
                    .isEqualTo(finnish.stringPropertyNames());
            assertSoftly(all -> texts.stringPropertyNames()
                    .forEach(key -> all.assertThat(placeholders(texts.getProperty(key)))
                            .as("placeholders of %s in %s", key, language)
                            .isEqualTo(placeholders(finnish.getProperty(key)))));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void easyFinnishSaysNothingThatFinnishDoesNot(String bundle) throws IOException {
        var finnish = texts(bundle, "fi");
        var easy = texts(bundle, "fi__simple");

        assertThat(finnish.stringPropertyNames()).containsAll(easy.stringPropertyNames());
        assertSoftly(all -> easy.stringPropertyNames()
                .forEach(key -> all.assertThat(placeholders(easy.getProperty(key)))
                        .as("placeholders of %s", key)
                        .isSubsetOf(placeholders(finnish.getProperty(key)))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyPatternCanBeRead(String bundle) throws IOException {
        for (var suffix : List.of("fi", "sv", "en", "fi__simple")) {
            var texts = texts(bundle, suffix);
            assertSoftly(all -> texts.stringPropertyNames().forEach(key -> {
                var pattern = texts.getProperty(key);
                all.assertThatCode(() -> new MessageFormat(pattern))
                        .as("%s in %s", key, suffix)
                        .doesNotThrowAnyException();
                all.assertThat(key).as("a key begins with its bundle").startsWith(bundle + ".");
                // A lone apostrophe vanishes, and whatever follows it is taken literally.
                all.assertThat(pattern.replace("''", "")
                                        .chars()
                                        .filter(sign -> sign == '\'')
                                        .count()
                                % 2)
                        .as("apostrophes of %s in %s", key, suffix)
                        .isZero();
                all.assertThat(pattern).as("%s in %s", key, suffix).isNotBlank();
            }));
        }
    }

    @Test
    void easyFinnishIsATextOfItsOwnAndFallsBackToFinnish() {
        assertThat(Texts.say(Language.FI, "kit.human.request")).isEqualTo("Haluan palvelua ihmiseltä");
        assertThat(Texts.say(Language.FI_SIMPLE, "kit.human.request")).isEqualTo("Haluan puhua ihmisen kanssa");
        assertThat(Texts.say(Language.FI_SIMPLE, "kit.back")).isEqualTo(Texts.say(Language.FI, "kit.back"));
    }

    @Test
    void aChoiceTellsOneFromMany() {
        assertThat(Texts.say(Language.EN, "kit.errors.title", 1)).isEqualTo("One thing to put right");
        assertThat(Texts.say(Language.EN, "kit.errors.title", 2)).isEqualTo("2 things to put right");
    }

    @Test
    void aMissingKeyThrows() {
        assertThatThrownBy(() -> Texts.say(Language.SV, "kit.nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Texts.say(Language.SV, "nobundle.key")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Texts.say(Language.SV, "key")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Texts.has(Language.SV, "kit.nothing")).isFalse();
        assertThat(Texts.has(Language.SV, "nobundle.key")).isFalse();
    }

    private static Properties texts(String bundle, String suffix) throws IOException {
        var texts = new Properties();
        var file = RESOURCES.resolve("messages-" + bundle + "_" + suffix + ".properties");
        if (suffix.equals("fi__simple") && !Files.exists(file)) {
            return texts;
        }
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
