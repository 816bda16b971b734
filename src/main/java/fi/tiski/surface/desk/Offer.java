package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be done now: the one sensible next thing, and what else there is.
 *
 * @param question what the agent is asked, instead of doing; empty when nothing is
 */
record Offer(String question, Offered next, List<Offered> others) {

    Offer {
        others = List.copyOf(others);
    }

    /** One thing that can be done, and what stands on its button. */
    record Offered(Act act, String words) {}

    /** From when on before its time a meeting can be started. */
    private static final Duration EARLY = Duration.ofMinutes(30);

    /** From this many tries on, not trying again is offered. */
    private static final int TRIED_ENOUGH = 1;

    static Offer of(Situation now, Language language) {
        return new Making(now, language).offer();
    }

    private record Making(Situation now, Language language) {

        Offer offer() {
            var offer = now.open().map(this::withCase).orElseGet(() -> of(nextCustomer(), List.of()));
            return now.asking() ? offer : withUndo(offer);
        }

        private Offer withUndo(Offer offer) {
            var others = new ArrayList<>(offer.others());
            now.undo().ifPresent(number -> others.add(offered(Act.UNDO, Integer.toString(number))));
            return new Offer(offer.question(), offer.next(), others);
        }

        private Offer withCase(OpenCase open) {
            if (now.asking()) {
                return new Offer(
                        say("desk.ask.settled"),
                        offered(Act.SETTLED),
                        List.of(offered(Act.GOES_ON), offered(Act.NOT_YET)));
            }
            var called = open.myTicket(now.me(), TicketState.CALLED);
            if (called.isPresent()) {
                return of(
                        offered(Act.START, number(called.get())),
                        List.of(
                                offered(Act.CALL_AGAIN),
                                offered(Act.PUT_BACK),
                                offered(Act.NO_SHOW),
                                offered(Act.PASS_ON)));
            }
            var calling = open.myCall(now.me());
            if (calling.isPresent()) {
                var others = new ArrayList<>(List.of(offered(Act.NO_ANSWER)));
                if (calling.get().tries() >= TRIED_ENOUGH) {
                    others.add(offered(Act.STOP_TRYING));
                }
                return of(new Offered(Act.DONE, say("desk.act.done.spoken")), others);
            }
            var serving = open.myTicket(now.me(), TicketState.SERVING).isPresent();
            if (!serving && isWithSomebodyElse(open, now.me())) {
                return of(nextCustomer(), List.of());
            }
            if (!serving && open.team().mayTake()) {
                return of(offered(Act.TAKE_HANDOVER), List.of(offered(Act.HAND_BACK)));
            }
            if (serving || open.meeting().isPresent() || open.its().state() == CaseState.IN_SERVICE) {
                var others = new ArrayList<>(List.of(offered(Act.BOOK_TIME), offered(Act.ASK_CALL), handing(open)));
                if (serving) {
                    others.add(offered(Act.PASS_ON));
                }
                return of(offered(Act.DONE), others);
            }
            return untouched(open);
        }

        private Offer untouched(OpenCase open) {
            var waiting = open.ticketIn(TicketState.WAITING);
            if (waiting.isPresent()) {
                var first = now.firstNumber()
                        .map(number -> number == waiting.get().number())
                        .orElse(true);
                return of(
                        new Offered(
                                Act.CALL_THIS,
                                say(first ? "desk.act.call-this" : "desk.act.call-this.early", number(waiting.get()))),
                        List.of(
                                offered(waiting.get().letAhead().isPresent() ? Act.NOT_AHEAD : Act.LET_AHEAD),
                                offered(Act.PASS_ON),
                                offered(Act.GIVE_UP)));
            }
            if (open.waitingVideo().filter(VideoMeeting::isBooked).isPresent()) {
                return of(offered(Act.ANSWER), List.of(offered(Act.VIDEO_LINKS), offered(Act.CANCEL_TIME)));
            }
            if (open.waitingVideo().isPresent()) {
                return of(offered(Act.ANSWER), List.of(offered(Act.ASK_CALL), offered(Act.BOOK_TIME)));
            }
            var call = open.waitingCall();
            if (call.isPresent()) {
                var phone =
                        open.its().customer().phone().map(PhoneNumber::shown).orElse("");
                return of(offered(Act.CALL_PHONE, phone), List.of(offered(Act.CANCEL_CALL)));
            }
            return open.appointmentAhead().map(this::meetingAhead).orElseGet(() -> nothingUnderWay(open));
        }

        private Offer meetingAhead(Appointment ahead) {
            var others = new ArrayList<Offered>();
            var starts = ahead.during().from();
            if (ahead.state() == AppointmentState.BOOKED && ahead.mode() == MeetingMode.IN_PERSON) {
                others.add(offered(Act.ARRIVED));
            }
            if (ahead.mode() == MeetingMode.VIDEO) {
                others.add(offered(Act.VIDEO_LINKS));
            }
            if (now.now().isAfter(starts)) {
                others.add(offered(Act.MISSED));
            }
            others.add(offered(Act.CANCEL_TIME));
            var near = ahead.state() == AppointmentState.ARRIVED || !now.now().isBefore(starts.minus(EARLY));
            return of(near ? offered(Act.START_MEETING) : nextCustomer(), others);
        }

        private Offer nothingUnderWay(OpenCase open) {
            if (open.its().state() == CaseState.CLOSED) {
                return of(nextCustomer(), List.of(offered(Act.REOPEN)));
            }
            if (now.mine().isPresent()) {
                return of(nextCustomer(), List.of());
            }
            // Somebody stands here or is on the phone: otherwise the agent would not have opened it.
            return of(
                    offered(Act.TAKE_UP),
                    List.of(
                            offered(Act.TAKE_NUMBER),
                            offered(Act.BOOK_TIME),
                            offered(Act.ASK_CALL),
                            handing(open),
                            offered(Act.CLOSE),
                            nextCustomer()));
        }

        /** What has been handed to this agent can go back; what they hand over can be kept after all. */
        private Offered handing(OpenCase open) {
            if (open.team().isOfferedBy(now.me())) {
                return offered(Act.WITHDRAW);
            }
            return offered(open.team().isTakenBy(now.me()) ? Act.HAND_BACK : Act.HAND_OVER);
        }

        /** Two can read a case; what a colleague is in the middle of, they finish. */
        private static boolean isWithSomebodyElse(OpenCase open, AgentId me) {
            return open.video()
                            .flatMap(VideoMeeting::agent)
                            .filter(agent -> !agent.equals(me))
                            .isPresent()
                    || open.ticket()
                            .filter(ticket -> ticket.state() != TicketState.WAITING)
                            .isPresent()
                    || open.callBack()
                            .filter(call -> call.state() == CallBackState.CALLING)
                            .isPresent();
        }

        /** Whoever is due without a number is there only when the rule says that they come first. */
        private Offered nextCustomer() {
            if (now.mine().isPresent()) {
                return offered(Act.BACK_TO, now.mine().get());
            }
            if (now.availability() == Availability.BREAK || now.availability() == Availability.AWAY) {
                return offered(Act.COME_BACK);
            }
            return now.nextDue().isPresent()
                    ? offered(Act.OPEN_NEXT, now.nextDue().get().mark())
                    : offered(Act.CALL_NEXT, now.waiting());
        }

        private static Offer of(Offered next, List<Offered> others) {
            return new Offer("", next, others);
        }

        private Offered offered(Act act, Object... arguments) {
            return new Offered(act, say("desk.act." + act.tag(), arguments));
        }

        private static String number(Ticket ticket) {
            return Integer.toString(ticket.number());
        }

        private String say(String key, Object... arguments) {
            return Texts.say(language, key, arguments);
        }
    }
}
