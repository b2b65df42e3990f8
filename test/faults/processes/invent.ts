import type { Command, GiveKudos } from '../../../src/commands.ts';
import type { Story, View } from '../../../src/views.ts';
import { channel, person } from '../../fakes/company.ts';
import type { Chance } from '../chance.ts';

export const PEOPLE = 40;

/** Thinks up what people ask for next, from what they were told before. */
export function createInventor(options: {
  readonly chance: Chance;
  readonly name: string;
  readonly what: 'kudos' | 'everything';
}) {
  const { chance, name, what } = options;
  const stories: Story[] = [];
  const praise: string[] = [];
  let number = 0;

  function next(): Command {
    number += 1;
    const key = `${name}-${number}`;
    const at = new Date().toISOString();
    const by = person(chance.whole(PEOPLE));
    const kind = what === 'kudos' ? 0 : chance.whole(100);
    const story = stories.length > 0 ? chance.pick(stories) : null;
    if (kind >= 70 && kind < 80) return { type: 'capture-praise', key, by, at, mail: mail(key) };
    const waiting = kind >= 80 && kind < 85 ? praise.shift() : undefined;
    if (waiting) {
      const settlement = {
        as: 'win',
        heroes: [person(3), person(4)],
        audience: 'everyone',
        customer: 'full-name',
      } as const;
      return { type: 'settle-praise', key, by: person(0), at, praise: waiting, settlement };
    }
    if (kind >= 85 && kind < 93 && story) return { type: 'cheer-story', key, by, at, story: story.id };
    if (kind >= 93 && story) {
      const to =
        story.lane === 'win' ? ({ lane: 'recovery', whatBroke: 'The printer' } as const) : ({ lane: 'win' } as const);
      return { type: 'move-story', key, by: person(0), at, story: story.id, to };
    }
    return tellStory(key, at);
  }

  function tellStory(key: string, at: string): GiveKudos {
    const teller = chance.whole(PEOPLE);
    const heroes = Array.from({ length: 1 + chance.whole(3) }, (_, step) => person((teller + 1 + step * 7) % PEOPLE));
    return {
      type: 'give-kudos',
      key,
      by: person(teller),
      at,
      heroes,
      words: `Story ${key}: stayed until the last box had found its way.`,
      whatBroke: chance.whole(8) === 0 ? 'The label printer' : null,
      customer: chance.whole(3) === 0 ? 'Garden Shop Example' : null,
      touchpoint: null,
      audience: chance.whole(10) === 0 ? 'heroes' : 'everyone',
      permalink: null,
      where: chance.whole(4) === 0 ? channel : null,
    };
  }

  /** Hears what came of it. */
  function hear(reply: View): void {
    if (reply.type === 'kudos-given') stories.push(reply.story);
    if (reply.type === 'praise-waiting') praise.push(reply.praise.id);
    if (stories.length > 50) stories.shift();
  }

  return { next, hear };
}

function mail(key: string) {
  return {
    words: `Mail ${key}: you called me back on a Sunday. I did not expect that.`,
    note: 'Look at this',
    customer: { name: `Customer ${key}`, email: `${key}@example.com` },
    subject: 'Thank you',
    wroteAt: null,
    messageIds: [`<${key}@example.com>`],
    unsure: [],
  };
}
