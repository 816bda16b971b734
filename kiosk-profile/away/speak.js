// Says words in their own language, or nothing: the voice that comes without asking is of another one. Nothing on this page
// is private.

/** Cuts off what was being said. */
export function speak(words, language) {
  const voice = speechSynthesis.getVoices().find((one) => one.lang.split(/[-_]/)[0] === language);
  speechSynthesis.cancel();
  if (!voice) return;
  const said = new SpeechSynthesisUtterance(words);
  said.voice = voice;
  said.lang = voice.lang;
  speechSynthesis.speak(said);
}
// The first asking begins to load them.
speechSynthesis.getVoices();
