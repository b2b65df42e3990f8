import type { Backing, Idea, IdeaState } from '../src/ideas.ts';
import type { Named } from '../src/views.ts';
import { type Row, text, textOrNull } from './database.ts';

/** What selects ideas as `i`: a row for each hand, or one without any. Behind it FROM. */
export const IDEA = `SELECT i.id, i.words, i.author, a.name AS author_name, i.state, i.since, i.said_by, s.name AS said_by_name,
  i.reason, i.backer, b.name AS backer_name, i.clearing, i.backed_at, i.told, i.at, h.person AS hand, hp.name AS hand_name`;
export const JOINED = `JOIN people a ON a.id = i.author LEFT JOIN people s ON s.id = i.said_by
  LEFT JOIN people b ON b.id = i.backer LEFT JOIN idea_hands h ON h.idea = i.id LEFT JOIN people hp ON hp.id = h.person`;

/** Gathers the rows of each idea, keeping the order in which the ideas first come. */
export function eachIdea(rows: readonly Row[]): readonly Idea[] {
  return eachOf(rows, toIdea);
}

export function eachOf<Found>(
  rows: readonly Row[],
  found: (row: Row, hands: readonly Named[]) => Found,
): readonly Found[] {
  return [...Map.groupBy(rows, (row) => text(row, 'id')).values()].flatMap((group) => {
    const first = group[0];
    return first
      ? [
          found(
            first,
            group.flatMap((row) => namedIn(row, 'hand') ?? []),
          ),
        ]
      : [];
  });
}

export function toIdea(row: Row, hands: readonly Named[]): Idea {
  return {
    id: text(row, 'id'),
    words: text(row, 'words'),
    author: { person: text(row, 'author'), name: text(row, 'author_name') },
    hands,
    now: stateIn(row),
    at: text(row, 'at'),
  };
}

function stateIn(row: Row): IdeaState {
  const since = text(row, 'since');
  const backing = backingIn(row);
  const by = namedIn(row, 'said_by');
  switch (text(row, 'state')) {
    case 'backed':
      return backing ? { state: 'backed', backing } : { state: 'proposed', since };
    case 'alive':
      return {
        state: 'alive',
        by: by ?? { person: text(row, 'author'), name: text(row, 'author_name') },
        at: since,
        backing,
      };
    case 'resting':
      return {
        state: 'resting',
        by: by ?? { person: text(row, 'author'), name: text(row, 'author_name') },
        at: since,
        reason: textOrNull(row, 'reason') ?? '',
      };
    default:
      return { state: 'proposed', since };
  }
}

function backingIn(row: Row): Backing | null {
  const by = namedIn(row, 'backer');
  return (
    by && { by, clearing: textOrNull(row, 'clearing') ?? '', at: textOrNull(row, 'backed_at') ?? text(row, 'since') }
  );
}

function namedIn(row: Row, column: 'hand' | 'said_by' | 'backer'): Named | null {
  const person = textOrNull(row, column);
  return person === null ? null : { person, name: text(row, `${column}_name`) };
}
