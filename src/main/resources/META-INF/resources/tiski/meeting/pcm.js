// In the browser's sound thread: what a microphone gives, as 16-bit samples of one channel at the rate that is asked for. Each
// is the mean of those that it stands for, which keeps most of what is too high for the rate from sounding as something else.

const CHUNK = 1_600;                                  // a tenth of a second: captions follow speech

class Pcm extends AudioWorkletProcessor {
  constructor({ processorOptions: { rate } }) {
    super();
    this.step = sampleRate / rate;
    this.at = 0;
    this.sum = 0;
    this.count = 0;
    this.out = new Int16Array(CHUNK);
    this.filled = 0;
  }

  process([[channel]]) {
    for (const sample of channel ?? []) {
      this.sum += sample;
      this.count += 1;
      this.at += 1;
      if (this.at < this.step) continue;
      this.at -= this.step;
      this.push(this.sum / this.count);
      this.sum = 0;
      this.count = 0;
    }
    return true;
  }

  push(value) {
    this.out[this.filled] = Math.max(-1, Math.min(1, value)) * 32_767;
    this.filled += 1;
    if (this.filled < CHUNK) return;
    this.port.postMessage(this.out.slice().buffer);
    this.filled = 0;
  }
}

registerProcessor('pcm', Pcm);
