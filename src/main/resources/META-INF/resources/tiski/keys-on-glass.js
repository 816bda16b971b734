// The keyboard on the glass, walked through by a keypad or by switches: first its rows, then the keys of one row. It is
// heard row by row and key by key, and what is pressed is written where it was begun.

import { said, state } from './reading.js';

let field = null;
let row = null;
let aloud = null;
import('./aloud.js').then((script) => { aloud = script; }, () => {});

const board = () => document.querySelector('.keyboard');
const rows = () => [...board().querySelectorAll('.key-row')];
const keys = (line) => [...line.querySelectorAll('.key')];
const isOwn = () => Boolean(field?.closest('[data-private]'));

/** Whether the keyboard is being walked through. */
export const writing = () => Boolean(field?.isConnected && board() && document.activeElement.closest('.keyboard'));

/** From the field that has the focus to the first row. */
export function enter(from) {
  if (!board()) from.click();                         // it was put away with "done": touching the field brings it back
  if (!board()) return;
  field = from;
  row = null;
  toRow(rows()[0]);
}

function toRow(line) {
  row = null;
  line.setAttribute('tabindex', '-1');
  line.setAttribute('role', 'group');
  line.setAttribute('aria-label', said('row', keys(line).map(named).join(' ')));
  line.focus({ preventScroll: true });
  aloud?.key(line.getAttribute('aria-label'), false);
}

function toKey(key) {
  key.focus({ preventScroll: true });
  hear(key);
}

/** In a field of somebody's own, keys are heard into headphones only; in a masked one nobody hears what was pressed. */
const hear = (key) => aloud?.key([named(key), state(key)].filter(Boolean).join(', '), isOwn() && isLetter(key));
const isLetter = (key) => key.dataset.key.length === 1;
const named = (key) => key.getAttribute('aria-label') ?? key.textContent;

/** On to the next row, or within a row to the next key; round and round. */
export function move(by) {
  const all = here();
  to(all[(all.indexOf(document.activeElement) + by + all.length) % all.length]);
}

/** For who has no key that leads back: after the last key of a row comes the row again. Out of all rows leads "done". */
export function advance() {
  if (row && document.activeElement === keys(row).at(-1)) leave();
  else move(1);
}

const here = () => (row ? keys(row) : rows());
const to = (there) => (row ? toKey(there) : toRow(there));

/** Into the row; in a row, presses the key. */
export function choose() {
  if (!row) {
    row = document.activeElement;
    return toKey(keys(row)[0]);
  }
  const key = document.activeElement;
  const place = { row: rows().indexOf(row), key: key.dataset.key };
  key.click();
  if (!board()) return finish();
  // Other signs, or capitals: the keys may be new.
  row = key.isConnected ? row : null;
  if (!row) return toRow(rows()[place.row] ?? rows()[0]);
  if (document.activeElement !== key) key.focus({ preventScroll: true });
  pressed(key);
}

function pressed(key) {
  if (field.type === 'password') return aloud?.key('*', false);
  if (!isLetter(key) && key.dataset.key !== 'backspace') return hear(key);
  aloud?.key(key.dataset.key === 'backspace' ? field.value.slice(-1) || said('empty') : named(key), isOwn());
}

/** Out of the row, and from the rows back to the field. */
export function leave() {
  if (row) return toRow(row);
  finish();
}

function finish() {
  row = null;
  const from = field;
  field = null;
  from.focus({ preventScroll: true });
}
