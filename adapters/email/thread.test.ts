import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { createThread, type Thread, ThreadKilled } from './thread.ts';

const OBEDIENT = '../../test/fakes/obedient-worker.ts';

const open: Thread<string, unknown>[] = [];
function begin(atOnce = 1, file = OBEDIENT, toBlame: 'any' | 'the-first' = 'any') {
  const thread = createThread<string, unknown>({
    begin: (resourceLimits) =>
      new Worker(new URL(file, import.meta.url), { resourceLimits, stderr: true, workerData: toBlame }),
    atOnce,
    toBlame,
    limitMs: 300,
    tell: async (question) => {
      if (question === 'the time') return 'noon';
      throw new Error('What?');
    },
  });
  open.push(thread);
  return thread;
}
afterEach(async () => {
  for (const thread of open.splice(0)) await thread.close();
});

test('work is done there, and what it needs to know is told', async () => {
  const thread = begin();
  expect(await thread.run('answer')).toBe('here');
  expect(await thread.run('ask')).toBe('noon');
  await expect(thread.run('fail')).rejects.toThrow('No.');
  expect(await thread.run('answer')).toBe('here');
});

describe('it is stopped', () => {
  test.each(['spin', 'backtrack', 'hoard'])(
    'when it would %s for ever, and the next work is done by another',
    async (hostile) => {
      const thread = begin();
      expect(await thread.run('answer')).toBe('here');
      const after = [thread.run(hostile), thread.run('answer')];
      await expect(after[0]).rejects.toBeInstanceOf(ThreadKilled);
      expect(await after[1]).toBe('here');
    },
  );

  test('with all that it was at, where it was at several things', async () => {
    const thread = begin(2);
    const [hostile, beside] = await Promise.allSettled([thread.run('spin'), thread.run('answer')]);
    expect(hostile).toMatchObject({ status: 'rejected', reason: expect.any(ThreadKilled) });
    expect(['fulfilled', 'rejected']).toContain(beside?.status);
    expect(await thread.run('answer')).toBe('here');
  });

  test('and another does what came after, where it works in turn', async () => {
    const thread = begin(4, OBEDIENT, 'the-first');
    const [before, hostile, ...after] = ['answer', 'spin', 'ask', 'answer'].map((job) => thread.run(job));
    expect(await before).toBe('here');
    await expect(hostile).rejects.toBeInstanceOf(ThreadKilled);
    expect(await Promise.all(after)).toEqual(['noon', 'here']);
  });
});

test('a thread that cannot begin is our fault, and not that of what it was given', async () => {
  const thread = begin(1, '../../test/fakes/no-such-worker.ts');
  const error = await thread.run('answer').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(ThreadKilled);
});
