import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from './commands.ts';
import { withReportsBack } from './decide-obstacles.ts';
import type { KnownIdea } from './ideas.ts';
import type { Reading } from './ports.ts';
import type { EraseByOperator, ErasePerson, PrivacyCommand, TakeWordsBack } from './privacy.ts';
import type { UndecidedStory } from './recognition/call-off.ts';
import type { Decision } from './recognition/decision.ts';
import { digestsEdited, editDigestsOnce } from './recognition/edit-digests-once.ts';
import { type Erasable, erasePerson } from './recognition/erase-person.ts';
import { hideName } from './recognition/hide-name.ts';
import type { Person } from './recognition/organization.ts';
import type { TellingDigest } from './recognition/revise-digest.ts';
import { type Told, takeWordsBack } from './recognition/take-words-back.ts';

/** Loads what the rules need by which people decide about what is said of them. */
export async function decidePrivacy(read: Reading, person: Person, command: PrivacyCommand): Promise<Decision> {
  switch (command.type) {
    case 'hide-name':
    case 'show-name':
      return hideName(command, person);
    case 'take-words-back':
      return decideTakingBack(read, person, command);
    case 'erase-person':
      return decideErasing(read, person.organization, person, command);
    default:
      return command satisfies never;
  }
}

async function decideTakingBack(read: Reading, person: Person, command: TakeWordsBack): Promise<Decision> {
  const reported = await read.obstaclesReportedBy(person.id);
  const decision = takeWordsBack({
    command,
    person,
    told: await toldBy(read, person, command),
    undecided: await undecidedBy(read, person, command),
    ideas: await proposedBy(read, person, command),
    obstacles: reported.length,
  });
  return withReportsBack(read, decision, person, { at: command.at, reported });
}

/**
 * Edits each digest once that tells of what somebody takes back, and each that a part of the decision edits; and has what
 * else holds any of it swept up.
 */
export async function everywhereOnce(
  read: Reading,
  person: Person,
  { at }: TakeWordsBack,
  decision: Decision,
): Promise<Decision> {
  if (decision.facts.length === 0) return decision;
  const digests: TellingDigest[] = [];
  for (const id of new Set([...(await read.digestsWithWordsOf(person.id)), ...digestsEdited(decision)])) {
    const digest = await read.digestAsItStands(person.organization, id);
    if (digest !== null) digests.push(digest);
  }
  const edited = editDigestsOnce(decision, digests);
  return { ...edited, facts: [...edited.facts, { type: 'words-taken-back', ...takenBack(person, decision, at) }] };
}

/** What goes, so that what was answered and told of it goes as well. */
function takenBack(person: Person, { facts }: Decision, at: Instant) {
  const ids = facts.flatMap((fact) => {
    if (fact.type === 'story-retracted') return [fact.story.id];
    if (fact.type === 'idea-withdrawn') return [fact.idea];
    return fact.type === 'obstacle-removed' ? [fact.obstacle] : [];
  });
  return { organization: person.organization, at, person: person.id, ids };
}

/** Erases somebody; asked by an admin, or by whoever runs Herald. */
export async function decideErasing(
  read: Reading,
  organization: string,
  asker: Person | null,
  command: ErasePerson | EraseByOperator,
): Promise<Decision> {
  const erasable = await erasableIn(read, organization, command.person);
  return erasePerson({ command, organization, asker, nobody: randomUUIDv7(), ...erasable });
}

/** Whom an erasure would concern. */
export async function erasableIn(read: Reading, organization: string, id: string): Promise<Erasable> {
  const everybody = await read.peopleOf(organization);
  return {
    whom: everybody.find((person) => person.id === id) ?? null,
    footprint: await read.footprint(id),
    otherAdmins: everybody.filter((person) => person.admin && person.active && person.id !== id).length,
  };
}

async function toldBy(read: Reading, person: Person, { at }: TakeWordsBack): Promise<readonly Told[]> {
  const { organization } = person;
  const told: Told[] = [];
  for (const id of await read.toldUntil(person.id, at)) {
    const story = await read.story(organization, id);
    if (story === null) continue;
    told.push({ story, praise: await read.praiseOfStory(organization, id) });
  }
  return told;
}

/** In whichever chat they told it. */
async function undecidedBy(read: Reading, { id }: Person, { at }: TakeWordsBack): Promise<readonly UndecidedStory[]> {
  const undecided: UndecidedStory[] = [];
  for (const identity of await read.identitiesOf(id)) undecided.push(...(await read.undecidedStories(identity, at)));
  return undecided;
}

async function proposedBy(
  read: Reading,
  { id, organization }: Person,
  { at }: TakeWordsBack,
): Promise<readonly KnownIdea[]> {
  const ideas: KnownIdea[] = [];
  for (const one of await read.proposedUntil(id, at)) {
    const idea = await read.idea(organization, one);
    if (idea !== null) ideas.push(idea);
  }
  return ideas;
}
