import { MAX_BYTES_IN_HAND, MAX_HEADER_BYTES } from './door-limits.ts';
import { MAX_MAIL_BYTES } from './limits.ts';
import { type Outcome, type Reception, tooBig } from './reception.ts';

/** What all mails that are being received hold together. */
export type Room = { held: number };

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

const FIRST_BYTES = 16 * 1024;

/**
 * A mail that comes in pieces. What is refused is no longer kept while the rest of it comes: a stranger costs no more
 * than a header, a mail that is too big no more than the limit.
 */
export function createIncoming(reception: Reception, room: Room) {
  let store = new Uint8Array(0);
  let kept = 0;
  let bytes = 0;
  let inEmptyLine = false;
  let headerIsHere = false;
  let admission: ReturnType<Reception['admit']> = Promise.resolve(null);
  let over: Outcome | null = null;

  function drop(outcome: Outcome): void {
    over ??= outcome;
    room.held -= store.length;
    kept = 0;
    store = new Uint8Array(0);
  }

  /** Copied together, since a mail that comes in millions of pieces would hold a hundred bytes for each. */
  function keep(piece: Uint8Array): void {
    const needed = kept + piece.length;
    if (needed > store.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * store.length, FIRST_BYTES));
      larger.set(store);
      room.held += larger.length - store.length;
      store = larger;
    }
    store.set(piece, kept);
    kept = needed;
  }

  /** Each byte of the header is looked at once, however small the pieces are that it comes in. */
  function look(piece: Uint8Array): void {
    for (const byte of piece) {
      if (byte === LINE_FEED && inEmptyLine) headerIsHere = true;
      if (byte !== RETURN) inEmptyLine = byte === LINE_FEED;
    }
    if (headerIsHere || bytes > MAX_HEADER_BYTES) ask();
  }

  function ask(): void {
    headerIsHere = true;
    admission = reception.admit(store.slice(0, kept)).then((refused) => {
      if (refused) drop(refused);
      return refused;
    });
    // Whoever waits for the end hears of it; until then nobody does.
    admission.catch(() => null);
  }

  return {
    add(piece: Uint8Array): void {
      bytes += piece.length;
      if (over !== null) return;
      if (bytes > MAX_MAIL_BYTES) drop(tooBig());
      else if (room.held + piece.length > MAX_BYTES_IN_HAND) drop({ outcome: 'later', why: 'room' });
      else {
        keep(piece);
        if (!headerIsHere) look(piece);
      }
    },
    /** The whole mail, or what was decided of it already. */
    async whole(): Promise<Uint8Array | Outcome> {
      if (!headerIsHere) ask();
      await admission;
      return over ?? store.slice(0, kept);
    },
    /** It is in nobody's hands any more. */
    release: () => drop({ outcome: 'later', why: 'room' }),
  };
}
