package fi.tiski.surface.slips;

import com.github.anastaciocintra.escpos.EscPos.CharacterCodeTable;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The signs that the printer has, spread over code pages. The first has all of Finnish, Swedish and English with š and ž;
 * the others have names from elsewhere.
 */
final class Signs {

    /** Numbered as Epson numbers them, which others follow. */
    private static final List<CharacterCodeTable> PAGES = List.of(
            CharacterCodeTable.WPC1252,
            CharacterCodeTable.WCP1250_Latin2,
            CharacterCodeTable.WCP1257_BalticRim,
            CharacterCodeTable.WCP1251_Cyrillic,
            CharacterCodeTable.WCP1253_Greek);

    private Signs() {}

    /** Signs that follow each other on one page. */
    record Run(CharacterCodeTable page, String words) {}

    /** The words as the printer has them: composed, with plain spaces, and without what none of its pages can show. */
    static String printable(String words) {
        var shown = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(sign -> sign.isBlank() || Character.isSpaceChar(sign.codePointAt(0)) ? " " : sign)
                .map(sign -> page(sign).isPresent() ? sign : plain(sign))
                .forEach(shown::append);
        return shown.toString();
    }

    /** A letter without the mark that no page has it with: ŋ has none, and becomes a question mark. */
    private static String plain(String sign) {
        var bare = Normalizer.normalize(sign, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && page(bare).isPresent() ? bare : "?";
    }

    /** @param words {@link #printable} ones */
    static List<Run> runs(String words) {
        var runs = new ArrayList<Run>();
        for (var sign : words.codePoints().mapToObj(Character::toString).toList()) {
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && has(last.page(), sign)) {
                runs.set(runs.size() - 1, new Run(last.page(), last.words() + sign));
            } else {
                runs.add(new Run(page(sign).orElseThrow(), sign));
            }
        }
        return runs;
    }

    private static Optional<CharacterCodeTable> page(String signs) {
        return PAGES.stream().filter(page -> has(page, signs)).findFirst();
    }

    private static boolean has(CharacterCodeTable page, String signs) {
        return Charset.forName(page.charsetName).newEncoder().canEncode(signs);
    }
}
