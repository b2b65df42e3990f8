import { type CliCommand, DONE, FAILED, MISUSED, Misused, type Output } from './command.ts';

/** Finds the command that the words name and runs it; answers --help and what cannot be understood. */
export async function runCommand(
  commands: readonly CliCommand[],
  words: readonly string[],
  out: Output,
): Promise<number> {
  const [name, ...rest] = words;
  const asked = commands.find((command) => command.name === name);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    out.line(overview(commands));
    return name === undefined ? MISUSED : DONE;
  }
  if (asked === undefined) {
    out.problem(`There is no command "${name}". These are there:\n\n${overview(commands)}`);
    return MISUSED;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    out.line(`herald ${asked.usage}\n\n${asked.summary}\n${asked.help}`.trimEnd());
    return DONE;
  }
  try {
    return await asked.run(rest, out);
  } catch (error) {
    if (error instanceof Misused) {
      out.problem(`${error.message}\nUsage: herald ${asked.usage}`);
      return MISUSED;
    }
    out.problem(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
}

function overview(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map((command) => command.usage.length));
  const lines = commands.map((command) => `  herald ${command.usage.padEnd(width)}  ${command.summary}`);
  return [...lines, '', 'Add --help to a command to read more. Exit codes: 0 done, 1 failed, 2 not understood.'].join(
    '\n',
  );
}
