package fi.tiski.surface.record;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.When;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What happened on a case, as a sentence of its own: {@code case.entry.<kind>}. Never says who: that stands beside it,
 * so that no language has to bend its verbs to a name.
 *
 * @param when the language, the place's own clock, and what "today" is
 * @param reader for whom it is told
 * @param names the names of topics and points
 */
public record EntrySentence(When when, Reader reader, Names names) {

    /** Who reads: to customers, the customer is "you". */
    public enum Reader {
        AGENT("customer"),
        CUSTOMER("you");

        private final String customer;

        Reader(String customer) {
            this.customer = customer;
        }
    }

    /** Looks up what things are called; empty for what is not known any more. */
    public record Names(
            BiFunction<TopicId, Language, Optional<String>> topics,
            BiFunction<PointId, Language, Optional<String>> points) {}

    /** "Today at 9:15". */
    public String when(Entry entry) {
        return When.capital(when.dayAndTime(entry.at()));
    }

    /** "Aino Laine", "Customer, at the kiosk"; empty when nobody did it. */
    public Optional<String> who(Entry entry) {
        return switch (entry.by()) {
            case By.TheCustomer customer ->
                Optional.of(say(
                        "case.by." + reader.customer + "." + customer.channel().tag()));
            case By.AnAgent agent -> entry.agentName();
            case By.TheSystem nobody -> Optional.empty();
        };
    }

    /** "Number 27 was called to counter 3". */
    public String what(Entry entry) {
        return say(
                "case.entry." + entry.kind().tag() + how(entry),
                fact(entry, "number"),
                fact(entry, "counter"),
                topic(entry),
                instant(entry, "starts")
                        .or(() -> instant(entry, "from"))
                        .map(when::dayAndTime)
                        .orElse(""),
                instant(entry, "until").map(when::time).orElse(""),
                mode(entry),
                place(entry),
                toWhom(entry));
    }

    /** Where one kind of thing can happen in several ways, each has a sentence. */
    private static String how(Entry entry) {
        return Optional.ofNullable(entry.facts().get("how"))
                .map(how -> "." + how)
                .orElse("");
    }

    private String topic(Entry entry) {
        return CasesService.toldTopic(entry)
                .flatMap(topic -> names.topics().apply(topic, when.language()))
                .orElseGet(() -> say("case.topic.unknown"));
    }

    /** Never by name: who has it is seen where it can be kept right. */
    private String toWhom(Entry entry) {
        if (entry.facts().containsKey("to-skill")) {
            return say("case.to.skill", SkillName.of(fact(entry, "to-skill"), when.language()));
        }
        return entry.facts().containsKey("topic") ? say("case.to.topic", topic(entry)) : say("case.to.colleague");
    }

    private String mode(Entry entry) {
        return Optional.ofNullable(entry.facts().get("mode"))
                .map(mode -> say("case.mode." + mode))
                .orElse("");
    }

    /** With the comma that leads to it, or nothing: not every meeting has a place. */
    private String place(Entry entry) {
        return Optional.ofNullable(entry.facts().get("point"))
                .flatMap(point -> names.points().apply(new PointId(UUID.fromString(point)), when.language()))
                .map(name -> say("case.place", name))
                .orElse("");
    }

    private static String fact(Entry entry, String name) {
        return entry.facts().getOrDefault(name, "");
    }

    private static Optional<Instant> instant(Entry entry, String name) {
        return Optional.ofNullable(entry.facts().get(name)).map(Instant::parse);
    }

    private String say(String key, Object... arguments) {
        return Texts.say(when.language(), key, arguments);
    }
}
