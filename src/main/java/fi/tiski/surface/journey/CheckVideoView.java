package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.relay.RelayService;
import fi.tiski.surface.doors.Allowances;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.meeting.SelfCheck;
import fi.tiski.surface.meeting.Tried;
import java.util.Map;
import java.util.Optional;

/**
 * Tries within a minute what a meeting by video needs, one thing after the other, and says in one sentence how to take part.
 * Anybody may open it, before a meeting or without one; it knows nobody, and keeps nothing.
 */
@Route(value = "check-video", layout = HomeFrame.class)
@AnonymousAllowed
class CheckVideoView extends JourneyView {

    private static final Map<Tried.Part, String> PICTOGRAMS = Map.of(
            Tried.Part.CAMERA, "video",
            Tried.Part.MICROPHONE, "person",
            Tried.Part.LOUDSPEAKER, "speaker",
            Tried.Part.CONNECTION, "digital");

    /** Where in this window somebody came from, so that they find back: it is no part of the address. */
    private record CameFrom(String page) {}

    private final RelayService relay;
    private final Allowances allowances;
    private Tried tried = Tried.nothing();

    CheckVideoView(Visits visits, RelayService relay, Allowances allowances) {
        super(visits);
        this.relay = relay;
        this.allowances = allowances;
    }

    /** A button that leads here, and from here back to {@code page}. */
    static ActionButton link(Here here, String page) {
        return ActionButton.secondary(say("selfcheck.link"), () -> {
                    ComponentUtil.setData(UI.getCurrent(), CameFrom.class, new CameFrom(page));
                    Visits.go(here.to("check-video"));
                })
                .withPictogram("video");
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        tried = Tried.nothing();
        return true;
    }

    @Override
    Page page() {
        return tried.next().map(this::toTry).orElseGet(this::summary);
    }

    private Page toTry(Tried.Part part) {
        return new Page(say("selfcheck." + part.tag() + ".title"))
                .step(say("selfcheck.step", part.ordinal() + 1, Tried.Part.values().length))
                .lead(say("selfcheck." + part.tag() + ".lead"))
                .with(new SelfCheck(part, relay, this::mayAsk, outcome -> {
                    tried = tried.with(part, outcome);
                    show();
                }));
    }

    private boolean mayAsk() {
        return allowances.relay() instanceof Asking.Granted;
    }

    private Page summary() {
        var found = new Facts();
        for (var part : Tried.Part.values()) {
            found.fact(
                    PICTOGRAMS.getOrDefault(part, "info"),
                    say("selfcheck." + part.tag() + ".name"),
                    say("selfcheck.found." + tried.of(part).tag()));
        }
        return new Page(say("selfcheck.summary.title"))
                .lead(say("selfcheck.summary." + tried.way()))
                .with(found)
                .actions(
                        ActionButton.primary(say("selfcheck.done"), () -> Visits.go(cameFrom()))
                                .withPictogram("done"),
                        ActionButton.secondary(say("selfcheck.once-more"), () -> {
                            tried = Tried.nothing();
                            show();
                        }));
    }

    private String cameFrom() {
        return Optional.ofNullable(ComponentUtil.getData(UI.getCurrent(), CameFrom.class))
                .map(CameFrom::page)
                .filter(page -> page.startsWith(here().start()))
                .orElseGet(here()::start);
    }

    @Override
    Optional<String> back() {
        return Optional.of(cameFrom());
    }
}
