// A kiosk that nobody touches: a calm question, and then nothing of the person is left. All of it in the browser, so that
// it also holds while the server is away. It is fetched with the first touch: a first page need not wait for it.

import './tiski.js';
import { play } from './tones.js';

const Tiski = window.Tiski;
const root = document.documentElement;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'];
const QUESTION = [{ hertz: 660, at: 0 }, { hertz: 528, at: .35 }];
const STEP = 10_000;                                  // how often the words about what is left may change

let dialog = null;
let timer = 0;
let deadline = 0;
let before = null;                                    // what had the focus when the question came up
let asking = false;
let clearing = false;
const journeys = new Set();                           // tokens of what this person has begun here

const isOpen = () => dialog?.open;
const home = () => location.pathname.match(/^.*\/kiosk\/[^/]+/)?.[0];
const atStart = () => location.pathname.replace(/\/$/, '') === home();

// ---------- Quiet ----------

/** Somebody has touched the kiosk: from now on there is a person to ask, and to forget. */
export function watch(question) {
  dialog = question;
  asking = false;
  remember();
  wait();
}

function after(milliseconds, act) {
  clearTimeout(timer);
  timer = setTimeout(act, milliseconds);
}

const wait = () => after(Number(dialog.dataset.quiet), quiet);

function alive() {
  if (!dialog?.isConnected || clearing) return;
  remember();
  if (!isOpen()) wait();
  else awaitAnswer();                                 // on their way to a button
}
for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { capture: true, passive: true });

/** Journeys stand in the address. The key of somebody's own case ("my") is no journey, and goes nowhere. */
function remember() {
  const [, page, token] = location.pathname.match(/\/kiosk\/[^/]+\/([a-z-]+)\/([\w-]{20,})$/) ?? [];
  if (token && page !== 'my') journeys.add(token);
}

function quiet() {
  remember();
  // In the middle of a meeting nobody touches anything.
  if (Tiski.isMeeting?.()) return wait();
  // On the first page nothing has been entered; only colours or a language may have been left behind.
  if (atStart() && journeys.size === 0) return over();
  before = document.activeElement;
  asking = true;
  dialog.showModal();
  // For who looks elsewhere.
  if (!root.dataset.calm) play(QUESTION, .12);
  dialog.querySelector('[data-more]').focus();
  awaitAnswer();
}

function awaitAnswer() {
  deadline = performance.now() + Number(dialog.dataset.answer);
  left();
}

function left() {
  const rest = deadline - performance.now();
  if (rest <= 0) return over();
  const line = dialog.querySelector('[data-left]');
  const words = inWords(rest / 1000);
  if (line.textContent !== words) line.textContent = words;
  after(Math.min(STEP, rest), left);
}

function inWords(seconds) {
  if (seconds > 90) return dialog.dataset.minutes.replace('{0}', Math.round(seconds / 60));
  return seconds > 45 ? dialog.dataset.minute : seconds > 15 ? dialog.dataset.half : dialog.dataset.moment;
}

function more() {
  dialog.close();
  goOn();
}

/** Once for each question, at once: the event of its closing comes later. */
function goOn() {
  if (!asking) return;
  asking = false;
  dialog.querySelector('[data-left]').textContent = '';
  if (before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
  wait();
}

addEventListener('click', ({ target }) => {
  if (!isOpen()) return;
  // Beside the question: somebody is there. Not before the click, which would press what is behind the question.
  if (target === dialog || target.closest('[data-more]')) more();
  else if (target.closest('[data-over]')) over();
});
// However it was closed, Escape and a gesture of the browser among it: somebody is there, and goes on where they were.
addEventListener('close', ({ target }) => {
  if (target === dialog && !clearing) goOn();
}, true);

// ---------- Clearing ----------

async function over() {
  if (clearing) return;
  clearing = true;
  clearTimeout(timer);
  remember();
  const start = home();
  const asked = start + '/over?' + new URLSearchParams([...journeys].map((token) => ['journey', token]));
  takeAway();
  await Promise.allSettled([emptyHistory(start), emptyStorage()]);
  // A kiosk's own machine starts a browser that nobody has used for the next person; any other refuses to be closed.
  const closes = Tiski.hasKeeper && history.length > 1;
  while (!await forgotten(asked, closes)) {
    Tiski.away();
    await new Promise((resolve) => { setTimeout(resolve, 3000); });
  }
  if (closes) {
    window.close();
    // The page for the next person would be asked for all the same, by nobody.
    if (window.closed) return;
  }
  location.replace(start);
}
Tiski.over = over;

/** From the screen, and from the document. What is left of the frame takes no presses any more. */
function takeAway() {
  Tiski.reset();
  if (isOpen()) dialog.close();
  for (const page of document.querySelectorAll('main:not([data-away])')) page.remove();
  document.querySelector('.frame')?.setAttribute('inert', '');
  document.title = 'Tiski';
}

/**
 * Back to where this document began, and on from there: the pages of the person are then no longer behind nor ahead of
 * the one in sight. Flow's router counts its steps in the state.
 */
async function emptyHistory(start) {
  const steps = history.state?.idx ?? 0;
  if (steps > 0) {
    // The way back there is nobody's press: the router must not follow it.
    const arrived = new Promise((resolve) => { Tiski.leaving = resolve; });
    history.go(-steps);
    await Promise.race([arrived, new Promise((resolve) => { setTimeout(resolve, 1000); })]);
  }
  history.replaceState(null, '', start);
  history.pushState(null, '', start);
}
async function emptyStorage() {
  const folders = location.pathname.split('/').map((_, end, parts) => parts.slice(0, end + 1).join('/') || '/');
  for (const cookie of document.cookie.split(';')) {
    for (const folder of folders) document.cookie = `${cookie.split('=')[0]}=; Max-Age=0; path=${folder}`;
  }
  const caches = window.caches ? await window.caches.keys() : [];
  await Promise.all(caches.map((name) => window.caches.delete(name)));
  const databases = await indexedDB.databases?.() ?? [];
  for (const { name } of databases) indexedDB.deleteDatabase(name);
}

/** Whether the server has forgotten the person too. */
async function forgotten(address, closes) {
  try {
    const headers = { 'Tiski-Over': closes ? 'closes' : 'stays' };
    const answer = await fetch(address, { cache: 'no-store', headers, signal: AbortSignal.timeout(8000) });
    return answer.ok;
  } catch {
    return false;
  }
}
