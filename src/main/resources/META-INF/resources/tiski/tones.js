// Soft tones, made by the browser itself: one loudspeaker for the gong of a board, the ring of a desk and the question of a
// kiosk.

const SWELLS = .03;
const FADES = .9;

let context = null;

/** The loudspeaker of this window; null where the browser has none. */
export function loudspeaker() {
  try {
    context ??= window.AudioContext ? new AudioContext() : null;
  } catch { /* a machine without one: whatever is told by tones is seen and read as well */ }
  return context;
}

/**
 * Plays notes of `{ hertz, at }`, `at` in seconds from now, each of them dying away within a second. `loudness` is between
 * 0 and 1. Where nothing may sound before a press, nothing does, also not later; it never throws.
 */
export function play(notes, loudness) {
  const speaker = loudspeaker();
  if (speaker?.state === 'running' || (speaker && navigator.userActivation?.hasBeenActive)) {
    notes.forEach((note) => tone(note, loudness));
  }
}

function tone({ hertz, at }, loudness) {
  const begins = context.currentTime + at;
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: hertz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, begins);
  gain.gain.linearRampToValueAtTime(loudness, begins + SWELLS);
  gain.gain.exponentialRampToValueAtTime(.0001, begins + FADES);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begins);
  oscillator.stop(begins + FADES);
}
