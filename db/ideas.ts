import type { Instant } from '../src/commands.ts';
import type { Idea, IdeasListed, IdeasOfPerson, KnownIdea } from '../src/ideas.ts';
import type { Named } from '../src/views.ts';
import { number, type Row, type Statements, text } from './database.ts';
import { eachIdea, eachOf, IDEA, JOINED, toIdea } from './idea-rows.ts';

export async function ideaById(handle: Statements, organization: string, id: string): Promise<KnownIdea | null> {
  const rows = await handle.all(
    `${IDEA} FROM ideas i ${JOINED} WHERE i.id = ? AND i.organization = ? ORDER BY h.at`,
    id,
    organization,
  );
  return known(handle, eachOf(rows, toKnown)[0]);
}

export async function ideaOfStory(handle: Statements, organization: string, story: string): Promise<KnownIdea | null> {
  const rows = await handle.all(
    `${IDEA} FROM idea_stories l JOIN ideas i ON i.id = l.idea ${JOINED} WHERE l.story = ? AND l.organization = ? ORDER BY h.at`,
    story,
    organization,
  );
  return known(handle, eachOf(rows, toKnown)[0]);
}

async function known(handle: Statements, idea: Omit<KnownIdea, 'stories'> | undefined): Promise<KnownIdea | null> {
  if (idea === undefined) return null;
  const stories = await handle.all('SELECT story FROM idea_stories WHERE idea = ? ORDER BY at', idea.id);
  return { ...idea, stories: stories.map((row) => text(row, 'story')) };
}

/** This author's idea in exactly these words. */
export async function ideaInTheseWords(handle: Statements, author: string, words: string): Promise<Idea | null> {
  const rows = await handle.all(
    `${IDEA} FROM ideas i ${JOINED} WHERE i.author = ? AND i.words = ? ORDER BY i.at, i.id, h.at`,
    author,
    words,
  );
  return eachIdea(rows)[0] ?? null;
}

/** By where they stand, each by time: what came alive newest first, what waits oldest first. */
export async function ideas(handle: Statements, organization: string, limit: number): Promise<IdeasListed> {
  const inState = async (state: string, order: 'ASC' | 'DESC') => {
    const rows = await handle.all(
      `WITH some AS (SELECT * FROM ideas WHERE organization = ? AND state = ? ORDER BY since ${order}, id ${order} LIMIT ?)
       ${IDEA} FROM some i ${JOINED} ORDER BY i.since ${order}, i.id ${order}, h.at`,
      organization,
      state,
      limit + 1,
    );
    return eachIdea(rows);
  };
  const [alive, backed, looking] = [
    await inState('alive', 'DESC'),
    await inState('backed', 'DESC'),
    await inState('proposed', 'ASC'),
  ];
  return {
    alive: alive.slice(0, limit),
    backed: backed.slice(0, limit),
    looking: looking.slice(0, limit),
    more: [alive, backed, looking].some((some) => some.length > limit),
  };
}

/** Newest first. */
export async function ideasOf(handle: Statements, person: string, limit: number): Promise<IdeasOfPerson> {
  const proposed = await handle.all(
    `WITH some AS (SELECT * FROM ideas WHERE author = ? ORDER BY at DESC, id DESC LIMIT ?)
     ${IDEA} FROM some i ${JOINED} ORDER BY i.at DESC, i.id DESC, h.at`,
    person,
    limit,
  );
  const helped = await handle.all(
    `WITH some AS (SELECT i.*, m.at AS lent_at FROM idea_hands m JOIN ideas i ON i.id = m.idea
       WHERE m.person = ? ORDER BY m.at DESC, i.id DESC LIMIT ?)
     ${IDEA} FROM some i ${JOINED} ORDER BY i.lent_at DESC, i.id DESC, h.at`,
    person,
    limit,
  );
  return { proposed: eachIdea(proposed), helped: eachIdea(helped) };
}

/** Proposed before that moment, not answered, and not put forward since; oldest first. */
export async function unansweredIdeas(
  handle: Statements,
  organization: string,
  before: Instant,
  limit: number,
): Promise<readonly KnownIdea[]> {
  const rows = await handle.all(
    `WITH some AS (SELECT * FROM ideas WHERE organization = ? AND state = 'proposed' AND put_forward_at IS NULL AND since <= ?
       ORDER BY since, id LIMIT ?)
     ${IDEA} FROM some i ${JOINED} ORDER BY i.since, i.id, h.at`,
    organization,
    before,
    limit,
  );
  return eachOf(rows, toKnown).map((idea) => ({ ...idea, stories: [] }));
}

/** What is woken may be put forward anew. */
export async function writeIdea(handle: Statements, organization: string, idea: KnownIdea): Promise<void> {
  const { now } = idea;
  const backing = now.state === 'backed' || now.state === 'alive' ? now.backing : null;
  await handle.run(
    `INSERT INTO ideas (id, organization, author, words, state, since, said_by, reason, backer, clearing, backed_at, told, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET words = excluded.words,
       put_forward_at = CASE WHEN excluded.since > ideas.since THEN NULL ELSE ideas.put_forward_at END,
       state = excluded.state, since = excluded.since, said_by = excluded.said_by, reason = excluded.reason,
       backer = excluded.backer, clearing = excluded.clearing, backed_at = excluded.backed_at, told = excluded.told`,
    idea.id,
    organization,
    idea.author.person,
    idea.words,
    now.state,
    now.state === 'proposed' ? now.since : now.state === 'backed' ? now.backing.at : now.at,
    now.state === 'alive' || now.state === 'resting' ? now.by.person : null,
    now.state === 'resting' ? now.reason : null,
    backing?.by.person ?? null,
    backing?.clearing ?? null,
    backing?.at ?? null,
    idea.told,
    idea.at,
  );
}

export async function writeNews(handle: Statements, idea: string, told: number): Promise<void> {
  await handle.run('UPDATE ideas SET told = ? WHERE id = ?', told, idea);
}

export async function putForward(handle: Statements, idea: string, at: Instant): Promise<void> {
  await handle.run('UPDATE ideas SET put_forward_at = ? WHERE id = ?', at, idea);
}

/** With its hands, its links and all that it was found by. */
export async function removeIdea(handle: Statements, idea: string): Promise<void> {
  await handle.run('DELETE FROM ideas WHERE id = ?', idea);
}

function toKnown(row: Row, hands: readonly Named[]): Omit<KnownIdea, 'stories'> {
  return { ...toIdea(row, hands), told: number(row, 'told') };
}

/** The ideas after this one in the order they were written, for reading all in pages; `seq` of the last goes on. */
export async function ideasAfter(
  handle: Statements,
  seq: number,
  limit: number,
): Promise<readonly { readonly idea: KnownIdea; readonly seq: number; readonly organization: string }[]> {
  const rows = await handle.all(
    `WITH page AS (SELECT * FROM ideas WHERE seq > ? ORDER BY seq LIMIT ?)
     ${IDEA}, i.seq, i.organization FROM page i ${JOINED} ORDER BY i.seq, h.at`,
    seq,
    limit,
  );
  const ideas = eachOf(rows, (row, hands) => ({
    idea: toKnown(row, hands),
    seq: number(row, 'seq'),
    organization: text(row, 'organization'),
  }));
  const whole = [];
  for (const { idea, ...rest } of ideas) {
    const found = await known(handle, idea);
    if (found) whole.push({ ...rest, idea: found });
  }
  return whole;
}
