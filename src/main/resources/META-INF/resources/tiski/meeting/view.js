// What is seen of a meeting, in the words of the page.

const Tiski = window.Tiski;

export const LONGEST_LINE = 500;
const SPRITE = new URL('../pictograms/pictograms.svg', import.meta.url).pathname;
const SVG = 'http://www.w3.org/2000/svg';

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

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
    this.status = element('p', { class: 'stage-status', role: 'status' });
    this.sees = element('p', { class: 'stage-sees' });
    this.trouble = element('p', { class: 'stage-trouble', role: 'status', hidden: '' });
    this.screens = element('div', { class: 'stage-pictures' });
    this.controls = element('div', { class: 'stage-controls' });
    this.again = this.button('put-back', 'here', () => location.reload());
    this.mute = this.button('microphone', 'mute', () => meeting.devices.mute());
    this.camera = this.button('camera', 'camera.off', () => meeting.devices.camera());
    this.size = this.button('larger', 'bigger', () => this.enlarge());
    this.controls.append(this.mute, this.camera, this.size);
    this.text = this.written();
    stage.replaceChildren(this.status, this.trouble, this.again, this.screens, this.sees, this.controls, this.text);
    this.gone = new MutationObserver(() => { if (!stage.isConnected) meeting.stageGone(this); });
    this.gone.observe(document.body, { childList: true, subtree: true });
    for (const { who, name, line, words: said, done } of meeting.written) this.row(who, name, line, said, done);
  }

  say(key, about = '') { return (this.sayings[key] ?? key).replace('{0}', about); }

  button(sign, words, act) {
    const made = element('button', { type: 'button', class: 'button' }, pictogram(sign), element('span', {}, this.say(words)));
    made.addEventListener('click', act);
    return made;
  }

  dress(button, sign, words) {
    const span = button.querySelector('span');
    if (span.textContent === this.say(words)) return;
    span.textContent = this.say(words);
    button.querySelector('use').setAttribute('href', `${SPRITE}#${sign}`);
  }

  enlarge() {
    this.meeting.large = !this.meeting.large;
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
      if (!this.field.value.trim()) return;
      this.meeting.write(this.field.value, true);
      this.field.value = '';
      this.field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return element('div', { class: 'stage-text' },
      this.rows,
      element('div', { class: 'field' },
        element('label', { for: 'meeting-words' }, this.say('text.field')),
        element('p', { class: 'hint', id: 'meeting-words-hint' }, this.say('text.hint')),
        this.field));
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
    row.querySelector('.words').textContent = words;
    row.classList.toggle('being-written', !done);
    row.hidden = !words && !done;
    if (done) {
      row.removeAttribute('aria-live');
      if (who !== this.meeting.line.me) Tiski.say(`${name}: ${words}`);
    }
    this.rows.scrollTop = this.rows.scrollHeight;
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
    this.tell(this.status, this.say(this.standing(over, others)));
    this.tell(this.trouble, meeting.trouble ? this.say(`trouble.${meeting.trouble}`) : '');
    this.trouble.hidden = !meeting.trouble || over;
    this.tell(this.sees, over ? '' : this.whoSees(others));
    this.again.hidden = meeting.state !== 'elsewhere';
    this.controls.hidden = over;
    this.text.hidden = over || meeting.state === 'waiting';
    this.screens.hidden = over;
    this.dress(this.mute, devices.isMuted ? 'microphone-off' : 'microphone', devices.isMuted ? 'unmute' : 'mute');
    this.mute.hidden = !devices.audio;
    this.dress(this.camera, devices.video ? 'camera' : 'camera-off', devices.video ? 'camera.off' : 'camera.on');
    this.dress(this.size, meeting.large ? 'close' : 'larger', meeting.large ? 'smaller' : 'bigger');
    this.size.hidden = others.length === 0;
    this.draw(over ? [] : others);
  }

  tell(line, words) {
    if (line.textContent !== words) line.textContent = words;
  }

  standing(over, others) {
    const { meeting } = this;
    if (over) return `status.${meeting.state}`;
    if (meeting.asking) return 'status.asking';
    if (meeting.state === 'waiting') return 'status.waiting';
    if (others.length === 0) return meeting.line.isOpen ? 'status.alone' : 'status.starting';
    if (meeting.isMet()) return meeting.line.isAway ? 'status.away' : 'status.met';
    return others.some((peer) => peer.wasMet) ? 'status.lost' : 'status.connecting';
  }

  whoSees(others) {
    const met = others.filter((peer) => peer.isMet);
    met.forEach((peer) => { peer.wasMet = true; });
    const names = met.map((peer) => this.meeting.nameOf(peer)).join(', ');
    return names ? this.say(`sees.${met.length > 1 ? 'many.' : ''}${this.meeting.devices.means}`, names) : this.say('sees.nobody');
  }

  draw(others) {
    const { devices } = this.meeting;
    const wanted = new Map(others.map((peer) => [peer.id, {
      name: this.meeting.nameOf(peer), stream: peer.stream, off: !peer.shows.picture, own: false,
    }]));
    if (!['elsewhere', 'over'].includes(this.meeting.state)) {
      wanted.set('me', { name: this.say('you'), track: devices.video, off: !devices.video, own: true });
    }
    for (const [id, picture] of this.pictures) {
      if (wanted.has(id)) continue;
      picture.figure.remove();
      this.pictures.delete(id);
    }
    for (const [id, what] of wanted) this.picture(id, what);
  }

  picture(id, { name, stream, track, off, own }) {
    let picture = this.pictures.get(id);
    if (!picture) {
      const video = element('video', { playsinline: '', autoplay: '' });
      const figure = element('figure', { class: own ? 'picture own' : 'picture' }, video,
        element('p', { class: 'picture-off' }), element('figcaption', {}, name));
      // One's own sound, heard back, would howl.
      video.muted = own;
      picture = { figure, video };
      this.pictures.set(id, picture);
      this.screens.append(figure);
    }
    picture.video.setAttribute('aria-label', name);
    const source = own ? (track ? this.mirror(track) : null) : stream;
    if (picture.video.srcObject !== source) picture.video.srcObject = source;
    if (source && picture.video.paused) picture.video.play().catch(() => { /* after the next press */ });
    picture.figure.classList.toggle('off', off);
    this.tell(picture.figure.querySelector('.picture-off'), off ? this.say('picture.off') : '');
  }

  mirror(track) {
    if (this.mirrored?.getVideoTracks()[0] !== track) this.mirrored = new MediaStream([track]);
    return this.mirrored;
  }

  leave() {
    this.gone.disconnect();
    for (const { video } of this.pictures.values()) video.srcObject = null;
    this.pictures.clear();
    this.stage.replaceChildren();
  }
}
