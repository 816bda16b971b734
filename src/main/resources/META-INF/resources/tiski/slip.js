// A slip goes to the receipt printer beside the kiosk, once for each press that is meant, and the page tells what became
// of it. Loaded when somebody first prints at a kiosk with a keeper.

import { listenTo, print } from './keeper.js';

/** An impatient second press is still the first one for so long after the printer has answered. */
const STILL_THE_SAME_PRESS = 2000;

const paper = (slip) => Uint8Array.from(atob(slip.dataset.paper), (sign) => sign.charCodeAt(0));

/** Prints this slip for a press of this button, unless an earlier press of it is still being answered. */
export async function printSlip(slip, button) {
  if (slip.dataset.printing) return;
  slip.dataset.printing = 'true';
  button?.setAttribute('aria-disabled', 'true');
  tell(null);
  listenTo(slip.dataset.keeper);
  const outcome = await print(paper(slip));
  if (!slip.isConnected) return;
  tell(outcome);
  if (outcome === 'none') window.print();
  setTimeout(() => ready(slip, button, outcome), STILL_THE_SAME_PRESS);
}

/** Once it lies on paper, one more is a press of its own, and says so. */
function ready(slip, button, outcome) {
  delete slip.dataset.printing;
  if (!button) return;
  if (outcome === 'on-paper') button.querySelector('span').textContent = slip.dataset.again;
  button.removeAttribute('aria-disabled');
}

/** Only the page moves: scrolling into view would also push the frame around it off the glass. */
function inSight(told) {
  const main = told.closest('main');
  if (getComputedStyle(main).overflowY === 'visible') return told.scrollIntoView({ block: 'center' });
  main.scrollTop += told.getBoundingClientRect().top - main.getBoundingClientRect().top - 16;
}

function tell(outcome) {
  for (const told of document.querySelectorAll('[data-print-outcome] [data-printed]')) {
    told.hidden = told.dataset.printed !== outcome;
    if (told.hidden) continue;
    inSight(told);
    window.Tiski.say([...told.querySelectorAll('p')].map((line) => line.textContent).join(' '));
  }
}
