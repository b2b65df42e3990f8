import type { Held, View } from '../views.ts';

/** How much stands on a page, in UTF-16 units: what one message of any platform holds. */
const PAGE = 2500;

type HeldView = Extract<View, { readonly type: 'held' }>;

/** One page of all that is held; what is longer than a page goes on over several. A page that is not there is the last. */
export function pageOf(all: readonly Held[], page: number): HeldView {
  const pages: Held[][] = [[]];
  let room = PAGE;
  for (const held of all.flatMap(inPieces)) {
    const size = sizeOf(held);
    if (size > room && room < PAGE) {
      pages.push([]);
      room = PAGE;
    }
    pages.at(-1)?.push(held);
    room -= size;
  }
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages.length);
  return { type: 'held', page: shown, pages: pages.length, held: pages[shown - 1] ?? [] };
}

/** The same in pieces that each fit on a page. */
function inPieces({ what, says }: Held): readonly Held[] {
  const pieces: { what: string; says: [string, string][] }[] = [{ what, says: [] }];
  let room = PAGE;
  for (const [field, value] of says) {
    for (const piece of cut(value)) {
      const size = field.length + piece.length + 3;
      if (size > room) {
        pieces.push({ what, says: [] });
        room = PAGE;
      }
      pieces.at(-1)?.says.push([field, piece]);
      room -= size;
    }
  }
  return pieces;
}

const PIECE = 2000;

/** No sign is cut in two. */
function cut(value: string): readonly string[] {
  if (value.length <= PIECE) return [value];
  const pieces: string[] = [];
  let rest = value;
  while (rest.length > PIECE) {
    const end = /[\ud800-\udbff]/.test(rest.charAt(PIECE - 1)) ? PIECE - 1 : PIECE;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

function sizeOf({ what, says }: Held): number {
  return what.length + says.reduce((sum, [field, value]) => sum + field.length + value.length + 3, 0);
}
