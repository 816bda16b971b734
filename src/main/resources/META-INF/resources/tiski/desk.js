// The browser's half of the desk: shortcuts that also work while writing, and notes that survive whatever happens.

import './tiski.js';
import { play } from './tones.js';

const Tiski = window.Tiski;
const DRAFT = 'tiski-draft-';

// ---------- Shortcuts: Alt with a letter, written on what they do ----------

const shown = (element) => element.getClientRects().length > 0;

addEventListener('keydown', (event) => {
  // AltGr is how letters like @ are typed on Nordic keyboards; it comes as Ctrl+Alt.
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
  if (event.getModifierState?.('AltGraph')) return;
  // On a Mac, Alt makes another letter of it: then the place of the key tells.
  const letter = /^[a-z]$/i.test(event.key) ? event.key : event.code.replace(/^Key/, '');
  const target = [...document.querySelectorAll(`[data-key="${letter.toUpperCase()}"]`)].find(shown);
  if (!target) return;
  event.preventDefault();
  // What opens beside its button is gone into from there.
  if (target.matches('[popovertarget]')) target.focus();
  if (target.matches('button')) target.click();
  else target.focus();
}, true);

// Enter in the search field searches.
addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing) return;
  const form = event.target.closest?.('[data-enter]');
  if (!form || !event.target.matches('input')) return;
  event.preventDefault();
  form.querySelector('button')?.click();
}, true);

// ---------- What opens and closes in the browser alone ----------

const isWriting = (element) => element?.matches?.('input:not([type=radio], [type=checkbox]), textarea, select');

addEventListener('keydown', (event) => {
  if (event.key !== '?' || isWriting(event.target)) return;
  const keys = document.querySelector('dialog[data-keys]');
  if (!keys || keys.open) return;
  event.preventDefault();
  keys.showModal();
}, true);

addEventListener('click', ({ target }) => {
  const opens = target.closest?.('[data-opens]');
  if (opens) document.getElementById(opens.dataset.opens)?.showModal();
  if (target.closest?.('[data-close]')) target.closest('dialog')?.close();
}, true);

// A press right after a button has changed its meaning by itself was meant for what stood on it before. So was the
// second half of a double click, when the first half has changed it.
const QUICK = 350;
const ANSWER = 1500;
const freshness = new WeakMap();
let pressed = -ANSWER;

new MutationObserver((changes) => {
  if (performance.now() - pressed < ANSWER) return;
  for (const { target, oldValue } of changes) {
    if (oldValue === null) continue;
    clearTimeout(freshness.get(target));
    target.setAttribute('data-fresh', '');
    freshness.set(target, setTimeout(() => target.removeAttribute('data-fresh'), QUICK));
  }
}).observe(document.documentElement, { subtree: true, attributes: true, attributeOldValue: true, attributeFilter: ['data-act'] });

addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-act]');
  if (button && (event.detail > 1 || button.hasAttribute('data-fresh'))) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else {
    // What changes now, changes because of this press.
    pressed = performance.now();
  }
}, true);

// ---------- Notes that are being written ----------

const store = {
  get(key) { try { return sessionStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { sessionStorage.setItem(key, value); } catch { /* storage is off: the note lives in the page */ } },
  remove(key) { try { sessionStorage.removeItem(key); } catch { /* nothing was kept */ } },
  keys() { try { return Object.keys(sessionStorage).filter((key) => key.startsWith(DRAFT)); } catch { return []; } },
};

document.addEventListener('input', ({ target }) => {
  if (!target.dataset?.draft) return;
  if (target.value) store.set(target.dataset.draft, target.value);
  else store.remove(target.dataset.draft);
}, true);

/** This field is for another case now: show what has been begun for it, and let the server know. */
Tiski.draft = (field, agent, its) => {
  field.dataset.draft = `${DRAFT}${agent}-${its}`;
  field.value = store.get(field.dataset.draft) ?? '';
  if (field.value) field.dispatchEvent(new Event('change', { bubbles: true }));
};

/** It stands on the case now. */
Tiski.draftSaved = (field) => {
  store.remove(field.dataset.draft);
  field.value = '';
};

Tiski.forgetDrafts = () => store.keys().forEach(store.remove);

// ---------- A quiet ring, and a notification when another window is in front ----------

const RING = 'tiski-ring';
const remembered = {
  get muted() { try { return localStorage.getItem(RING) === 'off'; } catch { return false; } },
  set muted(value) { try { localStorage.setItem(RING, value ? 'off' : 'on'); } catch { /* then for this page only */ } },
};
const NOTES = [{ hertz: 523.25, at: 0 }, { hertz: 659.25, at: .18 }];

/** Two soft notes, made here: nothing is loaded, and it is over before anybody looks up. */
function chime() {
  // Before the first press a browser lets nothing sound.
  if (remembered.muted || !navigator.userActivation?.hasBeenActive) return;
  play(NOTES, .06);
  document.documentElement.dataset.rang = Number(document.documentElement.dataset.rang ?? 0) + 1;
}

/** Somebody waits for this agent. The words hold nothing personal: they may stand on a locked screen. */
Tiski.ring = (words) => {
  chime();
  if (!document.hidden || globalThis.Notification?.permission !== 'granted') return;
  const told = new Notification(words, { tag: 'tiski-desk', icon: document.querySelector('.mark img')?.src });
  told.onclick = () => { focus(); told.close(); };
};

/** After the page has come up, also in another language. */
const showRing = Tiski.showRing = () => {
  const toggle = document.querySelector('[data-ring]');
  if (!toggle) return;
  toggle.setAttribute('aria-pressed', String(!remembered.muted));
  toggle.textContent = remembered.muted ? toggle.dataset.off : toggle.dataset.on;
  const permission = globalThis.Notification?.permission;
  document.querySelector('[data-notify]').hidden = permission !== 'default';
  document.querySelector('[data-notified]').hidden = permission !== 'granted';
};

addEventListener('click', async ({ target }) => {
  if (target.closest?.('[data-ring]')) {
    remembered.muted = !remembered.muted;
    showRing();
    chime();
  }
  if (target.closest?.('[data-notify]')) {
    await Notification.requestPermission();
    showRing();
  }
});

// ---------- The screen ----------

Tiski.desk = (element, lifeSign, agent) => {
  Tiski.frame(element, 'desk', lifeSign);
  // Somebody else's begun notes are not theirs to read.
  store.keys().filter((key) => !key.startsWith(DRAFT + agent)).forEach(store.remove);
  showRing();
};

/** Since when the server has been away, on the clock of this browser. */
new MutationObserver((changes) => {
  for (const { target } of changes) {
    const since = target.querySelector?.('[data-since]');
    if (since && !target.hidden) {
      since.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
    }
  }
}).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['hidden'] });
