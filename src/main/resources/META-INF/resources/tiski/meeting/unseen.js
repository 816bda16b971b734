// A meeting of which nothing is seen: the line of an agent who has not answered yet. It goes with its element.

export class Unseen {
  constructor(meeting, element) {
    this.stage = element;
    this.gone = new MutationObserver(() => { if (!element.isConnected) meeting.stageGone(this); });
    this.gone.observe(document.body, { childList: true, subtree: true });
  }

  show() { /* nothing */ }

  leave() { this.gone.disconnect(); }
}
