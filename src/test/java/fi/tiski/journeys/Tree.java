package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What assistive technology is given of a page, roles and names in their order, as a file in {@code
 * accessibility-audits/trees} that somebody has read. What changes from day to day is an ellipsis in it, and answers that are
 * alike stand there once.
 */
final class Tree {

    private static final Path FOLDER = Path.of("accessibility-audits", "trees");

    private final List<String> changed = new ArrayList<>();

    /** Compares with the file; one that differs is written anew, and {@link #areAsTheyWereRead()} fails. */
    void look(Locator part, String name) {
        try {
            var now = of(part);
            var file = FOLDER.resolve(name + ".yaml");
            if (!Files.exists(file) || !Files.readString(file).equals(now)) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, now);
                changed.add(file.toString());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void areAsTheyWereRead() {
        assertThat(changed)
                .as("These pages are told differently now, and have been written anew: read them and commit them")
                .isEmpty();
    }

    /** Words that stand for a day, a time, a number or somebody's own give way to an ellipsis while it is read. In Finnish. */
    static String of(Locator part) {
        part.evaluate("""
                (part) => {
                  window.told = [];
                  // Whether the turn is near, and who comes before it and why, depends on who else waits and is booked; what a
                  // board told before on the hour; and what a kiosk tells of itself on how long it has run.
                  const passing = '.near, main .why, .board .before, .kiosk-facts, .kiosk-troubles';
                  for (const near of part.querySelectorAll(passing)) {
                    near.setAttribute('aria-hidden', 'true');
                    window.told.push([near, '']);
                  }
                  // A board's words take turns in the languages of the room: here they stay in the first.
                  for (const words of part.querySelectorAll('[data-turns]')) {
                    words.dataset.sv = words.dataset.en = words.textContent = words.dataset.fi;
                  }
                  // A kiosk's name has a number in it that stays.
                  const lasting = '.manage :is([id^="kiosk-"], [data-does], #field-kiosk)';
                  const changing = /\\d|tänään|huomenna|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai/i;
                  const others = '.detail, dd, time, .code, .slip p, .number, .timeline, .lead, [data-private]'
                    + (/\\/place/.test(location.pathname) ? ', .choice .title' : '');
                  const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                  while (walk.nextNode()) {
                    const text = walk.currentNode;
                    const holder = text.parentElement;
                    if (text.data.trim() && !holder.closest(lasting) && (holder.closest(others) || changing.test(text.data))) {
                      window.told.push([text, text.data]);
                      text.data = '…';
                    }
                  }
                  for (const named of part.querySelectorAll('[aria-label]')) {
                    const name = named.getAttribute('aria-label');
                    if (changing.test(name) && !named.matches(lasting)) {
                      window.told.push([named, name]);
                      named.setAttribute('aria-label', '…');
                    }
                  }
                }""");
        var tree = part.ariaSnapshot();
        part.evaluate("""
                () => window.told.forEach(([node, words]) =>
                  node.nodeType === 3 ? node.data = words
                    : words ? node.setAttribute('aria-label', words) : node.removeAttribute('aria-hidden'))""");
        return once(tree.lines()
                .filter(line -> !line.strip().startsWith("- /url:"))
                // What is announced comes and goes.
                .map(line -> line.replaceFirst("- status.*", "- status"))
                .map(line -> line.replaceAll("(value|textbox[^:]*: ).*\\d.*", "$1…"))
                .toList());
    }

    /** Without what is the same as what stands above it, with all that stands in it. */
    private static String once(List<String> lines) {
        var kept = new ArrayList<String>();
        for (var block : blocks(lines)) {
            var told = block.getFirst() + "\n" + (block.size() == 1 ? "" : once(block.subList(1, block.size())));
            if (kept.isEmpty() || !kept.getLast().equals(told)) {
                kept.add(told);
            }
        }
        return String.join("", kept);
    }

    /** Each line with those further in that follow it. */
    private static List<List<String>> blocks(List<String> lines) {
        var blocks = new ArrayList<List<String>>();
        for (var line : lines) {
            if (!blocks.isEmpty() && indent(line) > indent(blocks.getLast().getFirst())) {
                blocks.getLast().add(line);
            } else {
                blocks.add(new ArrayList<>(List.of(line)));
            }
        }
        return blocks;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
