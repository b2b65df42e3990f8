import { z } from 'zod';
import type { Command, Identity, Instant } from '../../src/commands.ts';

type Asked = Extract<Command, { readonly by: Identity }>;

/** A person's command, but for its key and moment. */
export type Ready = Asked extends infer One ? (One extends Asked ? Omit<One, 'key' | 'at'> : never) : never;

/** What a person asks for, as far as it is known without asking Slack. Safe as JSON. */
export type Draft =
  | { readonly type: 'ready'; readonly command: Ready }
  /** Typed behind the command, to Herald, or with its name: heroes stand in the text. */
  | {
      readonly type: 'typed-kudos';
      readonly user: string;
      readonly text: string;
      readonly channel: string | null;
      /** The message's own within that channel, when it stands there for all to see; its address goes with the story. */
      readonly ts: string | null;
    }
  /** A message somebody reacted to. */
  | {
      readonly type: 'marked';
      readonly user: string;
      readonly channel: string;
      readonly ts: string;
      /** When, by Slack's own clock. */
      readonly at: Instant;
    }
  /** A mail that Slack holds as a file; `user` is who dropped it, null when Slack received it for a channel. */
  | { readonly type: 'mail-file'; readonly user: string | null; readonly file: string };

const ready = z.custom<Ready>(
  (value) =>
    z.looseObject({ type: z.string(), by: z.object({ connection: z.string(), user: z.string() }) }).safeParse(value)
      .success,
);

export const draftShape: z.ZodType<Draft> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), command: ready }),
  z.object({
    type: z.literal('typed-kudos'),
    user: z.string(),
    text: z.string(),
    channel: z.string().nullable(),
    ts: z.string().nullable(),
  }),
  z.object({ type: z.literal('marked'), user: z.string(), channel: z.string(), ts: z.string(), at: z.string() }),
  z.object({ type: z.literal('mail-file'), user: z.string().nullable(), file: z.string() }),
]);

/** Whoever tells a story with it. */
export function tellerOf(draft: Draft): string | null {
  if (draft.type === 'typed-kudos') return draft.user;
  if (draft.type !== 'ready') return null;
  const { type, by } = draft.command;
  return type === 'give-kudos' || type === 'confirm-nomination' ? by.user : null;
}

/** Everybody whom a command names, who asks it first. */
export function peopleIn(command: Ready): readonly string[] {
  return [command.by.user, ...heroesIn(command)];
}

function heroesIn(command: Ready): readonly string[] {
  switch (command.type) {
    case 'give-kudos':
    case 'confirm-nomination':
    case 'nominate':
      return command.heroes.map(({ user }) => user);
    case 'settle-praise':
      return 'heroes' in command.settlement ? command.settlement.heroes.map(({ user }) => user) : [];
    case 'report-obstacle':
      return command.mentions.map(({ user }) => user);
    case 'change-settings':
      return (command.changes.managers ?? []).map(({ user }) => user);
    default:
      return [];
  }
}
