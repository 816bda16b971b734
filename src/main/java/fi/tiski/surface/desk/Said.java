package fi.tiski.surface.desk;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.When;
import java.time.Instant;
import java.util.Optional;

/** What came of a press, in words; and which case is in hand after it. */
record Said(Tone tone, String words, Then then) {

    enum Tone {
        DONE,
        KNOW,
        NOT_DONE
    }

    /** What the centre of the desk shows next. */
    sealed interface Then {
        record Stay() implements Then {}

        record Open(CaseId id) implements Then {}

        record PutAway() implements Then {}

        /** The agent has to say first at which counter they are. */
        record ChooseCounter() implements Then {}
    }

    static Said done(String words) {
        return new Said(Tone.DONE, words, new Then.Stay());
    }

    static Said notDone(String words) {
        return new Said(Tone.NOT_DONE, words, new Then.Stay());
    }

    static Said done(When when, String key, Object... arguments) {
        return done(Texts.say(when.language(), key, arguments));
    }

    static Said notDone(When when, String key, Object... arguments) {
        return notDone(Texts.say(when.language(), key, arguments));
    }

    /** Somebody was quicker. The screen has been read again by the time this is read. */
    static Said notFrom(String what, String state, When when) {
        return notDone(when, "desk.said.not-from", Texts.say(when.language(), "desk.state." + what + "." + state));
    }

    /** The agent is on their own break, and begins with nobody. */
    static Said onBreak(Instant until, When when) {
        return notDone(when, "desk.said.on-break", when.time(until));
    }

    Said open(CaseId id) {
        return new Said(tone, words, new Then.Open(id));
    }

    Said putAway() {
        return new Said(tone, words, new Then.PutAway());
    }

    Said chooseCounter() {
        return new Said(tone, words, new Then.ChooseCounter());
    }

    Said know() {
        return new Said(Tone.KNOW, words, then);
    }

    Optional<String> spoken() {
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
