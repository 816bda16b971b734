package fi.tiski.surface.meeting;

import static fi.tiski.surface.meeting.Tried.Outcome.HERE_ONLY;
import static fi.tiski.surface.meeting.Tried.Outcome.WITHOUT;
import static fi.tiski.surface.meeting.Tried.Outcome.WORKS;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody has found out about their own device so far. It stays in the open page, and is kept nowhere.
 *
 * @param outcomes of the parts that they have been through
 */
public record Tried(Map<Part, Outcome> outcomes) {

    /** In the order in which they are tried. */
    public enum Part {
        CAMERA,
        MICROPHONE,
        LOUDSPEAKER,
        CONNECTION;

        /** As it stands in keys of texts and in the page. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of a part. */
    public enum Outcome {
        WORKS,
        /** It does not work, or the person goes without it. */
        WITHOUT,
        /** Of a connection where there is no relay: within this network. */
        HERE_ONLY;

        public String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Empty for what no page of ours says. */
        static Optional<Outcome> of(String tag) {
            return Stream.of(values()).filter(one -> one.tag().equals(tag)).findFirst();
        }
    }

    public Tried {
        outcomes = Map.copyOf(outcomes);
    }

    public static Tried nothing() {
        return new Tried(Map.of());
    }

    public Tried with(Part part, Outcome outcome) {
        var all = new EnumMap<Part, Outcome>(Part.class);
        all.putAll(outcomes);
        all.put(part, outcome);
        return new Tried(all);
    }

    /** What comes next; empty when all has been tried. */
    public Optional<Part> next() {
        return Stream.of(Part.values())
                .filter(part -> !outcomes.containsKey(part))
                .findFirst();
    }

    /** How they can take part, as the last part of a text's key. Who cannot hear or be heard writes, and that is enough. */
    public String way() {
        if (of(Part.CONNECTION) == WITHOUT) {
            return "no-way";
        }
        if (of(Part.MICROPHONE) == WORKS && of(Part.LOUDSPEAKER) == WORKS) {
            return (of(Part.CAMERA) == WORKS ? "all" : "sound") + (of(Part.CONNECTION) == HERE_ONLY ? ".here" : "");
        }
        return of(Part.CAMERA) == WORKS ? "picture" : "text";
    }

    public Outcome of(Part part) {
        return outcomes.getOrDefault(part, WITHOUT);
    }
}
