// What a stage has beside pictures, sound and written words. Each is placed again whenever the page is made anew, shown with
// everything else, and ended with the meeting.

import { Captions } from './captions.js';
import { Paper } from './paper.js';
import { Screen } from './screen.js';

/** For whoever is at this window. */
export const extras = (meeting) => [
  new Screen(meeting),
  new Captions(meeting),
  ...(meeting.role === 'customer' ? [new Paper(meeting)] : []),
];
