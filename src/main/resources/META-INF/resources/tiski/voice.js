// The browser's voice: says parts one after another, each in its own language.
//
// A voice is always chosen here, never left to the browser: on Debian the default is Afrikaans. What is said again is cut
// off and begun anew: pausing hangs there.

const synthesis = window.speechSynthesis;
let turn = 0;

const primary = (language) => language.toLowerCase().split(/[-_]/)[0];

/** The voice for a language; none where the machine has none of it. */
function voiceFor(language) {
  const all = synthesis?.getVoices().filter((voice) => primary(voice.lang) === primary(language)) ?? [];
  return all.find((voice) => voice.default) ?? all[0];
}

/** Whether something in this language can be heard here. Before the browser knows its voices, nothing can. */
export const canSpeak = (language) => Boolean(voiceFor(language));

/** Resolves when the browser knows its voices, or after two seconds if it has none. */
export const voices = new Promise((resolve) => {
  if (!synthesis || synthesis.getVoices().length > 0) return resolve();
  synthesis.addEventListener('voiceschanged', resolve, { once: true });
  setTimeout(resolve, 2000);
});

/**
 * Says parts of `{ words, lang, rate, volume }` in order, and cuts off whatever was being said. `rate` is times the voice's
 * own pace and `volume` from 0 to 1; both are 1 without.
 *
 * @returns {Promise<boolean>} whether all of it was said; false when something else cut it off. A part in a language that
 *     the machine does not speak is passed over.
 */
export async function speak(parts) {
  const mine = ++turn;
  synthesis?.cancel();
  await voices;
  for (const part of parts) {
    if (mine !== turn) return false;
    if (part.words.trim()) await say(part);
  }
  return mine === turn;
}

export function silence() {
  turn += 1;
  synthesis?.cancel();
}

function say({ words, lang, rate = 1, volume = 1 }) {
  const voice = voiceFor(lang);
  if (!voice) return Promise.resolve();
  const utterance = new SpeechSynthesisUtterance(words);
  Object.assign(utterance, { voice, lang: voice.lang, rate, volume });
  return new Promise((resolve) => {
    utterance.onend = utterance.onerror = resolve;
    synthesis.speak(utterance);
  });
}
