import type { Welcome } from '../commands.ts';
import { answer } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

type Known = { readonly command: Welcome; readonly person: Person; readonly welcomed: boolean };

/** Greets somebody once; the only message that nobody asked for. */
export function welcome({ command, person, welcomed }: Known): Decision {
  if (welcomed) return answer({ type: 'welcomed-before' });
  const view = { type: 'welcome', person: named(person) } as const;
  return {
    reply: view,
    facts: [{ type: 'person-welcomed', organization: person.organization, at: command.at, person: person.id }],
    announce: [{ to: { kind: 'person', person: person.id }, about: { kind: 'welcome', id: person.id }, view }],
  };
}
