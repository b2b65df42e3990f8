import { OBSTACLE_KINDS, type Obstacle } from '../../src/obstacles.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, fields } from '../../src/wording/labels.ts';
import { obstacleButtons, obstacleFields, obstacleKinds } from '../../src/wording/obstacle-labels.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { heads, notes, quotes } from './elements.ts';
import { fitting } from './fitting.ts';
import { type Part, withFault } from './form-fault.ts';
import { choiceField, listField, textField } from './inputs.ts';
import { teamsPen } from './pen.ts';
import { placePart } from './place-fields.ts';
import { first, press, send } from './press.ts';
import type { Room } from './room.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

/** Sent by the list where no kind is chosen. */
const UNSAID = 'unsaid';
/** Sent where somebody wants nothing kept of who said it. */
export const NAMELESS = 'nameless';
const NAMED = 'named';

/** The form behind `unblock` alone. */
export function obstacleForm(words: string, seen: Seen, again: Again | null): Face {
  const value = (field: FieldName, begins: string) => (again === null ? begins : typedIn(again.typed, field) || begins);
  const { words: label, wordsHint: hint } = obstacleFields;
  const missing = refusalSentence({ type: 'refusal', reason: 'obstacle-without-words' }, teamsPen(seen.timeZone));
  const parts: readonly Part[] = [
    {
      field: FIELDS.words,
      elements: [textField({ name: FIELDS.words, label, hint, missing, value: value(FIELDS.words, words) })],
    },
    kindPart(value(FIELDS.kind, UNSAID)),
    placePart(seen, null, again?.typed ?? null),
    namePart(value(FIELDS.nameless, NAMED)),
  ];
  return {
    body: [heads(obstacleButtons.form), ...withFault(parts, again, seen.timeZone)],
    actions: [first(send(seen, VERBS.sendObstacle, obstacleButtons.report))],
  };
}

function kindPart(chosen: string): Part {
  const { kind, kindUnsaid } = obstacleFields;
  const choices = [
    { value: UNSAID, label: kindUnsaid },
    ...OBSTACLE_KINDS.map((value) => ({ value, label: obstacleKinds[value] })),
  ];
  const label = `${kind} ${fields.optional}`;
  return { field: FIELDS.kind, elements: [listField({ name: FIELDS.kind, label, chosen, choices })] };
}

function namePart(chosen: string): Part {
  const { nameless, named, whose, namelessHint } = obstacleFields;
  const choices = [
    { value: NAMED, label: named },
    { value: NAMELESS, label: nameless },
  ];
  const field = choiceField({ name: FIELDS.nameless, label: whose, chosen, choices });
  return { field: FIELDS.nameless, elements: [field, notes(namelessHint)] };
}

/** What changed, of whoever says that it has fallen. */
export function clearedForm({ id, words }: Obstacle, seen: Seen, room: Room, again: Again | null): Face {
  const { whatChanged: label, whatChangedHint: hint } = obstacleFields;
  const missing = refusalSentence({ type: 'refusal', reason: 'what-changed-missing' }, teamsPen(seen.timeZone));
  const value = again === null ? '' : typedIn(again.typed, FIELDS.whatChanged);
  const elements = [textField({ name: FIELDS.whatChanged, label, hint, missing, value })];
  const about = { obstacle: id };
  return {
    body: [
      heads(obstacleButtons.clear),
      quotes(isolate(fitting(words, room.story))),
      ...withFault([{ field: FIELDS.whatChanged, elements }], again, seen.timeZone),
    ],
    actions: [
      first(send(seen, VERBS.sendCleared, obstacleButtons.saveCleared, about)),
      press(seen, VERBS.showObstacle, buttons.cancel, about),
    ],
  };
}
