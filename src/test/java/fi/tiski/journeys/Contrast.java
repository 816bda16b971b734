package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 1.4.6 and 1.4.11: words at least 7 to 1 against what they stand on, edges of controls at least 3 to 1. */
public final class Contrast {

    private Contrast() {}

    /** Holds where grounds are plain colours, as all of ours are. */
    @SuppressWarnings("unchecked")
    public static void isEnough(Page page) {
        assertThat((List<String>) page.evaluate("""
                () => {
                  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
                  const luminance = ([r, g, b]) => [r, g, b].map(part => part / 255)
                    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
                    .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
                  const ratio = (one, other) => {
                    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
                    return (light + .05) / (dark + .05);
                  };
                  const ground = (part) => {
                    for (let at = part; at; at = at.parentElement) {
                      const colour = numbers(getComputedStyle(at).backgroundColor);
                      if (colour.length < 4 || colour[3] === 1) return colour;
                    }
                    return [255, 255, 255];
                  };
                  const seen = [...document.querySelectorAll('body *')]
                    .filter(part => part.checkVisibility({ visibilityProperty: true }) && !part.closest('.only-heard, .skip'));
                  const words = seen
                    .filter(part => [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                    .map(part => [part, ratio(numbers(getComputedStyle(part).color), ground(part)), 7]);
                  const edges = seen
                    .filter(part => part.matches('input, textarea, select, .choice, .time, .key, .option'))
                    .map(part => [part, ratio(numbers(getComputedStyle(part).borderTopColor), ground(part.parentElement)), 3]);
                  return [...words, ...edges]
                    .filter(([, found, least]) => found < least)
                    .map(([part, found, least]) => `${part.outerHTML.slice(0, 120)}: ${found.toFixed(2)}, least ${least}`);
                }"""))
                .as("contrast that is too weak")
                .isEmpty();
    }
}
