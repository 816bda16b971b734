// Tries one part of what a meeting by video needs: camera, microphone, loudspeaker or connection. Nothing is tried before a
// press, and whatever comes of it there is one button that leads on.

import './tiski.js';
import { loudspeaker, play } from './tones.js';

const root = document.documentElement;
const THREE_NOTES = [{ hertz: 523, at: 0 }, { hertz: 659, at: .45 }, { hertz: 784, at: .9 }];
const LOUDNESS = .35;
const VOICE = .015;                                   // of the loudest that a microphone gives: somebody speaks
const ENOUGH = 10;                                    // measures with a voice in them; a knock on the table has fewer
const SILENCE = 10_000;                               // without a voice, before we say what may be the reason
const PATIENCE = 20_000;                              // for the way through a relay
const BLACK = 8;                                      // of 255: a lid, or a finger

const REASONS = {
  NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'missing', OverconstrainedError: 'missing',
  NotReadableError: 'busy', AbortError: 'busy', NotSecureError: 'insecure',
};

let check = null;                                     // the part in sight
let words = {};
let part = '';
let phase = 'ready';                                  // ready, trying, asks, works, fails, gone
let told = [];                                        // the tone of what is said, and the words
let outcome = 'works';
let stream = null;                                    // what is in use
let attempt = 0;
let servers = null;                                   // who waits for those of the relay

/** A part has come up. The same part again, in another language, goes on where it was. */
export function begin(element, its) {
  if (element.dataset.part !== part) forget();
  check = element;
  words = its;
  part = element.dataset.part;
  element.addEventListener('click', pressed);
  if (part === 'connection' && phase === 'ready' && !element.hasAttribute('data-relay')) {
    outcome = 'here-only';
    return show('works', 'info', 'here');
  }
  render();
  see();
}

/** The servers that were asked for; none when too many were asked for from here. */
export function relay(given) {
  servers?.(given);
}

// ---------- What is seen and said ----------

function show(now, tone = '', ...keys) {
  phase = now;
  told = tone ? [tone, ...keys] : [];
  render();
}

const PRIMARY = { ready: 'try', trying: 'wait', asks: 'yes', works: 'next', fails: 'again', gone: 'wait' };
const SECONDARY = { ready: 'without', trying: 'without', asks: 'no', fails: 'without' };

function render() {
  // How to begin is read no more once it has begun; the notice is read then.
  const lead = document.querySelector('main:not([data-away]) > .lead');
  if (lead) lead.hidden = phase !== 'ready';
  label('[data-primary]', words[PRIMARY[phase]]);
  label('[data-secondary]', words[SECONDARY[phase]]);
  const waits = phase === 'trying' || phase === 'gone';
  const primary = check.querySelector('[data-primary]');
  if (waits) primary.setAttribute('aria-disabled', 'true');
  else primary.removeAttribute('aria-disabled');
  say();
}

function label(button, text) {
  const element = check.querySelector(button);
  element.hidden = !text;
  const span = element.querySelector('span');
  if (text && span.textContent !== text) span.textContent = text;
}

/** Once: the same words again change nothing, and nothing is announced. */
function say() {
  const place = check.querySelector('.told');
  const [tone, ...keys] = told;
  const lines = keys.map((key) => words[key]).filter(Boolean);
  const before = place.dataset.said ?? '';
  const now = JSON.stringify([tone, lines]);
  if (now === before) return;
  place.dataset.said = now;
  if (!tone) return place.replaceChildren();
  const notice = check.querySelector(`template[data-notice=${tone}]`).content.cloneNode(true);
  notice.querySelector('div > div').append(...lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  }));
  place.replaceChildren(notice);
}

// ---------- What is pressed ----------

const TRY = { camera, microphone, loudspeaker: sound, connection };

function pressed({ target, detail }) {
  // The second half of a double tap was meant for what stood there before.
  if (detail > 1) return;
  const button = target.closest('button');
  if (!button || phase === 'gone') return;
  if (button.hasAttribute('data-secondary')) return void without();
  if (phase === 'works' || phase === 'asks') return goOn(outcome);
  TRY[part]().catch(trouble);
}

function without() {
  if (phase === 'asks') return show('fails', 'warning', 'silent', 'fine');
  goOn('without');
}

function goOn(came) {
  release();
  show('gone');
  check.dispatchEvent(new CustomEvent('gone-on', { detail: came }));
}

// ---------- Camera ----------

async function camera() {
  show('trying', 'info', 'asking');
  await take({ video: { width: { ideal: 640 }, height: { ideal: 480 } } });
  const picture = see();
  await picture.play();
  if (!stream) return;
  show('works', ...isBlack(picture) ? ['warning', 'dark'] : ['good', 'works']);
}

/** The picture of what is in use, if there is one; also in a part that was made anew. */
function see() {
  const picture = check.querySelector('video');
  if (!picture || !stream) return picture;
  picture.srcObject = stream;
  picture.hidden = false;
  picture.play().catch(() => { /* it went before it began */ });
  return picture;
}

function isBlack(picture) {
  const canvas = new OffscreenCanvas(16, 12);
  const pen = canvas.getContext('2d');
  pen.drawImage(picture, 0, 0, 16, 12);
  return pen.getImageData(0, 0, 16, 12).data.every((value, at) => at % 4 === 3 || value < BLACK);
}

// ---------- Microphone ----------

async function microphone() {
  show('trying', 'info', 'asking');
  await take({ audio: true });
  const speaker = loudspeaker();
  if (!speaker) throw new DOMException('', 'NotSupportedError');
  await speaker.resume();
  if (!stream) return;
  show('trying', 'info', 'listening');
  listen(stream, new AnalyserNode(speaker, { fftSize: 1024 }), speaker);
}

function listen(mine, analyser, speaker) {
  const source = speaker.createMediaStreamSource(mine);
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let heard = 0;
  const silent = setTimeout(() => {
    if (stream === mine && phase === 'trying') show('trying', 'warning', 'silent');
  }, SILENCE);
  const measure = () => {
    if (stream !== mine || !check?.isConnected) {
      clearTimeout(silent);
      return source.disconnect();
    }
    analyser.getFloatTimeDomainData(samples);
    const loud = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    level(loud);
    if (loud > VOICE) heard += 1;
    if (heard === ENOUGH && phase === 'trying') {
      clearTimeout(silent);
      show('works', 'good', 'works');
    }
    requestAnimationFrame(measure);
  };
  measure();
}

/** As the ear has it: twice as much is a little louder. */
function level(loud) {
  const bar = check.querySelector('.self-level');
  bar.hidden = false;
  const share = Math.min(1, Math.max(0, 1 + Math.log10(Math.max(loud, 1e-4)) / 2.4));
  bar.style.setProperty('--level', share.toFixed(2));
}

// ---------- Loudspeaker ----------

async function sound() {
  const speaker = loudspeaker();
  if (!speaker) return show('fails', 'warning', 'silent', 'fine');
  await speaker.resume();
  play(THREE_NOTES, LOUDNESS);
  show('asks', 'info', 'asks');
}

// ---------- Connection ----------

async function connection() {
  show('trying', 'info', 'asking');
  const mine = ++attempt;
  const given = await within(PATIENCE, new Promise((resolve) => {
    servers = resolve;
    check.dispatchEvent(new CustomEvent('relay-wanted'));
  }));
  if (mine !== attempt) return;
  if (given?.length === 0) return show('fails', 'warning', 'busy', 'fine');
  const through = given && await greet(given);
  if (mine !== attempt) return;
  if (through) show('works', 'good', 'works');
  else show('fails', 'warning', 'fails', 'fine');
}

const within = (milliseconds, promise) =>
  Promise.race([promise, new Promise((resolve) => { setTimeout(resolve, milliseconds, null); })]);

/** From this page through the relay to this page, and back. Whether the greeting came. */
async function greet(iceServers) {
  const [here, there] = [0, 1].map(() => new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' }));
  const channel = here.createDataChannel('greeting');
  const came = new Promise((resolve) => {
    channel.onopen = () => channel.send('hello');
    channel.onmessage = () => resolve(true);
    here.onconnectionstatechange = () => here.connectionState === 'failed' && resolve(false);
  });
  there.ondatachannel = ({ channel: answer }) => { answer.onmessage = ({ data }) => answer.send(data); };
  try {
    const known = describe(here, there);
    here.onicecandidate = ({ candidate }) => candidate && known.then(() => there.addIceCandidate(candidate)).catch(() => {});
    there.onicecandidate = ({ candidate }) => candidate && known.then(() => here.addIceCandidate(candidate)).catch(() => {});
    await known;
    return await within(PATIENCE, came);
  } catch {
    return false;
  } finally {
    here.close();
    there.close();
  }
}

async function describe(here, there) {
  await here.setLocalDescription();
  await there.setRemoteDescription(here.localDescription);
  await there.setLocalDescription();
  await here.setRemoteDescription(there.localDescription);
}

// ---------- When there is no camera, or no microphone ----------

async function take(wanted) {
  if (!isSecureContext || !navigator.mediaDevices) throw new DOMException('', 'NotSecureError');
  const mine = ++attempt;
  const got = await navigator.mediaDevices.getUserMedia(wanted);
  if (mine !== attempt || !check?.isConnected) {
    // They went on, or away, while the browser was still asking.
    stop(got);
    throw new DOMException('', 'GoneError');
  }
  stream = got;
  // Pulled out while it is in use.
  for (const track of got.getTracks()) track.onended = () => { if (stream === got) trouble(new DOMException('', 'NotFoundError')); };
}

function trouble({ name, message }) {
  if (name === 'GoneError' || !check?.isConnected) return;
  release();
  const reason = REASONS[name] ?? 'other';
  if (reason === 'insecure') return show('fails', 'warning', 'insecure', 'insecure.now', 'fine');
  if (reason !== 'denied') return show('fails', 'warning', reason, 'fine');
  // The device itself says no; the page of permissions in the browser would not help.
  if (/system/i.test(message)) return show('fails', 'warning', 'system', 'fine');
  show('fails', 'warning', 'denied', `how.${browser()}`, 'fine');
}

function browser() {
  if (root.dataset.frame === 'kiosk') return 'kiosk';
  const name = navigator.userAgent;
  // An iPad says that it is a Mac; no Mac has a glass to touch.
  if (/iPhone|iPad|iPod/.test(name) || (/Macintosh/.test(name) && navigator.maxTouchPoints > 1)) return 'ios';
  if (/Firefox/.test(name)) return 'firefox';
  return /Safari/.test(name) && !/Chrom|Android/.test(name) ? 'safari' : 'chromium';
}

// ---------- Nothing stays in use ----------

const stop = (its) => its.getTracks().forEach((track) => { track.onended = null; track.stop(); });

function release() {
  attempt += 1;
  servers = null;
  if (stream) stop(stream);
  stream = null;
  for (const look of check?.querySelectorAll('video, .self-level') ?? []) look.hidden = true;
  const picture = check?.querySelector('video');
  if (picture) picture.srcObject = null;
}

function forget() {
  release();
  check = null;
  part = '';
  phase = 'ready';
  told = [];
  outcome = 'works';
}

// A page in another language is a new one; the part that it was made for stays.
new MutationObserver(() => {
  if (check && !check.isConnected && document.querySelector('.self-check')?.dataset.part !== part) forget();
}).observe(document.body, { childList: true, subtree: true });
addEventListener('pagehide', release);
