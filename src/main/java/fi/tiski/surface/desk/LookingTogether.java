package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.together.FormSection;
import fi.tiski.domain.together.Opening;
import fi.tiski.domain.together.PageKind;
import fi.tiski.domain.together.Place;
import fi.tiski.domain.together.SharedPage;
import fi.tiski.domain.together.SharedPageState;
import fi.tiski.domain.together.TogetherService;
import fi.tiski.domain.together.Writer;
import fi.tiski.domain.together.Writing;
import fi.tiski.domain.together.Written;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.meeting.PageWords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The page that the customer sees, on the agent's side: opening one, writing on it, and what became of it. There is no press
 * here that approves; what the customer keeps to themselves never comes here.
 */
final class LookingTogether extends Section {

    private final TogetherDesk desk;
    private final VideoMeeting meeting;
    private final AgentId me;
    private final When when;
    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Div told = new Div();
    private final Div doubted = new Div();
    private final Div body = new Div();
    private final Div acts = new Div();
    private final Map<Place, Line> lines = new LinkedHashMap<>();
    private Optional<SharedPage> shown = Optional.empty();

    LookingTogether(TogetherDesk desk, VideoMeeting meeting, AgentId me, When when) {
        this.desk = desk;
        this.meeting = meeting;
        this.me = me;
        this.when = when;
        addClassName("desk-together");
        var name = "together-" + meeting.id().value();
        title.setId(name);
        getElement().setAttribute("aria-labelledby", name);
        hint.addClassName("hint");
        LiveRegion.named(say("desk.together.title"), told);
        LiveRegion.named(say("desk.together.doubted.name"), doubted);
        body.addClassName("look-body");
        acts.addClassName("actions");
        add(title, hint, told, doubted, body, acts);
        offer();
        Follow.with(this, desk.live, this::refresh).keys(List.of(TogetherService.liveKey(meeting.id())));
        refresh();
    }

    boolean isOf(VideoMeeting other) {
        return meeting.id().equals(other.id());
    }

    private void refresh() {
        var before = shown;
        shown = desk.page(meeting);
        if (shown.isEmpty() || !shown.get().isOpen()) {
            ended(before);
            return;
        }
        var page = shown.get();
        if (before.filter(was -> was.isOpen() && was.id().equals(page.id())).isEmpty()) {
            open(page);
        }
        page.written()
                .forEach(one -> Objects.requireNonNull(lines.get(one.place())).show(one));
        doubted(page.isDoubted());
    }

    private void ended(Optional<SharedPage> before) {
        if (before.isPresent() && before.get().isOpen()) {
            body.removeAll();
            lines.clear();
            doubted(false);
            shown.ifPresent(page -> tell(how(page)));
            offer();
        }
    }

    private Notice how(SharedPage page) {
        return page.state() == SharedPageState.APPROVED
                ? Notice.good(say(
                        "desk.together.approved", page.endedAt().map(when::time).orElse("")))
                : Notice.info(say("desk.together.withdrawn"));
    }

    private void tell(Notice notice) {
        told.removeAll();
        told.add(notice);
    }

    private void doubted(boolean isDoubted) {
        if (isDoubted == (doubted.getComponentCount() == 0)) {
            doubted.removeAll();
            if (isDoubted) {
                doubted.add(Notice.warning(say("desk.together.doubted")));
            }
        }
    }

    // ---------- Opening one ----------

    private void offer() {
        title.setText(say("desk.together.title"));
        hint.setText("");
        acts.removeAll();
        acts.add(
                opens(PageKind.SUMMARY, "check"),
                opens(PageKind.TEXT, "note"),
                opens(PageKind.QUESTION, "info"),
                ActionButton.secondary(say("desk.together.open.form"), this::whichSection)
                        .withPictogram("keyboard"));
    }

    private ActionButton opens(PageKind kind, String pictogram) {
        return ActionButton.secondary(say("desk.together.open." + kind.tag()), () -> begin(kind, Optional.empty()))
                .withPictogram(pictogram);
    }

    private void whichSection() {
        hint.setText(say("desk.together.which"));
        acts.removeAll();
        Arrays.stream(FormSection.values())
                .map(section -> ActionButton.secondary(
                        say("desk.together.form." + section.tag()), () -> begin(PageKind.FORM, Optional.of(section))))
                .forEach(acts::add);
        acts.add(ActionButton.quiet(say("desk.together.cancel"), this::offer));
        focusFirst(acts);
    }

    private void begin(PageKind kind, Optional<FormSection> section) {
        told.removeAll();
        switch (desk.open(meeting, kind, section, UUID.randomUUID(), me)) {
            case Opening.Opened opened -> {
                refresh();
                focusFirst(body);
            }
            case Opening.AnotherIsOpen another -> {
                tell(Notice.info(say("desk.together.another")));
                refresh();
            }
            case Opening.NotMeeting() -> tell(Notice.info(say("desk.together.not-meeting")));
        }
    }

    private static void focusFirst(Div in) {
        in.getElement().executeJs("this.querySelector('button, input, textarea')?.focus()");
    }

    // ---------- The one that is open ----------

    private void open(SharedPage page) {
        title.setText(PageWords.title(page));
        hint.setText(say("desk.together.sees"));
        told.removeAll();
        body.removeAll();
        lines.clear();
        page.written().forEach(one -> {
            var line = new Line(page, one);
            lines.put(one.place(), line);
            body.add(line);
        });
        acts.removeAll();
        acts.add(ActionButton.quiet(say("desk.together.close"), () -> {
                    desk.close(meeting, page);
                    refresh();
                })
                .withPictogram("close"));
    }

    /** One place: a field, or that the customer keeps it to themselves. */
    private final class Line extends Div {

        private final SharedPage page;
        private final Field field;
        private final Paragraph hidden = new Paragraph();
        private Written stood;

        Line(SharedPage page, Written written) {
            this.page = page;
            stood = written;
            var place = written.place();
            var name = "together-" + place.tag() + "-" + page.id().value();
            var label = label(place);
            var made = place.isLong() ? Field.longText(name, label) : Field.text(name, label);
            field = made.maxLength(TogetherService.LONGEST)
                    .autocomplete("off")
                    .value(written.words())
                    .onTyping(this::write);
            hidden.addClassName("look-private");
            masked();
        }

        /** The customer's own places are called alike on both sides. */
        private static String label(Place place) {
            return !place.isCustomers() || place.isLong()
                    ? say("desk.together.place." + place.tag())
                    : PageWords.label(place);
        }

        void show(Written now) {
            if (now.equals(stood)) {
                return;
            }
            var wasPrivate = stood.isPrivate();
            stood = now;
            if (now.by() == Writer.CUSTOMER || wasPrivate) {
                field.value(now.words());
            }
            masked();
        }

        private void masked() {
            hidden.setText(say(
                    stood.isFilled() ? "desk.together.private.filled" : "desk.together.private.empty", field.label()));
            var wanted = stood.isPrivate() ? hidden : field;
            if (wanted.getParent().isEmpty()) {
                // Gone, not invisible: what is invisible keeps its words in the browser.
                removeAll();
                add(wanted);
            }
        }

        /** Nothing that was typed is lost: what could not be written stands in what is told. */
        private void write(String typed) {
            if (typed.equals(stood.words())) {
                return;
            }
            switch (desk.write(meeting, page, stood, typed)) {
                case Writing.Done(var now) -> stood = now;
                case Writing.Crossed(var now) -> {
                    show(now);
                    tell(Notice.warning(say("desk.together.crossed", typed)));
                }
                case Writing.NotYours() -> refresh();
                case Writing.Ended ended -> {
                    refresh();
                    tell(Notice.warning(say("desk.together.late", typed)));
                }
            }
        }
    }
}
