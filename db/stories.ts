import type { Instant } from '../src/commands.ts';
import type { Person } from '../src/recognition/organization.ts';
import type { Story } from '../src/views.ts';
import { type Statements, textOrNull } from './database.ts';
import {
  detailRecovery,
  recoveriesAbout,
  recoveriesInTheseWords,
  recoveriesToldBy,
  recovery,
  removeRecovery,
  rewordRecovery,
  writeRecovery,
} from './recoveries.ts';
import {
  detailWin,
  rememberHold,
  removeWin,
  restoreWin,
  rewordWin,
  win,
  winsAbout,
  winsInTheseWords,
  winsToldBy,
  writeWin,
} from './wins.ts';

// Where a story may be of either lane. Each statement reads one lane; the two meet only here.

export async function story(handle: Statements, organization: string, id: string): Promise<Story | null> {
  return (await win(handle, organization, id)) ?? (await recovery(handle, organization, id));
}

export async function storiesInTheseWords(
  handle: Statements,
  teller: Person,
  words: string,
  since: Instant,
): Promise<readonly Story[]> {
  return [
    ...(await winsInTheseWords(handle, teller, words, since)),
    ...(await recoveriesInTheseWords(handle, teller, words, since)),
  ];
}

export async function storiesToldBy(handle: Statements, teller: Person, limit: number): Promise<readonly Story[]> {
  const wins = await winsToldBy(handle, teller.id, limit);
  return newest([...wins, ...(await recoveriesToldBy(handle, teller.id, oldest(wins, limit), limit))], limit);
}

export async function storiesAbout(handle: Statements, person: Person, limit: number): Promise<readonly Story[]> {
  const wins = await winsAbout(handle, person.id, limit);
  return newest([...wins, ...(await recoveriesAbout(handle, person.id, oldest(wins, limit), limit))], limit);
}

export async function writeStory(
  handle: Statements,
  organization: string,
  told: Story,
  praise: string | null,
): Promise<void> {
  if (told.lane === 'win') await writeWin(handle, organization, told, praise);
  else await writeRecovery(handle, organization, told, praise);
}

/** Carries a story into the lane that it now says; its id, and so its cheers and its praise, stay. */
export async function moveStory(handle: Statements, organization: string, moved: Story): Promise<void> {
  const from = moved.lane === 'win' ? 'recoveries' : 'wins';
  const row = await handle.one(`SELECT praise FROM ${from} WHERE id = ?`, moved.id);
  const praise = row ? textOrNull(row, 'praise') : null;
  if (moved.lane === 'recovery') await rememberHold(handle, organization, moved.id);
  await removeStory(handle, { ...moved, lane: moved.lane === 'win' ? 'recovery' : 'win' });
  await writeStory(handle, organization, moved, praise);
  if (moved.lane === 'win') await restoreWin(handle, moved.id);
}

export async function removeStory(handle: Statements, { id, lane }: Pick<Story, 'id' | 'lane'>): Promise<void> {
  if (lane === 'win') await removeWin(handle, id);
  else await removeRecovery(handle, id);
}

export async function rewordStory(handle: Statements, { id, lane, words }: Story): Promise<void> {
  if (lane === 'win') await rewordWin(handle, id, words);
  else await rewordRecovery(handle, id, words);
}

export async function detailStory(handle: Statements, organization: string, story: Story): Promise<void> {
  if (story.lane === 'win') await detailWin(handle, organization, story);
  else await detailRecovery(handle, organization, story);
}

/** Where there are as many wins as are wanted, nothing before the oldest of them can be among the newest. */
function oldest(wins: readonly Story[], limit: number): Instant {
  return wins.length < limit ? '' : (wins.at(-1)?.at ?? '');
}

function newest(stories: readonly Story[], limit: number): readonly Story[] {
  return stories
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.id < other.id ? 1 : -1))
    .slice(0, limit);
}
