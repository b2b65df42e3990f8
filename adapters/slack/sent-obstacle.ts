import { OBSTACLE_KINDS } from '../../src/obstacles.ts';
import { FIELDS } from './actions.ts';
import { type Desk, identity } from './desk.ts';
import type { Ready } from './draft.ts';
import { placeIn } from './place-fields.ts';
import { isChosen, typedIn, type Values } from './read.ts';
import { tokensOf, usersIn, wordsOf } from './tokens.ts';

type Report = Extract<Ready, { type: 'report-obstacle' }>;

/** What the form says. In its fields an @ is only a sign, which the core reads. */
export function obstacleCommand(desk: Desk, user: string, values: Values): Report {
  const kind = OBSTACLE_KINDS.find((one) => one === typedIn(values, FIELDS.kind)) ?? null;
  return {
    type: 'report-obstacle',
    by: identity(desk, user),
    words: typedIn(values, FIELDS.words),
    kind,
    touchpoint: placeIn(values),
    named: !isChosen(values, FIELDS.nameless, 'nameless'),
    mentions: [],
  };
}

/** What was typed behind `/unblock`; whom it mentions goes along, since words that point at somebody go back. */
export function typedObstacle(desk: Desk, user: string, text: string): Report {
  const tokens = tokensOf(text);
  return {
    type: 'report-obstacle',
    by: identity(desk, user),
    words: wordsOf(tokens, () => null),
    kind: null,
    touchpoint: null,
    named: true,
    mentions: usersIn(tokens).map((mentioned) => identity(desk, mentioned)),
  };
}
