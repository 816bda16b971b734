package fi.tiski.platform.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How hard some texts are to read, by what can be counted. A formula sees long sentences and long words and nothing else:
 * it finds what is surely hard, and never shows that something is easy.
 *
 * <p>Each language has the measure made for it. The words of a page's labels count with its sentences, but how long
 * sentences are is counted on whole sentences alone: a button of one word would make every page look easy.
 */
record Reading(List<List<String>> sentences, List<List<String>> wholeSentences) {

    /** From here on a percentage of a page's words says something. */
    private static final int ENOUGH_WORDS = 15;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’-]*[\\p{L}\\p{N}]");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    static Reading of(List<String> texts) {
        var sentences = new ArrayList<List<String>>();
        var whole = new ArrayList<List<String>>();
        for (var text : texts) {
            for (var sentence : SENTENCE_END.split(text)) {
                var words = WORD.matcher(sentence)
                        .results()
                        .map(found -> found.group())
                        .toList();
                if (!words.isEmpty()) {
                    sentences.add(words);
                    if (sentence.matches("(?s).*[.!?]")) {
                        whole.add(words);
                    }
                }
            }
        }
        return new Reading(sentences, whole);
    }

    /**
     * What makes these texts harder than a child of nine reads; empty when nothing does.
     *
     * <ul>
     *   <li>Swedish: LIX, words in a sentence plus the percentage of words of more than six letters (C. H. Björnsson,
     *       Läsbarhet, 1968). Below 30 is very easy, as books for children are.
     *   <li>English: the Flesch-Kincaid grade (J. P. Kincaid and others, 1975). Grade 4 is read at nine to ten years.
     *   <li>Finnish: no formula is made for it that is in use; LIX counts its endings as hard words. So by what the
     *       Selkokielen mittari 2.0 of Selkokeskus asks for (short sentences with one thing in each, short and common
     *       words), which gives no figures: those are ours. Easy Finnish has sentences of at most nine words, five in the
     *       mean, and words of at most 17 letters (palvelupisteeseen), seven in the mean. Finnish may be half as much
     *       longer, with words of 21 letters (saavutettavuusseloste, which the law calls so).
     * </ul>
     */
    List<String> tooHard(Language language) {
        var found = new ArrayList<String>();
        longerThan(longestSentence(), found, language);
        switch (language) {
            case FI_SIMPLE -> finnish(found, 5, 17, 7);
            case FI -> finnish(found, 7.5, 21, 7.5);
            case SV -> {
                if (words().size() >= ENOUGH_WORDS && lix() >= 30) {
                    found.add("LIX %.0f, below 30".formatted(lix()));
                }
            }
            case EN -> {
                if (words().size() >= ENOUGH_WORDS && grade() > 4) {
                    found.add("Flesch-Kincaid grade %.1f, at most 4".formatted(grade()));
                }
            }
        }
        return found;
    }

    private static void longerThan(List<String> sentence, List<String> found, Language language) {
        var most = switch (language) {
            case FI_SIMPLE -> 9;
            case FI -> 13;
            case SV, EN -> 16;
        };
        if (sentence.size() > most) {
            found.add("a sentence of %d words, at most %d: %s"
                    .formatted(sentence.size(), most, String.join(" ", sentence)));
        }
    }

    private void finnish(List<String> found, double meanSentence, int longestWord, double meanWord) {
        if (words().size() >= ENOUGH_WORDS && wordsInASentence() > meanSentence) {
            found.add("%.1f words in a sentence, at most %.1f".formatted(wordsInASentence(), meanSentence));
        }
        if (words().size() >= ENOUGH_WORDS && lettersInAWord() > meanWord) {
            found.add("%.1f letters in a word, at most %.1f".formatted(lettersInAWord(), meanWord));
        }
        words().stream()
                .filter(word -> word.length() > longestWord)
                .forEach(word ->
                        found.add("a word of %d letters, at most %d: %s".formatted(word.length(), longestWord, word)));
    }

    double lix() {
        var longWords = words().stream().filter(word -> word.length() > 6).count();
        return wordsInASentence() + 100.0 * longWords / words().size();
    }

    double grade() {
        var syllables = words().stream().mapToInt(Reading::syllables).sum();
        return 0.39 * wordsInASentence() + 11.8 * syllables / words().size() - 15.59;
    }

    double wordsInASentence() {
        var counted = wholeSentences.isEmpty() ? sentences : wholeSentences;
        return counted.stream().mapToInt(List::size).average().orElse(0);
    }

    double lettersInAWord() {
        return words().stream().mapToInt(String::length).average().orElse(0);
    }

    List<String> longestSentence() {
        return sentences.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    List<String> words() {
        return sentences.stream().flatMap(List::stream).toList();
    }

    /** Groups of vowels, without an e that is not heard. */
    private static int syllables(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var groups = (int) VOWELS.matcher(lower).results().count();
        var silent = lower.endsWith("e") && !lower.endsWith("le") || lower.matches(".*[^td]ed");
        return Math.max(1, silent ? groups - 1 : groups);
    }
}
