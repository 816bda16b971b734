// A screen that the agent shows beside their picture, and the screens of others, large and named.
//
// It is a second picture on the same connections. What tells it from a face is that it comes with a stream: faces and
// voices are negotiated without one.

import { element, listed } from './view.js';

const canShow = () => Boolean(navigator.mediaDevices?.getDisplayMedia);

export class Screen {
  constructor(meeting) {
    this.meeting = meeting;
    this.shown = new Map();
    this.news = '';
  }

  place(view) {
    this.view = view;
    this.shown.clear();
    this.screens = element('div', { class: 'stage-screens' });
    this.told = element('p', { class: 'screen-told', role: 'status', 'aria-label': view.say('region.screen') });
    view.screens.before(this.told, this.screens);
    this.press = view.button('screen', 'screen', () => (this.meeting.screen ? this.end() : this.begin()));
    this.press.dataset.extra = 'screen';
    if (this.meeting.role === 'agent') view.controls.append(this.press);
    this.show();
  }

  async begin() {
    if (this.asking) return;
    this.asking = true;
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15 } }, audio: false });
      this.use(stream.getVideoTracks()[0]);
      this.news = '';
    } catch {
      this.news = 'screen.denied';
    } finally {
      this.asking = false;
      this.meeting.show();
    }
  }

  use(track) {
    if (!['waiting', 'live'].includes(this.meeting.state)) return track.stop();
    // A page of text is to be read: rather fewer pictures than blurred ones.
    track.contentHint = 'detail';
    // By the browser's own button.
    track.addEventListener('ended', () => { if (this.meeting.screen === track) this.end(); });
    this.meeting.screen = track;
    this.tell();
  }

  /** Nobody sees it any more, and nothing of it is kept. */
  end() {
    this.meeting.screen?.stop();
    this.meeting.screen = null;
    this.news = '';
    this.tell();
    this.show();
  }

  shows() { return { screen: Boolean(this.meeting.screen) }; }

  tell() {
    for (const peer of this.meeting.peers.values()) {
      peer.share(this.meeting.screen);
      peer.tellShows();
    }
    this.show();
  }

  show(over = false) {
    const { meeting, view } = this;
    // Who takes a break is not seen, and neither is what they had on their screen.
    if (meeting.screen && meeting.devices.isPaused) return this.end();
    const mine = Boolean(meeting.screen);
    this.press.hidden = over || meeting.state !== 'live' || meeting.devices.isPaused || !canShow();
    view.dress(this.press, mine ? 'close' : 'screen', mine ? 'screen.end' : 'screen');
    this.press.classList.toggle('primary', mine);
    const sharing = over ? [] : [...meeting.peers.values()].filter((peer) => peer.screen && peer.shows.screen);
    const seen = sharing.length > 0 && view.say('screen.of', listed(sharing.map((peer) => meeting.nameOf(peer))));
    view.tell(this.told, over ? '' : (mine ? view.say('screen.mine') : seen || (this.news && view.say(this.news))));
    this.draw(sharing);
  }

  draw(sharing) {
    for (const [id, figure] of this.shown) {
      if (sharing.some((peer) => peer.id === id)) continue;
      figure.querySelector('video').srcObject = null;
      figure.remove();
      this.shown.delete(id);
    }
    for (const peer of sharing) {
      const video = (this.shown.get(peer.id) ?? this.figure(peer)).querySelector('video');
      if (video.srcObject !== peer.screen) video.srcObject = peer.screen;
      if (video.paused) video.play().catch(() => { /* after the next press */ });
    }
    this.view.stage.toggleAttribute('data-screen', sharing.length > 0);
  }

  figure(peer) {
    const name = this.view.say('screen.of', this.meeting.nameOf(peer));
    const video = element('video', { playsinline: '', autoplay: '', 'aria-label': name });
    video.muted = true;
    const figure = element('figure', { class: 'screen' }, video, element('figcaption', {}, name));
    this.shown.set(peer.id, figure);
    this.screens.append(figure);
    return figure;
  }
}
