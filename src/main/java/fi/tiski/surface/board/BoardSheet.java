package fi.tiski.surface.board;

import fi.tiski.domain.queue.QueueBoard;
import fi.tiski.domain.queue.QueueBoard.Line;
import fi.tiski.domain.queue.QueueBoard.Moving;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands on the board.
 *
 * @param now the latest call that has not been finished
 * @param soon numbers that have been passed on to another counter and are called there soon
 * @param before the calls before it, the latest first; as many as can be read from the back of the room
 */
record BoardSheet(Optional<Line> now, List<Moving> soon, List<Line> before) {

    /** The languages of the room. Easy Finnish says the same as Finnish here. */
    static final List<Language> LANGUAGES = List.of(Language.FI, Language.SV, Language.EN);

    private static final int KEPT = 4;
    private static final int KEPT_SOON = 2;

    static BoardSheet of(QueueBoard board) {
        var soon = board.moving().stream().limit(KEPT_SOON).toList();
        return new BoardSheet(
                board.calling().stream().findFirst(),
                soon,
                Stream.concat(board.calling().stream().skip(1), board.earlier().stream())
                        .limit(KEPT - soon.size())
                        .toList());
    }

    /** One call of one number, in the page. */
    static String mark(Line call) {
        return call.number() + "-" + call.calledAt().toEpochMilli();
    }

    /** The languages of the room, that of whoever is called first. */
    static List<Language> spokenTo(Line call) {
        var own = call.language().spoken();
        return Stream.concat(Stream.of(own), LANGUAGES.stream().filter(language -> language != own))
                .toList();
    }

    /** "Number 27, counter 3", for the ear. */
    static String heard(Line line, Language language) {
        return Texts.say(language, "board.heard", Integer.toString(line.number()), line.counter());
    }
}
