// A paper that the customer shows: the camera's picture large, a still of it, and only once they accept it, the case.
//
// Until then the still is on a canvas in this window and nowhere else; it is emptied as soon as it has gone to the case, is
// given up, or the meeting ends.

import { CAMERA } from './devices.js';
import { fresh } from './line.js';
import { element } from './view.js';

const BEST = { width: { ideal: 4096 }, height: { ideal: 2160 } };
const LONGEST = 2560;                                 // what is written on a page stays readable; what a camera adds is noise
const MOST = 3 * 1024 * 1024;                         // as the server has it
const QUALITIES = [0.9, 0.75, 0.5];
const REFUSED = { 401: 'over', 403: 'over', 410: 'over', 413: 'large', 415: 'picture', 422: 'enough' };

export class Paper {
  constructor(meeting) {
    this.meeting = meeting;
    this.step = 'closed';
    this.track = null;
    this.own = false;
    this.others = false;
    this.news = '';
    this.canvas = element('canvas', { class: 'paper-picture', role: 'img', width: 0, height: 0 });
  }

  // ---------- In the page ----------

  place(view) {
    this.view = view;
    this.begin = view.button('note', 'paper', () => this.open());
    this.begin.dataset.extra = 'paper';
    this.title = element('h2', { id: 'paper-title', tabindex: '-1' }, view.say('paper.title'));
    this.told = element('p', { class: 'paper-told', role: 'status', 'aria-labelledby': 'paper-title' });
    this.hold = element('p', { class: 'paper-hold' }, view.say('paper.hold'));
    this.video = element('video', { class: 'paper-picture', autoplay: '', playsinline: '', 'aria-label': view.say('paper.camera') });
    this.video.muted = true;
    this.canvas.setAttribute('aria-label', view.say('paper.picture'));
    this.take = this.primary(view.button('camera', 'paper.take', () => this.still()));
    this.other = view.button('put-back', 'paper.other', () => this.turn());
    this.keep = this.primary(view.button('check', 'paper.keep', () => this.send()));
    this.again = view.button('camera', 'paper.again', () => this.look());
    this.stop = view.button('close', 'paper.cancel', () => this.close());
    this.panel = element('section', { class: 'stage-paper', 'aria-labelledby': 'paper-title' },
      this.title, this.hold, this.video, this.canvas, this.told,
      element('div', { class: 'actions' }, this.take, this.keep, this.again, this.other, this.stop));
    view.controls.append(this.begin);
    // Beside the button that leads here again: there the eyes are, and the focus.
    this.after = element('p', { class: 'paper-told', role: 'status', 'aria-label': view.say('paper.picture') });
    view.controls.after(this.after);
    this.show();
  }

  primary(button) {
    button.classList.add('primary');
    return button;
  }

  show(over = false) {
    if (over && this.step !== 'closed') this.end();
    const { view, step } = this;
    const isOpen = step !== 'closed';
    const looks = step === 'looks';
    this.begin.hidden = over || this.meeting.state !== 'live' || this.meeting.devices.isPaused || !navigator.mediaDevices?.getUserMedia;
    view.stage.toggleAttribute('data-paper', isOpen);
    // Of what is not shown nothing stands in the page.
    if (!isOpen) this.panel.remove();
    else if (!this.panel.isConnected) view.screens.before(this.panel);
    this.hold.hidden = !looks;
    this.video.hidden = this.take.hidden = !looks;
    this.other.hidden = !looks || !this.others;
    this.canvas.hidden = this.keep.hidden = this.again.hidden = looks || !isOpen;
    this.keep.disabled = this.again.disabled = step === 'sending';
    if (looks && this.video.srcObject?.getTracks()[0] !== this.track) {
      this.video.srcObject = this.track ? new MediaStream([this.track]) : null;
    }
    const news = this.news && view.say(this.news);
    view.tell(this.told, isOpen ? news : '');
    view.tell(this.after, isOpen || over ? '' : news);
  }

  now(step, news) {
    this.step = step;
    this.news = news;
    this.show();
  }

  // ---------- The camera ----------

  async open() {
    if (this.isOpening || this.step !== 'closed') return;
    this.isOpening = true;
    try {
      await this.begins();
    } finally {
      this.isOpening = false;
    }
  }

  async begins() {
    const { devices } = this.meeting;
    this.own = !devices.video;
    this.turned = false;
    this.others = false;
    let track = devices.video;
    try {
      track ??= await this.camera({ facingMode: { ideal: 'environment' } });
    } catch {
      return this.fails();
    }
    // Over while the camera opened: nobody would turn it off again.
    if (this.meeting.state !== 'live') return this.own && track.stop();
    this.track = track;
    // A meeting needs no more of a camera than its usual picture; a page of small letters needs all of it.
    if (!this.own) await this.track.applyConstraints(BEST).catch(() => { /* as large as it is */ });
    if (this.track !== track) return;
    this.look();
    this.title.focus();
    this.others = (await this.cameras()).length > 1;
    this.show();
  }

  async camera(which) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...BEST, ...which } });
    return stream.getVideoTracks()[0];
  }

  async cameras() {
    return (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
  }

  /** To the next camera, as a telephone has one on each side. Many give only one at a time: the first goes off before. */
  async turn() {
    const all = await this.cameras();
    if (this.step !== 'looks') return;
    const now = all.findIndex(({ deviceId }) => deviceId === this.track.getSettings().deviceId);
    const { deviceId } = all[(now + 1) % all.length];
    this.turned = true;
    this.track.stop();
    let track = null;
    try {
      track = await this.camera({ deviceId: { exact: deviceId } });
    } catch {
      return this.fails();
    }
    if (this.step !== 'looks') return track.stop();
    this.track = track;
    // Whoever meets them goes on seeing what they show.
    if (!this.own) {
      this.meeting.devices.use(this.track);
      this.meeting.devicesChanged();
    }
    this.show();
  }

  fails() {
    this.end();
    this.now('closed', 'paper.trouble.camera');
    this.begin.focus();
  }

  // ---------- The picture ----------

  look() {
    this.empty();
    if (this.track.readyState !== 'live') return this.fails();
    this.now('looks', '');
    this.take.focus();
  }

  still() {
    const { videoWidth: width, videoHeight: height } = this.video;
    // A camera that is asked for all it has takes a moment: the press counts, as soon as there is something to take.
    if (!width) return this.video.addEventListener('loadeddata', () => this.step === 'looks' && this.still(), { once: true });
    const scale = Math.min(1, LONGEST / Math.max(width, height));
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.canvas.getContext('2d').drawImage(this.video, 0, 0, this.canvas.width, this.canvas.height);
    // The same picture sent twice is one.
    this.press = fresh();
    this.now('taken', 'paper.check');
    this.keep.focus();
  }

  async jpeg() {
    let made = null;
    for (const quality of QUALITIES) {
      made = await new Promise((resolve) => { this.canvas.toBlob(resolve, 'image/jpeg', quality); });
      if (made && made.size <= MOST) break;
    }
    return made;
  }

  async send() {
    this.now('sending', 'paper.sending');
    const body = await this.jpeg();
    const trouble = await this.trouble(body);
    if (this.step !== 'sending') return;
    if (trouble) {
      this.now('taken', `paper.trouble.${trouble}`);
      (trouble === 'away' ? this.keep : this.again).focus();
      return;
    }
    this.end();
    this.now('closed', 'paper.shown');
    this.begin.focus();
  }

  async trouble(body) {
    const { address, key } = this.meeting.line;
    try {
      const { ok, status } = await fetch(`${address}paper`, {
        method: 'POST',
        headers: { 'Tiski-Seat': key, 'Tiski-Press': this.press, 'Content-Type': 'image/jpeg' },
        body,
      });
      return ok ? null : REFUSED[status] ?? 'away';
    } catch {
      return 'away';
    }
  }

  close() {
    this.end();
    this.now('closed', '');
    this.begin.focus();
  }

  empty() {
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  /** Nothing stays in the page, and the camera is what it was. */
  end() {
    this.empty();
    this.video.srcObject = null;
    const { track, own, turned } = this;
    this.track = null;
    this.step = 'closed';
    if (!track) return;
    const { devices } = this.meeting;
    if (own) track.stop();
    else if (devices.ended || devices.video !== track) return;
    else if (turned) devices.take({ video: CAMERA });
    else track.applyConstraints(CAMERA).catch(() => { /* as it is */ });
  }
}
