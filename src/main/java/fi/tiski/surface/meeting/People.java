package fi.tiski.surface.meeting;

import fi.tiski.domain.meetings.Participant;
import fi.tiski.domain.meetings.VideoMeeting;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is there, as a browser is told.
 *
 * @param meeting how it stands
 */
record People(String meeting, List<Person> people) {

    /** @param browser the window in which they are; null when they are not in */
    record Person(
            UUID id,
            String role,
            @Nullable String name,
            @Nullable UUID browser) {

        private static Person of(Participant one) {
            return new Person(
                    one.id().value(),
                    one.role().tag(),
                    one.name().orElse(null),
                    one.browser().orElse(null));
        }
    }

    static People of(VideoMeeting meeting, List<Participant> all) {
        return new People(meeting.state().tag(), all.stream().map(Person::of).toList());
    }
}
