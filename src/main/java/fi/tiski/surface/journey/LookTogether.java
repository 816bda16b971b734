package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.together.Approving;
import fi.tiski.domain.together.PageKind;
import fi.tiski.domain.together.Place;
import fi.tiski.domain.together.SharedPage;
import fi.tiski.domain.together.SharedPageState;
import fi.tiski.domain.together.TogetherService;
import fi.tiski.domain.together.Writer;
import fi.tiski.domain.together.Writing;
import fi.tiski.domain.together.Written;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Own;
import fi.tiski.surface.meeting.PageWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The page that the agent has opened, on the customer's side: every letter as it is written, places to write in and to keep
 * to oneself, and the press to approve that nobody else has. Not there while no page is.
 */
@StyleSheet("context://tiski/together.css")
final class LookTogether extends Section {

    private final TogetherService together;
    private final VideoMeeting meeting;
    private final By.TheCustomer by;
    private final H2 title = new H2();
    private final Paragraph lead = new Paragraph();
    private final Div news = new Div();
    private final Div body = new Div();
    private final Div told = new Div();
    private final Div approving = new Div();
    private final Map<Place, Line> lines = new LinkedHashMap<>();
    private Optional<SharedPage> shown = Optional.empty();
    /** Of the page with everything that was shown and written here. */
    private long revision;

    LookTogether(TogetherService together, VideoMeeting meeting, By.TheCustomer by, Live live) {
        this.together = together;
        this.meeting = meeting;
        this.by = by;
        addClassName("look-together");
        getElement().setAttribute("aria-label", say("together.name"));
        news.addClassName("look-news");
        LiveRegion.named(say("together.name"), news);
        LiveRegion.named(say("together.told"), told);
        body.addClassName("look-body");
        approving.addClassName("actions");
        add(news, title, lead, body, told, approving);
        approving
                .getElement()
                .addEventListener(
                        "click",
                        pressed -> approve(pressed.getEventData()
                                .path("element.dataset.seen")
                                .asString("")))
                .setFilter("event.target.closest('[data-approves]') !== null")
                .addEventData("element.dataset.seen");
        Follow.with(this, live, this::refresh).keys(List.of(TogetherService.liveKey(meeting.id())));
        refresh();
    }

    /** Fields stay as they are under whoever writes in them; a page is made anew only when it is another one. */
    private void refresh() {
        var now = together.customersPage(meeting);
        var before = shown;
        shown = now;
        if (now.isEmpty() || !now.get().isOpen()) {
            ended(now, before);
            return;
        }
        var page = now.get();
        if (!isSame(before, page)) {
            open(page);
        }
        // A press that was made before the other side's change was seen does not approve it.
        var isTheirs = !isSame(before, page)
                || page.written().stream().anyMatch(one -> line(one).differs(one));
        page.written().forEach(one -> line(one).show(one));
        revision = page.revision();
        if (isTheirs) {
            told.removeAll();
            approving.getElement().setAttribute("data-seen", Long.toString(revision));
        }
    }

    private static boolean isSame(Optional<SharedPage> before, SharedPage now) {
        return before.filter(was -> was.isOpen() && was.id().equals(now.id())).isPresent();
    }

    private void open(SharedPage page) {
        body.removeAll();
        told.removeAll();
        approving.removeAll();
        lines.clear();
        title.setText(PageWords.title(page));
        lead.setText(say("together.lead." + page.kind().tag()));
        page.written().forEach(one -> {
            var line = new Line(page, one);
            lines.put(one.place(), line);
            body.add(line);
        });
        var approve = ActionButton.primary(say("together.approve." + page.kind().tag()), () -> {})
                .withPictogram("check");
        approve.getElement().setAttribute("data-approves", true);
        approving.add(approve);
        if (page.kind() == PageKind.SUMMARY || page.kind() == PageKind.TEXT) {
            approving.add(
                    ActionButton.secondary(say("together.doubt"), this::doubt).withPictogram("warning"));
        }
        getElement().setAttribute("data-open", true);
        news.setText(say("together.news.opened", PageWords.title(page)));
        getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    private void ended(Optional<SharedPage> now, Optional<SharedPage> before) {
        var wasUp = before.isPresent() && before.get().isOpen();
        if (!wasUp) {
            return;
        }
        close();
        news.setText("");
        now.map(SharedPage::state).ifPresent(how -> tell(words(how)));
    }

    /** Emptied, not made invisible: what is invisible stays in the browser. */
    private void close() {
        getElement().setAttribute("data-open", false);
        title.setText("");
        lead.setText("");
        body.removeAll();
        approving.removeAll();
        lines.clear();
    }

    private static Notice words(SharedPageState how) {
        return how == SharedPageState.APPROVED
                ? Notice.good(say("together.approved"))
                : Notice.info(say("together.news.closed"));
    }

    private void tell(Notice notice) {
        told.removeAll();
        told.add(notice);
    }

    private Line line(Written one) {
        return Objects.requireNonNull(lines.get(one.place()));
    }

    /** @param seen the last change of the other side that stood on the screen when it was pressed, as the screen says */
    private void approve(String seen) {
        shown.filter(SharedPage::isOpen).ifPresent(page -> {
            var unchanged = seen.equals(approving.getElement().getAttribute("data-seen"));
            switch (together.approve(meeting, page.id(), unchanged ? revision : -1, by, PageWords::agreed)) {
                case Approving.Approved() -> refresh();
                case Approving.Changed changed -> {
                    refresh();
                    tell(Notice.warning(say("together.changed")));
                }
                case Approving.Nothing() -> tell(Notice.info(say("together.nothing")));
                case Approving.Ended ended -> refresh();
            }
        });
    }

    private void doubt() {
        shown.filter(SharedPage::isOpen).ifPresent(page -> {
            together.doubt(meeting, page.id());
            tell(Notice.info(say("together.doubted")));
        });
    }

    /** One place of the page: words to read, or a field to write in. */
    private final class Line extends Div {

        private final SharedPage page;
        private final Place place;
        private final Optional<Field> field;
        private final Paragraph words = new Paragraph();
        private final Paragraph own = new Paragraph(say("together.private.is"));
        private final Optional<ActionButton> keep;
        private Written stood;

        Line(SharedPage page, Written written) {
            this.page = page;
            place = written.place();
            stood = written;
            addClassName("look-place");
            field = Optional.of(place).filter(Place::isCustomers).map(its -> field());
            keep = field.map(its -> keep());
            words.addClassName("look-words");
            own.addClassName("look-own");
            field.ifPresentOrElse(this::add, () -> add(Own.mark(words)));
            keep.ifPresent(button -> add(own, button));
            show(written, true);
        }

        private Field field() {
            var name = "look-" + place.tag() + "-" + page.id().value();
            var label = PageWords.label(place);
            var made = place.isLong() ? Field.longText(name, label) : Field.text(name, label);
            return made.own()
                    .maxLength(TogetherService.LONGEST)
                    .autocomplete("off")
                    .value(stood.words())
                    .onTyping(this::write);
        }

        private ActionButton keep() {
            return ActionButton.quiet("", () -> {
                together.keepPrivate(meeting, page.id(), place.tag(), !stood.isPrivate());
                refresh();
            });
        }

        boolean differs(Written now) {
            return !now.equals(stood);
        }

        void show(Written now) {
            if (differs(now)) {
                show(now, now.by() == Writer.AGENT);
            }
        }

        private void show(Written now, boolean isTheirs) {
            stood = now;
            words.setText(now.isFilled() ? now.words() : say("together.nothing-yet"));
            words.getElement().setAttribute("data-empty", !now.isFilled());
            if (isTheirs) {
                field.ifPresent(its -> its.value(now.words()));
            }
            own.setVisible(now.isPrivate());
            keep.ifPresent(button -> {
                var press = say(now.isPrivate() ? "together.private.off" : "together.private.on");
                button.words(press);
                button.named(press + ": " + PageWords.label(place));
                button.withPictogram(now.isPrivate() ? "eye" : "padlock");
            });
        }

        private void write(String typed) {
            if (typed.equals(stood.words())) {
                return;
            }
            switch (together.write(meeting, page.id(), place.tag(), typed, stood.revision(), Writer.CUSTOMER)) {
                case Writing.Done(var now) -> {
                    stood = now;
                    // Own letters are seen as they are typed; what came between them from the other side is not.
                    if (now.revision() == revision + 1) {
                        revision = now.revision();
                    }
                }
                case Writing.Crossed(var now) -> {
                    show(now, true);
                    tell(Notice.warning(say("together.crossed")));
                }
                case Writing.NotYours() -> refresh();
                case Writing.Ended ended -> refresh();
            }
        }
    }
}
