// Reads the page aloud: all of it when it comes up, and each part when the person comes to it. Whatever the person does
// cuts off what is being said.
//
// At a kiosk, what is somebody's own is said into headphones and never through the loudspeaker: before each such part the
// machine is asked whether they are in.

import { speak, silence, canSpeak, voices } from './voice.js';
import { headphonesAreIn } from './keeper.js';
import { heard, page, said, state, isThere } from './reading.js';

const root = document.documentElement;
const Tiski = window.Tiski;

const RATES = [.6, .75, .9, 1, 1.2, 1.5, 1.9];          // times the voice's own pace
const LOUD = 6;                                         // steps of 3 dB: 18 dB in all (EN 301 549 V3.2.1, 5.1.3.12)
const START = { rate: 3, volume: 4 };

let on = false;
let byHeadphones = false;
let wereIn = false;
let settings = { ...START };
let later = [];                                         // announcements that wait until the voice has come to an end
let speaking = false;
let marked = null;
let seen = null;                                        // the heading or the question that has been read with all that is its

const bar = () => document.querySelector('[data-voice-bar]');
const language = () => root.lang;
const atKiosk = () => root.dataset.frame === 'kiosk';
const plain = (words) => [{ words, lang: language(), own: false }];
const sound = () => ({ rate: RATES[settings.rate], volume: 10 ** ((settings.volume - LOUD) * 3 / 20) });

// ---------- On and off ----------

export const isOn = () => on;

/** Somebody wants to hear, or no longer. */
export function toggle() {
  if (on) end();
  else begin();
}

/** Headphones were put in, or taken out; whoever takes them out must not be read to through the loudspeaker instead. */
export function headphones(areIn) {
  if (areIn === wereIn) return;
  wereIn = areIn;
  silence();
  if (areIn) {
    byHeadphones = byHeadphones || !on;
    if (on) again();                                  // what could not be said aloud a moment ago can be now
    else begin();
  } else if (byHeadphones) {
    quiet();
  }
}

export function begin() {
  on = true;
  show();
  return readPage(true);
}

function end() {
  quiet();
  voices.then(() => speakAll([[null, plain(said('bye'))]]));
}

function quiet() {
  on = false;
  byHeadphones = false;
  later = [];
  reading += 1;
  busy(false);
  silence();
  mark(null);
  show();
}

function show() {
  if (bar()) bar().hidden = !on;
  for (const button of document.querySelectorAll('[data-aloud]')) button.setAttribute('aria-pressed', String(on));
}

/** For the next person: silent, and as loud and as fast as for everybody; with headphones still in, it goes on. */
Tiski.hush = () => {
  const stay = byHeadphones;
  quiet();
  settings = { ...START };
  byHeadphones = stay;
  on = stay;
};

// ---------- What the person can change ----------

const ACTS = {
  repeat: () => again(),
  slower: () => step('rate', -1, RATES.length - 1),
  faster: () => step('rate', 1, RATES.length - 1),
  softer: () => step('volume', -1, LOUD),
  louder: () => step('volume', 1, LOUD),
  volume: () => round(),
  stop: () => end(),
};

/** `repeat`, `slower`, `faster`, `softer`, `louder`, `stop`, or `volume`: louder, and after the loudest the softest. */
export function act(name) {
  if (!on && name !== 'stop') return void begin();
  ACTS[name]?.();
}

function step(what, by, most) {
  const wanted = settings[what] + by;
  settings[what] = Math.min(most, Math.max(0, wanted));
  const button = bar()?.querySelector(`[data-voice=${what === 'rate' ? (by < 0 ? 'slower' : 'faster') : (by < 0 ? 'softer' : 'louder')}]`);
  tell(wanted === settings[what] ? button?.textContent ?? '' : said(by > 0 ? 'most' : 'least'));
}

function round() {
  settings.volume = settings.volume === LOUD ? 0 : settings.volume + 1;
  tell(bar()?.querySelector('[data-voice=louder]')?.textContent ?? '');
}

function again() {
  const here = document.activeElement;
  if (!here || here === document.body || here.closest('.voice-bar, .looks') || here.matches('h1')) return readPage(false);
  return read(here);
}

// ---------- Saying ----------

/** The words of one place on the page. */
export function read(element) {
  return speakAll([[element, heard(element)]]);
}

/** Something that stands nowhere: the answer to a key. */
export function tell(words) {
  return on ? speakAll([[null, plain(words)]]) : Promise.resolve(false);
}

/** One key of the keyboard on the glass: for a field of somebody's own it is heard like what is written there. */
export function key(words, own) {
  return on ? speakAll([[null, [{ words, lang: language(), own }]]], true) : Promise.resolve(false);
}

/** The whole page; with the first one, what the keys do. */
async function readPage(first) {
  seen = [...document.querySelectorAll('main h1')].find(isThere);
  const all = page().map(({ stop, parts }) => [stop, parts]);
  const help = first && atKiosk() ? [[null, plain(said('keys', document.querySelector('.human')?.textContent.trim() ?? ''))]] : [];
  return speakAll([...all.slice(0, 1), ...help, ...all.slice(1)]);
}

export function help() {
  return speakAll([[null, plain(said('keys', document.querySelector('.human')?.textContent.trim() ?? ''))]]);
}

let reading = 0;

/** Each place with its parts, in order. Private ones are asked about again and again: headphones may go at any time. */
async function speakAll(places, mute = false) {
  const mine = ++reading;
  busy(true);
  await voices;
  let hidden = false;
  for (const [element, parts] of places) {
    if (mine !== reading) return false;
    mark(element);
    for (const part of parts) {
      let { words } = part;
      if (part.own && atKiosk() && !await headphonesAreIn()) {
        if (mute || hidden) continue;
        hidden = true;
        words = said('private');
      }
      if (mine !== reading) return false;
      if (!await speak([{ words, lang: canSpeak(part.lang) ? part.lang : language(), ...sound() }])) {
        if (mine === reading) {
          mark(null);
          busy(false);
        }
        return false;
      }
    }
  }
  mark(null);
  busy(false);
  announceLater();
  return true;
}

function busy(now) {
  speaking = now;
  bar()?.toggleAttribute('data-speaking', now);
}

/** Shows what is being said. */
function mark(element) {
  if (marked?.isConnected) marked.removeAttribute('data-being-read');
  marked = element;
  marked?.setAttribute('data-being-read', '');
}

function announceLater() {
  if (!on || later.length === 0) return;
  const all = later;
  later = [];
  speakAll(all.map((parts) => [null, parts]));
}

// ---------- Following the page ----------

/** Any key and any touch stops the voice; what they lead to is said then. */
function hush() {
  if (!on) return;
  reading += 1;
  busy(false);
  silence();
  mark(null);
}
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, hush, { capture: true, passive: true });

// A finger that presses a button knows which: what the press leads to is said, not what the button is called.
let finger = false;
addEventListener('pointerdown', () => { finger = true; }, true);
for (const up of ['click', 'pointercancel', 'keydown']) addEventListener(up, () => { finger = false; }, true);

addEventListener('focusin', ({ target }) => {
  if (!on || target.closest('.keyboard') || (finger && target.matches('button, a'))) return;
  const question = target.closest('dialog[open]');
  if (target.matches('main h1') && target !== seen) {
    show();
    readPage(false);
  } else if (question && question !== seen) {
    seen = question;
    speakAll([[question, heard(question)], [target, heard(target)]]);
  } else if (target.matches('.error-summary')) {
    speakAll([[target, heard(target)]]);
  } else {
    read(target);
  }
});

/** The page has come up in another language; the focus stayed where it was. */
Tiski.translated = () => setTimeout(() => {
  show();
  if (on) readPage(false);
});

addEventListener('change', ({ target }) => {
  if (on && target.matches('[type=radio], [type=checkbox]')) tell(state(target));
}, true);

/** What changes by itself, and what a press has changed. */
new MutationObserver((changes) => {
  if (!on) return;
  const lives = new Set();
  for (const { type, target, attributeName, oldValue } of changes) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    if (type !== 'attributes') {
      const live = element?.closest('[role=status], [role=alert], [aria-live=polite]');
      if (live) lives.add(live);
    } else if (element === document.activeElement && !element.closest('[data-aloud], .keyboard') && element.getAttribute(attributeName) !== oldValue) {
      tell(state(element));
    }
  }
  for (const live of lives) announce(live);
}).observe(document.documentElement, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true, attributeFilter: ['aria-pressed'],
});

function announce(live) {
  if (!isThere(live)) return;
  const words = heard(live);
  if (words.length === 0) return;
  if (!speaking) speakAll([[null, words]]);
  else later.push(words);
}

addEventListener('pagehide', silence);
