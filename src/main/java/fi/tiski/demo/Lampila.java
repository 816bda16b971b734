package fi.tiski.demo;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.LocalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What {@code demo/lampila.yaml} says, as it stands there. A list that is not written is empty. */
record Lampila(
        Municipality organisation,
        List<Point> points,
        List<Topic> topics,
        List<Turn> turns,
        List<Person> agents,
        List<Interpreter> interpreters,
        Visits visits) {

    private static final JsonMapper YAML = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .withConfigOverride(
                    List.class, of -> of.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.AS_EMPTY)))
            .build();

    static Lampila read() {
        try (var file = new ClassPathResource("demo/lampila.yaml").getInputStream()) {
            return YAML.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(file), Lampila.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static LocalText text(Map<String, String> byTag) {
        var texts = new EnumMap<Language, String>(Language.class);
        byTag.forEach((tag, words) -> texts.put(Language.ofTag(tag).orElseThrow(), words));
        return new LocalText(texts);
    }

    /** {@code 24:00} is midnight at the end of the day, which {@link LocalTime} has no word for: it becomes 00:00. */
    static LocalTime time(String written) {
        return endOfDay(written) ? LocalTime.MIDNIGHT : LocalTime.parse(written);
    }

    static boolean endOfDay(String written) {
        return written.equals("24:00");
    }

    record Municipality(String slug, Map<String, String> name, String phone) {}

    record Point(
            String slug,
            Map<String, String> name,
            String address,
            Map<String, String> directions,
            boolean stepFree,
            List<Hours> opening,
            List<String> counters,
            List<Room> rooms,
            List<String> kiosks) {}

    /** @param days ISO: Monday is 1 */
    record Hours(List<Integer> days, String opens, String closes) {}

    record Room(String label, List<String> features) {}

    record Topic(
            String slug,
            String pictogram,
            Map<String, String> name,
            Map<String, String> summary,
            Map<String, String> bring,
            Map<String, Integer> minutes) {}

    /** One of the turns by which a post is manned round the clock. */
    record Turn(String from, String until, List<Pause> breaks) {}

    /** A protected break, at these hours of the shift's own day or of the night that follows. */
    record Pause(String from, String until) {}

    record Person(
            String signIn,
            String name,
            String role,
            List<String> languages,
            List<String> skills,
            List<String> topics,
            List<Regular> week,
            Optional<Place> turn) {}

    /** @param week whose hours alone are meant: an interpreter has no point and no modes */
    record Interpreter(String name, List<String> languages, List<Regular> week) {}

    /** The same hours on the same days of every week. */
    record Regular(
            List<Integer> days,
            String from,
            String until,
            Optional<String> point,
            Set<String> modes,
            List<Pause> breaks) {}

    /** @param place among those who share the post, from 0 */
    record Place(int place, Optional<String> point, Set<String> modes) {}

    record Visits(List<Visit> waiting, Visit calledBack, Visit bookedToday, Visit bookedTomorrow, Visit closed) {}

    record Visit(
            Optional<String> name,
            Optional<String> phone,
            String language,
            String topic,
            List<String> needs,
            String words,
            Optional<Relative> helper,
            List<String> notes) {}

    record Relative(String name, Optional<String> phone) {}
}
