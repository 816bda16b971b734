// One other participant: the connection of this browser to theirs.
//
// Negotiation is "perfect negotiation" (W3C WebRTC 1.0, section 10.7), with one begin: of two browsers the one whose
// participant's id comes later offers, so that a meeting begins with one offer and one answer.

const RESTART = 4_000;                                // how long a broken connection may mend itself
const SERVER_WORDS = 250;                             // how often words may go by way of the server
const LOOK = 3_000;                                   // how often the line is looked at
const NARROW = 80_000;                                // bits per second: sound needs half of it, a picture more than the rest
const NARROW_FOR = 4;                                 // looks in a row
const BEGIN = 600;                                    // kilobits per second

/**
 * Of what somebody can receive: begin with that much. Browsers begin with half of it, which is too little for hands and
 * lips, and take half a minute to find that there is room. Understood by whoever is built on Chromium's WebRTC, for which
 * it is enough for 960 by 540; the others leave it.
 */
function begun(sdp) {
  const codecs = [...sdp.matchAll(/^a=rtpmap:(\d+) (?:VP8|VP9|H264|AV1)\/90000\r\n/gm)];
  return codecs.reduce((text, [line, codec]) => {
    const its = `a=fmtp:${codec} `;
    const wish = `x-google-start-bitrate=${BEGIN}`;
    return text.includes(its) ? text.replaceAll(its, `${its}${wish};`) : text.replace(line, `${line}${its}${wish}\r\n`);
  }, sdp);
}

export class Peer {
  constructor(meeting, person) {
    this.meeting = meeting;
    this.id = person.id;
    this.browser = person.browser;
    this.role = person.role;
    this.name = person.name;
    this.stream = new MediaStream();
    // What is in one stream, the other's browser keeps together: lips and voice (EN 301 549, 6.5.4).
    this.face = new MediaStream();
    this.screen = null;
    this.screenWay = null;
    this.shows = { picture: false, sound: false, pause: false };
    this.narrow = 0;
    this.soundEnergy = 0;
    this.soundTime = 0;
    this.yields = meeting.line.me < person.id;
    this.sent = Promise.resolve();
    this.unsent = [];
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
    pc.ontrack = ({ track, transceiver }) => {
      if (!this.ways.includes(transceiver)) {
        this.screen = new MediaStream([track]);
        return this.meeting.show();
      }
      this.stream.getTracks().filter(({ kind }) => kind === track.kind).forEach((old) => this.stream.removeTrack(old));
      this.stream.addTrack(track);
      this.meeting.show();
    };
    pc.onconnectionstatechange = () => this.changed();
    if (!this.yields) this.open();
  }

  /** How loud they have been since the last time, from 0 to 1: the root of the energy by the time, as W3C's statistics have it. */
  async loudness() {
    const sound = this.pc.getReceivers().find(({ track }) => track.kind === 'audio');
    const stats = sound ? [...(await sound.getStats()).values()].find(({ type }) => type === 'inbound-rtp') : null;
    const { totalAudioEnergy: energy = 0, totalSamplesDuration: time = 0 } = stats ?? {};
    const loud = time > this.soundTime ? Math.sqrt((energy - this.soundEnergy) / (time - this.soundTime)) : 0;
    this.soundEnergy = energy;
    this.soundTime = time;
    return loud;
  }

  get isMet() { return this.pc.connectionState === 'connected'; }

  /** The same on both sides: sound, picture, and a channel for words. */
  open() {
    if (this.channel) return;
    const { audio, video } = this.meeting.given;
    const kinds = this.pc.getTransceivers().map(({ receiver }) => receiver.track.kind);
    for (const kind of ['audio', 'video']) {
      if (!kinds.includes(kind)) this.pc.addTransceiver(kind, { direction: 'sendrecv' });
    }
    for (const { sender } of this.ways) sender.setStreams(this.face);
    this.channel = this.pc.createDataChannel('words', { negotiated: true, id: 0 });
    this.channel.onopen = () => { this.tellShows(); this.meeting.show(); };
    this.channel.onmessage = ({ data }) => this.meeting.told(this, JSON.parse(data));
    this.use(audio, video);
    if (this.meeting.screen) this.share(this.meeting.screen);
  }

  /** Of what goes both ways: the first sound and the first picture. What comes after them is a screen. */
  get ways() {
    const all = this.pc.getTransceivers();
    return ['audio', 'video'].flatMap((kind) => all.find(({ receiver }) => receiver.track.kind === kind) ?? []);
  }

  /** A screen beside the face, or no screen any more; who has not said anything yet is given it with everything else. */
  share(track) {
    if (!this.channel) return;
    if (!this.screenWay) {
      if (!track) return;
      this.screenWay = this.pc.addTransceiver(track, { direction: 'sendonly', streams: [new MediaStream([track])] });
    } else {
      this.screenWay.sender.replaceTrack(track).catch(() => { /* it is closed */ });
      this.screenWay.direction = track ? 'sendonly' : 'inactive';
    }
    if (this.isMet) this.prefer();
  }

  use(audio, video) {
    if (!this.channel) return;
    for (const transceiver of this.ways) {
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

  /** In order, one after another; what comes up while one is under way goes together with the next. */
  signal(body) {
    this.unsent.push(body);
    this.sent = this.sent.then(() => {
      const all = this.unsent.splice(0);
      return all.length > 0 ? this.meeting.line.send(this.id, this.browser, { all }) : undefined;
    });
  }

  hear({ all }) {
    for (const body of all) this.heard = this.heard.then(() => this.take(body)).catch(() => { /* closed meanwhile */ });
  }

  async take({ description, candidate, restart, words }) {
    if (words) return this.meeting.told(this, words);
    if (restart) return this.anew();
    if (description) {
      const collides = description.type === 'offer' && (this.making || this.pc.signalingState !== 'stable');
      this.ignores = !this.yields && collides;
      if (this.ignores) return;
      await this.pc.setRemoteDescription({ ...description, sdp: begun(description.sdp) });
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
    clearInterval(this.looking);
    if (this.isMet) {
      this.prefer();
      this.looking = setInterval(() => this.look(), LOOK);
    }
    if (['disconnected', 'failed'].includes(this.pc.connectionState)) this.mend(this.pc.connectionState === 'failed' ? 0 : RESTART);
    this.meeting.show();
  }

  /** People first: before anything that the browser does beside it, and rather a coarser picture than a slower one. */
  prefer() {
    for (const { sender } of this.pc.getTransceivers()) {
      const its = sender.getParameters();
      if (its.encodings.length === 0) continue;
      its.degradationPreference = sender === this.screenWay?.sender ? 'maintain-resolution' : 'maintain-framerate';
      its.encodings[0].priority = its.encodings[0].networkPriority = 'high';
      sender.setParameters(its).catch(() => { /* a wish, no more */ });
    }
  }

  /** Whether the way there has become too narrow for a picture beside the sound. */
  async look() {
    const stats = [...(await this.pc.getStats()).values()];
    const { availableOutgoingBitrate: room } = stats.find((one) => one.type === 'candidate-pair' && one.nominated) ?? {};
    this.narrow = room < NARROW ? this.narrow + 1 : 0;
    if (this.narrow === NARROW_FOR) this.meeting.isTooNarrow();
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
    // Of each line, and of what is shown, the latest.
    this.words.set(words.caption ? `caption ${words.caption.line}` : words.line ?? 'shows', words);
    this.toServer ??= setTimeout(() => {
      this.toServer = null;
      for (const late of this.words.values()) this.signal({ words: late });
      this.words.clear();
    }, SERVER_WORDS);
  }

  tellShows() {
    if (!this.meeting.isLive()) return;
    const { video, isMuted, isPaused } = this.meeting.devices;
    this.tell({ shows: { picture: Boolean(video), sound: !isMuted, pause: isPaused, ...this.meeting.shows() } });
  }

  close() {
    clearTimeout(this.restart);
    clearTimeout(this.toServer);
    clearInterval(this.looking);
    this.pc.close();
  }
}
