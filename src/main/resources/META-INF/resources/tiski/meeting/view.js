// What is seen of a meeting, in the words of the page.

import { LOUDNESS, Sound } from './sound.js';

const Tiski = window.Tiski;

export const LONGEST_LINE = 500;
const SPRITE = new URL('../pictograms/pictograms.svg', import.meta.url).pathname;
const LISTEN = 250;
const HEARD = 0.01;                                   // of 1, which is as loud as it gets; a quiet room has a tenth of it
const SVG = 'http://www.w3.org/2000/svg';

export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/** As one says it in the language of the page: "Aino, Amal and Petri". */
export const listed = (names) => new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' }).format(names);

function pictogram(id) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [['class', 'pictogram'], ['aria-hidden', 'true'], ['focusable', 'false']]) svg.setAttribute(name, value);
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${SPRITE}#${id}`);
  svg.append(use);
  return svg;
}

export class View {
  constructor(meeting, stage, words) {
    this.meeting = meeting;
    this.stage = stage;
    this.sayings = words;
    this.pictures = new Map();
    this.log = new Map();
    this.status = element('p', { class: 'stage-status', role: 'status', 'aria-label': this.say('region.status') });
    this.sees = element('p', { class: 'stage-sees' });
    this.trouble = element('p', { class: 'stage-trouble', role: 'status', 'aria-label': this.say('region.trouble'), hidden: '' });
    this.screens = element('div', { class: 'stage-pictures' });
    this.controls = element('div', { class: 'stage-controls' });
    this.again = this.button('put-back', 'here', () => location.reload());
    this.mute = this.button('microphone', 'mute', () => meeting.devices.mute());
    this.camera = this.button('camera', 'camera.off', () => meeting.devices.camera());
    this.size = this.button('larger', 'bigger', () => this.enlarge());
    this.loud = this.button('louder', 'louder', () => this.raise());
    this.rest = this.button('pause', 'pause', () => meeting.devices.pause());
    this.controls.append(this.mute, this.camera, this.rest, this.loud, this.size);
    this.text = this.written();
    stage.replaceChildren(this.status, this.trouble, this.again, this.screens, this.sees, this.controls, this.text);
    this.gone = new MutationObserver(() => { if (!stage.isConnected) meeting.stageGone(this); });
    this.listening = setInterval(() => this.whoSpeaks(), LISTEN);
    this.gone.observe(document.body, { childList: true, subtree: true });
    for (const extra of meeting.extras) extra.place(this);
    for (const { who, name, line, words: said, done } of meeting.written) this.row(who, name, line, said, done);
  }

  shows(stage) { return this.stage === stage; }

  appear() { /* it is there */ }

  say(key, about = '') { return (this.sayings[key] ?? key).replace('{0}', about); }

  button(sign, words, act) {
    const made = element('button', { type: 'button', class: 'button' }, pictogram(sign), element('span', {}, this.say(words)));
    made.addEventListener('click', act);
    return made;
  }

  dress(button, sign, words, about = '') {
    const span = button.querySelector('span');
    const said = this.say(words, about);
    if (span.textContent === said) return;
    span.textContent = said;
    button.querySelector('use').setAttribute('href', `${SPRITE}#${sign}`);
  }

  enlarge() {
    this.meeting.large = !this.meeting.large;
    this.show();
  }

  /** Louder, louder still, and as it was. */
  raise() {
    const { meeting } = this;
    meeting.loudness = ((meeting.loudness ?? 0) + 1) % LOUDNESS.length;
    for (const { sound } of this.pictures.values()) sound?.times(LOUDNESS[meeting.loudness]);
    this.show();
  }

  pin(id) {
    this.meeting.pinned = this.meeting.pinned === id ? null : id;
    this.show();
  }

  // ---------- Words ----------

  written() {
    this.field = element('input', { type: 'text', id: 'meeting-words', maxlength: LONGEST_LINE, autocomplete: 'off' });
    this.rows = element('div', { class: 'stage-log', role: 'log', 'aria-label': this.say('text.title'), tabindex: '0' });
    this.field.addEventListener('input', () => this.meeting.write(this.field.value, false));
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      // The page has a button of its own that Enter would press.
      event.preventDefault();
      event.stopPropagation();
      this.finishLine();
    });
    // Who leaves the field for the keys on the glass has not said it yet; "done" there does, by an event of the page's own.
    this.field.addEventListener('change', ({ isTrusted }) => { if (!isTrusted) this.finishLine(); });
    this.keep = this.button('note', 'text.keep', () => this.keepWords());
    this.kept = element('p', { class: 'stage-kept', role: 'status', 'aria-label': this.say('region.kept') });
    this.keeping = element('div', { class: 'stage-keeping', hidden: '' },
      element('p', { class: 'hint', id: 'meeting-keep-hint' }, this.say('text.keep.hint')), this.keep);
    this.keep.setAttribute('aria-describedby', 'meeting-keep-hint');
    return element('div', { class: 'stage-text' },
      this.rows,
      element('div', { class: 'field' },
        element('label', { for: 'meeting-words' }, this.say('text.field')),
        element('p', { class: 'hint', id: 'meeting-words-hint' }, this.say('text.hint')),
        this.field),
      this.keeping,
      this.kept);
  }

  finishLine() {
    if (!this.field.value.trim()) return;
    this.meeting.write(this.field.value, true);
    this.field.value = '';
    this.field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** What was written stays in the windows, unless the customer gives it to their case: as it stands here, and no more. */
  get notKept() { return this.meeting.written.filter((line) => line.done && !line.kept); }

  keepWords() {
    const lines = this.notKept;
    lines.forEach((line) => { line.kept = true; });
    const said = lines.map(({ who, name, words }) => `${who === this.meeting.line.me ? this.say(this.meeting.role) : name}: ${words}`);
    this.stage.dispatchEvent(new CustomEvent('words-kept', { detail: said.join('\n') }));
    this.tell(this.kept, this.say('text.kept'));
    this.field.focus();
    this.show();
  }

  words(who, name, line, words, done) {
    const before = this.meeting.written.find((one) => one.who === who && one.line === line);
    if (before?.done) return;
    if (before) Object.assign(before, { words, done });
    else this.meeting.written.push({ who, name, line, words, done });
    this.row(who, name, line, words, done);
  }

  /** A line changes under the eyes as it is written; the ear hears it when it is done. */
  row(who, name, line, words, done) {
    const id = `${who} ${line}`;
    let row = this.log.get(id);
    if (!row) {
      row = element('p', { 'aria-live': 'off' }, element('span', { class: 'who' }, name), element('span', { class: 'words' }));
      this.log.set(id, row);
      this.rows.append(row);
    }
    row.classList.toggle('mine', who === this.meeting.line.me);
    row.querySelector('.words').textContent = words;
    row.classList.toggle('being-written', !done);
    row.hidden = !words && !done;
    if (done) {
      row.removeAttribute('aria-live');
      if (who !== this.meeting.line.me) Tiski.say(`${name}: ${words}`);
    }
    this.rows.scrollTop = this.rows.scrollHeight;
    // Who writes goes on seeing what they write.
    if (document.activeElement === this.field) this.field.scrollIntoView({ block: 'nearest' });
  }

  // ---------- Pictures ----------

  show() {
    const { meeting } = this;
    const { devices, peers } = meeting;
    const over = ['elsewhere', 'over'].includes(meeting.state);
    const others = [...peers.values()];
    this.stage.dataset.state = meeting.state;
    this.stage.dataset.met = String(others.some((peer) => peer.isMet));
    this.stage.classList.toggle('large', Boolean(meeting.large));
    const standing = this.standing(over, others);
    this.stage.dataset.standing = standing.replace('status.', '');
    this.tell(this.status, this.say(standing, this.whose(standing, others)));
    this.tell(this.trouble, meeting.trouble ? this.say(`trouble.${meeting.trouble}`) : '');
    this.trouble.hidden = !meeting.trouble || over;
    this.tell(this.sees, over ? '' : this.whoSees(others));
    this.again.hidden = meeting.state !== 'elsewhere';
    this.controls.hidden = over;
    this.text.hidden = over || meeting.state === 'waiting';
    this.screens.hidden = over;
    this.keeping.hidden = !('keeps' in this.stage.dataset) || this.notKept.length === 0;
    if (!this.keeping.hidden) this.tell(this.kept, '');
    this.dress(this.mute, devices.isMuted ? 'microphone-off' : 'microphone', devices.isMuted ? 'unmute' : 'mute');
    this.mute.hidden = !devices.audio || devices.isPaused;
    this.camera.hidden = devices.isPaused;
    this.dress(this.rest, devices.isPaused ? 'forward' : 'pause', devices.isPaused ? 'pause.end' : 'pause');
    const isLoudest = meeting.loudness === LOUDNESS.length - 1;
    this.dress(this.loud, isLoudest ? 'softer' : 'louder', isLoudest ? 'softer' : 'louder');
    this.loud.hidden = others.length === 0;
    this.dress(this.camera, devices.video ? 'camera' : 'camera-off', devices.video ? 'camera.off' : 'camera.on');
    this.dress(this.size, meeting.large ? 'close' : 'larger', meeting.large ? 'smaller' : 'bigger');
    this.size.hidden = others.length === 0;
    this.draw(over ? [] : others);
    for (const extra of meeting.extras) extra.show(over);
  }

  tell(line, words) {
    if (line.textContent !== words) line.textContent = words;
  }

  /** What the status says of somebody: whose pause it is, for instance. */
  whose(key, others) {
    return key === 'status.pause' ? listed(others.filter((peer) => peer.shows.pause).map((peer) => this.meeting.nameOf(peer))) : '';
  }

  standing(over, others) {
    const { meeting } = this;
    if (over) return `status.${meeting.state}`;
    if (meeting.asking) return 'status.asking';
    // An agent has answered, and is told in a moment that it counts.
    if (meeting.state === 'waiting') return meeting.role === 'agent' ? 'status.starting' : 'status.waiting';
    if (others.length === 0) return meeting.line.isOpen ? 'status.alone' : 'status.starting';
    if (meeting.isMet() && others.some((peer) => peer.shows.pause)) return 'status.pause';
    if (meeting.isMet()) return meeting.line.isAway ? 'status.away' : 'status.met';
    return others.some((peer) => peer.wasMet) ? 'status.lost' : 'status.connecting';
  }

  whoSees(others) {
    const met = others.filter((peer) => peer.isMet);
    met.forEach((peer) => { peer.wasMet = true; });
    const names = listed(met.map((peer) => this.meeting.nameOf(peer)));
    const { means, isPaused } = this.meeting.devices;
    if (!names || isPaused) return this.say(names ? 'sees.pause' : 'sees.nobody');
    return this.say(`sees.${met.length > 1 ? 'many.' : ''}${means}`, names);
  }

  draw(others) {
    const { devices } = this.meeting;
    // Oneself first: so it stays, whoever is there sooner or later.
    const wanted = new Map();
    if (!['elsewhere', 'over'].includes(this.meeting.state)) {
      wanted.set('me', {
        name: this.say('you'), track: devices.video, off: !devices.video, rests: devices.isPaused, own: true,
      });
    }
    for (const peer of others) {
      wanted.set(peer.id, {
        name: this.meeting.nameOf(peer), role: peer.role, stream: peer.stream, off: !peer.shows.picture,
        rests: peer.shows.pause, own: false,
      });
    }
    for (const [id, picture] of this.pictures) {
      if (wanted.has(id)) continue;
      picture.sound?.end();
      picture.pin?.remove();
      picture.figure.remove();
      this.pictures.delete(id);
    }
    for (const [id, what] of wanted) this.picture(id, what);
    // One alone is large already.
    const canPin = others.length > 1;
    this.screens.classList.toggle('pinned', canPin && this.pictures.has(this.meeting.pinned));
    for (const [id, { figure, pin }] of this.pictures) {
      const isPinned = this.meeting.pinned === id;
      figure.classList.toggle('large', canPin && isPinned);
      if (!pin) continue;
      pin.hidden = !canPin;
      this.dress(pin, isPinned ? 'close' : 'larger', isPinned ? 'unpin' : 'pin', wanted.get(id).name);
    }
  }

  picture(id, { name, role, stream, track, off, rests, own }) {
    let picture = this.pictures.get(id);
    if (!picture) {
      const video = element('video', { playsinline: '', autoplay: '' });
      const figure = element('figure', { class: own ? 'picture own' : 'picture' }, video,
        element('p', { class: 'picture-off' }), element('figcaption', {}, name, pictogram('speaker')));
      if (role) figure.dataset.role = role;
      // One's own sound, heard back, would howl.
      video.muted = own;
      picture = { figure, video, sound: own ? null : new Sound(video) };
      if (!own) {
        // Among the controls: on the picture it would hide a face.
        picture.pin = this.button('larger', 'pin', () => this.pin(id));
        this.controls.append(picture.pin);
      }
      this.pictures.set(id, picture);
      this.screens.append(figure);
    }
    picture.video.setAttribute('aria-label', name);
    const source = own ? (track ? this.mirror(track) : null) : stream;
    if (picture.video.srcObject !== source) picture.video.srcObject = source;
    if (source && picture.video.paused) picture.video.play().catch(() => { /* after the next press */ });
    picture.figure.classList.toggle('off', off);
    this.tell(picture.figure.querySelector('.picture-off'), off ? this.say(rests ? 'picture.pause' : 'picture.off') : '');
    picture.sound?.times(LOUDNESS[this.meeting.loudness ?? 0]);
  }

  mirror(track) {
    if (this.mirrored?.getVideoTracks()[0] !== track) this.mirrored = new MediaStream([track]);
    return this.mirrored;
  }

  /** Seen too, by whoever cannot hear it (EN 301 549, 6.2.2.4 and 6.5.5). */
  whoSpeaks() {
    for (const [id, peer] of this.meeting.peers) {
      peer.loudness().then((loud) => this.pictures.get(id)?.figure.classList.toggle('speaks', loud > HEARD));
    }
  }

  leave() {
    clearInterval(this.listening);
    this.gone.disconnect();
    for (const { video, sound } of this.pictures.values()) {
      sound?.end();
      video.srcObject = null;
    }
    this.pictures.clear();
    this.stage.replaceChildren();
  }
}
