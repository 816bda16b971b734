// The kiosk's keeper: the service on the kiosk's own machine that knows its jack and its printer. A kiosk in an ordinary
// browser has none; then nothing here ever happens.

let address = '';
let events = null;
const listeners = { jack: [], printer: [], order: [] };
const states = { jack: 'none', printer: 'none' };

/** From now on the keeper at this address is listened to; an empty one is none. */
export function listenTo(keeper) {
  if (keeper === address) return;
  address = keeper;
  events?.close();
  if (!keeper) return;
  events = new EventSource(keeper + '/events');
  for (const kind of Object.keys(listeners)) {
    events.addEventListener(kind, ({ data }) => {
      const before = states[kind];
      if (kind in states) states[kind] = data;
      if (kind === 'order' || before !== data) listeners[kind].forEach((tell) => tell(data));
    });
  }
}

/** Calls back with each change of `jack`, `printer` or `order`, and at once with the present state where it has one. */
export function on(kind, tell) {
  listeners[kind].push(tell);
  if (states[kind] && states[kind] !== 'none') tell(states[kind]);
}

/** What was last heard of the `jack` or the `printer`. */
export const state = (kind) => states[kind];

/**
 * Whether headphones are in at this moment, asked of the machine itself: the sound goes there alone then. Without an
 * answer it does not.
 */
export async function headphonesAreIn() {
  if (!address) return false;
  try {
    const answer = await fetch(address + '/jack', { cache: 'no-store', signal: AbortSignal.timeout(1000) });
    return answer.ok && (await answer.json()).jack === 'in';
  } catch {
    return false;
  }
}

/** How long a slip may take; a printer that says nothing for longer is away. */
const SLIP_TAKES = 20000;
const OUTCOMES = ['paper-out', 'cover-open', 'offline', 'none'];

/**
 * Sends the printer's own bytes to it, once: nothing is tried again here, because it may have printed.
 *
 * @returns {Promise<string>} `on-paper`; or `paper-out`, `cover-open`, `offline`, `none` when it is not
 */
export async function print(bytes) {
  if (!address) return 'none';
  try {
    const answer = await fetch(address + '/print', {
      method: 'POST',
      body: bytes,
      headers: { 'Content-Type': 'application/octet-stream' },
      cache: 'no-store',
      signal: AbortSignal.timeout(SLIP_TAKES),
    });
    if (answer.ok) return 'on-paper';
    const { printer } = await answer.json();
    return OUTCOMES.includes(printer) ? printer : 'offline';
  } catch {
    return 'offline';
  }
}
