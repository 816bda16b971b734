// The keypad on the kiosk's own page. Which key does what is the machine's configuration; F19 to F24 arrive without a `key`
// in Chromium, so the code tells.

const codes = await fetch('keypad').then((told) => told.json()).then((map) => map.codes, () => ({}));

/** What can be reached by keys, in the order of reading: each paragraph is heard, each button can be pressed. */
const stops = () => [...document.querySelectorAll('main h1, main h2, main p, main button')]
  .filter((element) => element.checkVisibility());

export function keys({ heard, back, help }) {
  addEventListener('keydown', (event) => {
    const act = codes[event.code];
    if (!act) return;
    event.preventDefault();
    if (event.repeat) return;
    if (act === 'up') go(-1, heard);
    else if (act === 'down' || act === 'next') go(1, heard);
    else if (act === 'select') document.activeElement?.click();
    else if (act === 'back') back();
    else if (act === 'help') help();
  });
}

function go(step, heard) {
  const all = stops();
  const at = all.indexOf(document.activeElement);
  const stop = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length];
  if (stop.tabIndex < 0) stop.tabIndex = -1;
  stop.focus();
  heard(stop);
}
