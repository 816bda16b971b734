package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a kiosk shows, measured on its own glass: targets, the room between them, and the height of capitals as the browser
 * draws them.
 */
final class Millimetres {

    /** EN 301 549 V3.2.1, 5.1.4: 0.7 degrees at the eye, at arm's length of 600 mm. */
    private static final double LEAST_CAPITAL = 2 * 600 * Math.tan(Math.toRadians(0.7) / 2);

    private Millimetres() {}

    /**
     * What is pressed is 20 mm each way and has 4 mm around it; tools in the head, keys on the glass, and boxes to tick, which
     * are pressed by their whole line, 15 mm.
     */
    @SuppressWarnings("unchecked")
    static void areEnough(Page page, String name) {
        assertThat((List<String>) page.evaluate("""
                (leastCapital) => {
                  const style = getComputedStyle(document.documentElement);
                  const mm = parseFloat(style.getPropertyValue('--px-per-mm'));
                  const said = (part) => part.outerHTML.slice(0, 100);
                  const shown = (part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true })
                    && !part.closest('[inert], .skip, .only-heard')
                    && (!document.querySelector(':modal') || Boolean(part.closest(':modal')));
                  const found = [];

                  const targets = [...document.querySelectorAll('button, a[href], select, textarea, label.option, '
                      + 'input:not([type=radio], [type=checkbox])')]
                    .filter(shown)
                    .map((part) => ({ part, box: part.getBoundingClientRect() }));
                  for (const { part, box } of targets) {
                    const least = (part.closest('.frame-head, .keyboard') ? 15 : 20) * mm - 1;
                    if (box.width < least || box.height < least) {
                      found.push(`${(box.width / mm).toFixed(1)} x ${(box.height / mm).toFixed(1)} mm: ${said(part)}`);
                    }
                  }
                  for (const [at, one] of targets.entries()) {
                    for (const other of targets.slice(at + 1)) {
                      if (one.part.contains(other.part) || other.part.contains(one.part)) continue;
                      if (one.part.closest('.keyboard') || other.part.closest('.keyboard')) continue;
                      // What scrolls may pass beneath the bar and beneath what one came to press.
                      if (one.part.closest('main') !== other.part.closest('main')) continue;
                      if (one.part.closest('.actions') !== other.part.closest('.actions')) continue;
                      const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right);
                      const down = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom);
                      if (Math.max(across, down) < 4 * mm - 1) {
                        found.push(`${(Math.max(across, down) / mm).toFixed(1)} mm between ${said(one.part)} and ${said(other.part)}`);
                      }
                    }
                  }

                  const glass = document.createElement('canvas').getContext('2d');
                  const capitals = new Map();
                  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walk.nextNode()) {
                    const part = walk.currentNode.parentElement;
                    if (!walk.currentNode.data.trim() || !shown(part) || part.closest('script, style')) continue;
                    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(part);
                    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
                    if (!capitals.has(font)) {
                      glass.font = font;
                      capitals.set(font, glass.measureText('H').actualBoundingBoxAscent / mm);
                    }
                    if (capitals.get(font) < leastCapital) {
                      found.push(`capitals of ${capitals.get(font).toFixed(2)} mm: ${said(part)}`);
                    }
                  }
                  return found;
                }""", LEAST_CAPITAL))
                .as("too small or too close on %s", name)
                .isEmpty();
    }
}
