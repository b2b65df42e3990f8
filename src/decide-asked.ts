import { randomUUIDv7 } from 'node:crypto';
import type {
  ChangeSettings,
  Command,
  ConfirmNomination,
  GiveKudos,
  HoldWin,
  Identity,
  Instant,
  Nominate,
  PlaceStory,
  ReleaseWin,
  RetractStory,
} from './commands.ts';
import { decidePraise } from './decide-praise.ts';
import { type IdeaAsked, isAboutIdea } from './ideas.ts';
import { mentioned } from './mentioned.ts';
import { placed } from './placed.ts';
import type { Reading } from './ports.ts';
import type { PulseCommand } from './pulse.ts';
import { addDetails } from './recognition/add-details.ts';
import { refuse } from './recognition/answer.ts';
import { bearingsOf } from './recognition/bear-on-obstacles.ts';
import { callOff } from './recognition/call-off.ts';
import { changeSettings } from './recognition/change-settings.ts';
import { cheerStory } from './recognition/cheer-story.ts';
import { confirmNomination } from './recognition/confirm-nomination.ts';
import { confirmWin } from './recognition/confirm-win.ts';
import { correctWords } from './recognition/correct-words.ts';
import type { Decision } from './recognition/decision.ts';
import { nextDue } from './recognition/digest-due.ts';
import { giveKudos, sameStorySince, type Telling } from './recognition/give-kudos.ts';
import { hideUnnamed } from './recognition/hide-unnamed.ts';
import { holdWin } from './recognition/hold-win.ts';
import { moveClock } from './recognition/house.ts';
import { moveStory } from './recognition/move-story.ts';
import { nominate, withdrawNomination } from './recognition/nominate.ts';
import type { Asker, Person } from './recognition/organization.ts';
import { postAgain } from './recognition/post-again.ts';
import { retractStory } from './recognition/retract-story.ts';
import { changeTouchpoints } from './recognition/touchpoints.ts';
import { weekOf } from './recognition/week.ts';
import { welcome } from './recognition/welcome.ts';
import { tidy } from './recognition/words.ts';
import type { TouchpointCommand } from './touchpoints.ts';
import type { Story } from './views.ts';

/** More than anybody tells while an undo waits to be decided. */
const FEW = 10;

/** What a person asks for in a chat. */
type AskedCommand = Exclude<Extract<Command, { readonly by: Identity }>, PulseCommand>;

/** Loads what the rule of a person's command needs, and runs it. */
export async function decideAsked(read: Reading, command: AskedCommand): Promise<Decision> {
  const asker = await read.asker(command.by);
  if (asker === null) return refuse({ reason: 'person-unknown', name: command.by.user });
  const decision = await decideFor(read, asker, command);
  const whole = await everywhere(read, asker.person, command, await withObstacles(read, decision));
  if (!asker.hides) return whole;
  return hideUnnamed(whole, await read.unnamed(asker.person.organization), asker.announce);
}

/** What a story tells of what stands in the way goes with it. */
async function withObstacles(read: Reading, decision: Decision): Promise<Decision> {
  const bearings = bearingsOf(decision);
  if (bearings.length === 0) return decision;
  const { bearOnObstacles } = await import('./decide-obstacles.ts');
  return bearOnObstacles(read, decision, bearings);
}

/** Much may go out of one digest when somebody takes all their words back. */
async function everywhere(read: Reading, person: Person, command: AskedCommand, decision: Decision): Promise<Decision> {
  if (command.type !== 'take-words-back') return decision;
  const { everywhereOnce } = await import('./decide-privacy.ts');
  return everywhereOnce(read, person, command, decision);
}

async function decideFor(read: Reading, asker: Asker, command: AskedCommand): Promise<Decision> {
  if (isAboutIdea(command)) {
    const { decideIdea } = await import('./decide-ideas.ts');
    return decideIdea(read, asker.person, command);
  }
  const decision = await withPlaceMeant(read, asker, await decideAbout(read, asker, command));
  if (!asker.ideas) return decision;
  const { alsoWhereLinked, soundingLike } = await import('./decide-ideas.ts');
  return soundingLike(read, asker, await alsoWhereLinked(read, asker.person.organization, decision));
}

async function withPlaceMeant(read: Reading, asker: Asker, decision: Decision): Promise<Decision> {
  if (!asker.touchpoints || decision.reply.type !== 'kudos-given') return decision;
  const { mayBeAt } = await import('./meant.ts');
  return mayBeAt(read, asker, decision);
}

async function decideAbout(read: Reading, asker: Asker, command: Exclude<AskedCommand, IdeaAsked>): Promise<Decision> {
  const { person } = asker;
  const { organization } = person;
  switch (command.type) {
    case 'give-kudos':
      return giveKudos({
        ...(await telling(read, asker, command)),
        command: await placed(read, organization, command),
      });
    case 'capture-praise':
    case 'settle-praise':
    case 'reopen-praise':
    case 'complete-praise':
      return decidePraise(read, person, command);
    case 'move-story': {
      const story = await read.story(organization, command.story);
      const telling = await read.digestTelling(organization, command.story);
      const praise = await read.praiseOfStory(organization, command.story);
      return moveStory({ command, mover: person, story, telling, praise });
    }
    case 'confirm-win':
      return confirmWin({ command, person, story: await read.story(organization, command.story) });
    case 'retract-story':
      return decideRetractStory(read, person, command);
    case 'correct-words': {
      const story = await read.story(organization, command.story);
      return correctWords({ command, person, story, telling: await read.digestTelling(organization, command.story) });
    }
    case 'add-details': {
      const story = await read.story(organization, command.story);
      const telling = await read.digestTelling(organization, command.story);
      return addDetails({ command: await placed(read, organization, command), person, story, telling });
    }
    case 'place-story':
      return decidePlaceStory(read, person, command);
    case 'nominate':
      return decideNominate(read, person, command);
    case 'withdraw-nomination': {
      const message = { ...command.message, connection: command.by.connection };
      return withdrawNomination({ command, person, known: await read.nominationOf(person.id, message) });
    }
    case 'confirm-nomination':
      return decideConfirmNomination(read, asker, command);
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
    case 'change-settings':
      return decideChangeSettings(read, person, command);
    case 'add-touchpoint':
    case 'change-touchpoint':
    case 'raise-touchpoint':
    case 'remove-touchpoint':
      return decideTouchpoints(read, person, command);
    case 'welcome':
      return welcome({ command, person, welcomed: await read.isWelcomed(person.id) });
    case 'post-again': {
      const delivery = await read.unconfirmedDelivery(organization, command.delivery);
      return postAgain({ command, person, delivery });
    }
    case 'move-clock': {
      const known = await read.organization(organization);
      if (known === null) return refuse({ reason: 'not-a-sample' });
      return moveClock({ command, organization: known, aheadMs: await read.clockAhead(organization) });
    }
    case 'report-obstacle':
    case 'take-obstacle':
    case 'release-obstacle':
    case 'clear-obstacle':
    case 'reopen-obstacle': {
      const { decideObstacle } = await import('./decide-obstacles.ts');
      return decideObstacle(read, person, command);
    }
    default: {
      const { decidePrivacy } = await import('./decide-privacy.ts');
      return decidePrivacy(read, person, command);
    }
  }
}

/** What is known around a story that a person tells. */
async function telling(
  read: Reading,
  { person, announce }: Asker,
  command: GiveKudos | ConfirmNomination,
): Promise<Telling> {
  const heroes = await mentioned(read, command.heroes);
  const inTheseWords = await read.storiesInTheseWords(person, tidy(command.words), sameStorySince(command.at));
  return { id: randomUUIDv7(), teller: person, heroes, inTheseWords, announce };
}

async function decideRetractStory(read: Reading, person: Person, command: RetractStory): Promise<Decision> {
  const { organization } = person;
  const { which, by, at } = command;
  const story = which === 'my-last' ? await lastTold(read, person, at) : await read.story(organization, which.story);
  const [undecided] = which === 'my-last' ? await read.undecidedStories(by, at) : [];
  if (undecided && undecided.at >= (story?.at ?? '')) return callOff({ command, person, story: undecided });
  const telling = story && (await read.digestTelling(organization, story.id));
  const praise = story && (await read.praiseOfStory(organization, story.id));
  return retractStory({ command, person, story, telling, praise });
}

/** Not what was told after it was asked, but decided before: an undo may wait, too. */
async function lastTold(read: Reading, person: Person, until: Instant): Promise<Story | null> {
  const newest = await read.storiesToldBy(person, FEW);
  return newest.find(({ at }) => at <= until) ?? null;
}

async function decidePlaceStory(read: Reading, person: Person, command: PlaceStory): Promise<Decision> {
  const { organization } = person;
  const story = await read.story(organization, command.story);
  const touchpoint = (await read.touchpoints(organization)).find(({ id }) => id === command.touchpoint);
  if (touchpoint === undefined) return refuse({ reason: 'touchpoint-unknown' });
  const details = { customer: story?.customer ?? null, touchpoint: touchpoint.name };
  const telling = await read.digestTelling(organization, command.story);
  return addDetails({ command: { ...command, type: 'add-details', ...details }, person, story, telling });
}

async function decideNominate(read: Reading, nominator: Person, command: Nominate): Promise<Decision> {
  const message = { ...command.message, connection: command.by.connection };
  const earlier = await read.nominationOf(nominator.id, message);
  const heroes = await mentioned(read, command.heroes);
  const told = earlier?.story ? await read.story(nominator.organization, earlier.story) : null;
  const withdrawnUntil = await read.withdrawnUntil(nominator.id, message);
  return nominate({ command, id: randomUUIDv7(), nominator, heroes, earlier, told, withdrawnUntil });
}

async function decideConfirmNomination(read: Reading, asker: Asker, command: ConfirmNomination): Promise<Decision> {
  const { organization } = asker.person;
  const known = await read.nomination(organization, command.nomination);
  const told = known?.story ? await read.story(organization, known.story) : null;
  const placedThere = await placed(read, organization, command);
  return confirmNomination({ command: placedThere, known, told, ...(await telling(read, asker, command)) });
}

async function decideChangeSettings(read: Reading, person: Person, command: ChangeSettings): Promise<Decision> {
  const organization = await read.organization(person.organization);
  if (organization === null) return refuse({ reason: 'person-unknown', name: command.by.user });
  const people = await read.peopleOnConnection(command.by.connection);
  return changeSettings({ command, person, organization, people });
}

async function decideTouchpoints(read: Reading, person: Person, command: TouchpointCommand): Promise<Decision> {
  const { organization } = person;
  const removed = command.type === 'add-touchpoint' ? await read.removedTouchpoint(organization, command.name) : null;
  const id = removed ?? randomUUIDv7();
  return changeTouchpoints({ command, person, touchpoints: await read.touchpoints(organization), id });
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
