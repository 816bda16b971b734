package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.Component;
import fi.tiski.domain.cases.Amendment;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.Details;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.kit.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Opens what is filled in for the case in hand, and does it when it has been. */
final class Panels {

    private final Desk desk;
    private final CasePane pane;
    private final Consumer<Said> tell;

    /** {@code tell} shows what came of a panel that is done. */
    Panels(Desk desk, CasePane pane, Consumer<Said> tell) {
        this.desk = desk;
        this.pane = pane;
        this.tell = tell;
    }

    void bookTime(Post post, OpenCase one) {
        open(new BookTime(
                one,
                post,
                desk.readings.points(post.organisation()),
                desk.bookings,
                desk.clock,
                words -> done(Said.done(words)),
                pane::noPanel));
    }

    void askCall(Post post, OpenCase one) {
        open(new AskCallBack(
                one.its().customer().phone(),
                desk.windows(post),
                when(post),
                promise -> done(desk.promise(post, one.its().id(), promise, when(post))),
                pane::noPanel));
    }

    void handOver(Post post, OpenCase one) {
        var language = Words.language();
        var choices = new EnumMap<HandOver.Way, List<Option<Receiver>>>(HandOver.Way.class);
        choices.put(HandOver.Way.PERSON, desk.receivers.persons(post));
        choices.put(HandOver.Way.TOPIC, desk.receivers.topics(post, language));
        choices.put(HandOver.Way.SKILL, desk.receivers.skills(post, language));
        open(new HandOver(
                choices,
                draft(post, one),
                (receiver, card, press) ->
                        done(desk.passing.handOver(post, one.its().id(), receiver, card, press, when(post))),
                pane::noPanel));
    }

    /** In the words in which the case itself tells it. */
    private Card draft(Post post, OpenCase one) {
        var draft = desk.handovers.draft(post.organisation(), one.its().id());
        var sentences = desk.sentences(post, Words.language());
        return new Card(
                draft.told().stream().flatMap(entry -> entry.words().stream()).collect(Collectors.joining("\n")),
                draft.done().stream().flatMap(entry -> entry.words().stream()).collect(Collectors.joining("\n")),
                draft.promised().stream().map(sentences::what).collect(Collectors.joining("\n")));
    }

    void videoLinks(Post post, OpenCase one) {
        one.appointment().ifPresent(time -> open(new VideoLinks(desk.guests, time, post.me(), pane::noPanel)));
    }

    void passOn(Post post, OpenCase one) {
        one.ticket()
                .ifPresent(ticket -> open(new PassOn(
                        desk.readings.transfers(post),
                        to -> done(desk.numbers.passOn(post, ticket, to, when(post))),
                        pane::noPanel)));
    }

    void letAhead(Post post, OpenCase one) {
        one.ticket()
                .ifPresent(ticket -> open(new GoingAhead(
                        reason -> done(desk.numbers.letAhead(post, ticket, Optional.of(reason), when(post))),
                        pane::noPanel)));
    }

    void handBack(Post post, OpenCase one) {
        one.team()
                .handover()
                .ifPresent(handover -> open(new HandBack(
                        reason -> done(desk.passing.handBack(post, handover, reason, when(post))), pane::noPanel)));
    }

    void edit(Post post, OpenCase one) {
        var seen = Details.of(one.its());
        open(new EditDetails(one.its(), topics(post), details -> amend(post, one, seen, details), pane::noPanel));
    }

    private void amend(Post post, OpenCase one, Details seen, Details wanted) {
        switch (desk.amend(post, one.its().id(), seen, wanted)) {
            case Amendment.Amended saved -> done(Said.done(say("desk.said.corrected")));
            case Amendment.ChangedMeanwhile changed -> {
                var theirs = Details.of(changed.now());
                open(new Both(
                        changed,
                        mine(seen, wanted, theirs),
                        when(post),
                        (details, what) -> value(post, details, what),
                        chosen -> amend(post, one, theirs, chosen),
                        pane::noPanel));
                pane.tell(Said.Tone.NOT_DONE, say("desk.said.changed-by-other"));
            }
        }
    }

    /** What this agent did not touch stays as the other left it. */
    private static Details mine(Details seen, Details wanted, Details theirs) {
        var touched = seen.changedBy(wanted);
        return new Details(
                (touched.contains(Details.What.NAME) ? wanted : theirs).name(),
                (touched.contains(Details.What.PHONE) ? wanted : theirs).phone(),
                (touched.contains(Details.What.TOPIC) ? wanted : theirs).topic(),
                (touched.contains(Details.What.NEEDS) ? wanted : theirs).needs());
    }

    private String value(Post post, Details details, Details.What what) {
        var language = Words.language();
        return switch (what) {
            case NAME -> details.name().orElseGet(() -> say("desk.fact.untold"));
            case PHONE -> details.phone().map(PhoneNumber::shown).orElseGet(() -> say("desk.fact.untold"));
            case TOPIC ->
                details.topic()
                        .flatMap(topic -> desk.readings.topic(post.organisation(), topic))
                        .map(topic -> topic.name().in(language))
                        .orElseGet(() -> say("desk.topic.untold"));
            case NEEDS ->
                details.needs().all().isEmpty()
                        ? say("desk.both.no-needs")
                        : Badge.of(details.needs(), language).stream()
                                .map(Badge::words)
                                .collect(Collectors.joining(", "));
        };
    }

    /** {@code opened} is told the case and what to say. */
    void anew(Post post, BiConsumer<CaseId, String> opened) {
        pane.tell(Said.Tone.KNOW, "");
        pane.anew(new NewCase(
                topics(post),
                Words.language().spoken(),
                (opening, press) -> opened.accept(desk.open(post, opening, press), say("desk.said.opened")),
                () -> {
                    pane.notAnew();
                    pane.focusNext();
                }));
    }

    private List<Topic> topics(Post post) {
        return desk.readings.topics(post.organisation());
    }

    private When when(Post post) {
        return desk.when(post, Words.language());
    }

    private <P extends Component & Panel> void open(P panel) {
        pane.tell(Said.Tone.KNOW, "");
        pane.panel(panel);
    }

    private void done(Said said) {
        pane.closePanel();
        tell.accept(said);
        pane.focusNext();
    }
}
