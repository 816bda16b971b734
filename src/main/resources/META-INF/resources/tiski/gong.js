// Two soft tones before something is said, made by the browser itself.

const LASTS = 1400;
const TONES = [{ hertz: 659, at: 0 }, { hertz: 523, at: .35 }];
const LOUDNESS = .35;

let context = null;

function ready() {
  context ??= window.AudioContext ? new AudioContext() : null;
  return context;
}

/**
 * Whether this browser makes no sound before somebody has pressed something. Under a kiosk's profile, or where a press
 * was made already, it does not wait.
 */
export async function soundWaitsForAPress() {
  if (!ready() || context.state === 'running' || navigator.userActivation?.hasBeenActive) return false;
  // A context that may sound begins by itself, a moment after it was made.
  await new Promise((resolve) => {
    context.addEventListener('statechange', resolve, { once: true });
    setTimeout(resolve, 1000);
  });
  return context.state !== 'running' && !navigator.userActivation?.hasBeenActive;
}

/** To be called for a press: from then on there is sound. */
export async function soundOn() {
  await Promise.race([ready()?.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
}

/** Resolves when the tones have died away; at once where the browser does not let them sound. */
export function sound() {
  if (ready()?.state !== 'running') return Promise.resolve();
  TONES.forEach(tone);
  return new Promise((resolve) => setTimeout(resolve, LASTS));
}

function tone({ hertz, at }) {
  const begins = context.currentTime + at;
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: hertz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, begins);
  gain.gain.linearRampToValueAtTime(LOUDNESS, begins + .03);
  gain.gain.exponentialRampToValueAtTime(.001, begins + .9);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begins);
  oscillator.stop(begins + 1);
}
