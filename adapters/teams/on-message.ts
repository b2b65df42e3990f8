import type { View } from '../../src/views.ts';
import { answer, postPrivately } from './answer.ts';
import type { Look, Ready } from './asked.ts';
import type { Asker } from './asker.ts';
import { type Desk, identity, placeOf } from './desk.ts';
import type { Draft } from './draft.ts';
import { formAfter } from './form-after.ts';
import { askerOf, isPersonal, messageKey } from './happened.ts';
import { orNotStored } from './in-time.ts';
import { andItsFile } from './its-file.ts';
import { lookUp } from './look.ts';
import { openForm } from './open-form.ts';
import { pastedWords } from './pasted-words.ts';
import { type Activity, attachedFiles } from './read.ts';
import { namedIn, type Token, tokensOf, wordsOf } from './said.ts';
import { post } from './speak.ts';
import { submit, typedIn } from './submit.ts';
import { readTypedLine, type TypedLine } from './typed-line.ts';
import { whomIn } from './whom.ts';

/**
 * Something said to Herald, in its own chat or by its name. Resolves once what it asks for is stored; the answer goes
 * out behind that.
 */
export async function onMessage(desk: Desk, activity: Activity): Promise<void> {
  const asker = askerOf(activity);
  const files = isPersonal(activity) ? attachedFiles(activity) : [];
  for (const [index, { name, url }] of files.entries()) {
    const key = `${messageKey(activity)}:file:${index}`;
    await does(desk, asker, key, { type: 'file', user: asker.user, name, url });
  }
  const line = readTypedLine(saidIn(activity), activity.recipient?.id ?? '');
  // A file without a word says all there is to say.
  if (files.length > 0 && (line.type === 'greeting' || line.type === 'unknown')) return;
  await onLine(desk, asker, messageKey(activity), line, activity);
}

export function saidIn({ text, entities }: Activity): readonly Token[] {
  return tokensOf(text ?? '', entities ?? []);
}

async function onLine(desk: Desk, asker: Asker, key: string, line: TypedLine, activity: Activity): Promise<void> {
  const by = identity(desk, asker.user);
  const ready = (command: Ready): Draft => ({ type: 'ready', command, typedNames: [] });
  switch (line.type) {
    case 'story':
      return does(desk, asker, key, ready(kudosFrom(desk, activity, line.tokens)));
    case 'praise': {
      if (line.words === '') return showsForm(desk, asker, { form: 'praise', words: '' });
      return does(desk, asker, key, ready({ type: 'capture-praise', by, mail: await pastedWords(desk, line.words) }));
    }
    case 'idea':
      return does(desk, asker, key, ready({ type: 'propose-idea', by, words: line.words, anyway: false }));
    case 'ideas':
      return looks(desk, asker, key, { type: 'ideas' });
    case 'idea-form':
      return showsForm(desk, asker, { form: 'idea', asks: 'new', idea: null });
    case 'undo':
      return does(desk, asker, key, ready({ type: 'retract-story', by, which: 'my-last' }));
    case 'form': {
      const where = asker.personal ? {} : { where: asker.talk.conversation };
      return showsForm(desk, asker, { form: 'kudos', seed: where });
    }
    case 'obstacle':
      return does(desk, asker, key, ready(obstacleFrom(desk, activity, line.tokens)));
    case 'obstacles':
      return looks(desk, asker, key, { type: 'obstacles' });
    case 'obstacle-form':
      return showsForm(desk, asker, { form: 'obstacle', words: '' });
    case 'search':
      return looks(desk, asker, key, line);
    case 'digest':
      return looks(desk, asker, key, { type: 'digest-preview' });
    case 'map':
      return looks(desk, asker, key, { type: 'touchpoint-map' });
    case 'pulse':
      return looks(desk, asker, key, { type: 'pulse', team: null });
    case 'greeting':
    case 'unknown':
      return looks(desk, asker, key, { type: 'help' });
    case 'export':
      return looks(desk, asker, key, { type: 'export', what: 'all' });
    case 'erase':
      return looks(desk, asker, key, { type: 'erasing', whom: whomIn(line.whom) });
    case 'inbox':
    case 'mine':
    case 'help':
    case 'privacy':
    case 'settings':
      return looks(desk, asker, key, { type: line.type });
    default:
      return line satisfies never;
  }
}

/** The story that a message tells. */
export function kudosFrom(desk: Desk, activity: Activity, tokens: readonly Token[]): Ready {
  const { heroes, words } = namedIn(tokens);
  const bot = activity.recipient?.id;
  return {
    type: 'give-kudos',
    by: identity(desk, activity.from.id),
    heroes: heroes.filter((user) => user !== bot).map((user) => identity(desk, user)),
    words,
    whatBroke: null,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    permalink: null,
    where: placeOf(desk, isPersonal(activity) ? null : activity.conversation.id),
  };
}

/** What a message says stands in the way; whom it mentions goes along, since words that point at somebody go back. */
function obstacleFrom(desk: Desk, activity: Activity, tokens: readonly Token[]): Ready {
  const users = tokens.flatMap((token) => (token.kind === 'user' ? [token.user] : []));
  return {
    type: 'report-obstacle',
    by: identity(desk, activity.from.id),
    words: wordsOf(tokens),
    kind: null,
    touchpoint: null,
    named: true,
    mentions: users.filter((user) => user !== activity.recipient?.id).map((user) => identity(desk, user)),
  };
}

async function does(desk: Desk, asker: Asker, key: string, draft: Draft): Promise<void> {
  desk.typing.whenSlow(key, asker.talk);
  const view = await orNotStored(() => submit(desk, { key, draft, asker }), typedIn(draft));
  // The resolver answers what is not known yet.
  if (view === null) return;
  desk.typing.answered(key);
  desk.background.begin(() => answerTyped(desk, asker, draft, view));
}

async function answerTyped(desk: Desk, asker: Asker, draft: Draft, view: View): Promise<void> {
  const form = await formAfter(desk, asker, draft, view);
  if (form !== null) await post(desk, asker.talk, form);
  else await answer(desk, asker, view);
}

function looks(desk: Desk, asker: Asker, key: string, look: Look): void {
  desk.typing.whenSlow(key, asker.talk);
  desk.background.begin(async () => {
    const view = await lookUp(desk, asker.talk, asker.user, look);
    desk.typing.answered(key);
    await answer(desk, asker, view);
    await andItsFile(desk, asker, view);
  });
}

function showsForm(desk: Desk, asker: Asker, wanted: Parameters<typeof openForm>[2]): void {
  desk.background.begin(async () => {
    const opened = await openForm(desk, asker, wanted, 'message');
    if ('view' in opened) return answer(desk, asker, opened.view);
    // In a channel everybody would watch it being filled in without a name.
    if (wanted.form === 'obstacle' && !asker.personal) return postPrivately(desk, asker, opened.shown);
    await post(desk, asker.talk, opened.shown);
  });
}
