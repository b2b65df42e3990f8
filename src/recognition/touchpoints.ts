import type { Touchpoint, TouchpointCommand, TouchpointFact, TouchpointView } from '../touchpoints.ts';
import type { Refusal } from '../views.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { nameKey } from './same-name.ts';
import { tidyName, tooLong } from './words.ts';

/** Most touchpoints of a company: a list that can be read, and chosen from in every platform's form. */
const TOUCHPOINT_LIMIT = 40;
/** Longest name of one, so that each stands whole in every platform's list of choices. */
const NAME_LIMIT = 75;
const PROMISE_LIMIT = 300;

type Known = {
  readonly command: TouchpointCommand;
  readonly person: Person;
  /** The company's, in its order. */
  readonly touchpoints: readonly Touchpoint[];
  /** For one that is added. */
  readonly id: string;
};

/** Names, orders and removes the company's touchpoints. */
export function changeTouchpoints(known: Known): Decision {
  const { command, person, touchpoints } = known;
  if (!person.admin) return refuse({ reason: 'admins-only' });
  if (command.type === 'add-touchpoint') return add(known, command);
  const touchpoint = touchpoints.find(({ id }) => id === command.touchpoint);
  if (touchpoint === undefined) return refuse({ reason: 'touchpoint-unknown' });
  switch (command.type) {
    case 'change-touchpoint':
      return change(known, command, touchpoint);
    case 'raise-touchpoint':
      return raise(known, touchpoint);
    case 'remove-touchpoint': {
      const left = touchpoints.filter((one) => one !== touchpoint);
      return changed(known, 'removed', touchpoint.name, left, {
        type: 'touchpoint-removed',
        touchpoint: touchpoint.id,
      });
    }
    default:
      return command satisfies never;
  }
}

type Named<Type extends TouchpointCommand['type']> = Extract<TouchpointCommand, { type: Type }>;

function add(known: Known, command: Named<'add-touchpoint'>): Decision {
  const { touchpoints, id } = known;
  const words = inItsWords(command, touchpoints);
  if ('reason' in words) return answer(words);
  if (touchpoints.length >= TOUCHPOINT_LIMIT) {
    return refuse({ reason: 'too-many-touchpoints', limit: TOUCHPOINT_LIMIT });
  }
  const touchpoint = { id, ...words };
  return changed(known, 'added', words.name, [...touchpoints, touchpoint], { type: 'touchpoint-added', touchpoint });
}

function change(known: Known, command: Named<'change-touchpoint'>, before: Touchpoint): Decision {
  const { touchpoints } = known;
  const words = inItsWords(
    command,
    touchpoints.filter((one) => one !== before),
  );
  if ('reason' in words) return answer(words);
  const touchpoint = { id: before.id, ...words };
  const after = touchpoints.map((one) => (one === before ? touchpoint : one));
  return changed(known, 'changed', words.name, after, { type: 'touchpoint-changed', touchpoint });
}

function raise(known: Known, touchpoint: Touchpoint): Decision {
  const { touchpoints } = known;
  const above = touchpoints[touchpoints.indexOf(touchpoint) - 1];
  const after = touchpoints.map((one) => (one === above ? touchpoint : one === touchpoint ? (above ?? one) : one));
  const ids = after.map(({ id }) => id);
  return changed(known, 'raised', touchpoint.name, after, { type: 'touchpoints-ordered', touchpoints: ids });
}

function inItsWords(
  given: Pick<Touchpoint, 'name' | 'promise'>,
  others: readonly Touchpoint[],
): Pick<Touchpoint, 'name' | 'promise'> | Refusal {
  const name = tidyName(given.name);
  if (name === null) return { type: 'refusal', reason: 'touchpoint-without-name' };
  const promise = tidyName(given.promise) ?? '';
  const long = tooLong('touchpoint', name, NAME_LIMIT) ?? tooLong('promise', promise, PROMISE_LIMIT);
  if (long) return long;
  const same = others.find((one) => nameKey(one.name) === nameKey(name));
  return same === undefined ? { name, promise } : { type: 'refusal', reason: 'touchpoint-known', name: same.name };
}

type What = NonNullable<Extract<TouchpointView, { type: 'touchpoints' }>['changed']>['what'];
type Bare<Fact> = Fact extends TouchpointFact ? Omit<Fact, 'organization' | 'at'> : never;

function changed(
  { command, person }: Known,
  what: What,
  name: string,
  touchpoints: readonly Touchpoint[],
  fact: Bare<TouchpointFact>,
): Decision {
  return {
    reply: { type: 'touchpoints', touchpoints, changed: { what, name }, suggested: null, mayChange: true },
    facts: [{ ...fact, organization: person.organization, at: command.at }],
    announce: [],
  };
}
