// The browser's half of the board: the clock and the languages take their turns without asking the server.

import './tiski.js';

const Tiski = window.Tiski;
const LANGUAGES = ['fi', 'sv', 'en'];
const TURN = 8000;

let turn = 0;

function speak() {
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

let began = false;

Tiski.board = (element, lifeSign) => {
  Tiski.frame(element, 'board', lifeSign);
  document.documentElement.lang = 'fi';
  speak();
  tick();
  if (began) return;
  began = true;
  setInterval(tick, 1000);
  setInterval(() => { turn += 1; speak(); }, TURN);
  // A new call comes in Finnish; it takes its turn with the others at once.
  new MutationObserver(speak).observe(element, { subtree: true, childList: true });
  // Since when the server has been away.
  const away = element.querySelector('[data-away]');
  new MutationObserver(() => {
    const since = away.querySelector('[data-since]');
    const clock = document.querySelector('[data-clock]');
    if (!away.hidden && since) since.textContent = clockOf(clock?.dataset.clock).format(new Date());
  }).observe(away, { attributes: true, attributeFilter: ['hidden'] });
};
