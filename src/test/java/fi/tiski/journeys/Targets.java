package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Measures what hands and eyes need: how large what is pressed is, and whether everything is on the page. */
public final class Targets {

    private Targets() {}

    /** At home at least 48 px each way; at a kiosk at least 15 mm, measured on that kiosk's own glass. */
    public static void areLargeEnough(Page page) {
        assertThat(found(page, """
                () => {
                  const style = getComputedStyle(document.documentElement);
                  const kiosk = document.documentElement.dataset.frame === 'kiosk';
                  const least = kiosk ? 15 * parseFloat(style.getPropertyValue('--px-per-mm')) : 48;
                  const targets = 'button, a[href], select, textarea, label.option, input:not([type=radio], [type=checkbox])';
                  return [...document.querySelectorAll(targets)]
                    .filter(target => target.checkVisibility({ visibilityProperty: true }))
                    .filter(target => !target.matches('.skip'))
                    .map(target => ({ target, box: target.getBoundingClientRect() }))
                    .filter(({ box }) => box.width < least - .5 || box.height < least - .5)
                    .map(({ target, box }) => `${target.outerHTML.slice(0, 120)}: ${box.width} x ${box.height}, least ${least}`);
                }""")).as("targets that are too small").isEmpty();
    }

    /** Nobody has to scroll sideways. */
    public static void fitSideways(Page page) {
        assertThat(found(page, """
                () => document.documentElement.scrollWidth <= innerWidth ? [] :
                  [...document.querySelectorAll('body *')]
                    .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
                    .map(part => `${part.outerHTML.slice(0, 100)} ends at ${part.getBoundingClientRect().right}`)""")).as("what sticks out sideways").isEmpty();
    }

    /** No text is cut off by its own box. */
    public static void cutNothing(Page page) {
        assertThat(found(page, """
                () => [...document.querySelectorAll('button, a, h1, h2, h3, p, dt, dd, label, legend, span')]
                  .filter(part => part.checkVisibility({ visibilityProperty: true }) && !part.closest('.only-heard, .skip'))
                  .filter(part => getComputedStyle(part).clipPath === 'none' && getComputedStyle(part).display !== 'inline')
                  .filter(part => part.scrollWidth > part.clientWidth + 2 && part.clientWidth > 0)
                  .map(part => `${part.outerHTML.slice(0, 120)}: ${part.scrollWidth} in ${part.clientWidth}`)""")).as("words that are cut").isEmpty();
    }

    /** Whatever can be pressed is what lies on top there, once it is in sight; also inside shadow roots. */
    public static void areNotCovered(Page page) {
        assertThat(found(page, """
                () => {
                  const all = (root) => [...root.querySelectorAll('*')]
                    .flatMap(part => part.shadowRoot ? [part, ...all(part.shadowRoot)] : [part]);
                  const before = [scrollX, scrollY, document.querySelector('main:not([hidden])')?.scrollTop];
                  const covered = all(document)
                    .filter(part => part.matches('button, a[href], select, textarea, input, label.option'))
                    .filter(part => part.checkVisibility({ visibilityProperty: true }) && !part.closest('[inert], .skip, .only-heard'))
                    .filter(part => !document.querySelector(':modal') || part.closest(':modal'))
                    .filter(part => {
                      const rect = part.getBoundingClientRect();
                      if (rect.top < 0 || rect.bottom > innerHeight) part.scrollIntoView({ block: 'center', behavior: 'instant' });
                      const { left, top, width, height } = part.getBoundingClientRect();
                      const on = part.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
                      if (on && (part.contains(on) || on.contains(part) || on.closest('label')?.contains(part))) return false;
                      part.scrollIntoView({ block: 'center', behavior: 'instant' });
                      const again = part.getBoundingClientRect();
                      const then = part.getRootNode()
                        .elementFromPoint(again.left + again.width / 2, again.top + again.height / 2);
                      return !(then && (part.contains(then) || then.contains(part) || then.closest('label')?.contains(part)));
                    })
                    .map(part => part.outerHTML.slice(0, 120));
                  scrollTo(before[0], before[1]);
                  const page = document.querySelector('main:not([hidden])');
                  if (page) page.scrollTop = before[2];
                  return covered;
                }""")).as("targets that something else lies over").isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
