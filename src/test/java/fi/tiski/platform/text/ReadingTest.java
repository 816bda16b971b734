package fi.tiski.platform.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Whatever a customer reads is about as easy as what a child of nine reads, and all of it is there in Easy Finnish. */
class ReadingTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Bundles that a customer meets. */
    private static final List<String> CUSTOMERS = List.of(
            "case",
            "doors",
            "join",
            "journey",
            "kiosk",
            "kit",
            "meeting",
            "selfcheck",
            "statement",
            "together",
            "when");

    /** Bundles for people at work, and examples. */
    private static final List<String> OTHERS = List.of("board", "desk", "gallery", "manage", "signin");

    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,((?:[^{}]|\\{\\d+})*)}");

    static Stream<String> customers() {
        return CUSTOMERS.stream();
    }

    @Test
    void everyBundleIsForCustomersOrNot() throws IOException {
        try (var files = Files.list(RESOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("messages-.+_fi\\.properties"))
                            .map(name -> name.replaceAll("messages-|_fi\\.properties", ""))
                            .filter(name -> !OTHERS.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(CUSTOMERS);
        }
    }

    @ParameterizedTest
    @MethodSource("customers")
    void everyTextOfACustomerIsWrittenInEasyFinnish(String bundle) throws IOException {
        assertThat(texts(bundle, Language.FI_SIMPLE).keySet())
                .as("texts of %s in Easy Finnish", bundle)
                .containsAll(texts(bundle, Language.FI).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsReadAtNineYears(Language language) throws IOException {
        var pages = pages(language);
        assertThat(pages).hasSizeGreaterThan(50);
        assertSoftly(all ->
                pages.forEach((page, texts) -> all.assertThat(Reading.of(texts).tooHard(language))
                        .as("%s in %s", page, language.tag())
                        .isEmpty()));
    }

    @ParameterizedTest
    @EnumSource
    void theTopicsOfTheDemoAreReadAtNineYears(Language language) throws IOException {
        var told = new ArrayList<List<String>>();
        gather(new Yaml().load(Files.readString(RESOURCES.resolve("demo/lampila.yaml"))), language, told);
        assertThat(told).hasSizeGreaterThan(30);
        assertSoftly(all ->
                told.forEach(texts -> all.assertThat(Reading.of(texts).tooHard(language))
                        .as("%s in %s", texts, language.tag())
                        .isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FI_SIMPLE | Mikäli asiointiin liittyvät liitteet puuttuvat, palvelutapahtuma voidaan siirtää myöhempään ajankohtaan.
            FI        | Palvelupisteessämme asioidessanne teidän tulee esittää voimassa oleva henkilöllisyyden osoittava asiakirja viimeistään palvelutapahtuman alkaessa, ellei toisin ole sovittu.
            SV        | Handläggningen av ansökningshandlingarna förutsätter fullständiga personuppgifter, eftersom myndigheten behöver kontrollera sökandens rättigheter.
            EN        | Identification documentation is required in accordance with applicable regulations before commencement of administrative proceedings concerning residential accommodation.
            """)
    void oneHardTextIsFound(Language language, String hard) throws IOException {
        var page = new ArrayList<>(pages(language).get("journey.how-long"));
        assertThat(Reading.of(page).tooHard(language)).isEmpty();

        page.add(hard);

        assertThat(Reading.of(page).tooHard(language)).isNotEmpty();
    }

    @Test
    void theMeasuresCountAsTheirMakersDo() {
        // 10 words in 2 sentences, 2 of them of more than six letters: 5 + 20.
        assertThat(Reading.of(List.of("Vi ringer dig senast klockan nio.", "Kom till servicestället då."))
                        .lix())
                .isEqualTo(25);
        // 6 words in 1 sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59.
        assertThat(Reading.of(List.of("The cat sat on the mat.")).grade())
                .isCloseTo(-1.45, org.assertj.core.data.Offset.offset(.01));
        assertThat(Reading.of(List.of("Odota hetki.", "Avaa sivu")).wordsInASentence())
                .isEqualTo(2);
    }

    /** The texts of each page: keys that begin with the same two names are seen together. */
    private static Map<String, List<String>> pages(Language language) throws IOException {
        var pages = new TreeMap<String, List<String>>();
        for (var bundle : CUSTOMERS) {
            texts(bundle, language)
                    .forEach((key, text) -> pages.computeIfAbsent(
                                    key.replaceFirst("^([^.]+\\.[^.]+).*", "$1"), page -> new ArrayList<>())
                            .add(text));
        }
        return pages;
    }

    private static Map<String, String> texts(String bundle, Language language) throws IOException {
        var suffix = language.tag().replace("-", "__");
        var file = new Properties();
        try (var reader = Files.newBufferedReader(
                RESOURCES.resolve("messages-%s_%s.properties".formatted(bundle, suffix)), UTF_8)) {
            file.load(reader);
        }
        var texts = new TreeMap<String, String>();
        file.stringPropertyNames().stream()
                .filter(Predicate.not(key -> key.contains(".pattern.")))
                .forEach(key -> texts.put(key, said(file.getProperty(key))));
        return texts;
    }

    /** With the longest of each choice, and a digit in each other place. */
    private static String said(String pattern) {
        return CHOICE.matcher(pattern)
                .replaceAll(choice -> java.util.regex.Matcher.quoteReplacement(
                        Stream.of(choice.group(1).split("\\|"))
                                .map(branch -> branch.replaceFirst("^[^#<]*[#<]", ""))
                                .max(java.util.Comparator.comparingInt(String::length))
                                .orElseThrow()))
                .replaceAll("\\{\\d+}", "9")
                .replace("''", "'");
    }

    /** Every text in four languages, wherever it stands in the file. */
    private static void gather(Object node, Language language, List<List<String>> told) {
        switch (node) {
            case Map<?, ?> map
            when map.get(language.tag()) instanceof String text && map.containsKey("sv") -> told.add(List.of(text));
            case Map<?, ?> map -> map.values().forEach(child -> gather(child, language, told));
            case List<?> list -> list.forEach(child -> gather(child, language, told));
            case null, default -> {}
        }
    }
}
