import { z } from 'zod';
import type { Ready } from './asked.ts';

/** What a person asks for, as far as it is known without asking Teams. Safe as JSON. */
export type Draft =
  /** `typedHeroes` are names typed by hand; whom they mean joins the command's heroes or managers. */
  | { readonly type: 'ready'; readonly command: Ready; readonly typedNames: readonly string[] }
  /** A mail, or a customer's words, that somebody attached. */
  | { readonly type: 'file'; readonly user: string; readonly name: string; readonly url: string };

const ready = z.custom<Ready>(
  (value) =>
    z.looseObject({ type: z.string(), by: z.object({ connection: z.string(), user: z.string() }) }).safeParse(value)
      .success,
);

export const draftShape: z.ZodType<Draft> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), command: ready, typedNames: z.array(z.string()) }),
  z.object({ type: z.literal('file'), user: z.string(), name: z.string(), url: z.string() }),
]);

/** What a person typed into a command, to be given back should it come to nothing. */
export function wordsIn(command: Ready): string {
  return 'words' in command ? (command.words ?? '') : '';
}

/** Everybody whom a command names by an id, who asks it first. */
export function peopleIn(command: Ready): readonly string[] {
  return [command.by.user, ...namedIn(command).map(({ user }) => user)];
}

function namedIn(command: Ready) {
  switch (command.type) {
    case 'give-kudos':
    case 'confirm-nomination':
    case 'nominate':
      return command.heroes;
    case 'settle-praise':
      return 'heroes' in command.settlement ? command.settlement.heroes : [];
    case 'report-obstacle':
      return command.mentions;
    case 'change-settings':
      return command.changes.managers ?? [];
    default:
      return [];
  }
}

/** The command with the ids by which Teams knows people, and those besides whose names were typed. */
export function withPeople(command: Ready, userOf: (user: string) => string, more: readonly string[] = []): Ready {
  const { connection } = command.by;
  const people = () => {
    const users = [...namedIn(command).map(({ user }) => userOf(user)), ...more];
    return [...new Set(users)].map((user) => ({ connection, user }));
  };
  switch (command.type) {
    case 'give-kudos':
    case 'confirm-nomination':
    case 'nominate':
      return { ...command, heroes: people() };
    case 'settle-praise':
      return 'heroes' in command.settlement
        ? { ...command, settlement: { ...command.settlement, heroes: people() } }
        : command;
    case 'report-obstacle':
      return { ...command, mentions: people() };
    case 'change-settings':
      return command.changes.managers === undefined && more.length === 0
        ? command
        : { ...command, changes: { ...command.changes, managers: people() } };
    default:
      return command;
  }
}
