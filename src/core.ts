import { randomUUIDv7 } from 'node:crypto';
import { answerQuestion } from './answers.ts';
import type {
  Command,
  GiveKudos,
  HoldWin,
  Identity,
  MeetPeople,
  PlanDigest,
  ReleaseWin,
  SettlePraise,
} from './commands.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { Core, Ledger, Reading } from './ports.ts';
import { refuse } from './recognition/answer.ts';
import { capturePraise } from './recognition/capture-praise.ts';
import { cheerStory } from './recognition/cheer-story.ts';
import { confirmWin } from './recognition/confirm-win.ts';
import { correctWords } from './recognition/correct-words.ts';
import type { Decision } from './recognition/decision.ts';
import { nextDue } from './recognition/digest-due.ts';
import { giveKudos, sameStorySince } from './recognition/give-kudos.ts';
import { guessHeroes } from './recognition/guess-heroes.ts';
import { holdWin } from './recognition/hold-win.ts';
import { meetPeople, moveClock, openConnection } from './recognition/house.ts';
import { moveStory } from './recognition/move-story.ts';
import type { Person } from './recognition/organization.ts';
import { planDigest } from './recognition/plan-digest.ts';
import { reopenPraise } from './recognition/reopen-praise.ts';
import { retractStory } from './recognition/retract-story.ts';
import { settlePraise } from './recognition/settle-praise.ts';
import type { Mentioned } from './recognition/story-heroes.ts';
import { weekOf } from './recognition/week.ts';
import { tidy } from './recognition/words.ts';

/** The use cases: each loads what its rule needs, within the transaction that stores what the rule decides. */
export function createCore(
  ledger: Ledger,
  hears: { readonly clockMoved: (aheadMs: number) => Promise<void> | undefined },
): Core {
  return {
    async handle(command) {
      const organization = await organizationOf(ledger.read, command);
      if (organization === null) {
        return refuse({ reason: 'person-unknown', name: 'by' in command ? command.by.user : '' }).reply;
      }
      const reply = await ledger.decide(organization, command.key, command.at, (read) =>
        decide(read, organization, command),
      );
      if (reply.type === 'clock-moved') await hears.clockMoved(await ledger.read.clockAhead(organization));
      return reply;
    },
    ask: (question) => answerQuestion(ledger, question),
  };
}

async function organizationOf(read: Reading, command: Command): Promise<string | null> {
  switch (command.type) {
    case 'plan-digest':
      return command.organization;
    case 'open-connection':
      return command.organization.id;
    case 'meet-people':
      return read.connectionOrganization(command.connection);
    default:
      return read.connectionOrganization(command.by.connection);
  }
}

async function decide(read: Reading, organization: string, command: Command): Promise<Decision> {
  switch (command.type) {
    case 'open-connection':
      return openConnection(command, await read.organization(organization));
    case 'meet-people':
      return decideMeetPeople(read, organization, command);
    case 'plan-digest':
      return decidePlanDigest(read, command);
    default: {
      const person = await read.person(command.by);
      if (person === null) return refuse({ reason: 'person-unknown', name: command.by.user });
      return decideFor(read, person, command);
    }
  }
}

type PersonsCommand = Exclude<Command, { type: 'open-connection' | 'meet-people' | 'plan-digest' }>;

async function decideFor(read: Reading, person: Person, command: PersonsCommand): Promise<Decision> {
  const { organization } = person;
  switch (command.type) {
    case 'give-kudos':
      return decideGiveKudos(read, person, command);
    case 'capture-praise': {
      const fingerprints = fingerprintsOf(command.mail);
      const earlier = await read.praiseByFingerprint(organization, fingerprints);
      const guessedHeroes = guessHeroes(command.mail.words, await read.peopleOf(organization));
      return capturePraise({ command, id: randomUUIDv7(), forwarder: person, earlier, fingerprints, guessedHeroes });
    }
    case 'settle-praise':
      return decideSettlePraise(read, person, command);
    case 'reopen-praise':
      return reopenPraise({ command, person, praise: await read.praise(organization, command.praise) });
    case 'move-story': {
      const story = await read.story(organization, command.story);
      const telling = await read.digestTelling(organization, command.story);
      const praise = await read.praiseOfStory(organization, command.story);
      return moveStory({ command, mover: person, story, telling, praise });
    }
    case 'confirm-win':
      return confirmWin({ command, person, story: await read.story(organization, command.story) });
    case 'retract-story': {
      const story =
        command.which === 'my-last'
          ? ((await read.storiesToldBy(person, 1))[0] ?? null)
          : await read.story(organization, command.which.story);
      const telling = story && (await read.digestTelling(organization, story.id));
      const praise = story && (await read.praiseOfStory(organization, story.id));
      return retractStory({ command, person, story, telling, praise });
    }
    case 'correct-words': {
      const story = await read.story(organization, command.story);
      return correctWords({ command, person, story, telling: await read.digestTelling(organization, command.story) });
    }
    case 'cheer-story':
    case 'take-cheer-back': {
      const story = await read.story(organization, command.story);
      const cheered = await read.cheeredBy(command.story, person.id);
      const telling = await read.digestTelling(organization, command.story);
      return cheerStory({ command, person, story, cheered, telling });
    }
    case 'hold-win':
    case 'release-win':
      return decideHoldWin(read, person, command);
    case 'move-clock': {
      const known = await read.organization(organization);
      if (known === null) return refuse({ reason: 'not-a-sample' });
      return moveClock({ command, organization: known, aheadMs: await read.clockAhead(organization) });
    }
    default:
      return command satisfies never;
  }
}

async function decideGiveKudos(read: Reading, teller: Person, command: GiveKudos): Promise<Decision> {
  const heroes = await mentioned(read, command.heroes);
  const inTheseWords = await read.storiesInTheseWords(teller, tidy(command.words), sameStorySince(command.at));
  return giveKudos({ command, id: randomUUIDv7(), teller, heroes, inTheseWords });
}

async function decideSettlePraise(read: Reading, settler: Person, command: SettlePraise): Promise<Decision> {
  const { settlement } = command;
  const heroes = settlement.as === 'not-praise' ? [] : await mentioned(read, settlement.heroes);
  const praise = await read.praise(settler.organization, command.praise);
  return settlePraise({ command, id: randomUUIDv7(), settler, praise, heroes });
}

async function decideHoldWin(read: Reading, person: Person, command: HoldWin | ReleaseWin): Promise<Decision> {
  const organization = await read.organization(person.organization);
  if (organization === null) return refuse({ reason: 'story-unknown' });
  const { schedule, scheduledSince } = organization;
  const digestWeeks = await read.digestWeeks(organization.id, weekOf(command.at, schedule.timeZone));
  return holdWin({
    command,
    person,
    story: await read.story(organization.id, command.story),
    told: (await read.digestTelling(organization.id, command.story)) !== null,
    week: nextDue({ schedule, scheduledSince, now: command.at, digestWeeks }).week,
  });
}

async function decidePlanDigest(read: Reading, command: PlanDigest): Promise<Decision> {
  const organization = await read.organization(command.organization);
  if (organization === null) throw new Error(`There is no organization ${command.organization} to plan a digest for.`);
  return planDigest({
    command,
    id: randomUUIDv7(),
    organization,
    existing: await read.digestOfWeek(organization.id, command.week),
    last: await read.lastDigestBefore(organization.id, command.week),
    untold: await read.untoldWins(organization.id),
  });
}

async function decideMeetPeople(read: Reading, organization: string, command: MeetPeople): Promise<Decision> {
  const known = [];
  for (const { user, email } of command.people) {
    const byIdentity = await read.person({ connection: command.connection, user });
    const byEmail = email === null ? null : await read.personByEmail(organization, email);
    known.push({ byIdentity, byEmail, newId: randomUUIDv7() });
  }
  return meetPeople({ command, organization, known });
}

async function mentioned(read: Reading, identities: readonly Identity[]): Promise<readonly Mentioned[]> {
  const found: Mentioned[] = [];
  for (const identity of identities) found.push({ identity, person: await read.person(identity) });
  return found;
}
