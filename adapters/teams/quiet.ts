import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Has what `work` begins write no errors to this console. The SDK writes several lines for each token that it refuses: with
 * them a stranger could fill an operator's log.
 */
export function createQuiet(console: Pick<Console, 'error'>): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const working = new AsyncLocalStorage<true>();
  const error = console.error.bind(console);
  console.error = (...said: unknown[]) => {
    if (working.getStore() === undefined) error(...said);
  };
  return (work) => working.run(true, work);
}
