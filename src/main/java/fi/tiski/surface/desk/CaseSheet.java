package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.Effort;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoverState;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.LanguageName;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.record.EntrySentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The case in hand, in words.
 *
 * @param name of the customer, or what stands for it
 * @param mark the number they hold and the code they say
 * @param under what is under way just now: "At counter 2", "Waits with number 27"
 * @param told what the customer has told, in their own words, the oldest first
 * @param events the latest first: that is what an agent looks for
 */
record CaseSheet(
        List<Badge> needs,
        String name,
        String mark,
        String under,
        List<Fact> facts,
        List<String> told,
        List<Event> events,
        String readBy,
        Passed passed,
        String effort,
        String alsoHere) {

    /**
     * The card of a handover, as the agent sees it while it stands.
     *
     * @param status who handed it to whom, and whether that one has read it; empty when nothing was handed over
     */
    record Passed(String status, List<Fact> card) {

        static final Passed NOTHING = new Passed("", List.of());

        Passed {
            card = List.copyOf(card);
        }

        static Passed of(Team team, When when) {
            return team.handover()
                    .filter(it -> it.state() != HandoverState.WITHDRAWN)
                    .map(it -> new Passed(status(it, team, when), card(it.card(), when)))
                    .orElse(NOTHING);
        }

        private static String status(Handover handover, Team team, When when) {
            return say(
                    when,
                    "desk.passed." + handover.state().tag(),
                    handover.fromName(),
                    team.to(),
                    handover.takenByName().orElse(""),
                    handover.readAt().map(when::dayAndTime).orElse(""));
        }

        private static List<Fact> card(Card card, When when) {
            return Stream.of(
                            new Fact(say(when, "desk.hand.told"), card.told(), ""),
                            new Fact(say(when, "desk.hand.done"), card.done(), ""),
                            new Fact(say(when, "desk.hand.promised"), card.promised(), ""))
                    .filter(fact -> !fact.value().isEmpty())
                    .toList();
        }
    }

    /** @param link what a press on the value does, such as calling the number; empty when nothing */
    record Fact(String term, String value, String link) {}

    /** @param paper what the picture of a paper is called; empty when there is none */
    record Event(UUID id, Instant at, String when, String who, String what, String words, Optional<String> paper) {}

    static CaseSheet of(OpenCase open, EntrySentence sentences) {
        var when = sentences.when();
        var its = open.its();
        return new CaseSheet(
                Badge.of(its.needs(), when.language()),
                its.customer().name().orElseGet(() -> say(when, "desk.case.nameless")),
                say(when, "desk.case.code", its.code()),
                under(open, when),
                facts(open, when),
                open.file().entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.WORDS_TOLD)
                        .flatMap(entry -> entry.words().stream())
                        .toList(),
                open.file().entries().reversed().stream()
                        .map(entry -> event(entry, sentences))
                        .toList(),
                readBy(open, when),
                Passed.of(open.team(), when),
                effort(open.team().effort(), when),
                open.team().alsoHere().isEmpty()
                        ? ""
                        : say(
                                when,
                                "desk.case.also-here",
                                open.team().alsoHere().size(),
                                String.join(", ", open.team().alsoHere())));
    }

    /** Only what has been a trouble to the customer; nothing is no news. */
    private static String effort(Effort effort, When when) {
        var parts = new ArrayList<String>();
        if (effort.bounces() > 0) {
            parts.add(say(when, "desk.effort.bounces", effort.bounces()));
        }
        if (effort.repeats() > 0) {
            parts.add(say(when, "desk.effort.repeats", effort.repeats()));
        }
        if (effort.agents() > 1) {
            parts.add(say(when, "desk.effort.agents", effort.agents()));
        }
        return String.join(" · ", parts);
    }

    private static String under(OpenCase open, When when) {
        var lines = new ArrayList<String>();
        open.ticket()
                .ifPresent(ticket -> lines.add(say(
                        when,
                        ticket.state() == TicketState.WAITING ? "desk.under.ticket" : "desk.under.at-counter",
                        Integer.toString(ticket.number()),
                        ticket.counterLabel().orElse(""))));
        open.ticketIn(TicketState.WAITING)
                .flatMap(Ticket::letAhead)
                .ifPresent(reason -> lines.add(say(when, "desk.ahead.badge")));
        open.callBack()
                .ifPresent(call -> lines.add(say(
                        when,
                        "desk.under.call",
                        When.capital(when.day(call.promised().from())),
                        when.range(call.promised().from(), call.promised().until()))));
        open.appointment()
                .ifPresent(one -> lines.add(say(
                        when,
                        "desk.under.appointment",
                        When.capital(when.dayAndTime(one.during().from())),
                        say(when, "case.mode." + one.mode().tag()),
                        one.roomLabel()
                                .map(room -> say(when, "desk.under.room", room))
                                .orElse(""),
                        one.agentName())));
        open.appointment().flatMap(one -> interpreter(open, one, when)).ifPresent(lines::add);
        return lines.isEmpty()
                ? say(when, "desk.state.case." + open.its().state().tag())
                : String.join(" · ", lines);
    }

    /** Who interprets; or that somebody has yet to arrange it, where the customer asked for it and nobody is booked. */
    private static Optional<String> interpreter(OpenCase open, Appointment meeting, When when) {
        return meeting.interpreter()
                .map(beside -> say(
                        when,
                        "desk.under.interpreter",
                        beside.name(),
                        LanguageName.in(when.language(), beside.language().tag())))
                .or(() -> Optional.of(say(when, "desk.under.interpreter.none"))
                        .filter(words -> open.its().needs().all().contains(Need.INTERPRETER)));
    }

    private static List<Fact> facts(OpenCase open, When when) {
        var its = open.its();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                say(when, "desk.fact.about"),
                open.topic()
                        .map(topic -> topic.name().in(when.language()))
                        .orElseGet(() -> say(when, "desk.topic.untold")),
                ""));
        facts.add(new Fact(
                say(when, "desk.fact.language"),
                say(when, "desk.language." + its.language().tag()),
                ""));
        facts.add(its.customer()
                .phone()
                .map(phone -> phone(say(when, "desk.fact.phone"), phone))
                .orElseGet(() -> new Fact(say(when, "desk.fact.phone"), say(when, "desk.fact.untold"), "")));
        its.helper().ifPresent(helper -> {
            facts.add(new Fact(say(when, "desk.fact.helper"), helper.name(), ""));
            helper.phone().ifPresent(phone -> facts.add(phone(say(when, "desk.fact.helper-phone"), phone)));
        });
        return List.copyOf(facts);
    }

    private static Fact phone(String term, PhoneNumber phone) {
        return new Fact(term, phone.shown(), "tel:" + phone.e164());
    }

    private static Event event(Entry entry, EntrySentence sentences) {
        return new Event(
                entry.id(),
                entry.at(),
                sentences.when(entry),
                sentences.who(entry).orElse(""),
                sentences.what(entry),
                entry.words().orElse(""),
                Optional.of(entry)
                        .filter(Entry::hasPaper)
                        .map(paper -> say(sentences.when(), "desk.paper.picture", sentences.when(paper))));
    }

    private static String readBy(OpenCase open, When when) {
        var readings = open.file().readings();
        return readings.isEmpty()
                ? ""
                : say(
                        when,
                        "desk.case.read-by",
                        readings.stream()
                                .map(reading -> say(
                                        when, "desk.case.reading", reading.agentName(), when.dayAndTime(reading.at())))
                                .collect(Collectors.joining("; ")));
    }

    private static String say(When when, String key, Object... arguments) {
        return Texts.say(when.language(), key, arguments);
    }
}
