// Camera and microphone of the person at this window.

export const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const MICROPHONE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What this person shows and says. Each of the two may be missing: the meeting goes on with the other, or with words. */
export class Devices {
  constructor(changed, troubled) {
    this.changed = changed;
    this.troubled = troubled;
    this.audio = null;
    this.video = null;
    this.ended = false;
    this.before = null;
  }

  get isPaused() { return this.before !== null; }

  get means() {
    if (this.isPaused) return 'pause';
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

  /** Nobody sees or hears them until they come back; then as it was before. */
  async pause() {
    if (this.isPaused) {
      const { sound, picture } = this.before;
      this.before = null;
      if (this.audio) this.audio.enabled = sound;
      if (picture && !this.video) await this.camera();
      return this.changed();
    }
    this.before = { sound: !this.isMuted, picture: Boolean(this.video) };
    if (this.audio) this.audio.enabled = false;
    if (this.video) await this.camera();
    this.changed();
  }

  end() {
    this.ended = true;
    for (const track of [this.audio, this.video]) track?.stop();
    this.audio = null;
    this.video = null;
  }
}
