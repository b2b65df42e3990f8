import { type CliCommand, DONE, Misused } from './command.ts';

export function backupCommand(backUp: (target: string) => Promise<number>): CliCommand {
  return {
    usage: 'backup <file>',
    summary: 'Writes a consistent copy of the database to a new file, also while Herald runs.',
    help: [
      'The file appears only when the copy is whole and checked. To restore it: stop Herald, remove the database with its',
      '-wal and -shm files, and copy the backup to its place.',
    ].join('\n'),
    async run(words, out) {
      const [target, ...others] = words;
      if (target === undefined || target.startsWith('-') || others.length > 0)
        throw new Misused('Name one file to write.');
      const bytes = await backUp(target);
      out.line(`Backed up to ${target} (${(bytes / 1_048_576).toFixed(1)} MB), checked and whole.`);
      return DONE;
    },
  };
}
