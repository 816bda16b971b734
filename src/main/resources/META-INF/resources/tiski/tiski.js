// The browser's half of the kit: what must work without the server, or before it answers.
// Everything is delegated from the document, so nothing has to be wired when the server changes the page.

const root = document.documentElement;
const LOOKS = ['light', 'dark', 'contrast'];
const TEXTS = ['100', '125', '150', '200'];
const LARGE = ['100', '150', '200'];                    // at a kiosk, where 100 is large already

// ---------- Colours and text size: the browser's own affair ----------

const remembers = () => ['home', 'desk'].includes(root.dataset.frame);

function recall(key, allowed) {
  try {
    const kept = localStorage.getItem('tiski-' + key);
    if (allowed.includes(kept)) root.dataset[key] = kept;
  } catch { /* storage is switched off: nothing to recall */ }
}

function set(key, value) {
  root.dataset[key] = value;
  if (!remembers()) return;
  try { localStorage.setItem('tiski-' + key, value); } catch { /* lasts until the window closes, then */ }
}

// Before the first frame is there, so that a dark page does not flash white. A kiosk never writes, so finds nothing.
recall('look', LOOKS);
recall('text', TEXTS);

function next(key, all, now, button) {
  const value = all[(all.indexOf(now) + 1) % all.length];
  set(key, value);
  Tiski.say(button.getAttribute('data-' + value));
}

const lookNow = () => root.dataset.look ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

// At a kiosk each of these has a button of its own: pressed, it is in force; pressed again, all is as it was.
const TURNS = { contrast: ['look', 'contrast'], dark: ['look', 'dark'], low: ['low', 'yes'], calm: ['calm', 'yes'] };

function turn(button) {
  const name = button.dataset.turn;
  if (name === 'text') {
    next('text', LARGE, root.dataset.text ?? '100', button);
  } else {
    const [key, value] = TURNS[name];
    if (root.dataset[key] === value) delete root.dataset[key];
    else root.dataset[key] = value;
  }
  Tiski.turned();
}

const isTurned = (name) => (name === 'text'
  ? (root.dataset.text ?? '100') !== '100'
  : root.dataset[TURNS[name][0]] === TURNS[name][1]);

// ---------- Typing: nothing typed may be lost by a press that did not take the focus ----------

const unsent = new Set();
document.addEventListener('input', ({ target }) => {
  if (target.matches('input:not([type=radio], [type=checkbox]), textarea')) unsent.add(target);
}, true);
document.addEventListener('change', ({ target }) => unsent.delete(target), true);

function sendTyped() {
  for (const field of unsent) field.dispatchEvent(new Event('change', { bubbles: true }));
  unsent.clear();
}
addEventListener('pagehide', sendTyped);
document.addEventListener('visibilitychange', () => document.hidden && sendTyped());

// ---------- Typed, and not yet kept: survives a server that is gone, in this window and nowhere else ----------

const TYPED = 'tiski-typed-';
let fresh = true;         // the document has just been loaded, perhaps because the server had forgotten the page before

const isTyped = (field) => field.matches?.('.frame main :is(input:not([type=password]), textarea)');
const isTicked = (field) => field.matches('[type=radio], [type=checkbox]');
// By journey and question: a page that could not be shown may come back as the one before it.
const typedAs = (field) => `${TYPED}${location.pathname.split('/').pop()}#${field.id}`;

document.addEventListener('input', ({ target }) => {
  if (!isTyped(target)) return;
  try { sessionStorage.setItem(typedAs(target), isTicked(target) ? String(target.checked) : target.value); } catch { /* switched off: lives in the page */ }
}, true);

/** After a reload, what was typed before it. From a page to the next, what was typed there is kept by the server. */
function recallTyped(main) {
  try {
    const fields = [...main.querySelectorAll('input, textarea')].filter(isTyped);
    if (!fresh) return forgetTyped(fields.map(typedAs));
    fresh = false;
    fields.forEach(typeAgain);
  } catch { /* storage is switched off: nothing to recall */ }
}

function forgetTyped(but) {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(TYPED) && !but.includes(key)) sessionStorage.removeItem(key);
  }
}

function typeAgain(field) {
  const typed = sessionStorage.getItem(typedAs(field));
  if (typed === null) return;
  if (isTicked(field)) {
    if (String(field.checked) !== typed && (field.type === 'checkbox' || typed === 'true')) field.click();
  } else if (field.value !== typed) {
    field.value = typed;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

// ---------- Presses ----------

let pressedLast = null;

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

addEventListener('click', (event) => {
  const control = event.target.closest?.('button, a, label, input, select');
  if (!control || control.closest('.keyboard')) return;
  // The second half of a double tap lands on whatever the new page has in that place: it was meant for the old one.
  if (event.detail > 1 && pressedLast && !pressedLast.isConnected) return stop(event);
  pressedLast = control;
  if (control.getAttribute('aria-disabled') === 'true') return stop(event);
  if (control.hasAttribute('data-human') && serverIsAway()) {
    stop(event);
    return showAway('[data-phone]');
  }
  if (control.hasAttribute('data-to')) {
    stop(event);
    return goTo(document.getElementById(control.getAttribute('data-to')));
  }
  if (control.hasAttribute('data-looks')) return next('look', LOOKS, lookNow(), control);
  if (control.hasAttribute('data-texts')) return next('text', TEXTS, root.dataset.text ?? '100', control);
  if (control.hasAttribute('data-turn')) return turn(control);
  if (control.hasAttribute('data-aloud')) return aloud(({ toggle }) => toggle());
  if (control.hasAttribute('data-voice')) return aloud(({ act }) => act(control.dataset.voice));
  if (control.hasAttribute('data-print')) return Tiski.print(control);
  sendTyped();
  watchAnswer();
  if (control.hasAttribute('data-once')) control.setAttribute('aria-disabled', 'true');
}, true);

// Enter in a line of text does what the page is for, as in a form.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || !event.target.matches('main input:not([type=radio], [type=checkbox])')) return;
  const act = document.querySelector('main:not([hidden]) .button.primary');
  if (!act) return;
  event.preventDefault();
  act.click();
});

function goTo(target) {
  if (!target) return;
  if (target.matches('main')) target = target.querySelector('h1') ?? target;
  target.focus({ preventScroll: true });
  (target.closest('.field, .options') ?? target).scrollIntoView({ block: 'center' });
}

// ---------- Is the server there? ----------

let life = null;          // address of the life sign
let misses = 0;
let timer = 0;
let unanswered = 0;
let waitsToReload = false;
let focusBefore = null;

const away = () => document.querySelector('[data-away]');
const page = () => document.querySelector('main:not([data-away])');
const isAwayShown = () => away() && !away().hidden;
const connection = () => window.Vaadin?.connectionState?.state;
const serverIsAway = () => isAwayShown() || misses > 0 || connection() === 'reconnecting' || connection() === 'connection-lost';

function again(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(beat, milliseconds);
}

/** A press that is not answered for a while: is anybody there? */
function watchAnswer() {
  clearTimeout(unanswered);
  unanswered = setTimeout(() => { if (life && connection() === 'loading') again(0); }, 5000);
}

async function beat() {
  if (waitsToReload) return;
  if (document.hidden && !isAwayShown()) return again(5000);
  try {
    const answer = await fetch(life, { method: 'POST', cache: 'no-store', signal: AbortSignal.timeout(5000) });
    // Meanwhile the server may have said that its database is away; that it is there itself says nothing of that.
    if (waitsToReload) return;
    if (answer.ok) {
      misses = 0;
      hideAway();
      return again(root.dataset.frame === 'kiosk' ? 3000 : 15000);
    }
    if (answer.status < 500) return startOver();
  } catch { /* no answer at all */ }
  if (waitsToReload) return;
  misses += 1;
  if (misses > 1) showAway('h1');
  again(misses > 1 ? 3000 : 1000);
}

// The server went away between this document and its first answer: Flow would show an empty frame, for good.
const beginning = new MutationObserver(() => {
  if (page()) return beginning.disconnect();
  const empty = document.querySelector('iframe[src$="offline-stub.html"]');
  if (!empty) return;
  beginning.disconnect();
  empty.replaceWith(document.querySelector('[data-not-begun]').content.cloneNode(true));
  page().querySelector('h1').focus();
  setTimeout(beginAgain, 3000);
});
beginning.observe(root, { childList: true, subtree: true });

async function beginAgain() {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    if (answer.ok) return location.reload();
  } catch { /* no answer at all */ }
  setTimeout(beginAgain, 3000);
}

// The server is there but does not know this page any more. Never in a circle: a fresh page waits before it starts over.
function startOver() {
  if (performance.now() < 10000) return again(10000);
  location.reload();
}

function showAway(focusOn) {
  // Two who see each other go on; their stage says that the server is away.
  if (!away() || Tiski.isMet?.()) return;
  if (!isAwayShown()) {
    focusBefore = document.activeElement;
    away().hidden = false;
    if (page()) page().hidden = true;
  }
  away().querySelector(focusOn)?.focus();
}

function hideAway() {
  if (!isAwayShown()) return;
  const hadFocus = away().contains(document.activeElement) || document.activeElement === document.body;
  away().hidden = true;
  if (page()) page().hidden = false;
  if (hadFocus) (focusBefore?.isConnected && focusBefore !== document.body ? focusBefore : page()?.querySelector('h1'))?.focus();
}

function watchConnection() {
  const state = window.Vaadin?.connectionState;
  if (!state || state.tiski) return;
  state.tiski = true;
  state.addStateChangeListener((before, now) => {
    if (now === 'reconnecting' || now === 'connection-lost') again(0);
  });
}
addEventListener('offline', () => life && again(0));
addEventListener('online', () => life && again(0));

// ---------- Read aloud: its script is fetched when somebody wants to hear something ----------

function aloud(wish) {
  import('./aloud.js').then(wish, () => { /* the server is away: the next press tries again */ });
}

// ---------- Keys of a keypad, and the kiosk's own machine ----------

let keypad = null;        // what each key of a keypad does, by its code in small letters: { f17: 'up', ... }

let keys = Promise.resolve();   // one after another

/** The first key brings the script that knows the rest, and is not lost. */
function keyed(event) {
  const code = event.code?.toLowerCase();
  if (!keypad?.keys[code] || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (event.repeat) return;
  keys = keys.then(() => import('./keypad.js'))
    .then(({ key }) => key(keypad, code, event.timeStamp))
    .catch(() => { /* the server is away: the next key tries again */ });
}
addEventListener('keydown', keyed, true);

// ---------- A kiosk that somebody touches watches for quiet from then on ----------

let untouched = null;

function touched() {
  if (!untouched) return;
  const { question, script } = untouched;
  import(script).then(({ watch }) => {
    untouched = null;
    watch(question);
  }, () => { /* the server is away: the next touch tries again */ });
}
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, touched, { capture: true, passive: true });

// Here, because whoever listens first hears first: while a page is left for good, the router does not follow it back.
addEventListener('popstate', (event) => {
  if (!Tiski.leaving) return;
  event.stopImmediatePropagation();
  Tiski.leaving();
});

// ---------- What the server calls ----------

const Tiski = window.Tiski = {
  /** A frame has come up: whose it is, and where its life sign is asked for. */
  frame(element, kind, lifeSign) {
    root.dataset.frame = kind;
    if (kind !== 'home') return Tiski.watch(lifeSign);
    recall('look', LOOKS);
    recall('text', TEXTS);
    Tiski.watch(lifeSign);
  },

  watch(lifeSign) {
    life = lifeSign;
    watchConnection();
    again(5000);
  },

  /** From the first touch on, quiet is followed by this question. */
  watchQuiet(question, script) {
    untouched = { question, script };
  },

  /** A page has come up. After a change of language the focus stays on the language's button. */
  arrive(heading) {
    const main = heading.closest('main');
    const frame = heading.closest('.frame');
    if (frame && main.dataset.page) frame.dataset.page = main.dataset.page;
    else if (frame) delete frame.dataset.page;
    if (!main.hasAttribute('data-away')) recallTyped(main);
    if (document.activeElement?.closest('.languages')) return void Tiski.translated?.();
    scrollTo(0, 0);
    main.scrollTop = 0;
    heading.focus({ preventScroll: true });
  },

  focus(element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  },

  /** Read aloud once; the same words again are read again. */
  say(words) {
    const live = document.querySelector('[data-live]');
    if (!live) return;
    live.textContent = '';
    setTimeout(() => { live.textContent = words; }, 100);
  },

  /** The server has answered this press; the next one counts again. */
  answered(button) {
    // What prints counts again when the printer has answered (slip.js), which the server knows nothing of.
    if (!button.hasAttribute('data-print')) button.removeAttribute('aria-disabled');
  },

  /** At a kiosk with a printer of its own the slip goes there; elsewhere the browser prints the page. */
  print(button) {
    const slip = document.querySelector('.slip[data-paper]');
    if (!slip) return requestAnimationFrame(() => window.print());
    import('./slip.js').then(({ printSlip }) => printSlip(slip, button), () => window.print());
  },

  /** Shows the calm page, until the page is loaded anew. */
  away() {
    clearTimeout(timer);
    waitsToReload = true;
    showAway('h1');
  },

  /** The server is there and its database is not: the calm page until it is, then all as it was kept. */
  databaseAway(health) {
    if (waitsToReload) return;
    Tiski.away();
    const ask = async () => {
      try {
        const answer = await fetch(health, { cache: 'no-store', signal: AbortSignal.timeout(8000) });
        if (answer.ok) return location.reload();
      } catch { /* the server is away too */ }
      setTimeout(ask, 2000);
    };
    setTimeout(ask, 1000);
  },

  /** Shows on the buttons what is in force; they may be new. */
  turned() {
    for (const button of document.querySelectorAll('[data-turn]')) {
      button.setAttribute('aria-pressed', String(isTurned(button.dataset.turn)));
    }
  },

  /**
   * A kiosk's keypad, and the address of the service on its own machine that knows its jack and printer; empty where there
   * is none. `strike` is how many milliseconds the same key has to rest before it counts again.
   */
  machine(keys, strike, keeper) {
    keypad = { keys, strike };
    Tiski.hasKeeper = Boolean(keeper);
    if (!keeper) return;
    import('./keeper.js').then(({ listenTo, on, state, keypadCodes }) => {
      on('jack', (jack) => {
        if (jack === 'in') touched();
        // As it is by then: while a script is on its way, what waits for it need not come in the order in which it began.
        aloud(({ headphones }) => headphones(state('jack') === 'in'));
      });
      listenTo(keeper);
      keypadCodes().then((codes) => { keypad.keys = codes ?? keypad.keys; });
    });
  },

  look(value) { set('look', value); },
  text(value) { set('text', value); },

  geometry(pixelsPerMillimetre, capMillimetres, outOfReachMillimetres) {
    root.style.setProperty('--px-per-mm', pixelsPerMillimetre);
    root.style.setProperty('--cap-mm', capMillimetres);
    root.style.setProperty('--out-of-reach-mm', outOfReachMillimetres);
  },

  reset() {
    delete root.dataset.look;
    delete root.dataset.text;
    delete root.dataset.low;
    delete root.dataset.calm;
    Tiski.turned();
    Tiski.hush?.();
    dispatchEvent(new Event('tiski-reset'));
    unsent.clear();
    try { localStorage.clear(); sessionStorage.clear(); } catch { /* nothing was kept */ }
    const live = document.querySelector('[data-live]');
    if (live) live.textContent = '';
  },
};
