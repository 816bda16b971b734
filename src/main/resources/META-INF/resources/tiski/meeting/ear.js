// The microphone of this window, recognised by a service: the protocol of Vosk's WebSocket server, see docs/captions.md.

const RATE = 16_000;
const AGAIN = 5_000;
const BEHIND = 64 * 1024;                             // two seconds of sound: what a slow line cannot carry is left out

export class Ear {
  constructor(address, language, track, { isHeard, said, changed }) {
    this.address = address;
    this.language = language;
    this.track = track;
    this.isHeard = isHeard;
    this.said = said;
    this.changed = changed;
    this.isOver = false;
    this.isAway = false;
    this.begin();
  }

  async begin() {
    this.context = new AudioContext();
    this.connect();
    try {
      await this.context.audioWorklet.addModule(new URL('./pcm.js', import.meta.url));
    } catch {
      return this.away(true);
    }
    if (this.isOver) return;
    this.pcm = new AudioWorkletNode(this.context, 'pcm', { processorOptions: { rate: RATE } });
    this.pcm.port.onmessage = ({ data }) => this.send(data);
    this.context.createMediaStreamSource(new MediaStream([this.track])).connect(this.pcm);
    // What comes out is silence; what leads nowhere is not run.
    this.pcm.connect(this.context.destination);
    this.context.resume();
  }

  connect() {
    const line = this.line = new WebSocket(this.address);
    line.onopen = () => {
      line.send(JSON.stringify({ config: { sample_rate: RATE } }));
      this.away(false);
    };
    line.onmessage = ({ data }) => this.told(data);
    line.onclose = () => {
      if (this.isOver) return;
      this.away(true);
      this.again = setTimeout(() => this.connect(), AGAIN);
    };
  }

  told(data) {
    if (this.isOver || typeof data !== 'string') return;
    let answer = {};
    try {
      answer = JSON.parse(data);
    } catch { /* not of this protocol */ }
    if (answer.text) this.said(answer.text, true);
    else if (answer.partial) this.said(answer.partial, false);
  }

  away(isAway) {
    if (this.isAway === isAway) return;
    this.isAway = isAway;
    this.changed();
  }

  /** Who has muted themselves is not listened to, here either. */
  send(samples) {
    if (this.line.readyState !== WebSocket.OPEN || this.line.bufferedAmount > BEHIND || !this.isHeard()) return;
    this.line.send(samples);
  }

  end() {
    this.isOver = true;
    clearTimeout(this.again);
    if (this.line.readyState === WebSocket.OPEN) this.line.send(JSON.stringify({ eof: 1 }));
    this.line.close();
    this.context.close();
  }
}
