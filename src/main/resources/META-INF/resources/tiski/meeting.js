// A meeting by video, in one window: camera and microphone, the other participants, written words. Picture, sound and
// words go from browser to browser. The server only tells who is there and carries what browsers need to find each other;
// words go its way while no line between the browsers stands.
//
// Negotiation is "perfect negotiation" (W3C WebRTC 1.0, section 10.7), with one begin: of two browsers the one whose
// participant's id comes later offers, so that a meeting begins with one offer and one answer.

import './tiski.js';

const Tiski = window.Tiski;
const root = document.documentElement;

const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const MICROPHONE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const SILENT = 12_000;                                // the server says a word every 5 s; after this the line is dead
const AGAIN = 1_000;
const RESTART = 4_000;                                // how long a broken connection may mend itself
const GONE = 1_000;                                   // a stage that is made anew comes back within this time
const SERVER_WORDS = 250;                             // how often words may go by way of the server
const LONGEST_LINE = 500;

let session = null;

/** A stage has come up. The same meeting goes on with what there is; another one begins. */
Tiski.meet = (stage, line, key, role, words) => {
  if (session?.isOf(stage)) return session.moveTo(stage, key, words);
  session?.end();
  session = new Session(stage, line, key, role, words);
  session.begin();
};

/** Whether somebody is in the middle of a meeting: nobody is asked whether they are still there. */
Tiski.isMeeting = () => session?.isLive() ?? false;

// Somebody's visit is over: camera and microphone first.
addEventListener('tiski-reset', () => session?.end());
addEventListener('pagehide', () => session?.leave());

const fresh = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
};

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// ---------- Camera and microphone ----------

/** What this person shows and says. Each of the two may be missing: the meeting goes on with the other, or with words. */
class Devices {
  constructor(changed, troubled) {
    this.changed = changed;
    this.troubled = troubled;
    this.audio = null;
    this.video = null;
    this.ended = false;
  }

  get means() {
    if (this.video) return this.isMuted ? 'picture' : 'video';
    return this.isMuted ? 'text' : 'sound';
  }

  get isMuted() { return !this.audio?.enabled; }

  async open() {
    if (!navigator.mediaDevices?.getUserMedia) return this.troubled('insecure');
    if (await this.take({ audio: MICROPHONE, video: CAMERA }) === true) return;
    // One of the two may be what is missing.
    const seen = await this.take({ video: CAMERA });
    const heard = await this.take({ audio: MICROPHONE });
    if (heard !== true && seen === true) this.troubled('microphone');
    else if (seen !== true) this.troubled(seen);
  }

  /** True, or what was in the way. */
  async take(wanted) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      if (this.ended) return stream.getTracks().forEach((track) => track.stop());
      stream.getTracks().forEach((track) => this.use(track));
      this.changed();
      return true;
    } catch (refused) {
      return { NotAllowedError: 'denied', NotFoundError: 'missing', OverconstrainedError: 'missing' }[refused.name] ?? 'busy';
    }
  }

  use(track) {
    this[track.kind]?.stop();
    this[track.kind] = track;
    // Signing is motion: rather a coarser picture than a slower one.
    if (track.kind === 'video') track.contentHint = 'motion';
    track.addEventListener('ended', () => {
      if (this[track.kind] !== track) return;
      this[track.kind] = null;
      this.troubled(track.kind === 'video' ? 'ended' : 'microphone');
      this.changed();
    });
  }

  mute() {
    if (this.audio) this.audio.enabled = !this.audio.enabled;
    this.changed();
  }

  /** Off means that its light goes out as well. */
  async camera() {
    if (this.video) {
      const off = this.video;
      this.video = null;
      off.stop();
      return this.changed();
    }
    const seen = await this.take({ video: CAMERA });
    if (seen !== true) this.troubled(seen);
  }

  end() {
    this.ended = true;
    for (const track of [this.audio, this.video]) track?.stop();
    this.audio = null;
    this.video = null;
  }
}

// ---------- The line to the server ----------

/** Who is there, and what other browsers have to say, in the order in which they said it. */
class Line {
  constructor(address, key, told) {
    this.address = address;
    this.key = key;
    this.told = told;
    this.browser = fresh();
    this.me = null;
    this.after = 0;
    this.over = false;
    this.isOpen = false;
    this.network = { servers: [], relayOnly: false };
  }

  async ask(what, body) {
    return fetch(this.address + what, {
      method: 'POST',
      headers: { 'Tiski-Seat': this.key, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      keepalive: what === 'leave',
    });
  }

  /** Comes in, and listens until the meeting is over; a line that breaks is made again. */
  async listen() {
    while (!this.over) {
      try {
        if (this.me ?? await this.join()) await this.hear();
      } catch { /* the server or the network is away: the meeting goes on between the browsers */ }
      this.isOpen = false;
      this.told('line', {});
      if (!this.over) await pause(AGAIN);
    }
  }

  async join() {
    const answer = await this.ask('join', { browser: this.browser });
    if (this.isRefused(answer.status) || !answer.ok) return null;
    const { me, after, network } = await answer.json();
    this.after = after;
    this.network = network;
    this.me = me;
    return me;
  }

  /** The way to others, with credentials that have not run out. */
  async networkNow() {
    try {
      const answer = await this.ask('network', {});
      if (answer.ok) this.network = await answer.json();
    } catch { /* away: with those that there are */ }
    return this.configuration();
  }

  configuration() {
    const { servers, relayOnly } = this.network;
    return { iceServers: servers, iceTransportPolicy: relayOnly ? 'relay' : 'all' };
  }

  isRefused(status) {
    if (status === 401 || status === 409) this.close('elsewhere');
    else if (status === 410) this.close('over');
    return this.over;
  }

  close(why) {
    this.over = true;
    this.told(why, {});
  }

  async hear() {
    const silence = new AbortController();
    const key = this.key;
    let word = setTimeout(() => silence.abort(), SILENT);
    try {
      const answer = await fetch(`${this.address}events?browser=${this.browser}&after=${this.after}`, {
        headers: { 'Tiski-Seat': key }, cache: 'no-store', signal: silence.signal,
      });
      if (this.isRefused(answer.status) || !answer.ok) return;
      this.isOpen = true;
      this.told('line', {});
      const words = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = '', next = await words.read(); !next.done && !this.over; next = await words.read()) {
        clearTimeout(word);
        word = setTimeout(() => silence.abort(), SILENT);
        const events = (rest + next.value).split('\n\n');
        rest = events.pop();
        // Told to a key that has been replaced in this very window: the next line is made with the new one.
        if (this.key !== key) return;
        events.forEach((event) => this.event(event));
      }
    } finally {
      clearTimeout(word);
      silence.abort();
    }
  }

  event(text) {
    const said = {};
    for (const row of text.split('\n')) {
      const [, name, value] = row.match(/^(\w+): (.*)$/) ?? [];
      if (name) said[name] = value;
    }
    if (!said.event) return;
    if (said.event === 'elsewhere') return this.close('elsewhere');
    if (said.id) this.after = Number(said.id);
    this.told(said.event, JSON.parse(said.data));
  }

  /** Tries until the server has it: a meeting that has lost a description has pictures in one direction only. */
  async send(to, browser, body) {
    while (!this.over) {
      try {
        const answer = await this.ask('signal', { to, browser, body: JSON.stringify({ browser: this.browser, ...body }) });
        if (answer.status < 500) return;
      } catch { /* away: again */ }
      await pause(AGAIN);
    }
  }

  leave() {
    if (this.me && !this.over) this.ask('leave', { browser: this.browser }).catch(() => { /* they are seen to be gone */ });
    this.over = true;
  }
}

// ---------- One other participant ----------

class Peer {
  constructor(meeting, person) {
    this.meeting = meeting;
    this.id = person.id;
    this.browser = person.browser;
    this.role = person.role;
    this.name = person.name;
    this.stream = new MediaStream();
    this.shows = { picture: false, sound: false };
    this.yields = meeting.line.me < person.id;
    this.sent = Promise.resolve();
    this.heard = Promise.resolve();
    this.making = false;
    this.ignores = false;
    this.channel = null;
    this.restart = 0;
    this.toServer = null;
    this.words = new Map();
    this.connect();
  }

  connect() {
    const pc = this.pc = new RTCPeerConnection(this.meeting.line.configuration());
    pc.onicecandidate = ({ candidate }) => candidate && this.signal({ candidate });
    pc.onnegotiationneeded = () => this.offer();
    pc.ontrack = ({ track }) => {
      this.stream.getTracks().filter(({ kind }) => kind === track.kind).forEach((old) => this.stream.removeTrack(old));
      this.stream.addTrack(track);
      this.meeting.show();
    };
    pc.onconnectionstatechange = () => this.changed();
    if (!this.yields) this.open();
  }

  get isMet() { return this.pc.connectionState === 'connected'; }

  /** The same on both sides: sound, picture, and a channel for words. */
  open() {
    if (this.channel) return;
    const { audio, video } = this.meeting.devices;
    const kinds = this.pc.getTransceivers().map(({ receiver }) => receiver.track.kind);
    for (const kind of ['audio', 'video']) {
      if (!kinds.includes(kind)) this.pc.addTransceiver(kind, { direction: 'sendrecv' });
    }
    this.channel = this.pc.createDataChannel('words', { negotiated: true, id: 0 });
    this.channel.onopen = () => { this.tellShows(); this.meeting.show(); };
    this.channel.onmessage = ({ data }) => this.meeting.told(this, JSON.parse(data));
    this.use(audio, video);
  }

  use(audio, video) {
    for (const transceiver of this.pc.getTransceivers()) {
      const track = transceiver.receiver.track.kind === 'audio' ? audio : video;
      if (transceiver.direction !== 'sendrecv') transceiver.direction = 'sendrecv';
      if (transceiver.sender.track !== track) transceiver.sender.replaceTrack(track).catch(() => { /* it is closed */ });
    }
  }

  async offer() {
    try {
      this.making = true;
      await this.pc.setLocalDescription();
      this.signal({ description: this.pc.localDescription });
    } catch { /* closed meanwhile */ } finally {
      this.making = false;
    }
  }

  /** In order, one after another. */
  signal(body) {
    this.sent = this.sent.then(() => this.meeting.line.send(this.id, this.browser, body));
  }

  hear(body) {
    this.heard = this.heard.then(() => this.take(body)).catch(() => { /* closed meanwhile */ });
  }

  async take({ description, candidate, restart, words }) {
    if (words) return this.meeting.told(this, words);
    if (restart) return this.anew();
    if (description) {
      const collides = description.type === 'offer' && (this.making || this.pc.signalingState !== 'stable');
      this.ignores = !this.yields && collides;
      if (this.ignores) return;
      await this.pc.setRemoteDescription(description);
      if (description.type !== 'offer') return;
      this.open();
      await this.pc.setLocalDescription();
      this.signal({ description: this.pc.localDescription });
    } else if (candidate && !this.ignores) {
      await this.pc.addIceCandidate(candidate);
    }
  }

  changed() {
    clearTimeout(this.restart);
    if (['disconnected', 'failed'].includes(this.pc.connectionState)) this.mend(this.pc.connectionState === 'failed' ? 0 : RESTART);
    this.meeting.show();
  }

  /** Who offers, restarts; the other asks for it. Until it is mended, or the other is in another window. */
  mend(milliseconds) {
    this.restart = setTimeout(() => {
      if (this.isMet || this.pc.connectionState === 'closed') return;
      if (this.yields) this.signal({ restart: true });
      else this.anew();
      this.mend(RESTART);
    }, milliseconds);
  }

  async anew() {
    this.pc.setConfiguration(await this.meeting.line.networkNow());
    this.pc.restartIce();
  }

  /** Straight there, or by way of the server while there is no other; there not more often than it needs. */
  tell(words) {
    if (this.channel?.readyState === 'open') return this.channel.send(JSON.stringify(words));
    this.words.set(words.line ?? 'shows', words);
    this.toServer ??= setTimeout(() => {
      this.toServer = null;
      for (const late of this.words.values()) this.signal({ words: late });
      this.words.clear();
    }, SERVER_WORDS);
  }

  tellShows() {
    const { video, isMuted } = this.meeting.devices;
    this.tell({ shows: { picture: Boolean(video), sound: !isMuted } });
  }

  close() {
    clearTimeout(this.restart);
    clearTimeout(this.toServer);
    this.pc.close();
  }
}

// ---------- The meeting, in this window ----------

class Session {
  constructor(stage, address, key, role, words) {
    this.meeting = stage.dataset.meeting;
    this.role = role;
    this.state = 'starting';
    this.trouble = null;
    this.peers = new Map();
    this.early = [];
    this.lines = 0;
    this.written = [];
    this.pinned = null;
    this.line = new Line(address, key, (what, data) => this.on(what, data));
    this.devices = new Devices(() => this.devicesChanged(), (why) => { this.trouble = why; this.show(); });
    this.view = new View(this, stage, words);
  }

  isOf(stage) { return this.meeting === stage.dataset.meeting && !this.line.over; }

  isLive() { return this.state === 'live' && !this.line.over; }

  async begin() {
    this.asking = true;
    this.show();
    this.opened = this.devices.open().finally(() => { this.asking = false; this.show(); });
    this.line.listen();
  }

  moveTo(stage, key, words) {
    this.line.key = key;
    this.view.leave();
    this.view = new View(this, stage, words);
    this.show();
  }

  /** The stage has gone from the page; unless it comes back at once, so has the person. */
  stageGone(view) {
    setTimeout(() => { if (this.view === view && !view.stage.isConnected) this.end(); }, GONE);
  }

  devicesChanged() {
    const { audio, video } = this.devices;
    if (video) this.trouble = this.trouble === 'microphone' ? this.trouble : null;
    for (const peer of this.peers.values()) {
      if (peer.channel) peer.use(audio, video);
      peer.tellShows();
    }
    this.show();
  }

  on(what, data) {
    if (what === 'state') this.people(data);
    else if (what === 'signal') this.signal(data);
    else if (what === 'elsewhere' || what === 'over') this.finish(what);
    this.show();
  }

  /** Connects to whoever is in, in the window in which they are. */
  people({ meeting, people }) {
    this.state = meeting;
    if (!['waiting', 'live'].includes(meeting)) return this.line.close('over');
    const others = people.filter(({ id, browser }) => id !== this.line.me && browser && meeting === 'live');
    for (const [id, peer] of this.peers) {
      if (others.some((one) => one.id === id && one.browser === peer.browser)) continue;
      peer.close();
      this.peers.delete(id);
    }
    for (const person of others) {
      if (!this.peers.has(person.id)) this.peers.set(person.id, new Peer(this, person));
    }
    for (const early of this.early.splice(0)) this.signal(early);
  }

  /** What comes before its sender is known to be there waits for that; what an earlier window said means nothing. */
  signal(said) {
    const { browser, ...body } = JSON.parse(said.body);
    const peer = this.peers.get(said.from);
    if (!peer || peer.browser !== browser) {
      if (this.early.push(said) > 100) this.early.shift();
      return;
    }
    peer.hear(body);
  }

  told(peer, { shows, line, words, done }) {
    if (shows) peer.shows = shows;
    else this.view.words(peer.id, this.nameOf(peer), line, words, done);
    this.show();
  }

  nameOf({ name, role }) { return name ?? this.view.say(role); }

  write(words, done) {
    const mine = { line: this.lines, words: words.slice(0, LONGEST_LINE), done };
    for (const peer of this.peers.values()) peer.tell(mine);
    if (!done) return;
    this.lines += 1;
    this.view.words(this.line.me, this.view.say('you'), mine.line, mine.words, true);
  }

  finish(how) {
    this.state = how;
    for (const peer of this.peers.values()) peer.close();
    this.peers.clear();
    this.devices.end();
  }

  leave() {
    this.line.leave();
    this.finish('over');
  }

  /** The person has gone: nothing is seen or heard of them any more. */
  end() {
    this.leave();
    this.view.leave();
    if (session === this) session = null;
  }

  show() { this.view.show(); }
}

// ---------- What is seen ----------

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const SPRITE = new URL('pictograms/pictograms.svg', import.meta.url).pathname;
const SVG = 'http://www.w3.org/2000/svg';

function pictogram(id) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [['class', 'pictogram'], ['aria-hidden', 'true'], ['focusable', 'false']]) svg.setAttribute(name, value);
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${SPRITE}#${id}`);
  svg.append(use);
  return svg;
}

class View {
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
    if (others.some((peer) => peer.isMet)) return 'status.met';
    return others.some((peer) => peer.wasMet) ? 'status.lost' : 'status.connecting';
  }

  whoSees(others) {
    const met = others.filter((peer) => peer.isMet);
    met.forEach((peer) => { peer.wasMet = true; });
    const names = met.map((peer) => this.meeting.nameOf(peer)).join(', ');
    return names ? this.say(`sees.${this.meeting.devices.means}`, names) : this.say('sees.nobody');
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
