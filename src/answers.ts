import type { Identity } from './commands.ts';
import type { Ledger, Reading } from './ports.ts';
import type { Question } from './questions.ts';
import type { PersonThere } from './recognition/settings.ts';
import type { PersonShown, View } from './views.ts';

/** Looks something up, for a person or for an adapter; what a person may see is looked at with their first question. */
export async function answerQuestion(ledger: Ledger, question: Question): Promise<View> {
  const { read } = ledger;
  switch (question.type) {
    case 'help':
      return { type: 'help' };
    case 'feed':
      return { type: 'feed', posts: await read.feed(question.place, question.limit) };
    case 'addresses':
      return { type: 'addresses', addresses: await read.addresses(question.connection) };
    case 'people': {
      const people = await read.peopleOnConnection(question.connection);
      return { type: 'people', people: people.map(shown) };
    }
    case 'known': {
      const people: PersonShown[] = [];
      for (const user of new Set(question.users)) {
        const person = await read.personThere({ connection: question.connection, user });
        if (person) people.push(shown(person));
      }
      return { type: 'known', people };
    }
    case 'teams': {
      const organization = await read.connectionOrganization(question.connection);
      const teams = organization === null ? [] : await read.pulse.teams(organization);
      const own = teams.filter(({ connection }) => connection === question.connection);
      return { type: 'teams', teams: own.map(({ group, name }) => ({ group, name })) };
    }
    case 'may-forward':
      return answerMayForward(read, question.connection, question.email);
    default: {
      const person = await read.person(question.by);
      if (person === null) return unknown(question.by);
      const { answerPerson } = await import('./personal-answers.ts');
      return answerPerson(ledger, person, question);
    }
  }
}

let forwarding: Promise<typeof import('./recognition/may-not-forward.ts')> | undefined;

async function answerMayForward(read: Reading, connection: string, email: string): Promise<View> {
  const id = await read.connectionOrganization(connection);
  const organization = id === null ? null : await read.organization(id);
  if (organization === null) return { type: 'refusal', reason: 'not-a-forwarder' };
  const person = await read.personByEmail(organization.id, email);
  forwarding ??= import('./recognition/may-not-forward.ts');
  const { mayNotForward } = await forwarding;
  return (
    mayNotForward(organization.forwarders, email, person) ?? {
      type: 'known',
      people: person ? [shown({ ...person, user: email })] : [],
    }
  );
}

function shown({ id, name, user, kind, manager, admin, active, guest }: PersonThere): PersonShown {
  return { person: id, name, user, kind, manager, admin, active, guest };
}

/** To somebody whom Herald does not know, or over a connection that it does not know. */
export function unknown(by: Identity | null): View {
  return { type: 'refusal', reason: 'person-unknown', name: by?.user ?? '' };
}
