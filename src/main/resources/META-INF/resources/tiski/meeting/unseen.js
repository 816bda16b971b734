// A meeting of which nothing is seen: the stage of an agent who has not answered yet. It goes with its element.

export class Unseen {
  constructor(meeting, stage, words) {
    this.meeting = meeting;
    this.stage = stage;
    this.words = words;
    this.gone = new MutationObserver(() => { if (!stage.isConnected) meeting.stageGone(this); });
    this.gone.observe(document.body, { childList: true, subtree: true });
  }

  show() { /* nothing */ }

  shows() { return false; }

  /** The press counts: faces first, the rest of the page when the server has drawn it. */
  appear() {
    const { meeting, stage, words } = this;
    stage.classList.add('stage');
    stage.hidden = stage.parentElement.hidden = false;
    meeting.seen(stage, meeting.line.key, words);
  }

  leave() { this.gone.disconnect(); }
}
