// How loud another participant is heard. As it comes, the browser plays it by itself; what is louder than that goes through
// an amplifier, with a limiter behind it so that nothing cracks.

/** Times its own loudness, one press after the other. */
export const LOUDNESS = [1, 2, 4];

export class Sound {
  constructor(video) {
    this.video = video;
    this.factor = 1;
  }

  /** The same again does nothing, unless what is played has changed. */
  times(factor) {
    const stream = this.video.srcObject;
    const isHeard = stream?.getAudioTracks().length > 0;
    if (factor === this.factor && (factor === 1 || !isHeard || stream === this.stream)) return;
    this.end();
    this.factor = factor;
    if (factor === 1 || !isHeard) return;
    this.stream = stream;
    this.context = new AudioContext();
    const gain = new GainNode(this.context, { gain: factor });
    const limiter = new DynamicsCompressorNode(this.context, { threshold: -6, ratio: 20, attack: 0.003 });
    this.context.createMediaStreamSource(stream).connect(gain).connect(limiter).connect(this.context.destination);
    this.context.resume();
    this.video.muted = true;
  }

  /** As it comes. */
  end() {
    this.context?.close();
    this.context = null;
    this.stream = null;
    this.factor = 1;
    this.video.muted = false;
  }
}
