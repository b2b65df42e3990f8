// What Slack takes and in how much of it; each with where Slack says so (docs.slack.dev), or how it was found out.

/** reference/block-kit/blocks: blocks of one message. */
export const MESSAGE_BLOCKS = 50;
/** reference/views: blocks of a modal or a Home tab. */
export const VIEW_BLOCKS = 100;
/** Not documented: messages with 9,600 characters in their blocks were taken, with 11,300 refused (`msg_blocks_too_long`). */
export const MESSAGE_CHARACTERS = 9000;
/** reference/methods/chat.update: longest top-level text of a message that can still be edited. */
export const TEXT = 4000;
/** reference/block-kit/composition-objects/text-object: text of one block. */
export const BLOCK_TEXT = 3000;
/** reference/block-kit/blocks/header-block. */
export const HEADER_TEXT = 150;
/** reference/block-kit/block-elements/button-element. */
export const BUTTON_TEXT = 75;
/** As much of it as a phone shows, after the same page. */
export const BUTTON_TEXT_ON_PHONES = 30;
export const BUTTON_VALUE = 2000;
/** reference/views: title, submit and close of a modal. */
export const MODAL_TITLE = 24;
/** reference/views. */
export const PRIVATE_METADATA = 3000;
/** reference/block-kit/block-elements/plain-text-input-element. */
export const INPUT_TEXT = 3000;
/** interactivity/handling-user-interaction: how many answers a response_url takes, within half an hour. */
export const RESPONSE_URL_USES = 5;
/** apis/web-api/rate-limits: one message a second and channel. */
export const CHANNEL_PACE_MS = 1000;
/** A call that has not ended by then is cut off; with what follows it, everything ends within ten seconds. */
export const CALL_MS = 8000;
/** Slack gives up on commands, buttons and forms after 3 s; by then people have read that nothing is stored yet. */
export const ANSWER_MS = 2400;
/** How long after it came in a command or form may wait for what Slack is asked about it: then the answer comes later. */
export const AWAITED_MS = 1500;
/** Where storing it alone took longer, the machine is busy, and nobody waits for more. */
export const HURRIED_MS = 500;
/** As long as Slack is asked something before an event is acknowledged. */
export const ASKING_MS = 2000;
/** apis/events-api: what Slack sends is some kilobytes; a long message with its blocks some hundreds. */
export const REQUEST_BYTES = 1024 * 1024;
/** authentication/verifying-requests-from-slack: how far a timestamp may be from now, in either direction. */
export const TIMESTAMP_SECONDS = 300;
/** Largest mail file: what the big mail services let through. */
export const MAIL_BYTES = 25 * 1024 * 1024;

/** A sentence may name fifty heroes; as much of it as anybody reads. */
export const SENTENCE_TEXT = 900;
/** How long a mail may take to come. */
export const DOWNLOAD_MS = 9000;

/** As much of a story as stands among others, half a page on a phone; the rest is one click away. */
export const STORY_SHOWN = 700;
/** As much as stands of a story that has a line to itself. */
export const LINE_SHOWN = 140;
/** As much of a customer's words as stands where they are settled. */
export const PRAISE_SHOWN = 2500;
/** Stories listed in one private answer. */
export const LISTED = 12;
/** https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element: options of a list. */
export const SELECT_OPTIONS = 100;
/** In pixels: twice of what a phone shows. */
export const PICTURE_WIDTH = 960;
/** How long an upload may take. */
export const UPLOAD_MS = 9000;
/** As much of an export as is held in memory to be uploaded: the stories of some twenty thousand kudos. */
export const EXPORT_BYTES = 20 * 1024 * 1024;
