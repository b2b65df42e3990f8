import { type CliCommand, DONE, Misused } from './command.ts';

export function startCommand(
  start: (out: { line(text: string): void }) => Promise<{ stop(): Promise<void>; stopped: Promise<number> }>,
): CliCommand {
  return {
    usage: 'start',
    summary: 'Runs Herald until it is told to stop (SIGTERM or Ctrl+C).',
    help: 'Settings come from the environment and from .env; .env.example names them all.',
    async run(words, out) {
      if (words.length > 0) throw new Misused(`There is no option ${words[0]}.`);
      const herald = await start(out);
      const stop = () => void herald.stop();
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
      const code = await herald.stopped;
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      return code === 0 ? DONE : code;
    },
  };
}
