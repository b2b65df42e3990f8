import type { Identity, Instant } from '../../src/commands.ts';
import type { Question } from '../../src/questions.ts';
import type { View } from '../../src/views.ts';
import type { Look } from './asked.ts';
import { type Desk, identity } from './desk.ts';
import { meet } from './people.ts';
import type { Talk } from './service.ts';

/** What only a form asks for; nothing leads back to it. */
type OnePraise = { readonly type: 'praise'; readonly praise: string };

/** Looks something up for somebody, who is made known first when they are new. */
export async function lookUp(desk: Desk, talk: Talk, user: string, look: Look | OnePraise): Promise<View> {
  const question = questionOf(look, identity(desk, user), desk.clock.now());
  const view = await desk.core.ask(question);
  if (view.type !== 'refusal' || view.reason !== 'person-unknown') return view;
  await meet(desk, talk, [user]);
  return desk.core.ask(question);
}

function questionOf(look: Look | OnePraise, by: Identity, at: Instant): Question {
  switch (look.type) {
    case 'digest-preview':
    case 'touchpoint-map':
    case 'home':
    case 'pulse-csv':
      return { type: look.type, by, at };
    case 'pulse':
      return { type: 'pulse', by, at, team: look.team };
    case 'search':
      return { type: 'search', by, words: look.words };
    case 'story':
      return { type: 'story', by, story: look.story };
    case 'touchpoints':
      return { type: 'touchpoints', by, words: look.words };
    case 'praise':
      return { type: 'praise', by, praise: look.praise };
    case 'held':
      return { type: 'held', by, page: look.page };
    case 'export':
      return { type: 'export', by, what: look.what };
    case 'erasing':
      return { type: 'erasing', by, whom: look.whom };
    case 'idea':
      return { type: 'idea', by, idea: look.idea };
    case 'obstacle':
      return { type: 'obstacle', by, obstacle: look.obstacle };
    case 'ideas':
    case 'inbox':
    case 'obstacles':
    case 'mine':
    case 'help':
    case 'settings':
    case 'privacy':
    case 'taking-back':
      return { type: look.type, by };
    default:
      return look satisfies never;
  }
}
