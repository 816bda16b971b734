package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.Facts;
import fi.tiski.domain.devices.Fault;
import fi.tiski.domain.devices.Heard;
import fi.tiski.domain.devices.KioskState;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.surface.kit.When;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands on a kiosk's card.
 *
 * @param state one sentence: how it stands with the machine
 * @param tone of the sentence: {@code good}, {@code warning} or empty; it says nothing that the words do not
 * @param troubles what is wrong, each since when
 * @param facts the rest, a line each
 * @param message what its screen shows and until when; empty as a rule
 */
record KioskSheet(
        Kiosk kiosk,
        String place,
        String state,
        String tone,
        List<String> troubles,
        List<String> facts,
        Optional<String> message,
        Optional<Device> device) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H.mm");

    KioskSheet {
        troubles = List.copyOf(troubles);
        facts = List.copyOf(facts);
    }

    static KioskSheet of(KioskState it, String place, When when) {
        return new KioskSheet(
                it.kiosk(),
                place,
                say("manage.state." + state(it)),
                tone(it),
                it.troubles().stream()
                        .map(one -> say("manage.trouble.since", fault(one.fault()), when.dayAndTime(one.since())))
                        .toList(),
                facts(it, when),
                it.message()
                        .map(shown -> say(
                                "manage.message.shown",
                                when.dayAndTime(shown.until()),
                                shown.words().in(language()))),
                it.device());
    }

    static String fault(Fault fault) {
        return say("manage.fault." + fault.tag());
    }

    private static String state(KioskState it) {
        if (it.device().isEmpty()) {
            return "none";
        }
        if (!it.troubles().isEmpty()) {
            return "troubled";
        }
        return it.heard().isPresent() ? "well" : "enrolled";
    }

    private static String tone(KioskState it) {
        return switch (state(it)) {
            case "troubled" -> "warning";
            case "well", "enrolled" -> "good";
            default -> "";
        };
    }

    private static List<String> facts(KioskState it, When when) {
        var facts = new ArrayList<String>();
        it.heard().map(Heard::at).ifPresent(at -> facts.add(say("manage.fact.heard", when.dayAndTime(at))));
        it.heard()
                .flatMap(Heard::facts)
                .map(Facts::version)
                .ifPresent(its -> facts.add(say("manage.fact.version", its)));
        it.device().ifPresent(its -> facts.add(say("manage.fact.enrolled", when.dayAndTime(its.enrolledAt()))));
        it.kiosk().hours().ifPresent(own -> facts.add(say("manage.fact.hours", time(own.opens()), time(own.closes()))));
        it.orders().forEach(order -> facts.add(say("manage.fact." + order.act().tag(), when.dayAndTime(order.at()))));
        return facts;
    }

    static String time(LocalTime at) {
        return CLOCK.format(at);
    }
}
