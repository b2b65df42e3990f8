import { z } from 'zod';
import type { Command, Identity, Instant, Lane, Settlement, SettlePraise } from '../../src/commands.ts';
import { OBSTACLE_KINDS } from '../../src/obstacles.ts';
import { Unreadable } from './faults.ts';
import { ideaCommand, ideaDoings } from './read-ideas.ts';
import { CHANNEL, CONNECTION } from './sample.ts';

const id = z.string().min(1).max(100);
const users = z.array(id).max(1000).default([]);
const text = z.string().default('');
const audience = z.enum(['everyone', 'heroes']).default('everyone');

const doing = z.discriminatedUnion('type', [
  z.object({ type: z.literal('type'), text: z.string() }),
  z.object({
    type: z.literal('give-kudos'),
    heroes: users,
    words: text,
    wentWrong: z.enum(['yes', 'no']).default('no'),
    whatBroke: text,
    customer: text,
    touchpoint: text,
    audience,
  }),
  z.object({
    type: z.literal('settle-praise'),
    praise: id,
    as: z.enum(['win', 'recovery', 'thanks', 'not-praise']).optional(),
    heroes: users,
    whatBroke: text,
    audience,
    thanks: z.enum(['everyone', 'heroes']).default('heroes'),
    customer: z.enum(['full-name', 'first-name', 'no-name']).default('full-name'),
  }),
  z.object({ type: z.literal('reopen-praise'), praise: id }),
  z.object({ type: z.literal('complete-praise'), praise: id, words: text, name: text }),
  z.object({ type: z.literal('move-story'), story: id, lane: z.enum(['win', 'recovery']), whatBroke: text }),
  z.object({ type: z.literal('confirm-win'), story: id }),
  z.object({ type: z.literal('retract-story'), story: id }),
  z.object({ type: z.literal('correct-words'), story: id, words: text }),
  z.object({ type: z.literal('cheer-story'), story: id }),
  z.object({ type: z.literal('take-cheer-back'), story: id }),
  z.object({ type: z.literal('hold-win'), story: id }),
  z.object({ type: z.literal('release-win'), story: id }),
  z.object({ type: z.literal('add-touchpoint'), name: text, promise: text }),
  z.object({ type: z.literal('change-touchpoint'), touchpoint: id, name: text, promise: text }),
  z.object({ type: z.literal('raise-touchpoint'), touchpoint: id }),
  z.object({ type: z.literal('remove-touchpoint'), touchpoint: id }),
  z.object({ type: z.literal('add-details'), story: id, customer: text, touchpoint: text }),
  z.object({
    type: z.literal('report-obstacle'),
    words: text,
    touchpoint: text,
    kind: z.enum(OBSTACLE_KINDS).or(z.literal('')).default(''),
    nameless: z.literal('yes').optional(),
  }),
  z.object({ type: z.enum(['take-obstacle', 'release-obstacle', 'reopen-obstacle']), obstacle: id }),
  z.object({ type: z.literal('clear-obstacle'), obstacle: id, whatChanged: text }),
  ...ideaDoings,
  z.object({ type: z.enum(['hide-name', 'show-name', 'take-words-back']) }),
  z.object({ type: z.literal('erase-person'), person: id }),
  z.object({ type: z.literal('move-clock'), to: z.iso.datetime({ precision: 3 }) }),
]);

/** The page makes one when a person begins, so that a double click or a second try counts once. */
const key = z.uuid();

const submission = z.object({ key, as: id, do: doing });
const brought = z.object({ key, as: id, pasted: z.literal('1').optional() });
const looking = z.object({
  as: id,
  what: z.enum([
    'inbox',
    'mine',
    'digest',
    'map',
    'touchpoints',
    'help',
    'story',
    'praise',
    'kudos-form',
    'obstacle',
    'obstacles',
    'obstacle-form',
    'mail-form',
    'pulse',
    'pulse-csv',
    'ideas',
    'idea',
    'idea-form',
    'privacy',
    'held',
    'taking-back',
  ]),
  id: z.string().max(100).default(''),
});
const reader = z.object({ as: id });
const saving = z.object({ as: id, what: z.enum(['all', 'held']) });

export type Submission = z.infer<typeof submission>;
export type Looking = z.infer<typeof looking>;
export type Brought = z.infer<typeof brought>;

export const readSubmission = (body: unknown): Submission => parse(submission, body);
export const readBrought = (query: unknown): Brought => parse(brought, query);
export const readLooking = (query: unknown): Looking => parse(looking, query);
export const readReader = (query: unknown): { readonly as: string } => parse(reader, query);
export const readSaving = (query: unknown): z.infer<typeof saving> => parse(saving, query);

function parse<T>(schema: z.ZodType<T>, foreign: unknown): T {
  const { success, data, error } = schema.safeParse(foreign);
  if (success) return data;
  const [first] = error.issues;
  const where = first?.path.join('.') ?? '';
  throw new Unreadable(
    `This request cannot be read${where === '' ? '' : `: look at “${where}”`}. Reload the page and try again.`,
  );
}

export function identity(user: string): Identity {
  return { connection: CONNECTION, user };
}

type Clicked = Exclude<Submission['do'], { type: 'type' }>;

/** What a form or a button asks for; null when nobody has said yet what a customer's words are. */
export function commandOf({ key, as, do: asked }: Submission & { readonly do: Clicked }, at: Instant): Command | null {
  const stamp = { key: `web:${key}`, by: identity(as), at };
  switch (asked.type) {
    case 'give-kudos':
      return {
        ...stamp,
        type: 'give-kudos',
        heroes: asked.heroes.map(identity),
        words: asked.words,
        whatBroke: asked.wentWrong === 'yes' ? asked.whatBroke : null,
        customer: orNull(asked.customer),
        touchpoint: orNull(asked.touchpoint),
        audience: asked.audience,
        permalink: null,
        where: { kind: 'channel', connection: CONNECTION, channel: CHANNEL },
      };
    case 'settle-praise':
      return settleCommand(asked, stamp);
    case 'reopen-praise':
      return { ...stamp, type: 'reopen-praise', praise: asked.praise };
    case 'complete-praise':
      return { ...stamp, type: 'complete-praise', praise: asked.praise, words: asked.words, name: asked.name };
    case 'move-story':
      return { ...stamp, type: 'move-story', story: asked.story, to: laneOf(asked) };
    case 'retract-story':
      return { ...stamp, type: 'retract-story', which: { story: asked.story } };
    case 'correct-words':
      return { ...stamp, type: 'correct-words', story: asked.story, words: asked.words };
    case 'report-obstacle': {
      const { words, kind, nameless } = asked;
      const said = { words, touchpoint: orNull(asked.touchpoint), kind: kind === '' ? null : kind };
      return { ...stamp, type: 'report-obstacle', ...said, named: nameless === undefined, mentions: [] };
    }
    case 'take-obstacle':
    case 'release-obstacle':
    case 'reopen-obstacle':
      return { ...stamp, type: asked.type, obstacle: asked.obstacle };
    case 'clear-obstacle':
      return { ...stamp, type: 'clear-obstacle', obstacle: asked.obstacle, whatChanged: asked.whatChanged };
    case 'hide-name':
    case 'show-name':
    case 'take-words-back':
      return { ...stamp, type: asked.type };
    case 'erase-person':
      return { ...stamp, type: 'erase-person', person: asked.person };
    case 'move-clock':
      return { ...stamp, type: 'move-clock', to: asked.to };
    case 'add-touchpoint':
      return { ...stamp, type: 'add-touchpoint', name: asked.name, promise: asked.promise };
    case 'change-touchpoint': {
      const { type, touchpoint, name, promise } = asked;
      return { ...stamp, type, touchpoint, name, promise };
    }
    case 'raise-touchpoint':
    case 'remove-touchpoint':
      return { ...stamp, type: asked.type, touchpoint: asked.touchpoint };
    case 'add-details':
      return {
        ...stamp,
        type: 'add-details',
        story: asked.story,
        customer: orNull(asked.customer),
        touchpoint: orNull(asked.touchpoint),
      };
    case 'confirm-win':
    case 'cheer-story':
    case 'take-cheer-back':
    case 'hold-win':
    case 'release-win':
      return { ...stamp, type: asked.type, story: asked.story };
    case 'propose-idea':
    case 'reword-idea':
    case 'back-idea':
    case 'rest-idea':
    case 'wake-idea':
    case 'bring-idea-alive':
    case 'withdraw-idea':
    case 'lend-hand':
    case 'take-hand-back':
    case 'link-idea':
    case 'unlink-idea':
      return ideaCommand(asked, stamp);
    default:
      return asked satisfies never;
  }
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed;
}

type Settling = Extract<Clicked, { type: 'settle-praise' }>;

function settleCommand(asked: Settling, stamp: Pick<SettlePraise, 'key' | 'by' | 'at'>): SettlePraise | null {
  if (asked.as === undefined) return null;
  return { ...stamp, type: 'settle-praise', praise: asked.praise, settlement: settlementOf(asked, asked.as) };
}

function settlementOf(asked: Settling, as: Settlement['as']): Settlement {
  const heroes = asked.heroes.map(identity);
  const { audience, customer } = asked;
  switch (as) {
    case 'win':
      return { as: 'win', heroes, audience, customer };
    case 'recovery':
      return { as: 'recovery', heroes, audience, customer, whatBroke: asked.whatBroke };
    case 'thanks':
      return { as: 'thanks', heroes, audience: asked.thanks, customer };
    case 'not-praise':
      return { as: 'not-praise' };
    default:
      return as satisfies never;
  }
}

function laneOf({ lane, whatBroke }: Extract<Clicked, { type: 'move-story' }>): Lane {
  return lane === 'win' ? { lane } : { lane, whatBroke };
}
