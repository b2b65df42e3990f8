// What Teams takes and in how much of it; each with where Microsoft says so (learn.microsoft.com/microsoftteams/platform),
// or how it was found out.

/** bots/how-to/rate-limit: messages into one conversation, of one bot, within a second and within half a minute. */
export const TALK_PACE = [
  { most: 7, withinMs: 1000 },
  { most: 60, withinMs: 30_000 },
] as const;
/** What Teams sends is some kilobytes; a long message with its HTML and a form's fields some hundreds. */
export const ACTIVITY_BYTES = 512 * 1024;
/** A call that has not ended by then is cut off. */
export const CALL_MS = 8000;
/** What Teams answers a call with: a page of people is some hundred kilobytes. */
export const ANSWER_BYTES = 8 * 1024 * 1024;
/** Checking a token may mean fetching its issuer's keys. */
export const CHECKING_MS = 8000;
/** Teams gives up on an invoke after some seconds; people after two. */
export const ANSWER_MS = 1500;
/** As long as Teams is asked about people chosen in a form before it is kept for later. */
export const MEETING_MS = 900;
/** An answer that has not come by then is announced by "typing". */
export const TYPING_AFTER_MS = 800;
/** bots/how-to/get-teams-context: members of a page. */
export const ROSTER_PAGE = 500;
/** Largest mail file: what the big mail services let through. */
export const MAIL_BYTES = 25 * 1024 * 1024;
/** How long a file may take to come. */
export const DOWNLOAD_MS = 9000;
/** In pixels: sharp on a phone, and as a data URI no more than half a card. */
export const PICTURE_WIDTH = 640;
/** A card is shown without its picture when that has not been drawn by then. */
export const DRAWING_MS = 2500;
/** As much of an export as is held in memory to be put into somebody's OneDrive, and how long that may take. */
export const EXPORT_BYTES = 20 * 1024 * 1024;
export const UPLOAD_MS = 30_000;
