// Captions: what is said, large under the pictures of everybody, letter by letter.
//
// Somebody writes them, the agent or whoever was let in beside customer and agent; or, where a service is configured and the
// customer presses for it, each window has its own microphone recognised (ear.js). Both go to the others as written words do.
// No live region: who hears the page read hears what is said already, and would hear it twice.

import { Ear } from './ear.js';
import { element, listed, LONGEST_LINE } from './view.js';

const LINES = 3;

/** Half of what they say is in another language. */
const UNHEARD = ['interpreter', 'sign-interpreter'];

export class Captions {
  constructor(meeting) {
    this.meeting = meeting;
    this.lines = [];
    this.written = 0;
    this.spoken = 0;
    this.writes = false;
    this.wanted = null;
    this.hides = false;
    this.ear = null;
  }

  place(view) {
    this.view = view;
    this.rows = new Map();
    this.region = element('section', { class: 'stage-captions', 'aria-label': view.say('captions'), hidden: '' });
    this.told = element('p', { class: 'captions-told', role: 'status', 'aria-label': view.say('captions') });
    this.field = element('input', { type: 'text', id: 'meeting-captions', maxlength: LONGEST_LINE, autocomplete: 'off', 'aria-describedby': 'meeting-captions-hint' });
    this.writing = element('div', { class: 'field captions-writing', hidden: '' },
      element('label', { for: 'meeting-captions' }, view.say('captions.field')),
      element('p', { class: 'hint', id: 'meeting-captions-hint' }, view.say('captions.hint')),
      this.field);
    this.field.addEventListener('input', () => this.write(this.field.value, false));
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.finishLine();
    });
    // "Done" of the keys on the glass.
    this.field.addEventListener('change', ({ isTrusted }) => { if (!isTrusted) this.finishLine(); });
    this.press = view.button('text-size', 'captions', () => this.turn());
    this.press.dataset.extra = 'captions';
    this.pen = view.button('keyboard', 'captions.write', () => this.takePen());
    this.pen.dataset.extra = 'captions-pen';
    view.screens.after(this.region, this.told, this.writing);
    view.controls.append(this.press);
    if (this.meeting.role !== 'customer') view.controls.append(this.pen);
    for (const line of this.lines) this.row(line);
    this.show();
  }

  // ---------- What the others are told, and tell ----------

  shows() { return { writes: this.writes, captions: this.wanted }; }

  hears(peer, { caption }) {
    if (!caption) return false;
    this.add(peer.id, this.meeting.nameOf(peer), caption);
    return true;
  }

  say(caption) {
    for (const peer of this.meeting.peers.values()) peer.tell({ caption });
    this.add(this.meeting.line.me, this.view.say('you'), caption);
  }

  add(who, name, { line, words, done }) {
    const id = `${who} ${line}`;
    const said = { id, name, words: String(words).slice(0, LONGEST_LINE), done: Boolean(done) };
    const before = this.lines.find((one) => one.id === id);
    if (before?.done) return;
    if (before) Object.assign(before, said);
    else this.lines.push(said);
    while (this.lines.length > LINES) this.rows.get(this.lines[0].id)?.remove(), this.rows.delete(this.lines.shift().id);
    this.row(said);
  }

  row({ id, name }) {
    let row = this.rows.get(id);
    if (!row) {
      row = element('p', {}, element('span', { class: 'who' }, name), element('span', { class: 'words' }));
      row.dataset.who = name;
      this.rows.set(id, row);
      this.region.append(row);
    }
    this.fit();
  }

  /** The last lines that there is room for; of one that is longer than that, its end. */
  fit() {
    const said = this.lines.filter(({ words }) => words);
    const isTooMuch = () => this.region.scrollHeight > this.region.clientHeight;
    for (const { id, words } of this.lines) {
      const row = this.rows.get(id);
      if (!row) continue;
      row.hidden = !words;
      this.view.tell(row.lastChild, words);
    }
    for (let first = 0; first < said.length; first += 1) {
      const rows = said.slice(first).map(({ id }) => this.rows.get(id)).filter(Boolean);
      rows.forEach((row, at) => row.classList.toggle('goes-on', at > 0 && row.dataset.who === rows[at - 1].dataset.who));
      if (!isTooMuch()) return;
      if (rows.length > 1) rows[0].hidden = true;
      else this.cut(rows[0].lastChild, isTooMuch);
    }
  }

  cut(last, isTooMuch) {
    for (let words = last.textContent.split(' ').slice(1); words.length > 0 && isTooMuch(); words = words.slice(1)) {
      this.view.tell(last, `… ${words.join(' ')}`);
    }
  }

  // ---------- Written by somebody ----------

  takePen() {
    this.writes = !this.writes;
    if (!this.writes) this.finishLine();
    this.changed();
    (this.writes ? this.field : this.pen).focus();
  }

  write(words, done) {
    this.say({ line: `w${this.written}`, words: words.slice(0, LONGEST_LINE), done });
    if (done) this.written += 1;
  }

  finishLine() {
    if (!this.field.value.trim()) return;
    this.write(this.field.value, true);
    this.field.value = '';
    this.field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // ---------- Recognised by a service ----------

  get service() { return this.meeting.line.captions ?? {}; }

  /** Of the page, as captions are asked for: plain and easy Finnish sound the same. */
  get here() { return document.documentElement.lang.split('-')[0]; }

  /** In which captions are on; null when they are not. Only the customer turns them on. */
  get language() {
    const { role, peers } = this.meeting;
    const asked = role === 'customer' ? this.wanted : [...peers.values()].find((peer) => peer.role === 'customer')?.shows.captions;
    return asked && Object.hasOwn(this.service, asked) ? asked : null;
  }

  /** Each window its own microphone: from here to the service, and to nobody else. */
  listen(over) {
    const { devices, role } = this.meeting;
    const language = over || UNHEARD.includes(role) ? null : this.language;
    const track = language ? devices.audio : null;
    if (this.ear && (this.ear.track !== track || this.ear.language !== language)) {
      this.ear.end();
      this.ear = null;
    }
    if (!track || this.ear) return;
    this.ear = new Ear(this.service[language], language, track, {
      isHeard: () => !devices.isMuted && !devices.isPaused,
      said: (words, done) => {
        this.say({ line: `s${this.spoken}`, words, done });
        if (done) this.spoken += 1;
      },
      changed: () => this.show(),
    });
  }

  // ---------- In the page ----------

  get writers() {
    const others = [...this.meeting.peers.values()].filter((peer) => peer.shows.writes).map((peer) => this.meeting.nameOf(peer));
    return this.writes ? [...others, this.view.say('you')] : others;
  }

  get isOn() { return Boolean(this.language) || this.writers.length > 0; }

  get canAsk() { return this.meeting.role === 'customer' && Object.hasOwn(this.service, this.here); }

  /** Off for whoever presses; for everybody, when it is the customer who had asked for them. */
  turn() {
    if (this.isOn && !this.hides) {
      this.wanted = null;
      this.hides = this.isOn;
    } else {
      this.hides = false;
      if (this.canAsk) this.wanted = this.here;
    }
    this.changed();
    this.press.focus();
  }

  changed() {
    for (const peer of this.meeting.peers.values()) peer.tellShows();
    this.meeting.show();
  }

  show(over = false) {
    const { meeting, view } = this;
    const isLive = !over && meeting.state === 'live';
    if (over) this.writes = false;
    this.listen(!isLive);
    const { isOn } = this;
    if (!isOn && this.lines.length > 0) this.clear();
    const shown = isLive && isOn && !this.hides;
    if (this.region.hidden === shown) {
      this.region.hidden = !shown;
      // Nothing has a size while it is hidden.
      if (shown) this.fit();
    }
    this.writing.hidden = !isLive || !this.writes;
    this.pen.hidden = !isLive;
    this.press.hidden = !isLive || !(isOn || this.canAsk);
    view.dress(this.press, shown ? 'close' : 'text-size', shown ? 'captions.off' : 'captions');
    view.dress(this.pen, this.writes ? 'close' : 'keyboard', this.writes ? 'captions.write.end' : 'captions.write');
    view.tell(this.told, isLive ? this.news() : '');
  }

  /** Where the sound goes is told to everybody, whether they look at the captions or not. */
  news() {
    const { view, language, writers } = this;
    const told = [];
    if (language) told.push(view.say('captions.on', new URL(this.service[language]).host));
    if (this.ear?.isAway) told.push(view.say('captions.away'));
    if (writers.length > 0) told.push(view.say('captions.by', listed(writers)));
    return told.join(' ');
  }

  clear() {
    for (const row of this.rows.values()) row.remove();
    this.rows.clear();
    this.lines = [];
  }

  end() {
    this.wanted = null;
    this.writes = false;
    this.ear?.end();
    this.ear = null;
    this.clear();
  }
}
