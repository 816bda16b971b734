package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.When;
import java.util.Map;
import java.util.Optional;

/** Call me back: when? The press asks for the call. */
@Route(value = "call-when/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class CallWhenView extends JourneyView {

    private final CallTimes times;
    private final Confirming confirming;
    private final Videos videos;

    CallWhenView(Visits visits, CallTimes times, Confirming confirming, Videos videos) {
        super(visits);
        this.times = times;
        this.confirming = confirming;
        this.videos = videos;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        if (answer(Question.PHONE).flatMap(PhoneNumber::parse).isEmpty()) {
            entering.forwardTo(here().to("call", journey().token()));
        }
        return true;
    }

    @Override
    Page page() {
        var windows = times.next(journey().organisation());
        var page = new Page(say("journey.call-when.title"));
        return windows.isEmpty()
                ? page.lead(say("journey.call-when.none"))
                        .actions(ActionButton.primary(say("journey.ways.time"), () -> go("topic"))
                                .withPictogram("time"))
                : page.with(new Choices(windows.stream().map(this::choice).toList()));
    }

    private Choice choice(Span window) {
        var when = visits().when();
        var soon = !window.from().isAfter(when.now());
        var title = soon ? say("journey.call-when.soon") : When.capital(when.day(window.from()));
        var detail = soon
                ? say("journey.call-when.by", when.time(window.until()))
                : say("journey.call-when.between", when.time(window.from()), when.time(window.until()));
        return new Choice(soon ? "callback" : "clock", title, () -> ask(window)).detail(detail);
    }

    private void ask(Span window) {
        visits().answer(journey(), Map.of(Question.WAY, "call"));
        var its = reread();
        confirming.call(its, here(), window);
        videos.turnToCall(its, here());
        go("done");
    }

    @Override
    Optional<String> back() {
        return backTo("call");
    }
}
