// The browser's half of the board: the clock and the languages take their turns without asking the server.

import './tiski.js';
import { sound, soundOn, soundWaitsForAPress } from './gong.js';
import { silence, speak } from './voice.js';

const Tiski = window.Tiski;
const LANGUAGES = ['fi', 'sv', 'en'];
const TURN = 8000;

/** So long after a call it is still worth telling; the server's rule of the same name holds for what it sends late. */
const STILL_CALLED = 60000;

let turn = 0;

function takeTurns() {
  const language = LANGUAGES[turn % LANGUAGES.length];
  for (const words of document.querySelectorAll('[data-turns]')) {
    if (words.textContent === words.dataset[language] && words.lang === language) continue;
    words.lang = language;
    words.textContent = words.dataset[language];
  }
}

const clockOf = (zone) => new Intl.DateTimeFormat('fi', { timeZone: zone, hour: 'numeric', minute: '2-digit' });

function tick() {
  const clock = document.querySelector('[data-clock]');
  if (!clock) return;
  const now = clockOf(clock.dataset.clock).format(new Date());
  if (clock.textContent !== now) clock.textContent = now;
}

// ---------- Calls: by sight and by voice, one after the other, each once ----------

const known = new Set();
const untold = [];
let telling = false;
let serverAhead = 0;      // of this machine's clock, in milliseconds

/** The server writes each new call into the page; what was sent while the line was away comes late, and is not told. */
function collect(board) {
  for (const call of board.querySelectorAll('[data-call]')) {
    const mark = call.dataset.call;
    if (known.has(mark)) continue;
    known.add(mark);
    if (known.size > 200) known.delete(known.values().next().value);
    if (Date.now() + serverAhead - Number(call.dataset.at) > STILL_CALLED) continue;
    untold.push({ mark, parts: [...call.querySelectorAll('[lang]')].map(({ textContent, lang }) => ({ words: textContent, lang })) });
  }
  if (!telling && untold.length > 0) tellAll(board);
}

async function tellAll(board) {
  telling = true;
  while (untold.length > 0) {
    const call = untold.shift();
    if (!isStillCalled(board, call.mark)) continue;
    flash(board, call.mark);
    if (board.querySelector('[data-spoken=false]')) continue;
    await sound();
    // Taken back while the gong sounded, or while others were told.
    if (isStillCalled(board, call.mark)) await speak(call.parts);
  }
  telling = false;
}

const isStillCalled = (board, mark) => board.querySelector('[data-calling]').dataset.calling.split(' ').includes(mark);

function flash(board, mark) {
  const place = board.querySelector(`[data-line="${mark}"]`)?.closest('.now, li');
  if (!place) return;
  place.classList.remove('flash');
  void place.offsetWidth;   // so that a second call flashes anew
  place.classList.add('flash');
}

function forgetCalls() {
  untold.length = 0;
  silence();
}

/** A browser that wants a press first is given one to press. */
async function offerSound(board) {
  const button = board.querySelector('[data-sound]');
  if (!button || board.querySelector('[data-spoken=false]')) return;
  button.addEventListener('click', async () => {
    await soundOn();
    button.hidden = true;
    sound();
  });
  button.hidden = !(await soundWaitsForAPress());
}

let began = false;

Tiski.board = (element, lifeSign, serverTime) => {
  Tiski.frame(element, 'board', lifeSign);
  serverAhead = serverTime - Date.now();
  offerSound(element);
  document.documentElement.lang = 'fi';
  takeTurns();
  tick();
  if (began) return;
  began = true;
  setInterval(tick, 1000);
  setInterval(() => { turn += 1; takeTurns(); }, TURN);
  // A new call comes in Finnish; it takes its turn with the others at once.
  new MutationObserver(takeTurns).observe(element, { subtree: true, childList: true });
  new MutationObserver(() => collect(element)).observe(element, { subtree: true, childList: true });
  // Since when the server has been away.
  const away = element.querySelector('[data-away]');
  new MutationObserver(() => {
    if (!away.hidden) forgetCalls();
    const since = away.querySelector('[data-since]');
    const clock = document.querySelector('[data-clock]');
    if (!away.hidden && since) since.textContent = clockOf(clock?.dataset.clock).format(new Date());
  }).observe(away, { attributes: true, attributeFilter: ['hidden'] });
};
