package fi.tiski.domain.meetings;

/**
 * Somebody beside customer and agent.
 *
 * @param name a name, or the word by which the meeting knows them
 * @param isBooked an interpreter who was booked with the appointment
 * @param hasLink whether a link was made for them
 * @param isTold whether the customer's page has said that they are at the door
 * @param isUnwanted whether the customer asked that they stay out
 */
public record Guest(
        GuestId id,
        MeetingId meeting,
        Role role,
        String name,
        GuestState state,
        boolean isBooked,
        boolean hasLink,
        boolean isTold,
        boolean isUnwanted) {}
