package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.surface.kit.Pictogram;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** An appointment for the customer's own calendar (iCalendar, RFC 5545). No name and no topic: calendars are shared. */
@Component
class CalendarFile {

    private static final String TYPE = "text/calendar; charset=utf-8";

    private final InstantSource clock;

    CalendarFile(InstantSource clock) {
        this.clock = clock;
    }

    Anchor link(Appointment booked, MeetingFacts facts, String page) {
        var summary = say(
                "journey.calendar.summary",
                facts.point(booked)
                        .map(ServicePoint::name)
                        .map(name -> name.in(language()))
                        .orElseGet(() -> MeetingFacts.how(booked)));
        var text = text(
                booked, summary, facts.point(booked).map(ServicePoint::address).orElse(""), page);
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    var bytes = text.getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(bytes), "tiski.ics", TYPE, bytes.length);
                }),
                "");
        link.addClassNames("button");
        link.getElement().setAttribute("download", "tiski.ics");
        link.add(new Pictogram("download"), new Span(say("journey.done.calendar")));
        return link;
    }

    /** The file itself; its identity is the appointment's, so that a moved one replaces the earlier. */
    String text(Appointment booked, String summary, String place, String page) {
        var event = new VEvent(booked.during().from(), booked.during().until(), summary);
        event.removeAll(Property.DTSTAMP);
        event.add(new DtStamp(clock.instant()));
        event.add(new Uid(booked.id().value() + "@tiski"));
        event.add(new Description(page));
        if (!place.isEmpty()) {
            event.add(new Location(place));
        }
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Tiski//Tiski//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(event);
        return calendar.toString();
    }
}
