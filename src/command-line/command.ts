/** One command of the `herald` command line. */
export type CliCommand = {
  /** The words behind `herald`, as in `digest preview|post [--week 2026-W47]`. */
  readonly usage: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What a person should know besides. */
  readonly help: string;
  /** Runs it with the words behind its name. Resolves to an exit code. */
  run(words: readonly string[], out: Output): Promise<number>;
};

/** Where a command writes: `line` for its result, `problem` for what went wrong. */
export type Output = { line(text: string): void; problem(text: string): void };

/** Exit codes that a script can trust. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;

/** The words do not make up a command; the message says what is off. */
export class Misused extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Misused';
  }
}
