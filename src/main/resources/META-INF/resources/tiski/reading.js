// What is heard of a page: its parts in the order in which they are read, and the words for each.
//
// A page is heard as it is seen: what is hidden from the eye is not said, what is hidden from assistive technology is not
// said, and what stands there for the ear alone is.

export const CONTROLS = 'button, a[href], input, select, textarea';
const WORDS = 'h1, h2, h3, p, legend, dl > div, li, [role=img]';

/** The words that the voice needs besides those of the page, in the page's language. */
export const said = (key, ...values) => {
  const words = JSON.parse(document.querySelector('[data-said]')?.dataset.said ?? '{}')[key] ?? '';
  return values.reduce((all, value, place) => all.replace(`{${place}}`, value), words);
};

export function isThere(element) {
  return element.isConnected && !element.closest('[aria-hidden=true], [hidden], [inert]') && element.checkVisibility();
}

/** Where the person is: in a question that lies over the page, or in the frame. */
export function place() {
  const open = [...document.querySelectorAll('dialog[open]')].pop();
  return open ?? document.querySelector('.frame') ?? document.body;
}

/** All that one comes to with the keys, in the order in which it is read; `words` too, or only what can be pressed. */
export function stops(words) {
  return [...place().querySelectorAll(words ? `${CONTROLS}, ${WORDS}` : CONTROLS)].filter((element) => isThere(element)
    && !element.matches('.skip, .keyboard *, [data-live]')
    && (element.matches(CONTROLS) || isOfItsOwn(element)));
}

/** Words that are not read with something else: not within a control, nor around other words. */
function isOfItsOwn(element) {
  if (element.closest(`${CONTROLS}, label`) || element.matches('.step, .lead, .field .hint, .options .hint')) return false;
  if (!element.matches('dl > div') && element.querySelector(`${CONTROLS}, ${WORDS}`)) return false;
  return element.matches('[role=img]') || text(element) !== '';
}

// ---------- Words ----------

/** What stands there, for the ear: blocks apart, without pictures that have no words. */
export function text(element) {
  return parts(element).map(({ words }) => words).join(' ');
}

/** The same in parts, each in its own language and with whether it is somebody's own. */
export function parts(element) {
  const all = [];
  collect(element, all);
  const joined = [];
  for (const { words, lang, own, apart } of all) {
    const last = joined.at(-1);
    if (last && last.lang === lang && last.own === own) last.words += (apart ? ', ' : ' ') + words;
    else joined.push({ words, lang, own });
  }
  return joined.map((part) => ({ ...part, words: tidy(part.words) })).filter(({ words }) => words);
}

function collect(node, all, apart = false) {
  if (node.nodeType === Node.TEXT_NODE) {
    const words = node.textContent.trim();
    if (words) all.push({ words, ...whose(node.parentElement), apart });
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || !isSaid(node)) return;
  const label = node.getAttribute('aria-label');
  if (label && node.matches(`[role=img], ${CONTROLS}`)) {
    all.push({ words: label, ...whose(node), apart: true });
    return;
  }
  if (node.matches('dl > div button')) return;      // heard when one comes to it
  let first = true;
  for (const child of node.childNodes) {
    collect(child, all, first ? apart || isBlock(node) : isBlock(child));
    if (child.textContent?.trim()) first = false;
  }
}

const isSaid = (node) => !node.matches('[aria-hidden=true], [hidden], svg, input, textarea, select, script, style')
  && node.checkVisibility();
const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE && !/^(inline|contents)/.test(getComputedStyle(node).display);

function whose(element) {
  return {
    lang: element.closest('[lang]')?.lang || document.documentElement.lang,
    own: Boolean(element.closest('[data-private]')),
  };
}

const tidy = (words) => words.replace(/\s+/g, ' ').replace(/([.,:;!?–]),/g, '$1').replace(/ ,/g, ',').trim();

// ---------- One part of the page ----------

/** All that is heard when the person comes to it. */
export function heard(element) {
  if (element.matches('h1')) return heading(element);
  if (element.matches('dialog')) return parts(element);
  if (element.matches(CONTROLS)) return control(element);
  return parts(element);
}

function heading(element) {
  const main = element.closest('main') ?? element;
  return [main.querySelector('.step'), element, main.querySelector('.lead')]
    .filter((part) => part && isThere(part))
    .flatMap(parts);
}

function control(element) {
  if (element.matches('input:not([type=radio], [type=checkbox]), textarea')) return field(element);
  const own = whose(element);
  const all = [...question(element), ...name(element)];
  const add = (words) => words && all.push({ words, lang: document.documentElement.lang, own: false });
  if (element.matches('select')) all.push({ words: element.selectedOptions[0]?.text ?? '', ...own });
  else add(kind(element));
  add(state(element));
  add(placeInList(element));
  for (const part of described(element)) all.push(...parts(part));
  return all;
}

export function name(element) {
  const label = element.getAttribute('aria-label');
  if (label) return [{ words: label, ...whose(element) }];
  const by = element.getAttribute('aria-labelledby');
  if (by) return by.split(' ').flatMap((id) => parts(document.getElementById(id)));
  if (element.labels?.length) return [...element.labels].flatMap(parts);
  return parts(element);
}

const kind = (element) => (element.matches('a') ? said('link') : element.matches('button') ? said('button') : '');

/** What a press has changed, in words. */
export function state(element) {
  if (element.getAttribute('aria-disabled') === 'true') return said('wait');
  const pressed = element.matches('[type=radio], [type=checkbox]') ? String(element.checked) : element.getAttribute('aria-pressed');
  return pressed === 'true' ? said('chosen') : pressed === 'false' ? said('not-chosen') : '';
}

/** "2 of 5", where answers stand together. */
function placeInList(element) {
  const list = element.closest('.choices, .options, .times, .languages, .looks, .voice-bar, .day');
  if (!list) return '';
  const all = [...list.querySelectorAll(CONTROLS)].filter(isThere);
  return all.length > 1 ? said('place', all.indexOf(element) + 1, all.length) : '';
}

/** Of several answers the first one brings the question along. */
function question(element) {
  const set = element.closest('fieldset');
  if (!set || set.querySelector(CONTROLS) !== element) return [];
  return [...set.querySelectorAll('legend, .hint, .error')].filter(isThere).flatMap(parts);
}

const described = (element) => (element.closest('fieldset') ? [] : (element.getAttribute('aria-describedby') ?? '')
  .split(' ').map((id) => id && document.getElementById(id)).filter((part) => part && isThere(part)));

// ---------- Fields ----------

function field(element) {
  const lang = document.documentElement.lang;
  const own = Boolean(element.closest('[data-private]'));
  return [
    ...name(element),
    { words: said('field'), lang, own: false },
    ...described(element).flatMap(parts),
    ...written(element, lang, own),
    { words: said('write'), lang, own: false },
  ];
}

function written(element, lang, own) {
  if (!element.value) return [{ words: said('empty'), lang, own: false }];
  if (element.type === 'password') return [{ words: said('masked', element.value.length), lang, own: false }];
  return [{ words: said('written', spelled(element)), lang, own }];
}

/** Digits and codes come one by one. */
function spelled(element) {
  return ['tel', 'numeric', 'email'].includes(element.inputMode) ? [...element.value.replace(/\s/g, '')].join(' ') : element.value;
}

/** The whole page, from its heading on: what somebody hears who does nothing. */
export function page() {
  const main = place().matches('dialog') ? place() : [...document.querySelectorAll('main')].find(isThere);
  if (!main) return [];
  return stops(true).filter((stop) => main.contains(stop)).map((stop) => ({ stop, parts: heard(stop) }));
}
