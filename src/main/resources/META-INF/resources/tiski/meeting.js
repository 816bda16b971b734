// A meeting by video, in one window: camera and microphone, the other participants, written words. Picture, sound and
// words go from browser to browser. The server only tells who is there and carries what browsers need to find each other;
// words go its way while no line between the browsers stands.

import './tiski.js';
import { Devices } from './meeting/devices.js';
import { extras } from './meeting/extras.js';
import { Line } from './meeting/line.js';
import { Peer } from './meeting/peer.js';
import { LONGEST_LINE, View } from './meeting/view.js';

const Tiski = window.Tiski;

const CANNOT = 10_000;                                // so long two may try to reach each other before they are told of other ways
const GONE = 1_000;                                   // a stage that is made anew comes back within this time

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

/** Whether they see or hear somebody, whatever the server does. */
Tiski.isMet = () => session?.isMet() ?? false;

// Somebody's visit is over: camera and microphone first.
addEventListener('tiski-reset', () => session?.end());
addEventListener('pagehide', () => session?.leave());

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
    this.screen = null;
    this.line = new Line(address, key, (what, data) => this.on(what, data));
    this.devices = new Devices(() => this.devicesChanged(), (why) => { this.trouble = why; this.show(); });
    this.extras = extras(this);
    this.view = new View(this, stage, words);
  }

  isOf(stage) { return this.meeting === stage.dataset.meeting && !this.line.over; }

  isMet() { return [...this.peers.values()].some((peer) => peer.isMet); }

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

  /** Rather sound alone than a picture that stands still and sound that breaks up. */
  isTooNarrow() {
    if (!this.devices.video) return;
    this.devices.camera();
    this.trouble = 'narrow';
    this.show();
  }

  /** Who cannot be reached is written to, or called. */
  lookForOthers() {
    const lacks = this.isLive() && this.peers.size > 0 && !this.isMet();
    if (!lacks) {
      clearTimeout(this.cannot);
      this.cannot = null;
      if (this.trouble === 'connection') this.trouble = null;
    } else {
      this.cannot ??= setTimeout(() => {
        this.trouble = 'connection';
        this.show();
      }, CANNOT);
    }
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

  told(peer, message) {
    const { shows, line, words, done } = message;
    if (shows) peer.shows = shows;
    else if (!this.extras.some((extra) => extra.hears?.(peer, message))) this.view.words(peer.id, this.nameOf(peer), line, words, done);
    this.show();
  }

  /** Of whom is beside customer and agent one wants to know as what. */
  nameOf({ name, role }) {
    if (!name || role === 'agent') return name ?? this.view.say(role);
    return `${name} (${this.view.say(role)})`;
  }

  /** What the others are told of this window, beside its camera and microphone. */
  shows() { return Object.assign({}, ...this.extras.map((extra) => extra.shows?.())); }

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
    for (const extra of this.extras) extra.end();
    clearTimeout(this.cannot);
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

  show() {
    this.lookForOthers();
    this.view.show();
  }
}
