// Somebody waits at the door of a meeting, and sees themselves: nobody else does. Nothing leaves this window.

import './tiski.js';
import { Devices } from './meeting/devices.js';

const Tiski = window.Tiski;

const GONE = 1_000;                                   // a place that is made anew comes back within this time

let door = null;

/** The picture has come up; the same window in another language goes on with what it shows. */
Tiski.atTheDoor = (place, words) => {
  door ??= new Door();
  door.show(place, words);
};

addEventListener('tiski-reset', () => door?.end());
addEventListener('pagehide', () => door?.end());

class Door {
  constructor() {
    this.trouble = null;
    this.asking = true;
    this.devices = new Devices(() => this.draw(), (why) => { this.trouble = why; this.draw(); });
    this.devices.open().finally(() => { this.asking = false; this.draw(); });
    this.gone = new MutationObserver(() => { if (!this.place.isConnected) this.placeGone(); });
    this.gone.observe(document.body, { childList: true, subtree: true });
  }

  show(place, words) {
    this.place = place;
    this.words = words;
    this.status = document.createElement('p');
    this.status.className = 'stage-status';
    this.status.setAttribute('role', 'status');
    this.video = document.createElement('video');
    Object.assign(this.video, { playsInline: true, autoplay: true, muted: true });
    this.video.setAttribute('aria-label', words.you);
    this.off = document.createElement('p');
    this.off.className = 'picture-off';
    this.figure = document.createElement('figure');
    this.figure.className = 'picture own';
    this.figure.append(this.video, this.off);
    const pictures = document.createElement('div');
    pictures.className = 'stage-pictures';
    pictures.append(this.figure);
    place.replaceChildren(this.status, pictures);
    this.draw();
  }

  draw() {
    if (!this.place) return;
    const { video } = this.devices;
    const said = this.asking ? 'status.asking' : this.trouble ? `trouble.${this.trouble}` : 'status.waiting';
    if (this.status.textContent !== this.words[said]) this.status.textContent = this.words[said];
    this.figure.classList.toggle('off', !video);
    this.off.textContent = video ? '' : this.words['picture.off'];
    if (this.video.srcObject?.getVideoTracks()[0] === (video ?? undefined)) return;
    this.video.srcObject = video ? new MediaStream([video]) : null;
    if (video) this.video.play().catch(() => { /* after the next press */ });
  }

  /** Unless it comes back at once, in another language for instance, so has the person. */
  placeGone() {
    setTimeout(() => { if (!this.place.isConnected) this.end(); }, GONE);
  }

  end() {
    this.gone.disconnect();
    this.devices.end();
    if (this.video) this.video.srcObject = null;
    if (door === this) door = null;
  }
}
