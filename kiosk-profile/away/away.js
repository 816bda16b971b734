// Before the service, and above it while it is away: says so, gives numbers where that is allowed, and gives way to the
// service once it answers.
import { keys } from './keys.js';
import { speak } from './speak.js';

const main = document.querySelector('main');
const sections = [...main.querySelectorAll('section:not(.given)')];
const service = main.dataset.service;
// Above a person's page, which is behind as they left it.
const above = location.hash === '#over';
// Somebody is looking at their number: they get the time to, or say that they are done.
const TO_LOOK = 60_000;
// The service is there and had no ticket yet: so soon after, it is asked again.
const AGAIN = 500;

let there = false;
let jack = 'none';
let looking = 0;

const events = new EventSource('events');
events.addEventListener('service', ({ data }) => {
  there = data === 'there';
  if (there) giveWay();
  else show();
});
events.addEventListener('jack', ({ data }) => {
  jack = data;
  if (jack === 'in' && !main.hidden) sayAll();
});

function giveWay() {
  if (looking) return;
  if (above) window.close();
  else arrive();
}

async function arrive() {
  if (main.dataset.board) return location.replace(`${service}/board/${main.dataset.board}`);
  const answer = await fetch('arrive', { method: 'POST' }).catch(() => null);
  if (answer?.status === 200) {
    const { kiosk, ticket } = await answer.json();
    location.replace(`${service}/kiosk/${kiosk}?arrive=${encodeURIComponent(ticket)}`);
  } else if (answer?.status === 404) {
    location.replace(`${service}/kiosk/${main.dataset.kiosk || 'enrol'}`);
  } else {
    show();
    setTimeout(() => there && giveWay(), AGAIN);
  }
}

async function show() {
  const fresh = main.hidden;
  main.hidden = false;
  if (fresh && jack === 'in') sayAll();
  const { offline } = await fetch('away').then((told) => told.json(), () => ({}));
  for (const button of main.querySelectorAll('.take')) button.hidden = !offline;
}
// It may be allowed later: the point opens, or has been heard of again.
setInterval(() => !main.hidden && !looking && show(), 10_000);

async function take(section) {
  if (looking) return;
  looking = -1;
  // The same number for the same press, however often it has to be asked for.
  const press = crypto.randomUUID();
  const given = await ask('number', { press }, 5);
  if (given?.status !== 200) {
    looking = 0;
    return there ? giveWay() : show();
  }
  const { number } = await given.json();
  const page = section.nextElementSibling;
  page.querySelector('.number').textContent = number;
  page.querySelector('.paper').hidden = true;
  for (const other of main.children) other.hidden = other !== page;
  document.documentElement.lang = page.lang;
  page.querySelector('h1').focus();
  speak(page.innerText, page.lang);
  looking = setTimeout(done, TO_LOOK);
  const slip = await ask('slip', { press, language: page.lang }, 1);
  page.querySelector('.paper').hidden = slip?.status !== 200;
}

function done() {
  clearTimeout(looking);
  looking = 0;
  for (const section of main.children) section.hidden = section.classList.contains('given');
  document.documentElement.lang = sections[0].lang;
  document.activeElement.blur();
  if (there) giveWay();
  else show();
}

async function ask(what, body, times) {
  for (let time = 0; time < times; time++) {
    const answer = await fetch(what, { method: 'POST', body: JSON.stringify(body) }).catch(() => null);
    if (answer) return answer;
    await new Promise((again) => setTimeout(again, 500));
  }
  return null;
}

const sayAll = () => speak(sections[0].innerText, sections[0].lang);

for (const section of sections) section.querySelector('.take').addEventListener('click', () => take(section));
for (const button of main.querySelectorAll('.done')) button.addEventListener('click', done);
keys({
  heard: (element) => speak(element.innerText, element.closest('[lang]').lang),
  back: () => looking > 0 && done(),
  help: () => (looking > 0 ? speak(main.querySelector('.given:not([hidden])').innerText, document.documentElement.lang) : sayAll()),
});
