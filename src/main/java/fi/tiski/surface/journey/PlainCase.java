package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseFile;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Own;
import fi.tiski.surface.kit.Timeline;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.record.EntrySentence;
import fi.tiski.surface.record.EntrySentence.Names;
import fi.tiski.surface.record.EntrySentence.Reader;
import org.springframework.stereotype.Component;

/** A case in plain words, for the person it is about: who has read it, and all that has happened. */
@Component
class PlainCase {

    private final TopicsService topics;
    private final PointsService points;

    PlainCase(TopicsService topics, PointsService points) {
        this.topics = topics;
        this.points = points;
    }

    /** In the place of what stood there. */
    void fill(Div record, CaseFile file, When when) {
        record.removeAll();
        if (!file.readings().isEmpty()) {
            var readers = new Facts();
            file.readings()
                    .forEach(reading ->
                            readers.fact("check", reading.agentName(), When.capital(when.dayAndTime(reading.at()))));
            record.add(new H2(say("journey.my.case.read")), readers);
        }
        record.add(new H2(say("journey.my.case.happened")), Own.mark(timeline(file, when)));
    }

    private Timeline timeline(CaseFile file, When when) {
        var sentence = new EntrySentence(when, Reader.CUSTOMER, names(file.now()));
        var timeline = new Timeline();
        for (var entry : file.entries()) {
            var who = sentence.who(entry).map(name -> " · " + name).orElse("");
            entry.words()
                    .ifPresentOrElse(
                            words ->
                                    timeline.event(entry.at(), sentence.when(entry) + who, sentence.what(entry), words),
                            () -> timeline.event(entry.at(), sentence.when(entry) + who, sentence.what(entry)));
        }
        return timeline;
    }

    private Names names(Case its) {
        return new Names(
                (topic, language) -> topics.topic(its.organisation(), topic)
                        .map(found -> found.name().in(language)),
                (point, language) -> points.point(its.organisation(), point)
                        .map(found -> found.name().in(language)));
    }
}
