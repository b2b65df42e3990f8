import type { Identity } from './commands.ts';
import type { MyObstacles } from './obstacles.ts';
import type { Ledger, Reading } from './ports.ts';
import type { Question } from './questions.ts';
import { below, CLEARED_TOLD, IDEAS_TOLD } from './recognition/digest-below.ts';
import { nextDue } from './recognition/digest-due.ts';
import { asSeenBy } from './recognition/hide-unnamed.ts';
import { lookAtIdea } from './recognition/idea-choices.ts';
import { mayRewrite, maySee } from './recognition/may-change.ts';
import type { Person } from './recognition/organization.ts';
import { previewDigest } from './recognition/preview-digest.ts';
import { settingsOf, showSettings } from './recognition/settings.ts';
import { lookAtPraise } from './recognition/settle-praise.ts';
import { named } from './recognition/story-heroes.ts';
import { weekOf } from './recognition/week.ts';
import { pulseOf } from './shown-pulse.ts';
import type { Touchpoint } from './touchpoints.ts';
import type { Meant, Story, View } from './views.ts';

/** How many of each a person is shown at once. */
const LISTED = 20;

type PersonsQuestion = Exclude<
  Question,
  { type: 'help' | 'feed' | 'people' | 'known' | 'addresses' | 'may-forward' | 'teams' }
>;

/** Looks something up for a person, who sees only what is for their eyes. */
export async function answerPerson(ledger: Ledger, person: Person, question: PersonsQuestion): Promise<View> {
  const view = await answerFor(ledger, person, question);
  return asSeenBy(person, view, await ledger.read.unnamed(person.organization));
}

async function answerFor(ledger: Ledger, person: Person, question: PersonsQuestion): Promise<View> {
  const { read, search } = ledger;
  switch (question.type) {
    case 'inbox':
      return { type: 'inbox', ...(await read.waitingPraise(person, LISTED)) };
    case 'mine':
      return {
        type: 'mine',
        aboutMe: await read.storiesAbout(person, LISTED),
        told: await read.storiesToldBy(person, LISTED),
        ideas: await read.ideasOf(person.id, LISTED),
        obstacles: await read.obstaclesOf(person.id, LISTED),
      };
    case 'search': {
      const { words } = question;
      if (!/[\p{L}\p{N}]/u.test(words)) return { type: 'refusal', reason: 'no-search-words' };
      return { type: 'search-results', words, ...(await search(person.organization, words, LISTED)) };
    }
    case 'story': {
      const story = await read.story(person.organization, question.story);
      if (story === null || !maySee(story, person)) return { type: 'refusal', reason: 'story-unknown' };
      const cheeredByMe = await read.cheeredBy(story.id, person.id);
      const mayChange = mayRewrite(story, person);
      return { type: 'story', story, cheeredByMe, mayChange, ...(mayChange ? await meant(read, person, story) : {}) };
    }
    case 'praise':
      return lookAtPraise(await read.praise(person.organization, question.praise), person);
    case 'ideas':
      return { type: 'ideas', ...(await read.ideas(person.organization, LISTED)) };
    case 'idea':
      return lookAtIdea(await read.idea(person.organization, question.idea), person);
    case 'obstacles':
    case 'obstacle': {
      const { answerObstacles } = await import('./obstacle-answers.ts');
      return answerObstacles(read, person, question);
    }
    case 'home':
      return answerHome(read, person, question.at);
    case 'settings':
      return answerSettings(read, person, question.by);
    case 'touchpoints':
      return answerTouchpoints(read, person, question.words);
    case 'touchpoint-map':
      return answerMap(read, person, question.at);
    case 'digest-preview':
      return answerPreview(read, person, question.at);
    case 'pulse':
    case 'pulse-csv': {
      const { answerPulse } = await import('./answer-pulse.ts');
      return answerPulse(read, person, question);
    }
    default: {
      const { answerPrivacy } = await import('./answer-privacy.ts');
      return answerPrivacy(ledger, person, question);
    }
  }
}

async function answerMap(read: Reading, person: Person, at: string): Promise<View> {
  const { mapTouchpoints, OBSTACLES_SHOWN } = await import('./recognition/map-touchpoints.ts');
  const told = await read.lastTold(person.organization);
  const known = told.map(async (last) => ({
    ...last,
    obstacles: await read.openObstaclesAt(last.touchpoint.id, OBSTACLES_SHOWN + 1),
  }));
  return mapTouchpoints(await Promise.all(known), person, at);
}

async function answerTouchpoints(read: Reading, person: Person, words: string | null): Promise<View> {
  const touchpoints = await read.touchpoints(person.organization);
  const suggested = words === null ? null : await suggestedBy(words, touchpoints);
  return { type: 'touchpoints', touchpoints, changed: null, suggested, mayChange: person.admin };
}

async function meant(read: Reading, { organization }: Person, story: Story): Promise<Meant> {
  const { meantBy } = await import('./meant.ts');
  return meantBy(read, organization, story);
}

async function suggestedBy(words: string, touchpoints: readonly Touchpoint[]): Promise<string | null> {
  const { suggestTouchpoint } = await import('./recognition/suggest-touchpoint.ts');
  return suggestTouchpoint(words, touchpoints)?.name ?? null;
}

async function answerPreview(read: Reading, person: Person, at: string): Promise<View> {
  const organization = await read.organization(person.organization);
  if (organization === null) return unknown({ connection: '', user: named(person).name });
  return previewDigest({
    asker: person,
    organization,
    now: at,
    digestWeeks: await read.digestWeeks(organization.id, weekOf(at, organization.schedule.timeZone)),
    untold: await read.untoldWins(organization.id),
    below: below({
      ideas: await read.untoldIdeas(organization.id, IDEAS_TOLD),
      cleared: await read.untoldCleared(organization.id, CLEARED_TOLD),
    }),
  });
}

async function answerHome(read: Reading, person: Person, at: string): Promise<View> {
  const organization = await read.organization(person.organization);
  if (organization === null) return unknown({ connection: '', user: named(person).name });
  const { id, schedule, scheduledSince } = organization;
  const digestWeeks = await read.digestWeeks(id, weekOf(at, schedule.timeZone));
  const { week, due } = nextDue({ schedule, scheduledSince, now: at, digestWeeks });
  const coming = await read.comingWins(id, week, LISTED + 1);
  const aboutMe = await read.storiesAbout(person, LISTED);
  const told = await read.storiesToldBy(person, LISTED);
  const inbox = await read.waitingPraise(person, LISTED);
  const ideas = await read.ideasOf(person.id, LISTED);
  const obstacles = await read.obstaclesOf(person.id, LISTED);
  return {
    type: 'home',
    aboutMe,
    told,
    ideas,
    inbox,
    obstacles,
    thisWeek: coming.slice(0, LISTED),
    moreThisWeek: coming.length > LISTED,
    due,
    pulse: await pulseOf(read, organization, null, at),
    firstSteps:
      aboutMe.length + told.length + inbox.praise.length + countOf(obstacles) === 0 &&
      ideas.proposed.length + ideas.helped.length === 0,
    welcomed: await read.isWelcomed(person.id),
  };
}

function countOf({ waitedOn, owned }: MyObstacles): number {
  return waitedOn.length + owned.length;
}

async function answerSettings(read: Reading, person: Person, by: Identity): Promise<View> {
  const organization = await read.organization(person.organization);
  if (organization === null) return unknown(by);
  const people = await read.peopleOnConnection(by.connection);
  const settings = showSettings(settingsOf(organization, by.connection), people);
  return { type: 'settings', settings, mayChange: person.admin };
}

function unknown({ user }: Identity): View {
  return { type: 'refusal', reason: 'person-unknown', name: user };
}
