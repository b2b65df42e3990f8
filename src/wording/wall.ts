import type { ToldWin } from '../wall.ts';
import { count } from './names.ts';

/** What stands on the story wall around the stories themselves. */
export const wall = {
  title: 'The story wall',
  lead: 'What colleagues did for customers when nothing had gone wrong, as it was told.',
  empty: 'Nothing has been told here yet. Stories come with the first weekly digest.',
  older: 'Older stories',
  newest: 'The newest stories',
  all: 'All stories',
  gone: 'This story is not on the wall, or no more.',
  closed:
    'This page opens with its link. A link that opened it before may have been renewed since; ask whoever runs Herald for the one of today.',
} as const;

/** "3 cheers"; null when there are none. */
export function cheersLine({ win }: ToldWin): string | null {
  return win.cheers === 0 ? null : count(win.cheers, 'cheer', 'cheers');
}
