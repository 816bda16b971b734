package fi.tiski.surface.desk;

import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.surface.kit.When;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What a press on one of the case's buttons does. What has been written goes with the encounter that it ends. */
final class CaseActs {

    private final Desk desk;
    private final Panels panels;
    private final Consumer<OpenCase> keepNote;
    private final Consumer<Said> tell;

    CaseActs(Desk desk, Panels panels, Consumer<OpenCase> keepNote, Consumer<Said> tell) {
        this.desk = desk;
        this.panels = panels;
        this.keepNote = keepNote;
        this.tell = tell;
    }

    void act(Act act, Post post, OpenCase one, When when) {
        switch (act) {
            case SETTLED, GOES_ON -> {
                keepNote.accept(one);
                tell.accept(desk.acts.finish(post, one.its().id(), act == Act.SETTLED, when));
            }
            case CLOSE -> {
                keepNote.accept(one);
                tell.accept(desk.acts.close(post, one.its().id(), when));
            }
            case REOPEN -> tell.accept(desk.acts.reopen(post, one.its().id(), when));
            case TAKE_UP -> tell.accept(desk.acts.takeUp(post, one.its().id(), when));
            case TAKE_NUMBER -> tell.accept(desk.numbers.takeNumber(post, one, UUID.randomUUID(), when));
            case BOOK_TIME -> panels.bookTime(post, one);
            case ASK_CALL -> panels.askCall(post, one);
            case HAND_OVER -> panels.handOver(post, one);
            case VIDEO_LINKS -> panels.videoLinks(post, one);
            case PASS_ON -> panels.passOn(post, one);
            case LET_AHEAD -> panels.letAhead(post, one);
            case NOT_AHEAD ->
                one.ticket()
                        .ifPresent(ticket -> tell.accept(desk.numbers.letAhead(post, ticket, Optional.empty(), when)));
            case HAND_BACK -> panels.handBack(post, one);
            case TAKE_HANDOVER, WITHDRAW ->
                one.team().handover().ifPresent(it -> tell.accept(desk.passing.handover(act, post, it, when)));
            case CALL_THIS -> one.ticket().ifPresent(ticket -> tell.accept(desk.numbers.callThis(post, ticket, when)));
            case START, CALL_AGAIN, PUT_BACK, NO_SHOW, GIVE_UP ->
                one.ticket().ifPresent(ticket -> {
                    if (act == Act.PUT_BACK || act == Act.NO_SHOW) {
                        keepNote.accept(one);
                    }
                    tell.accept(desk.numbers.ticket(act, post, ticket, when));
                });
            case ANSWER -> one.video().ifPresent(meeting -> tell.accept(desk.video.answer(post, meeting, when)));
            case CALL_PHONE, NO_ANSWER, STOP_TRYING, CANCEL_CALL ->
                one.callBack().ifPresent(call -> {
                    if (act == Act.NO_ANSWER || act == Act.STOP_TRYING) {
                        keepNote.accept(one);
                    }
                    tell.accept(desk.acts.call(act, post, call, when));
                });
            case START_MEETING, ARRIVED, MISSED, CANCEL_TIME ->
                one.appointment()
                        .ifPresent(appointment -> tell.accept(
                                act == Act.START_MEETING && appointment.mode() == MeetingMode.VIDEO
                                        ? desk.video.begin(post, appointment.id(), when)
                                        : desk.acts.appointment(act, post, appointment, when)));
            case CALL_NEXT, OPEN_NEXT, BACK_TO, DONE, NOT_YET, COME_BACK, UNDO ->
                throw new IllegalArgumentException("Needs no case: " + act);
        }
    }
}
