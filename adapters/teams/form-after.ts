import type { Identity } from '../../src/commands.ts';
import type { Refusal, View } from '../../src/views.ts';
import type { Ready, Seed, WantedForm } from './asked.ts';
import type { Asker } from './asker.ts';
import type { Shown } from './card.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { openForm } from './open-form.ts';
import { inTeams } from './people.ts';
import { FIELDS } from './verbs.ts';

/** After a "no" that whoever asked can mend: the form, with all that was typed; null otherwise. */
export async function formAfter(desk: Desk, asker: Asker, draft: Draft, view: View): Promise<Shown | null> {
  if (draft.type !== 'ready' || view.type !== 'refusal' || !MENDED_IN_THE_FORM.includes(view.reason)) return null;
  const begun = await begunWith(desk, draft.command);
  if (begun === null) return null;
  const typed = { ...begun.typed, [FIELDS.typedHeroes]: draft.typedNames.join(', ') };
  const opened = await openForm(desk, asker, begun.wanted, 'message', { typed, no: view });
  return 'shown' in opened ? opened.shown : null;
}

type Begun = { readonly wanted: WantedForm; readonly typed: Readonly<Record<string, string>> };

async function begunWith(desk: Desk, command: Ready): Promise<Begun | null> {
  switch (command.type) {
    case 'give-kudos': {
      const heroes = await chosen(desk, command.heroes);
      const { words, whatBroke, customer, touchpoint, audience, permalink } = command;
      const where = command.where?.kind === 'channel' ? { where: command.where.channel } : {};
      const seed: Seed = { words, heroes, ...where, ...(permalink === null ? {} : { permalink }) };
      const typed = {
        [FIELDS.words]: words,
        [FIELDS.heroes]: idsOf(heroes),
        [FIELDS.wentWrong]: whatBroke === null ? 'no' : 'yes',
        [FIELDS.whatBroke]: whatBroke ?? '',
        [FIELDS.customer]: customer ?? '',
        [FIELDS.touchpoint]: touchpoint ?? '',
        [FIELDS.audience]: audience,
      };
      return { wanted: { form: 'kudos', seed }, typed };
    }
    case 'propose-idea':
      return { wanted: { form: 'idea', asks: 'new', idea: null }, typed: { [FIELDS.words]: command.words } };
    case 'report-obstacle': {
      const { words, touchpoint, kind } = command;
      const typed = { [FIELDS.words]: words, [FIELDS.touchpoint]: touchpoint ?? '', [FIELDS.kind]: kind ?? '' };
      return { wanted: { form: 'obstacle', words }, typed };
    }
    case 'settle-praise': {
      const { settlement, praise } = command;
      const heroes = 'heroes' in settlement ? await chosen(desk, settlement.heroes) : [];
      const whatBroke = settlement.as === 'recovery' ? settlement.whatBroke : '';
      const typed = { [FIELDS.heroes]: idsOf(heroes), [FIELDS.whatBroke]: whatBroke };
      return { wanted: { form: 'settle', praise }, typed };
    }
    default:
      return null;
  }
}

function idsOf(heroes: NonNullable<Seed['heroes']>): string {
  return heroes.map(({ user }) => user).join(',');
}

const MENDED_IN_THE_FORM: readonly Refusal['reason'][] = [
  'no-hero-named',
  'only-yourself',
  'only-bots',
  'no-words',
  'points-at-somebody',
  'obstacle-without-words',
  'idea-without-words',
  'too-long',
  'too-many-heroes',
  'person-unknown',
  'person-deactivated',
  'name-ambiguous',
  'not-stored-yet',
];

async function chosen(desk: Desk, named: readonly Identity[]): Promise<NonNullable<Seed['heroes']>> {
  const people = await desk.company.people();
  return named.flatMap(({ user }) => {
    const person = people.find((one) => one.user === inTeams(desk, user));
    return person ? [{ user: person.user, name: person.name }] : [];
  });
}
