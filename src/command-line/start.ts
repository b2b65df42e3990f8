import { type CliCommand, DONE, Misused, type Output } from './command.ts';

/** What still hangs after the end, such as a platform that never answers, keeps the process no longer than this. */
const LINGER_MS = 500;

export function startCommand(
  start: (out: Pick<Output, 'line'>) => Promise<{ stop(): Promise<void>; stopped: Promise<number> }>,
): CliCommand {
  return {
    usage: 'start',
    summary: 'Runs Herald until it is told to stop (SIGTERM or Ctrl+C).',
    help: 'Settings come from the environment and from .env; .env.example names them all.',
    async run(words, out) {
      if (words.length > 0) throw new Misused(`There is no option ${words[0]}.`);
      // Heard from the beginning, so that no moment is left in which it would just die; and not only once: Ctrl+C
      // reaches Herald from the terminal and again from npm, and must not cut the first one short.
      const { promise: asked, resolve } = Promise.withResolvers<void>();
      let stopping = false;
      const stop = () => {
        stopping = true;
        resolve();
      };
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
      const herald = await start(out).catch((error) => {
        // Whoever stops it while it still tries to reach a platform need not hear that it could not.
        if (!stopping) throw error;
        return null;
      });
      if (herald === null) return DONE;
      asked.then(() => herald.stop()).catch(out.problem);
      const code = await herald.stopped;
      setTimeout(() => process.exit(code), LINGER_MS).unref();
      return code === 0 ? DONE : code;
    },
  };
}
