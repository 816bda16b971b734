package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.H2;
import fi.tiski.domain.cases.CaseFile;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.When;
import org.springframework.stereotype.Component;

/** A case in plain words, for the person it is about: what has happened, and who has read it. */
@Component
class PlainCase {

    Page on(Page page, CaseFile file, Visits visits) {
        var when = visits.when();
        if (!file.readings().isEmpty()) {
            var readers = new Facts();
            file.readings().forEach(reading -> readers.fact("check", reading.agentName(), When.capital(when.dayAndTime(reading.at()))));
            page.with(new H2(say("journey.my.case.read")), readers);
        }
        return page;
    }
}
