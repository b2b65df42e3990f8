import type { Command, ForwardedMail } from '../../src/commands.ts';
import type { Clock, Core, MailReader } from '../../src/ports.ts';
import type { Pictures, Pulse } from '../../src/pulse.ts';
import type { Question, Whom } from '../../src/questions.ts';
import type { PersonShown, Story, View } from '../../src/views.ts';
import {
  type Answer,
  answerOf,
  ideaFormAnswer,
  kudosFormAnswer,
  laneMissing,
  mailFormAnswer,
  obstacleFormAnswer,
  wayForward,
} from './answer.ts';
import { storiesNow } from './channel.ts';
import { readMentions } from './mentions.ts';
import { pastedMail, wordsAlone } from './pasted-mail.ts';
import { type Brought, commandOf, identity, type Looking, type Submission } from './read.ts';
import { CHANNEL, CONNECTION } from './sample.ts';
import type { Seen } from './seen.ts';
import { readTypedLine } from './typed-line.ts';

/** What it takes to answer somebody at the page. */
export type Desk = {
  readonly core: Core;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  readonly timeZone: string;
  readonly me: PersonShown;
  readonly people: readonly PersonShown[];
};

/** Does what a form, a button or a typed line asks for. */
export async function submit(desk: Desk, { key, as, do: asked }: Submission): Promise<Answer> {
  if (asked.type === 'type') return submitTyped(desk, key, asked.text);
  const command = commandOf({ key, as, do: asked }, desk.clock.now());
  return command === null ? laneMissing() : showAnswer(desk, await desk.core.handle(command));
}

async function submitTyped(desk: Desk, key: string, text: string): Promise<Answer> {
  const line = readTypedLine(text);
  const stamp = { key: `web:${key}`, by: identity(desk.me.user), at: desk.clock.now() };
  const handle = async (command: Command) => showAnswer(desk, await desk.core.handle(command));
  switch (line.type) {
    case 'story':
      return submitStory(desk, key, line.text);
    case 'undo':
      return handle({ ...stamp, type: 'retract-story', which: 'my-last' });
    case 'praise':
      return handle({ ...stamp, type: 'capture-praise', mail: await pastedWords(desk, line.words) });
    case 'idea':
      return handle({ ...stamp, type: 'propose-idea', words: line.words, anyway: false });
    case 'idea-form':
      return ideaFormAnswer();
    case 'search':
      return look(desk, { type: 'search', by: stamp.by, words: line.words });
    case 'digest':
      return look(desk, { type: 'digest-preview', by: stamp.by, at: stamp.at });
    case 'map':
      return look(desk, { type: 'touchpoint-map', by: stamp.by, at: stamp.at });
    case 'pulse':
      return look(desk, { type: 'pulse', by: stamp.by, at: stamp.at, team: null });
    case 'export':
      return look(desk, { type: 'export', by: stamp.by, what: 'all' });
    case 'erase':
      return look(desk, { type: 'erasing', by: stamp.by, whom: whomIn(desk, line.whom) });
    case 'inbox':
    case 'ideas':
    case 'mine':
    case 'help':
    case 'settings':
    case 'privacy':
      return look(desk, { type: line.type, by: stamp.by });
    case 'kudos-form':
      return openKudosForm(desk);
    case 'obstacle': {
      const said = { words: line.words, touchpoint: null, kind: null, named: true, mentions: [] };
      return handle({ ...stamp, type: 'report-obstacle', ...said });
    }
    case 'obstacles':
      return look(desk, { type: 'obstacles', by: stamp.by });
    case 'obstacle-form':
      return openObstacleForm(desk);
    case 'mail-form':
      return mailFormAnswer();
    case 'unknown-command':
      return wayForward(line.command);
    case 'no-command':
      return wayForward(null);
    default:
      return line satisfies never;
  }
}

async function submitStory(desk: Desk, key: string, text: string): Promise<Answer> {
  const mentions = readMentions(text, desk.people);
  if ('refusal' in mentions) return showAnswer(desk, mentions.refusal);
  const view = await desk.core.handle({
    type: 'give-kudos',
    key: `web:${key}`,
    by: identity(desk.me.user),
    at: desk.clock.now(),
    heroes: mentions.people.map((person) => identity(person.user)),
    words: mentions.words,
    whatBroke: null,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    permalink: null,
    where: { kind: 'channel', connection: CONNECTION, channel: CHANNEL },
  });
  return showAnswer(desk, view);
}

/** An account of the page's, with or without its sign, or a name. */
function whomIn({ people }: Desk, typed: string): Whom {
  const user = typed.replace(/^@/, '');
  return people.some((person) => person.user === user) ? { user } : { typed };
}

/** One line is the customer's words; several may be a whole mail, which the mail reader takes apart. */
async function pastedWords({ mail, me }: Desk, words: string): Promise<ForwardedMail> {
  if (!words.includes('\n')) return wordsAlone(words);
  const read = await mail.read(pastedMail(words, me));
  return read.type === 'mail' ? read.mail : wordsAlone(words);
}

/** Takes a dropped or pasted mail apart and puts the customer's words into the inbox. */
export async function submitMail(desk: Desk, { key, pasted }: Brought, raw: Uint8Array): Promise<Answer> {
  const source = pasted ? pastedMail(Buffer.from(raw).toString('utf8'), desk.me) : raw;
  const read = await desk.mail.read(source);
  if (read.type === 'refusal') return showAnswer(desk, read);
  const { me, clock, core } = desk;
  const by = identity(me.user);
  return showAnswer(
    desk,
    await core.handle({ type: 'capture-praise', key: `web:${key}`, by, at: clock.now(), mail: read.mail }),
  );
}

/** Shows something without changing it. */
export async function showLooked(desk: Desk, { what, id }: Looking): Promise<Answer> {
  const by = identity(desk.me.user);
  switch (what) {
    case 'ideas':
    case 'inbox':
    case 'mine':
    case 'help':
    case 'privacy':
    case 'taking-back':
      return look(desk, { type: what, by });
    case 'held':
      return look(desk, { type: 'held', by, page: Number(id) });
    case 'digest':
      return look(desk, { type: 'digest-preview', by, at: desk.clock.now() });
    case 'map':
      return look(desk, { type: 'touchpoint-map', by, at: desk.clock.now() });
    case 'touchpoints':
      return look(desk, { type: 'touchpoints', by, words: null });
    case 'pulse':
      return look(desk, { type: 'pulse', by, at: desk.clock.now(), team: null });
    case 'pulse-csv':
      return look(desk, { type: 'pulse-csv', by, at: desk.clock.now() });
    case 'story':
      return look(desk, { type: 'story', by, story: id });
    case 'praise':
      return look(desk, { type: 'praise', by, praise: id });
    case 'obstacle':
      return look(desk, { type: 'obstacle', by, obstacle: id });
    case 'obstacles':
      return look(desk, { type: 'obstacles', by });
    case 'obstacle-form':
      return openObstacleForm(desk);
    case 'idea':
      return look(desk, { type: 'idea', by, idea: id });
    case 'idea-form':
      return ideaFormAnswer();
    case 'kudos-form':
      return openKudosForm(desk);
    case 'mail-form':
      return mailFormAnswer();
    default:
      return what satisfies never;
  }
}

async function look(desk: Desk, question: Question): Promise<Answer> {
  return showAnswer(desk, await desk.core.ask(question));
}

async function showAnswer(desk: Desk, view: View): Promise<Answer> {
  const stories = await storiesNow(desk.core, desk.me.user, [view]);
  const seen = seenBy(desk, stories, await placesFor(desk, storyToDetail(view)));
  return answerOf(view, view.type === 'pulse' ? { ...seen, picture: await pictureOf(desk, view.pulse) } : seen);
}

/** The pulse as it looks in light and in dark; null where it could not be drawn, and the words say the same. */
async function pictureOf({ pictures }: Desk, pulse: Pulse): Promise<NonNullable<Seen['picture']> | null> {
  try {
    return { light: await pictures.svg(pulse, 'light'), dark: await pictures.svg(pulse, 'dark') };
  } catch {
    return null;
  }
}

/** The story whose details the answer has a form for. */
function storyToDetail(view: View): Story | null {
  switch (view.type) {
    case 'kudos-given':
    case 'story':
    case 'story-moved':
    case 'win-confirmed':
    case 'words-corrected':
    case 'details-added':
      return view.story;
    default:
      return null;
  }
}

async function placesFor({ core, me }: Desk, story: Story | null): Promise<Seen['places']> {
  if (story === null) return { named: [], suggested: null };
  const words = story.touchpoint === null ? story.words : null;
  return places(await core.ask({ type: 'touchpoints', by: identity(me.user), words }));
}

function places(view: View): Seen['places'] {
  if (view.type !== 'touchpoints') return { named: [], suggested: null };
  return { named: view.touchpoints.map(({ name }) => name), suggested: view.suggested };
}

async function openKudosForm(desk: Desk): Promise<Answer> {
  return kudosFormAnswer(await seenWithPlaces(desk));
}

async function openObstacleForm(desk: Desk): Promise<Answer> {
  return obstacleFormAnswer(await seenWithPlaces(desk));
}

async function seenWithPlaces(desk: Desk): Promise<Seen> {
  const by = identity(desk.me.user);
  return seenBy(desk, new Map(), places(await desk.core.ask({ type: 'touchpoints', by, words: null })));
}

function seenBy({ me, people, timeZone }: Desk, stories: Seen['stories'], places: Seen['places']): Seen {
  return { me, people, timeZone, stories, places, wholeStories: new Map(), as: 'answer' };
}
