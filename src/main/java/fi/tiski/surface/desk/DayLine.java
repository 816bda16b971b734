package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.LanguageName;
import fi.tiski.surface.kit.When;
import java.util.Optional;

/** One appointment of the agent's day. */
record DayLine(
        AppointmentId id,
        Optional<CaseId> its,
        String pictogram,
        String time,
        String where,
        String detail,
        boolean past) {

    static DayLine of(Appointment one, Optional<Topic> topic, When when) {
        var language = when.language();
        var about = topic.map(its -> its.name().in(language)).orElseGet(() -> Texts.say(language, "desk.topic.untold"));
        var detail = one.interpreter()
                .map(beside -> Texts.say(
                        language,
                        "desk.day.interpreter",
                        about,
                        beside.name(),
                        LanguageName.in(language, beside.language().tag())))
                .orElse(about);
        var over = one.state() == AppointmentState.DONE || one.state() == AppointmentState.NO_SHOW;
        return new DayLine(
                one.id(),
                one.caseId(),
                WaitingLine.pictogram(one.mode()),
                when.time(one.during().from()),
                one.roomLabel()
                        .map(room -> Texts.say(language, "desk.day.room", room))
                        .orElseGet(() -> Texts.say(
                                language, "desk.day.mode." + one.mode().tag())),
                one.state() == AppointmentState.BOOKED
                        ? detail
                        : Texts.say(
                                language,
                                "desk.day.detail",
                                detail,
                                Texts.say(
                                        language,
                                        "desk.day.state." + one.state().tag())),
                over);
    }
}
