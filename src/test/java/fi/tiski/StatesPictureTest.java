package fi.tiski;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.support.DomainTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;

/** The legal states of each aggregate, drawn from the tables that the database enforces. */
class StatesPictureTest extends DomainTest {

    private static final Path DOCS = Path.of("docs");

    private static final String LOOK = """
            !pragma layout smetana
            hide empty description
            skinparam backgroundColor #fffdf8
            skinparam shadowing false
            skinparam defaultFontName sans-serif
            skinparam state {
              BackgroundColor #fffdf8
              BorderColor #0f4a45
              FontColor #0f4a45
            }
            skinparam stateStartColor #0f4a45
            skinparam stateEndColor #0f4a45
            skinparam arrow {
              Color #0f4a45
              FontColor #0f4a45
            }
            """;

    private record Aggregate(String file, String title, String table, String says) {}

    private record Transition(String from, String to, String act) {}

    private static final List<Aggregate> AGGREGATES = List.of(
            new Aggregate("case", "Case", "case_transition", "One matter of one customer. A closed case can go on."),
            new Aggregate(
                    "ticket", "Ticket", "ticket_transition", "A place in the walk-in queue. Put back keeps its place."),
            new Aggregate(
                    "call-back",
                    "Call back",
                    "call_back_transition",
                    "Somebody asked to be called. Nobody answered: tried again later, or not reached."),
            new Aggregate(
                    "appointment",
                    "Appointment",
                    "appointment_transition",
                    "A reserved time. A hold that ran out is deleted and is no state."),
            new Aggregate(
                    "meeting",
                    "Meeting by video",
                    "meeting_transition",
                    "Somebody waits by video until an agent answers. Turned: they chose a call or a time instead. Booked: their time has not come, or they are not there yet."),
            new Aggregate(
                    "guest",
                    "Guest of a meeting",
                    "guest_transition",
                    "Somebody beside customer and agent. The agent admits each; whom the customer asks out is at the door again."),
            new Aggregate(
                    "shared-page",
                    "Page to look at together",
                    "shared_page_transition",
                    "What agent and customer look at while they meet. Only the customer approves."),
            new Aggregate(
                    "handover",
                    "Handover",
                    "handover_transition",
                    "A case passed on. Accepted: the receiver has read it, and goes on with it."),
            new Aggregate(
                    "agent",
                    "Agent",
                    "agent_state_transition",
                    "What agents say of themselves. A break is a time in the roster, and serving is a ticket, call back or "
                            + "appointment in hand: neither is told twice."),
            new Aggregate(
                    "enrolment",
                    "Enrolment",
                    "enrolment_transition",
                    "A machine asks to be a kiosk. A code that ran out is replaced, and the machine goes on waiting."),
            new Aggregate(
                    "device",
                    "Device",
                    "device_transition",
                    "A machine that is a kiosk. A key that was taken away never comes back."));

    @Test
    void thePicturesShowWhatTheDatabaseEnforces() throws IOException {
        var stale = new ArrayList<String>();
        for (var aggregate : AGGREGATES) {
            draw(stale, aggregate);
        }
        write(stale, DOCS.resolve("states.md"), page());

        assertThat(stale)
                .as("These files differed from the database and have been written anew: look at them and commit them")
                .isEmpty();
    }

    @Test
    void thePictureIsTheSameEveryTime() throws IOException {
        var transitions = transitions(AGGREGATES.getFirst());

        assertThat(svg(transitions))
                .isEqualTo(svg(transitions))
                .contains("in service")
                .startsWith("<svg");
    }

    /**
     * Compared by what it tells, which stands in it for those who do not see it: how wide a word is drawn differs from
     * machine to machine.
     */
    private void draw(List<String> stale, Aggregate aggregate) throws IOException {
        var file = DOCS.resolve("states").resolve(aggregate.file() + ".svg");
        var transitions = transitions(aggregate);
        var told = told(aggregate, transitions);
        if (!Files.exists(file) || !Files.readString(file).contains(told)) {
            write(stale, file, svg(transitions).replaceFirst(">", ">" + told));
        }
    }

    private static String told(Aggregate aggregate, List<Transition> transitions) {
        return transitions.stream()
                .map(one -> "%s, %s, %s".formatted(words(one.from()), one.act(), words(one.to())))
                .collect(Collectors.joining(
                        "; ", "<title>States of: " + aggregate.title() + "</title><desc>", ".</desc>"));
    }

    private static void write(List<String> stale, Path file, String now) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(now)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
            stale.add(file.toString());
        }
    }

    /** In the order in which they are written down. */
    private List<Transition> transitions(Aggregate aggregate) {
        return sql.fetch("select from_state, to_state, act from " + aggregate.table() + " order by ctid")
                .map(row ->
                        new Transition(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)));
    }

    private String page() {
        var page = new StringBuilder("""
                # States

                Which state may follow which. The tables are in the database, which refuses everything else to everybody; these
                pictures are drawn from them by a test.
                """);
        for (var aggregate : AGGREGATES) {
            var transitions = transitions(aggregate);
            page.append("\n## ").append(aggregate.title()).append("\n\n");
            page.append(aggregate.says()).append("\n\n");
            var title = aggregate.title().toLowerCase(Locale.ROOT);
            page.append("![States of ")
                    .append("aeiou".indexOf(title.charAt(0)) < 0 ? "a " : "an ")
                    .append(title)
                    .append("; the same as the table below](states/")
                    .append(aggregate.file())
                    .append(".svg)\n\n| from | act | to |\n| --- | --- | --- |\n");
            transitions.forEach(one -> page.append("| ")
                    .append(one.from().equals("start") ? "" : words(one.from()))
                    .append(" | ")
                    .append(one.act())
                    .append(" | ")
                    .append(words(one.to()))
                    .append(" |\n"));
        }
        return page.toString();
    }

    private static String svg(List<Transition> transitions) throws IOException {
        var source = new StringBuilder("@startuml\n").append(LOOK);
        transitions.stream()
                .flatMap(one -> List.of(one.from(), one.to()).stream())
                .filter(state -> !state.equals("start"))
                .distinct()
                .forEach(state -> source.append("state \"%s\" as %s\n".formatted(words(state), state)));
        transitions.forEach(one -> source.append(
                "%s --> %s : %s\n".formatted(one.from().equals("start") ? "[*]" : one.from(), one.to(), one.act())));
        ends(transitions).forEach(state -> source.append("%s --> [*]\n".formatted(state)));
        source.append("@enduml\n");
        var svg = new ByteArrayOutputStream();
        new SourceStringReader(source.toString()).outputImage(svg, new FileFormatOption(FileFormat.SVG, false));
        return plain(svg.toString(UTF_8));
    }

    /** Without what changes with the day or the version of the drawing program. */
    private static String plain(String svg) {
        return svg.replaceAll("(?s)<\\?.*?\\?>", "")
                        .replaceAll("(?s)<!--.*?-->", "")
                        // The one colour that no setting reaches.
                        .replace("#222", "#0f4a45")
                        .strip()
                + "\n";
    }

    private static List<String> ends(List<Transition> transitions) {
        var left = transitions.stream().map(Transition::from).collect(Collectors.toSet());
        return transitions.stream()
                .map(Transition::to)
                .distinct()
                .filter(state -> !left.contains(state))
                .toList();
    }

    private static String words(String state) {
        return state.replace('_', ' ');
    }
}
