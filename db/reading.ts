import type { Reading } from '../src/ports.ts';
import { addressesOf } from './addresses.ts';
import { cheeredBy } from './cheers.ts';
import type { Statements } from './database.ts';
import { untoldIdeas } from './digest-ideas.ts';
import {
  digestAsItStands,
  digestOfWeek,
  digestsTellingIdea,
  digestTelling,
  digestTellingObstacle,
  digestWeeks,
  lastDigestBefore,
} from './digests.ts';
import { digestsWithWordsOf, footprint, proposedUntil, toldUntil } from './footprint.ts';
import { createHouseReading } from './house-reading.ts';
import { ideasSharing } from './idea-terms.ts';
import { ideaById, ideaInTheseWords, ideaOfStory, ideas, ideasOf, unansweredIdeas } from './ideas.ts';
import { nominationById, nominationOf, withdrawnUntil } from './nominations.ts';
import { obstacleReading } from './obstacles.ts';
import { feed } from './outbox.ts';
import { praiseByFingerprint, praiseById, praiseOfStory, waitingPraise } from './praise.ts';
import { settledBefore, unremindedPraise } from './praise-lifetime.ts';
import { createPulseReading } from './pulse.ts';
import { undecidedStories } from './received.ts';
import { parked, unconfirmedDelivery, waitingAt } from './stopped-deliveries.ts';
import { storiesAbout, storiesInTheseWords, storiesToldBy, story } from './stories.ts';
import { lastTold, removedTouchpoint, touchpointNamed, touchpoints } from './touchpoints.ts';
import { isUnnamed, unnamed } from './unnamed.ts';
import { comingWins, untoldWins } from './wins.ts';

/** Everything that can be read, over one handle: the writer's within a transaction, or the reader's beside it. */
export function createReading(handle: Statements): Reading {
  return {
    ...createHouseReading(handle),
    ...obstacleReading(handle),
    unnamed: (organization) => unnamed(handle, organization),
    isUnnamed: (person) => isUnnamed(handle, person),
    footprint: (person) => footprint(handle, person),
    toldUntil: (person, until) => toldUntil(handle, person, until),
    proposedUntil: (person, until) => proposedUntil(handle, person, until),
    digestsWithWordsOf: (person) => digestsWithWordsOf(handle, person),
    addresses: (connection) => addressesOf(handle, connection),
    story: (organization, id) => story(handle, organization, id),
    storiesInTheseWords: (teller, words, since) => storiesInTheseWords(handle, teller, words, since),
    storiesAbout: (person, limit) => storiesAbout(handle, person, limit),
    storiesToldBy: (teller, limit) => storiesToldBy(handle, teller, limit),
    cheeredBy: (id, person) => cheeredBy(handle, id, person),
    digestTelling: (organization, id) => digestTelling(handle, organization, id),
    digestAsItStands: (organization, id) => digestAsItStands(handle, organization, id),
    digestTellingObstacle: (organization, obstacle) => digestTellingObstacle(handle, organization, obstacle),
    digestOfWeek: (organization, week) => digestOfWeek(handle, organization, week),
    lastDigestBefore: (organization, week) => lastDigestBefore(handle, organization, week),
    digestWeeks: (organization, from) => digestWeeks(handle, organization, from),
    untoldWins: (organization) => untoldWins(handle, organization),
    comingWins: (organization, week, limit) => comingWins(handle, organization, week, limit),
    nomination: (organization, id) => nominationById(handle, organization, id),
    nominationOf: (person, message) => nominationOf(handle, person, message),
    withdrawnUntil: (person, message) => withdrawnUntil(handle, person, message),
    undecidedStories: (teller, until) => undecidedStories(handle, teller, until),
    praise: (organization, id) => praiseById(handle, organization, id),
    praiseOfStory: (organization, id) => praiseOfStory(handle, organization, id),
    praiseByFingerprint: (organization, fingerprints) => praiseByFingerprint(handle, organization, fingerprints),
    unremindedPraise: (organization, before, limit) => unremindedPraise(handle, organization, before, limit),
    settledBefore: (organization, before, limit) => settledBefore(handle, organization, before, limit),
    waitingPraise: (person, limit) => waitingPraise(handle, person, limit),
    waitingAt: (place) => waitingAt(handle, place),
    parked: (organization) => parked(handle, organization),
    unconfirmedDelivery: (organization, id) => unconfirmedDelivery(handle, organization, id),
    touchpoints: (organization) => touchpoints(handle, organization),
    touchpointNamed: (organization, name) => touchpointNamed(handle, organization, name),
    removedTouchpoint: (organization, name) => removedTouchpoint(handle, organization, name),
    lastTold: (organization) => lastTold(handle, organization),
    idea: (organization, id) => ideaById(handle, organization, id),
    ideaInTheseWords: (author, words) => ideaInTheseWords(handle, author, words),
    ideasSharing: (organization, terms, limit) => ideasSharing(handle, organization, terms, limit),
    ideas: (organization, limit) => ideas(handle, organization, limit),
    ideasOf: (person, limit) => ideasOf(handle, person, limit),
    unansweredIdeas: (organization, before, limit) => unansweredIdeas(handle, organization, before, limit),
    ideaOfStory: (organization, id) => ideaOfStory(handle, organization, id),
    digestsTellingIdea: (organization, idea) => digestsTellingIdea(handle, organization, idea),
    untoldIdeas: (organization, limits) => untoldIdeas(handle, organization, limits),
    feed: (place, limit) => feed(handle, place, limit),
    pulse: createPulseReading(handle),
  };
}
