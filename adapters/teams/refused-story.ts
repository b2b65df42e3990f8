import type { Refusal, View } from '../../src/views.ts';
import type { Ready, Seed } from './asked.ts';
import type { Asker } from './asker.ts';
import type { Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { openForm } from './open-form.ts';
import { FIELDS } from './verbs.ts';

/** After a "no" to a typed story that its teller can mend: the form, with all that was typed; null otherwise. */
export async function refusedStory(desk: Desk, asker: Asker, command: Ready, view: View): Promise<Shown | null> {
  if (command.type !== 'give-kudos' || view.type !== 'refusal' || !MENDED_IN_THE_FORM.includes(view.reason))
    return null;
  const heroes = await chosen(
    desk,
    command.heroes.map(({ user }) => user),
  );
  const where = command.where?.kind === 'channel' ? { where: command.where.channel } : {};
  const seed: Seed = { words: command.words, heroes, ...where };
  const typed = { [FIELDS.words]: command.words, [FIELDS.heroes]: heroes.map(({ user }) => user).join(',') };
  const again = { typed, no: view };
  const opened = await openForm(desk, asker, { form: 'kudos', seed }, 'message', again);
  return 'shown' in opened ? opened.shown : null;
}

const MENDED_IN_THE_FORM: readonly Refusal['reason'][] = [
  'no-hero-named',
  'only-yourself',
  'only-bots',
  'no-words',
  'too-long',
  'too-many-heroes',
  'person-unknown',
  'person-deactivated',
  'name-ambiguous',
  'not-stored-yet',
];

async function chosen(desk: Desk, users: readonly string[]): Promise<NonNullable<Seed['heroes']>> {
  const people = await desk.company.people();
  return users.flatMap((user) => {
    const person = people.find((one) => one.user === user);
    return person ? [{ user, name: person.name }] : [];
  });
}
