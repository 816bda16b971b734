// Two soft tones before something is said.

import { loudspeaker, play } from './tones.js';

const LASTS = 1400;
const TONES = [{ hertz: 659, at: 0 }, { hertz: 523, at: .35 }];
const LOUDNESS = .35;

/**
 * Whether this browser makes no sound before somebody has pressed something. Under a kiosk's profile, or where a press
 * was made already, it does not wait.
 */
export async function soundWaitsForAPress() {
  const speaker = loudspeaker();
  if (!speaker || speaker.state === 'running' || navigator.userActivation?.hasBeenActive) return false;
  // A context that may sound begins by itself, a moment after it was made.
  await new Promise((resolve) => {
    speaker.addEventListener('statechange', resolve, { once: true });
    setTimeout(resolve, 1000);
  });
  return speaker.state !== 'running' && !navigator.userActivation?.hasBeenActive;
}

/** To be called for a press: from then on there is sound. */
export async function soundOn() {
  await Promise.race([loudspeaker()?.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
}

/** Resolves when the tones have died away; at once where the browser does not let them sound. */
export function sound() {
  if (loudspeaker()?.state !== 'running') return Promise.resolve();
  play(TONES, LOUDNESS);
  return new Promise((resolve) => setTimeout(resolve, LASTS));
}
