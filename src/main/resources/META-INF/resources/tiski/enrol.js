// The page of enrolment: asks the kiosk's keeper, where there is one, whether this machine has a key already.

import './tiski.js';

const Tiski = window.Tiski;
const AGAIN = 5000;
const pause = () => new Promise((resolve) => { setTimeout(resolve, AGAIN); });

const post = (address) => fetch(address, { method: 'POST', cache: 'no-store', signal: AbortSignal.timeout(8000) });

/** On to the kiosk, when the keeper gets a ticket for it. It has none to get as long as it holds no key. */
Tiski.enrol = async (keeper, kiosks) => {
  while (keeper) {
    try {
      const answer = await post(keeper + '/arrive');
      if (answer.status === 404) return;
      if (answer.ok) {
        const { ticket, kiosk } = await answer.json();
        return location.replace(`${kiosks}${encodeURIComponent(kiosk)}?arrive=${encodeURIComponent(ticket)}`);
      }
    } catch { /* the keeper is not up yet */ }
    await pause();
  }
};

/** A manager has accepted this machine: its keeper keeps the key from now on; without one the browser does already. */
Tiski.enrolled = async (keeper, key, start) => {
  while (keeper) {
    try {
      const answer = await fetch(keeper + '/key', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ key }),
        signal: AbortSignal.timeout(8000),
      });
      // Whatever it answers: it has a key now, this one or one before.
      if (answer.status < 500) return Tiski.enrol(keeper, start.replace(/[^/]*$/, ''));
    } catch { /* the keeper is not up yet */ }
    await pause();
  }
  location.replace(start);
};
