// "Your turn is near", on the page of a number at home or in the pocket. The page itself says it in sight; here it is told
// once for the ear, in the window's title, and, when somebody has asked for it, by sound, vibration and the device's own
// notification. What was asked for holds for this window, and is forgotten with it.

import { sound, soundOn } from './gong.js';

const BUZZ = { near: [200, 100, 200], called: [400, 150, 400, 150, 400] };

let asked = false;
let notifies = false;
let last = {};            // the number and the stage that this window was told of
let wakeLock = null;
let shown = null;
let plainTitle = '';

/** Tells of each change of this element's stage from now on; one that is there already is in sight. */
export function follow(element) {
  shown = element;
  new MutationObserver(() => tell(element)).observe(element, { attributes: true, attributeFilter: ['data-stage'] });
  const button = element.querySelector('[data-tell-me]');
  button.addEventListener('click', () => ask(element));
  element.querySelector('[data-notify]').addEventListener('click', () => notify(element));
  if (asked) isAsked(element);
  tell(element);
}

function tell(element) {
  const { number, stage: turn } = element.dataset;
  const before = last;
  last = { number, turn, toldNear: before.number === number && before.toldNear };
  title(element);
  keepAwake();
  if (before.number !== number || before.turn === turn || !['near', 'called'].includes(turn)) return;
  // Near, and then not quite, and near again: that is told once. A call is always told.
  if (turn === 'near' && last.toldNear) return;
  last.toldNear = true;
  // The page of a call is a new one, and its heading is read; that it is near changes under the eyes.
  if (turn === 'near') window.Tiski.say(element.dataset.nearHeard);
  if (!asked) return;
  sound();
  navigator.vibrate?.(BUZZ[turn]);
  if (notifies) notice(element.dataset[turn]);
}

/** "Your turn is near" before the page's own title, as long as it is. */
function title(element) {
  const ahead = { near: element.dataset.near, called: element.dataset.called }[element.dataset.stage];
  if (!document.title.includes(' · ')) plainTitle = document.title;
  document.title = ahead ? `${ahead} · ${plainTitle}` : plainTitle;
}

// ---------- "Tell me" ----------

async function ask(element) {
  asked = true;
  isAsked(element);
  await soundOn();
  sound();
  keepAwake();
}

function isAsked(element) {
  element.querySelector('[data-tell-me]').setAttribute('aria-pressed', 'true');
  element.querySelector('[data-told]').hidden = false;
  element.querySelector('[data-notify]').hidden = !('Notification' in window) || Notification.permission !== 'default' || notifies;
}

async function notify(element) {
  notifies = (await Notification.requestPermission()) === 'granted';
  element.querySelector('[data-notify]').hidden = true;
  element.querySelector('[data-tell-me]').focus();
}

/** Of some telephones only an installed service may notify; there the sound and the page remain. */
function notice(words) {
  try {
    new Notification(words, { tag: 'tiski-turn', icon: new URL('./favicon.svg', import.meta.url).href });
  } catch { /* not on this device */ }
}

// ---------- A screen that stays awake while somebody waits for it ----------

const isWaiting = () => asked && shown?.isConnected && ['waiting', 'near', 'called'].includes(shown.dataset.stage);

async function keepAwake() {
  if (!isWaiting()) {
    wakeLock?.release();
    wakeLock = null;
    return;
  }
  if (wakeLock && !wakeLock.released) return;
  try {
    wakeLock = (await navigator.wakeLock?.request('screen')) ?? null;
    if (!isWaiting()) keepAwake();
  } catch { /* a battery that is low: the screen may sleep */ }
}

// The browser lets go of it with a hidden window; and another page of ours has no number to wait for.
document.addEventListener('visibilitychange', () => { if (!document.hidden) keepAwake(); });
new MutationObserver(() => {
  if (shown && !shown.isConnected) {
    shown = null;
    keepAwake();
  }
}).observe(document.body, { childList: true, subtree: true });
