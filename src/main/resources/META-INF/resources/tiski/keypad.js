// The keys of a keypad, and switches: up, down, select, back, help and louder do all that touch does, in the order in
// which the page is read. With two switches `next` goes round and `select` chooses.
//
// A key that is held is one press, and the same key again within the time that it has to rest is the tremor of a hand
// (EN 301 549 V3.2.1, 5.7 and 5.8).

import './tiski.js';
import { stops, said, place } from './reading.js';
import { writing, enter, leave, move, advance, choose } from './keys-on-glass.js';

const Tiski = window.Tiski;

let last = { code: '', at: 0 };
let aloud = null;
const voice = import('./aloud.js').then((script) => { aloud = script; }, () => {});

/** A key was pressed, at a time in milliseconds; `keypad` says what each key does and how long it rests. */
export async function key(keypad, code, at) {
  const tremor = code === last.code && at - last.at < keypad.strike;
  last = { code, at };
  if (tremor) return;
  await voice;
  ACTS[keypad.keys[code]]?.();
}

const ACTS = {
  up: () => go(-1),
  down: () => go(1),
  next: () => (writing() ? advance() : go(1)),
  select: () => select(),
  back: () => back(),
  help: () => help(),
  louder: () => aloud?.act('louder'),
  softer: () => aloud?.act('softer'),
  volume: () => aloud?.act('volume'),
  slower: () => aloud?.act('slower'),
  faster: () => aloud?.act('faster'),
  repeat: () => aloud?.act('repeat'),
  stop: () => aloud?.act('stop'),
};

/** Who hears comes to words as well; who does not, only to what can be pressed. After the last comes the first. */
function go(by) {
  if (writing()) return move(by);
  const all = stops(Boolean(aloud?.isOn()));
  if (all.length === 0) return;
  const now = all.indexOf(document.activeElement);
  focus(all[now < 0 ? first(all, by) : (now + by + all.length) % all.length]);
}

/** From words, or from nowhere: the stop after or before them; the page itself comes before the head above it. */
function first(all, by) {
  const from = document.activeElement;
  const nowhere = !from || from === document.body;
  const after = all.findIndex((stop) => (nowhere
    ? stop.closest('main, dialog')
    : from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING));
  return by > 0 ? Math.max(after, 0) : (Math.max(after, 0) - 1 + all.length) % all.length;
}

function focus(stop) {
  if (stop.tabIndex < 0 && !stop.hasAttribute('tabindex')) stop.setAttribute('tabindex', '-1');
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: 'nearest' });
}

function select() {
  const here = document.activeElement;
  if (writing()) return choose();
  if (here?.matches('input:not([type=radio], [type=checkbox]), textarea')) return enter(here);
  if (here?.matches('button, a, input')) return here.click();
  if (here && here !== document.body) aloud?.act('repeat');
}

function back() {
  if (writing()) return leave();
  const question = place();
  const button = question.matches('dialog') ? question.querySelector('[data-more]') : visible('.human-bar .back');
  if (button) button.click();
  else aloud?.tell(said('no-back'));
}

const visible = (selector) => [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());

/** What the keys do; whoever was not read to is, from now on. */
function help() {
  if (!aloud) return;
  if (aloud.isOn()) aloud.help();
  else aloud.begin();
}
