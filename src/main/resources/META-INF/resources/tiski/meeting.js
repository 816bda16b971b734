// A meeting by video, in one window: camera and microphone, the other participants, written words. Picture, sound and
// words go from browser to browser. The server only tells who is there and carries what browsers need to find each other;
// words go its way while no line between the browsers stands.
//
// An agent who has the case of somebody who waits in hand is connected to them before they answer. Nothing goes either way
// until the server says that they meet: then picture and sound are put on a line that stands already.

import './tiski.js';
import { Devices } from './meeting/devices.js';
import { extras } from './meeting/extras.js';
import { Line } from './meeting/line.js';
import { Peer } from './meeting/peer.js';
import { Unseen } from './meeting/unseen.js';
import { LONGEST_LINE, View } from './meeting/view.js';

const Tiski = window.Tiski;

const CANNOT = 10_000;                                // so long two may try to reach each other before they are told of other ways
const GONE = 1_000;                                   // a stage that is made anew comes back within this time
const ANSWERED = 5_000;                               // an answer that counts is told within this time

const ANSWERS = '[data-act=answer], [data-act=start]';
const BEFORE = ['customer', 'agent'];                 // who find each other before the meeting
const NOBODY = new Map();
const NOTHING = { audio: null, video: null };

let session = null;

/** A stage has come up. The same meeting goes on with what there is; another one begins. */
Tiski.meet = (stage, line, key, role, words) => {
  const goesOn = session?.isOf(stage);
  if (!goesOn) begin(stage, line, key, role);
  session.seen(stage, key, words);
  if (!goesOn) session.line.listen();
};

/** Somebody waits, and this agent may answer: as long as the stage is in the page, unseen. */
Tiski.beReady = (stage, line, key, role, words) => {
  const goesOn = session?.isOf(stage);
  if (!goesOn) begin(stage, line, key, role);
  session.unseen(stage, key, words);
  if (!goesOn) session.line.listen();
};

function begin(stage, line, key, role) {
  session?.end();
  session = new Session(stage, line, key, role);
}

// A camera takes its time; it gets it while the server hears of the press.
addEventListener('click', ({ target }) => target.closest?.(ANSWERS) && session?.answers(), true);

/** Whether somebody is in the middle of a meeting: nobody is asked whether they are still there. */
Tiski.isMeeting = () => session?.isLive() ?? false;

/** Whether they see or hear somebody, whatever the server does. */
Tiski.isMet = () => session?.isMet() ?? false;

// Somebody's visit is over: camera and microphone first.
addEventListener('tiski-reset', () => session?.end());
addEventListener('pagehide', () => session?.leave());

class Session {
  constructor(stage, address, key, role) {
    this.meeting = stage.dataset.meeting;
    this.role = role;
    this.state = 'starting';
    this.trouble = null;
    this.known = new Map();
    this.early = [];
    this.unheard = [];
    this.lines = 0;
    this.written = [];
    this.pinned = null;
    this.screen = null;
    this.line = new Line(address, key, (what, data) => this.on(what, data));
    this.devices = this.newDevices();
    this.extras = [];
    this.view = new Unseen(this, stage);
  }

  newDevices() { return new Devices(() => this.devicesChanged(), (why) => { this.trouble = why; this.show(); }); }

  isOf(stage) { return this.meeting === stage.dataset.meeting && !this.line.over; }

  isMet() { return [...this.peers.values()].some((peer) => peer.isMet); }

  isLive() { return this.state === 'live' && !this.line.over; }

  /** With whom they meet; whoever is only connected before it is nobody yet. */
  get peers() { return this.state === 'live' ? this.known : NOBODY; }

  /** What of theirs the others are given. */
  get given() { return this.state === 'live' ? this.devices : NOTHING; }

  unseen(stage, key, words) {
    if (this.isLive()) return;
    this.line.key = key;
    this.view.leave();
    this.view = new Unseen(this, stage, words);
  }

  seen(stage, key, words) {
    this.line.key = key;
    if (this.view.shows(stage)) return;
    this.view.leave();
    if (this.extras.length === 0) this.extras = extras(this);
    this.view = new View(this, stage, words);
    this.open();
    for (const [peer, message] of this.unheard.splice(0)) this.told(peer, message);
    this.show();
  }

  open() {
    if (this.opened) return;
    this.asking = true;
    this.show();
    this.opened = this.devices.open().finally(() => { this.asking = false; this.show(); });
  }

  /** The agent presses; whoever does not meet anybody then, is not seen nor heard. */
  answers() {
    if (this.role !== 'agent' || this.state !== 'waiting' || this.line.over) return;
    this.open();
    setTimeout(() => {
      if (this.state !== 'waiting') return;
      this.devices.end();
      this.devices = this.newDevices();
      this.opened = null;
    }, ANSWERED);
  }

  /** The stage has gone from the page; unless it comes back at once, so has the person. */
  stageGone(view) {
    setTimeout(() => { if (this.view === view && !view.stage.isConnected) this.end(); }, GONE);
  }

  devicesChanged() {
    const { audio, video } = this.devices;
    if (video) this.trouble = this.trouble === 'microphone' ? this.trouble : null;
    for (const peer of this.peers.values()) {
      peer.use(audio, video);
      peer.tellShows();
    }
    this.show();
  }

  /** Rather sound alone than a picture that stands still and sound that breaks up. */
  isTooNarrow() {
    if (!this.given.video) return;
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
    const begins = meeting === 'live' && this.state !== 'live';
    this.state = meeting;
    if (!['waiting', 'live'].includes(meeting)) return this.line.close('over');
    const others = people.filter((one) => one.id !== this.line.me && one.browser && this.findsAlready(one));
    for (const [id, peer] of this.known) {
      if (others.some((one) => one.id === id && one.browser === peer.browser)) continue;
      peer.close();
      this.known.delete(id);
    }
    for (const person of others) {
      if (!this.known.has(person.id)) this.known.set(person.id, new Peer(this, person));
      // Before they meet, nobody is told a name.
      this.known.get(person.id).name = person.name;
    }
    if (begins) {
      // Only where the agent has pressed: in another window of theirs nothing comes up.
      if (this.opened) this.view.appear();
      this.devicesChanged();
    }
    for (const early of this.early.splice(0)) this.signal(early);
  }

  findsAlready({ role }) { return this.state === 'live' || [this.role, role].every((one) => BEFORE.includes(one)); }

  /** What comes before its sender is known to be there waits for that; what an earlier window said means nothing. */
  signal(said) {
    const { browser, ...body } = JSON.parse(said.body);
    const peer = this.known.get(said.from);
    if (!peer || peer.browser !== browser) {
      if (this.early.push(said) > 100) this.early.shift();
      return;
    }
    peer.hear(body);
  }

  told(peer, message) {
    if (this.extras.length === 0) return void this.unheard.push([peer, message]);
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
    for (const peer of this.known.values()) peer.close();
    this.known.clear();
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
