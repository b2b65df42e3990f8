import { erasableIn } from './decide-privacy.ts';
import type { Ledger, Reading } from './ports.ts';
import { hasWords, type PrivacyQuestion } from './privacy.ts';
import { lookAtErasing } from './recognition/erase-person.ts';
import { findPerson } from './recognition/find-person.ts';
import { pageOf } from './recognition/held-pages.ts';
import type { Person } from './recognition/organization.ts';
import type { View } from './views.ts';

/** Tells people what is held about them, and what would become of it. */
export async function answerPrivacy(
  { read, heldAbout }: Pick<Ledger, 'read' | 'heldAbout'>,
  person: Person,
  question: PrivacyQuestion,
): Promise<View> {
  switch (question.type) {
    case 'privacy': {
      const hidden = await read.isUnnamed(person.id);
      return { type: 'privacy', hidden, footprint: await read.footprint(person.id), mayErase: person.admin };
    }
    case 'held':
      return pageOf(await heldAbout(person.id), question.page);
    case 'export':
      if (question.what === 'all' && !person.admin) return { type: 'refusal', reason: 'admins-only' };
      return { type: 'export', what: question.what };
    case 'taking-back': {
      const footprint = await read.footprint(person.id);
      const { told: stories, ideas, obstacles } = footprint;
      return hasWords(footprint)
        ? { type: 'taking-back', stories, ideas, obstacles }
        : { type: 'refusal', reason: 'nothing-to-undo' };
    }
    case 'erasing':
      return answerErasing(read, person, question);
    default:
      return question satisfies never;
  }
}

type Erasing = Extract<PrivacyQuestion, { readonly type: 'erasing' }>;

async function answerErasing(read: Reading, asker: Person, { by, whom }: Erasing): Promise<View> {
  const { organization } = asker;
  // Who may not erase anybody does not learn by this who there is.
  if (!asker.admin) return { type: 'refusal', reason: 'admins-only' };
  const found =
    'user' in whom
      ? await read.person({ connection: by.connection, user: whom.user })
      : findPerson(whom.typed, await read.peopleOf(organization));
  if (found === null || 'type' in found) {
    return found ?? { type: 'refusal', reason: 'person-unknown', name: 'user' in whom ? whom.user : whom.typed };
  }
  return lookAtErasing(asker, await erasableIn(read, organization, found.id));
}
