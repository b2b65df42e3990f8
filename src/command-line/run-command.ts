import { type CliCommand, DONE, FAILED, MISUSED, Misused, type Output } from './command.ts';

/** Each command by its name, made when it is asked for: what a command does not need is not imported. */
export type CliCommands = Readonly<Record<string, () => Promise<CliCommand>>>;

/** Finds the command that the words name and runs it; answers --help and what cannot be understood. */
export async function runCommand(commands: CliCommands, words: readonly string[], out: Output): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined) {
    out.problem(await overview(commands));
    return MISUSED;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    out.line(await overview(commands));
    return DONE;
  }
  const asked = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  if (asked === undefined) {
    out.problem(`There is no command "${name}". These are there:\n\n${await overview(commands)}`);
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

async function overview(commands: CliCommands): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((make) => make()));
  const width = Math.max(...all.map((command) => command.usage.length));
  const lines = all.map((command) => `  herald ${command.usage.padEnd(width)}  ${command.summary}`);
  return [...lines, '', 'Add --help to a command to read more. Exit codes: 0 done, 1 failed, 2 not understood.'].join(
    '\n',
  );
}
