// What a door takes from anybody who comes, before it knows who that is.

/** Headers of real mails stay below 64 KB, with every relay's trace in them. */
export const MAX_HEADER_BYTES = 128 * 1024;

/** A mail carries one or two signatures; each one more has the whole body hashed once more. */
export const MAX_SIGNATURES = 6;

/** All mails that are being received, together: what goes beyond is asked to come again later. */
export const MAX_BYTES_IN_HAND = 64 * 1024 * 1024;

/** A relay opens about 20 connections at most; who opens more waits for the others. */
export const MAX_CLIENTS = 100;
export const MAX_CLIENTS_OF_ONE_ADDRESS = 20;

/** RFC 5321, 4.5.3.2 asks servers for 5 minutes of patience between commands; those who send praise need seconds. */
export const IDLE_MS = 30_000;
export const DATA_MS = 60_000;
export const CONNECTION_MS = 300_000;

/** How long DNS may take for one mail before its sender is asked to come again later. */
export const DNS_MS = 15_000;
