/** Largest forwarded mail: what the big mail services let through, attachments included. */
export const MAIL_BYTES = 25 * 1024 * 1024;
/** Largest request of the page's own: pasted words of a customer at their longest, in any script. */
export const REQUEST_BYTES = 1024 * 1024;
/** As many messages as a channel and a person's list show. */
export const POSTS_SHOWN = 60;
/** Tabs that can be live at once; the next is told to come back later. */
export const LIVE_TABS = 256;
/** As much of a story as stands among others; the rest is one click away. */
export const STORY_SHOWN = 600;
/** As much as stands of a story that has a line to itself. */
export const LINE_SHOWN = 110;
/** As many of a story's heroes as show their face; all are named. */
export const FACES_SHOWN = 5;
/** As much of a customer's words as stands in the inbox. */
export const PRAISE_SHOWN = 180;
/** From this length on, words scroll in a box of their own. */
export const LONG_WORDS = 1500;
