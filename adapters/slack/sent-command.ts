import type { CustomerShown, Settlement } from '../../src/commands.ts';
import { FIELDS, type FieldName, FORMS } from './actions.ts';
import { type Desk, identity, placeOf } from './desk.ts';
import type { Ready } from './draft.ts';
import { ideaSent } from './idea-forms.ts';
import { placeIn } from './place-fields.ts';
import { type Sent, typedIn, usersChosen, type Values } from './read.ts';
import { readSeed } from './seed.ts';
import { obstacleCommand } from './sent-obstacle.ts';
import { settingsCommand } from './sent-settings.ts';

type Missing = { readonly missing: FieldName };

/** What a form asks for; the field that nobody filled in; or null for a form that is none of ours. */
export async function commandOf(desk: Desk, { user, view }: Sent, values: Values): Promise<Ready | Missing | null> {
  const by = identity(desk, user.id);
  const typed = (field: FieldName) => typedIn(values, field);
  const { about = '' } = readSeed(view.private_metadata);
  switch (view.callback_id) {
    case FORMS.kudos:
      return kudosCommand(desk, user.id, view.private_metadata, values);
    case FORMS.settle: {
      const settlement = settlementOf(desk, values);
      return settlement === null ? { missing: FIELDS.as } : { type: 'settle-praise', by, praise: about, settlement };
    }
    case FORMS.complete: {
      const [words, name] = [typed(FIELDS.words) || null, typed(FIELDS.customer) || null];
      return { type: 'complete-praise', by, praise: about, words, name };
    }
    case FORMS.whatBroke:
      return { type: 'move-story', by, story: about, to: { lane: 'recovery', whatBroke: typed(FIELDS.whatBroke) } };
    case FORMS.words:
      return { type: 'correct-words', by, story: about, words: typed(FIELDS.words) };
    case FORMS.details: {
      const [customer, touchpoint] = [typed(FIELDS.customer) || null, placeIn(values)];
      return { type: 'add-details', by, story: about, customer, touchpoint };
    }
    case FORMS.touchpoint: {
      const words = { name: typed(FIELDS.touchpoint), promise: typed(FIELDS.promise) };
      if (about === '') return { type: 'add-touchpoint', by, ...words };
      return { type: 'change-touchpoint', by, touchpoint: about, ...words };
    }
    case FORMS.obstacle:
      return obstacleCommand(desk, user.id, values);
    case FORMS.cleared:
      return { type: 'clear-obstacle', by, obstacle: about, whatChanged: typed(FIELDS.whatChanged) };
    case FORMS.settings:
      return settingsCommand(desk, user.id, values);
    default:
      return ideaSent(view, values, by);
  }
}

async function kudosCommand(desk: Desk, user: string, remembered: string, values: Values): Promise<Ready> {
  const { where, permalink, nomination } = readSeed(remembered);
  const wentWrong = typedIn(values, FIELDS.wentWrong) === 'yes';
  const told = {
    by: identity(desk, user),
    heroes: usersChosen(values, FIELDS.heroes).map((hero) => identity(desk, hero)),
    words: typedIn(values, FIELDS.words),
    whatBroke: wentWrong ? typedIn(values, FIELDS.whatBroke) : null,
    customer: typedIn(values, FIELDS.customer) || null,
    touchpoint: placeIn(values),
    audience: typedIn(values, FIELDS.audience) === 'heroes' ? 'heroes' : 'everyone',
    where: await placeOf(desk, where ?? null),
  } as const;
  if (nomination !== undefined) return { type: 'confirm-nomination', nomination, ...told };
  return { type: 'give-kudos', permalink: permalink ?? null, ...told };
}

function settlementOf(desk: Desk, values: Values): Settlement | null {
  const heroes = usersChosen(values, FIELDS.heroes).map((user) => identity(desk, user));
  const audience = typedIn(values, FIELDS.audience) === 'heroes' ? 'heroes' : 'everyone';
  const customer = customerIn(values);
  switch (typedIn(values, FIELDS.as)) {
    case 'win':
      return { as: 'win', heroes, audience, customer };
    case 'recovery':
      return { as: 'recovery', heroes, audience, customer, whatBroke: typedIn(values, FIELDS.whatBroke) };
    case 'thanks':
      return {
        as: 'thanks',
        heroes,
        audience: typedIn(values, FIELDS.thanksHeard) === 'everyone' ? 'everyone' : 'heroes',
        customer,
      };
    case 'not-praise':
      return { as: 'not-praise' };
    default:
      return null;
  }
}

/** How the customer may be named, as chosen in a form or in a message; by their whole name until somebody chooses. */
export function customerIn(values: Values | undefined): CustomerShown {
  const chosen = typedIn(values, FIELDS.customerShown);
  return chosen === 'first-name' || chosen === 'no-name' ? chosen : 'full-name';
}
