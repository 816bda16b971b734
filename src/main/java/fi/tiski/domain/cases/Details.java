package fi.tiski.domain.cases;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.PhoneNumber;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is known of a customer and their matter, and can be put right. What is empty is not known, or stays as it was. */
public record Details(Optional<String> name, Optional<PhoneNumber> phone, Optional<TopicId> topic, Needs needs) {

    /** One of the details, and the kind of entry that tells of its change. */
    public enum What {
        NAME(EntryKind.INTRODUCED),
        PHONE(EntryKind.INTRODUCED),
        TOPIC(EntryKind.TOPIC_TOLD),
        NEEDS(EntryKind.NEEDS_TOLD);

        private final EntryKind told;

        What(EntryKind told) {
            this.told = told;
        }

        EntryKind told() {
            return told;
        }

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Details of(Case its) {
        return new Details(its.customer().name(), its.customer().phone(), its.topic(), its.needs());
    }

    /** What {@code after} says otherwise; what it leaves empty is no change. */
    public Set<What> changedBy(Details after) {
        var changed = EnumSet.noneOf(What.class);
        for (var what : What.values()) {
            if (!after.isEmpty(what) && !value(what).equals(after.value(what))) {
                changed.add(what);
            }
        }
        return changed;
    }

    private boolean isEmpty(What what) {
        return value(what).equals(Optional.empty());
    }

    Object value(What what) {
        return switch (what) {
            case NAME -> name;
            case PHONE -> phone;
            case TOPIC -> topic;
            case NEEDS -> needs;
        };
    }
}
