// What a mail may be before anything parses it. Each limit is far above what people send.

/** Most mail servers stop at 10 to 25 MB; a customer's praise with a photo stays below this. */
export const MAX_MAIL_BYTES = 10 * 1024 * 1024;

/** postal-mime takes 5.6 s for 100,000 parts; what stands behind this many is cut off. */
export const MAX_PARTS = 1000;

/** Lines of text (not of base64), 1 to 2 MB of it; postal-mime spends 10 µs on each, so what follows is cut off. */
export const MAX_TEXT_LINES = 30_000;

/** 10 MB of base64 are 140,000 lines; a mail of more lines is made to be slow, and is cut. */
export const MAX_LINES = 200_000;

/** postal-mime refuses to go deeper; forwards of forwards of forwards reach about ten. */
export const MAX_NESTED_PARTS = 40;

/** Mails attached to mails attached to mails. */
export const MAX_NESTED_MAILS = 6;

/** How many attached mails are opened in all. */
export const MAX_ATTACHED_MAILS = 20;

/** HTML elements inside each other; the parser's time grows with the square of it. Real mails stay below 100. */
export const MAX_OPEN_ELEMENTS = 1000;

/** How many mails one text may quote inside each other before the rest is taken as words. */
export const MAX_LETTERS = 12;

/** Text beyond this is a log file or a bomb; nobody reads it as praise. */
export const MAX_TEXT = 2_000_000;
