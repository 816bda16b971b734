package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Goes by Tab over everything that takes the focus, and looks at the glass: whether the ring is there, by the pixels that
 * change with it (WCAG 2.4.13: as many as a line of two pixels around it, each by 3 to 1), and whether anything lies over
 * what has the focus (2.4.11).
 */
final class FocusRing {

    private static final int AT_MOST = 80;
    private static final int AROUND = 20;

    /** What was seen in the frame in this look: it is the same on the next page. */
    private final Set<String> seenInTheFrame = new HashSet<>();

    @SuppressWarnings("unchecked")
    void isSeenEverywhere(Page page, String name) {
        var found = new ArrayList<String>();
        page.evaluate(BEGIN);
        for (var stop = 0; stop < AT_MOST; stop++) {
            page.keyboard().press("Tab");
            var at = (Map<String, Object>) page.evaluate(WHERE);
            if (at == null) {
                break;
            }
            var part = String.valueOf(at.get("part"));
            if (!Boolean.TRUE.equals(at.get("onTop"))) {
                found.add("covered: " + part);
            }
            if (!Boolean.TRUE.equals(at.get("frame")) || seenInTheFrame.add(part)) {
                var seen = ring(page, at);
                if (!seen.isEmpty()) {
                    found.add(seen + ": " + part);
                }
            }
        }
        page.evaluate("() => document.activeElement?.blur()");
        assertThat(found).as("where the focus is not seen on %s", name).isEmpty();
    }

    private static String ring(Page page, Map<String, Object> at) {
        var with = shot(page, at);
        page.evaluate("() => { window.withoutRing.disabled = false; }");
        var without = shot(page, at);
        page.evaluate("() => { window.withoutRing.disabled = true; }");
        var changed = 0;
        for (var x = 0; x < Math.min(with.getWidth(), without.getWidth()); x++) {
            for (var y = 0; y < Math.min(with.getHeight(), without.getHeight()); y++) {
                if (ratio(with.getRGB(x, y), without.getRGB(x, y)) >= 3) {
                    changed++;
                }
            }
        }
        var line = 4 * (number(at, "width") + number(at, "height"));
        return changed >= line ? "" : "%d pixels of a ring, at least %.0f".formatted(changed, line);
    }

    private static BufferedImage shot(Page page, Map<String, Object> at) {
        var left = Math.max(0, number(at, "left") - AROUND);
        var top = Math.max(0, number(at, "top") - AROUND);
        var right = Math.min(page.viewportSize().width, number(at, "left") + number(at, "width") + AROUND);
        var bottom = Math.min(page.viewportSize().height, number(at, "top") + number(at, "height") + AROUND);
        try {
            return ImageIO.read(new ByteArrayInputStream(page.screenshot(new ScreenshotOptions()
                    .setClip(left, top, right - left, bottom - top)
                    .setAnimations(ScreenshotAnimations.DISABLED))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double number(Map<String, Object> at, String key) {
        return ((Number) Objects.requireNonNull(at.get(key))).doubleValue();
    }

    /** As WCAG defines it. */
    private static double ratio(int one, int other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + .05) / (Math.min(first, second) + .05);
    }

    private static double luminance(int colour) {
        return .2126 * part(colour >> 16) + .7152 * part(colour >> 8) + .0722 * part(colour);
    }

    private static double part(int colour) {
        var part = (colour & 0xFF) / 255.0;
        return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
    }

    /** The next Tab begins at the top. */
    private static final String BEGIN = """
            () => {
              if (!window.withoutRing) {
                window.withoutRing = new CSSStyleSheet();
                window.withoutRing.replaceSync(':focus, :focus-visible { outline: 0 !important; box-shadow: none !important; }');
                window.withoutRing.disabled = true;
                document.adoptedStyleSheets.push(window.withoutRing);
              }
              window.stops = new Set();
              document.body.tabIndex = -1;
              document.body.focus();
              document.body.removeAttribute('tabindex');
            }""";

    /** The element with the focus, also inside shadow roots; null when Tab has gone round. */
    private static final String WHERE = """
            () => {
              let part = document.activeElement;
              while (part?.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
              if (!part || part === document.body || window.stops.has(part)) return null;
              window.stops.add(part);
              // A tick is drawn around the line that is pressed.
              const { left, top, width, height } = part.getBoundingClientRect();
              const inside = (at, most) => Math.min(Math.max(at, 1), most - 1);
              const top2 = part.getRootNode().elementFromPoint(
                inside(left + width / 2, innerWidth), inside(top + height / 2, innerHeight));
              const onTop = Boolean(top2) && (part === top2 || part.contains(top2) || top2.contains(part)
                || Boolean(top2.closest('label')?.contains(part)));
              return { left, top, width, height, onTop, frame: !part.closest('main'), part: part.outerHTML.slice(0, 110) };
            }""";
}
