package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Somebody who waits to be served, in whichever way they chose. */
sealed interface Waiting {

    /** Whose moment came first is first: a number since it was taken, a call and a meeting from when they were promised. */
    Comparator<Waiting> IN_ORDER = Comparator.comparing(Waiting::due)
            .thenComparing(waiting -> waiting.its().code());

    /** Numbers in the order they have, which is that of the line; among them everybody else when their moment comes. */
    static List<Waiting> inOrder(List<Waiting> all) {
        var others = new ArrayDeque<>(all.stream()
                .filter(one -> !(one instanceof ByNumber))
                .sorted(IN_ORDER)
                .toList());
        var merged = new ArrayList<Waiting>();
        for (var one : all) {
            if (one instanceof ByNumber) {
                while (!others.isEmpty() && others.getFirst().due().isBefore(one.due())) {
                    merged.add(others.removeFirst());
                }
                merged.add(one);
            }
        }
        merged.addAll(others);
        return merged;
    }

    Case its();

    Optional<Topic> topic();

    Instant due();

    /** @param told the longest wait that they were told, if anything could be said */
    record ByNumber(Ticket ticket, Case its, Optional<Topic> topic, Optional<Duration> told) implements Waiting {

        ByNumber(Ticket ticket, Case its, Optional<Topic> topic) {
            this(ticket, its, topic, Optional.empty());
        }

        @Override
        public Instant due() {
            return ticket.takenAt();
        }
    }

    record ByCall(CallBack callBack, Case its, Optional<Topic> topic) implements Waiting {
        @Override
        public Instant due() {
            return callBack.promised().from();
        }
    }

    /** @param place the name of the point where their kiosk stands; empty at home */
    record ByVideo(VideoMeeting meeting, Case its, Optional<Topic> topic, Optional<String> place) implements Waiting {
        @Override
        public Instant due() {
            return meeting.askedAt();
        }
    }

    /** A case that was handed to this agent, or handed back to them. */
    record ByHandover(Handover handover, Case its, Optional<Topic> topic) implements Waiting {
        @Override
        public Instant due() {
            return handover.offeredAt();
        }
    }

    /** @param gone came to a meeting by video, and does not wait there just now */
    record ByTime(Appointment appointment, Case its, Optional<Topic> topic, boolean gone) implements Waiting {

        ByTime(Appointment appointment, Case its, Optional<Topic> topic) {
            this(appointment, its, topic, false);
        }

        @Override
        public Instant due() {
            return appointment.during().from();
        }
    }
}
