import type { Obstacle, RaiseObstacles } from '../obstacles.ts';
import { answer } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Managing } from './obstacle-news.ts';

type Known = {
  readonly command: RaiseObstacles;
  readonly managing: Managing;
  /** Came without a name, on an earlier day. */
  readonly fresh: readonly Obstacle[];
  /** Waits for an owner for too long. */
  readonly long: readonly Obstacle[];
};

/** Puts before those who manage what they have not heard of and what nobody took, in one message, each once. */
export function raiseObstacles({ command, managing, fresh, long }: Known): Decision {
  const obstacles = [...fresh, ...long.filter(({ id }) => !fresh.some((one) => one.id === id))];
  // With nobody to hear of it, it waits until there is somebody.
  if (obstacles.length === 0 || managing.length === 0) return answer({ type: 'obstacles-raised', many: 0 });
  const { organization, at } = command;
  const view = { type: 'obstacles-waiting', fresh, long: obstacles.slice(fresh.length) } as const;
  return {
    reply: { type: 'obstacles-raised', many: obstacles.length },
    facts: [
      {
        type: 'obstacles-raised',
        organization,
        at,
        fresh: fresh.map(({ id }) => id),
        long: view.long.map(({ id }) => id),
      },
    ],
    announce: managing.map((person) => ({
      to: { kind: 'person', person },
      about: { kind: 'obstacle-news', id: `waiting ${at}` },
      view,
    })),
  };
}
