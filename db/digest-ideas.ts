import type { AliveIdea, DigestIdeas, Idea } from '../src/ideas.ts';
import type { Fact } from '../src/recognition/decision.ts';
import { noticedIn } from '../src/recognition/digest-below.ts';
import { type Row, type Statements, text } from './database.ts';
import { eachIdea, eachOf, IDEA, JOINED, toIdea } from './idea-rows.ts';
import { win } from './wins.ts';

// A digest's share of ideas. As for its stories, nothing here knows that there are recoveries.

type Told = Extract<Fact, { type: 'ideas-told' }>;

export async function writeIdeasTold(
  handle: Statements,
  { organization, digest, alive, looking }: Told,
): Promise<void> {
  for (const [part, ideas] of [
    ['alive', alive],
    ['looking', looking],
  ] as const) {
    for (const [position, idea] of ideas.entries()) {
      await handle.run(
        'INSERT INTO digest_ideas (idea, part, organization, digest, position) VALUES (?, ?, ?, ?, ?)',
        idea,
        part,
        organization,
        digest,
        position,
      );
      await handle.run(`UPDATE ideas SET told_${part} = 1 WHERE id = ?`, idea);
    }
  }
}

/** What no digest has told yet: what came alive, and of those looking for a hand whose author is here the oldest. */
export async function untoldIdeas(
  handle: Statements,
  organization: string,
  limits: { readonly alive: number; readonly looking: number },
): Promise<DigestIdeas> {
  const alive = await handle.all(
    `WITH some AS (SELECT * FROM ideas
       WHERE organization = ? AND state = 'alive' AND told_alive = 0 ORDER BY since, id LIMIT ?)
     ${IDEA} FROM some i ${JOINED} ORDER BY i.since, i.id, h.at`,
    organization,
    limits.alive,
  );
  const looking = await handle.all(
    `WITH some AS (SELECT u.* FROM ideas u JOIN people p ON p.id = u.author
       WHERE u.organization = ? AND u.state = 'proposed' AND u.told_looking = 0 AND p.active = 1
       ORDER BY u.since, u.id LIMIT ?)
     ${IDEA} FROM some i ${JOINED} ORDER BY i.since, i.id, h.at`,
    organization,
    limits.looking,
  );
  return { alive: await withWords(handle, organization, eachIdea(alive)), looking: eachIdea(looking) };
}

/** What a digest tells of ideas now: as they are today, and without those that were withdrawn. */
export async function ideasInDigest(handle: Statements, organization: string, digest: string): Promise<DigestIdeas> {
  const rows = await handle.all(
    `${IDEA}, d.part FROM digest_ideas d JOIN ideas i ON i.id = d.idea ${JOINED}
     WHERE d.digest = ? ORDER BY d.part, d.position, h.at`,
    digest,
  );
  const of = (part: string) =>
    eachOf(
      rows.filter((row: Row) => text(row, 'part') === part),
      toIdea,
    );
  return { alive: await withWords(handle, organization, of('alive')), looking: of('looking') };
}

export async function digestsWithIdea(handle: Statements, idea: string): Promise<readonly Row[]> {
  return handle.all(
    `SELECT DISTINCT g.id, g.week, g.posted FROM digest_ideas d JOIN digests g ON g.id = d.digest
     WHERE d.idea = ? ORDER BY g.week`,
    idea,
  );
}

/** Each with the words of whoever noticed it: a customer's own first, then the newest. */
async function withWords(
  handle: Statements,
  organization: string,
  ideas: readonly Idea[],
): Promise<readonly AliveIdea[]> {
  const found: AliveIdea[] = [];
  for (const idea of ideas) {
    const row = await handle.one(
      `SELECT w.id FROM idea_stories l JOIN wins w ON w.id = l.story
       WHERE l.idea = ? AND w.audience = 'everyone' AND w.settled = 1
       ORDER BY CASE w.voice WHEN 'customer' THEN 0 ELSE 1 END, l.at DESC LIMIT 1`,
      idea.id,
    );
    found.push({ idea, noticed: row ? noticedIn(await win(handle, organization, text(row, 'id'))) : null });
  }
  return found;
}
