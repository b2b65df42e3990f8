import { expect, onTestFinished, test } from 'vitest';
import { startCommand } from './start.ts';

/** Runs `start`; `asksToStop` is what a SIGTERM would do. */
function starting(start: Parameters<typeof startCommand>[0]) {
  const before = process.listeners('SIGTERM');
  const code = startCommand(start).run([], { line: () => undefined, problem: () => undefined });
  const stop = process.listeners('SIGTERM').find((listener) => !before.includes(listener));
  onTestFinished(() => {
    if (stop) process.off('SIGTERM', stop).off('SIGINT', stop);
  });
  return { code, asksToStop: () => stop?.('SIGTERM') };
}

test('told to stop while it still tries to reach a platform, it stops, and that is no failure', async () => {
  const reach = Promise.withResolvers<never>();
  const { code, asksToStop } = starting(() => reach.promise);
  asksToStop();
  reach.reject(new Error('Slack could not be reached.'));
  expect(await code).toBe(0);
});

test('not told to stop, it says why it could not start', async () => {
  const { code } = starting(() => Promise.reject(new Error('Slack could not be reached.')));
  await expect(code).rejects.toThrow('Slack could not be reached.');
});
