// The line of a meeting to the server: events that it tells, and what is asked and said.

const SILENT = 12_000;                                // the server says a word every 5 s; after this the line is dead
const AGAIN = 1_000;

/** A new id; on plain http browsers make none by themselves. */
export const fresh = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
};

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Who is there, and what other browsers have to say, in the order in which they said it. */
export class Line {
  constructor(address, key, told) {
    this.address = address;
    this.key = key;
    this.told = told;
    this.browser = fresh();
    this.me = null;
    this.after = 0;
    this.over = false;
    this.isOpen = false;
    this.misses = 0;
    this.captions = {};
    this.network = { servers: [], relayOnly: false };
  }

  /** A line that is made anew is closed for a moment; this is longer. */
  get isAway() { return this.misses > 2; }

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
      this.misses = this.isOpen ? 0 : this.misses + 1;
      this.isOpen = false;
      this.told('line', {});
      if (!this.over) await pause(AGAIN);
    }
  }

  async join() {
    const answer = await this.ask('join', { browser: this.browser });
    if (this.isRefused(answer.status) || !answer.ok) return null;
    const { me, after, network, captions, state } = await answer.json();
    this.captions = captions;
    this.after = after;
    this.network = network;
    this.me = me;
    // What has been said since then is not lost: the events begin after this number.
    this.told('state', state);
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
