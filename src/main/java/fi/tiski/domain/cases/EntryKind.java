package fi.tiski.domain.cases;

import java.util.Locale;

/**
 * What can happen on a case: an act that changes it, or that tells somebody something. Each has a sentence of its own in
 * the message bundles, {@code case.entry.<tag>}.
 */
public enum EntryKind {
    OPENED,
    TOPIC_TOLD,
    WORDS_TOLD,
    NEEDS_TOLD,
    INTRODUCED,
    HELPER_NAMED,
    TICKET_TAKEN,
    TICKET_CALLED,
    TICKET_CALLED_AGAIN,
    TICKET_PUT_BACK,
    TICKET_NO_SHOW,
    TICKET_LEFT,
    TICKET_LET_AHEAD,
    TICKET_TRANSFERRED,
    TICKET_UNDONE,
    TICKET_CAME_BACK,
    TICKET_NOT_REACHED,
    CALL_BACK_ASKED,
    CALL_BACK_CALLING,
    CALL_BACK_LATER,
    CALL_BACK_NOT_REACHED,
    CALL_BACK_CANCELLED,
    VIDEO_ASKED,
    VIDEO_APOLOGY,
    VIDEO_LEFT,
    VIDEO_TURNED,
    VIDEO_WORDS_KEPT,
    PAPER_SHOWN,
    VIDEO_ENDED,
    VIDEO_AGENT_MISSING,
    GUEST_INVITED,
    GUEST_ADMITTED,
    GUEST_UNWANTED,
    AGREED_TOGETHER,
    APPOINTMENT_BOOKED,
    APPOINTMENT_MOVED,
    APPOINTMENT_CANCELLED,
    APPOINTMENT_ARRIVED,
    APPOINTMENT_NO_SHOW,
    SERVICE_STARTED,
    SERVICE_DONE,
    HANDED_OVER,
    HANDOVER_READ,
    HANDOVER_RETURNED,
    HANDOVER_WITHDRAWN,
    NOTE,
    CLOSED,
    REOPENED;

    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static EntryKind ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
