package fi.tiski.domain.meetings;

import fi.tiski.domain.cases.CaseId;
import java.time.Instant;

/** What became of an agent's press to answer. */
public sealed interface Answering {

    record Answered(VideoMeeting meeting) implements Answering {}

    /** Somebody was quicker, or the customer has gone. */
    record NotFrom(MeetingState state) implements Answering {}

    /** The agent is on a protected break until then: first they say that they are back. */
    record OnBreak(Instant until) implements Answering {}

    /** One at a time: what is under way on this case comes to an end first. */
    record StillWith(CaseId its) implements Answering {}
}
