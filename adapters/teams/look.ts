import type { Identity, Instant } from '../../src/commands.ts';
import type { Question } from '../../src/questions.ts';
import type { View } from '../../src/views.ts';
import type { Look } from './asked.ts';
import { type Desk, identity } from './desk.ts';
import { meet } from './people.ts';
import type { Talk } from './service.ts';

/** Looks something up for somebody, who is made known first when they are new. */
export async function lookUp(desk: Desk, talk: Talk, user: string, look: Look): Promise<View> {
  const question = questionOf(look, identity(desk, user), desk.clock.now());
  const view = await desk.core.ask(question);
  if (view.type !== 'refusal' || view.reason !== 'person-unknown') return view;
  await meet(desk, talk, [user]);
  return desk.core.ask(question);
}

function questionOf(look: Look, by: Identity, at: Instant): Question {
  switch (look.type) {
    case 'digest-preview':
    case 'home':
      return { type: look.type, by, at };
    case 'search':
      return { type: 'search', by, words: look.words };
    case 'story':
      return { type: 'story', by, story: look.story };
    case 'inbox':
    case 'mine':
    case 'help':
    case 'settings':
      return { type: look.type, by };
    default:
      return look satisfies never;
  }
}
