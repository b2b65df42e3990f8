import type { Fact } from '../src/recognition/decision.ts';
import { writeAddress } from './addresses.ts';
import { removeCheer, removeCheers, writeCheer } from './cheers.ts';
import type { Statements } from './database.ts';
import { writeDigest } from './digests.ts';
import { writeIdeaFact } from './idea-facts.ts';
import { unlinkStory } from './idea-stories.ts';
import {
  confirmNomination,
  moveNominations,
  removeNomination,
  writeNomination,
  writeWithdrawal,
} from './nominations.ts';
import { writeObstacleFact } from './obstacle-facts.ts';
import {
  moveChannel,
  writeChannelLoss,
  writeClock,
  writeConnection,
  writeLoss,
  writeOrganization,
  writeSettings,
} from './organizations.ts';
import { writeManager, writePerson, writeWelcome } from './people.ts';
import { reopenPraise, settlePraiseAs, writeCompletion, writePraise, writeSettlement } from './praise.ts';
import { expirePraise, writeReminded } from './praise-lifetime.ts';
import { writePulseFact } from './pulse-facts.ts';
import { callOff } from './received.ts';
import { giveUpAt, moveDeliveries, postAgain, resumeParked } from './stopped-deliveries.ts';
import { detailStory, moveStory, removeStory, rewordStory, writeStory } from './stories.ts';
import { beginErasure, beginTakingBack, hideName } from './sweeps.ts';
import { writeTouchpointFact } from './touchpoints.ts';
import { writeTrace } from './traces.ts';
import { holdWin, settleWin } from './wins.ts';

/** Makes a fact true. */
export async function writeFact(handle: Statements, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'story-told':
      return writeStory(handle, fact.organization, fact.story, fact.praise);
    case 'story-moved':
      await moveStory(handle, fact.organization, fact.story);
      await settlePraiseAs(handle, fact.story.id, fact.story.lane);
      return writeTrace(handle, fact.story.id, `moved to ${fact.story.lane}`, fact);
    case 'win-confirmed':
      await settleWin(handle, fact.story);
      return writeTrace(handle, fact.story, 'confirmed as win', fact);
    case 'story-retracted':
      await removeStory(handle, fact.story);
      await removeCheers(handle, fact.story.id);
      await unlinkStory(handle, fact.story.id);
      return writeTrace(handle, fact.story.id, `retracted ${fact.story.lane}`, fact);
    case 'words-corrected':
      await rewordStory(handle, fact.story);
      return writeTrace(handle, fact.story.id, 'words corrected', fact);
    case 'details-added':
      await detailStory(handle, fact.organization, fact.story);
      return writeTrace(handle, fact.story.id, 'details added', fact);
    case 'story-cheered':
      return writeCheer(handle, fact);
    case 'cheer-taken-back':
      return removeCheer(handle, fact.story, fact.by);
    case 'win-held':
      await holdWin(handle, fact.story, fact.until);
      return writeTrace(handle, fact.story, `held until after ${fact.until}`, fact);
    case 'win-released':
      await holdWin(handle, fact.story, null);
      return writeTrace(handle, fact.story, 'released', fact);
    case 'praise-captured':
      return writePraise(handle, fact.organization, fact.praise, fact.fingerprints);
    case 'praise-completed':
      return writeCompletion(handle, fact.praise);
    case 'praise-settled':
      return writeSettlement(handle, fact.praise);
    case 'praise-reopened':
      return reopenPraise(handle, fact.praise);
    case 'praise-expired':
      return expirePraise(handle, fact.praise, fact.at);
    case 'inbox-reminded':
      return writeReminded(handle, fact.praise, fact.at);
    case 'digest-planned':
      return writeDigest(handle, fact);
    case 'message-nominated':
      return writeNomination(handle, fact.organization, fact.nomination);
    case 'nomination-withdrawn':
      return removeNomination(handle, fact.nomination);
    case 'withdrawal-remembered':
      return writeWithdrawal(handle, fact);
    case 'telling-called-off':
      return callOff(handle, fact.organization, fact.key, fact.reply);
    case 'nomination-confirmed':
      return confirmNomination(handle, fact.nomination, fact.story);
    case 'posting-again':
      return postAgain(handle, fact.delivery, fact.at);
    case 'touchpoint-added':
    case 'touchpoint-changed':
    case 'touchpoint-removed':
    case 'touchpoints-ordered':
      return writeTouchpointFact(handle, fact);
    case 'idea-proposed':
    case 'idea-changed':
    case 'idea-withdrawn':
    case 'hand-lent':
    case 'hand-taken-back':
    case 'idea-linked':
    case 'idea-unlinked':
    case 'idea-put-forward':
    case 'ideas-told':
      return writeIdeaFact(handle, fact);
    case 'week-counted':
    case 'cohort-drawn':
    case 'cohort-withheld':
    case 'cohorts-let-go':
    case 'team-chosen':
    case 'team-dropped':
    case 'team-kept':
      return writePulseFact(handle, fact);
    case 'obstacle-reported':
    case 'obstacle-came-up':
    case 'obstacle-changed':
    case 'obstacle-left':
    case 'obstacle-removed':
    case 'report-taken-back':
    case 'obstacles-raised':
    case 'obstacles-told':
      return writeObstacleFact(handle, fact);
    default:
      return writeHouseFact(handle, fact);
  }
}

type HouseFact = Extract<
  Fact,
  {
    type:
      | 'connection-opened'
      | 'connection-reopened'
      | 'connection-lost'
      | 'place-lost'
      | 'place-found'
      | 'place-moved'
      | 'address-kept'
      | 'organization-founded'
      | 'settings-changed'
      | 'person-met'
      | 'manager-named'
      | 'person-welcomed'
      | 'person-erased'
      | 'name-hidden'
      | 'words-taken-back'
      | 'clock-moved';
  }
>;

async function writeHouseFact(handle: Statements, fact: HouseFact): Promise<void> {
  switch (fact.type) {
    case 'connection-opened':
      return writeConnection(handle, fact.organization, fact.connection, fact.at);
    case 'connection-reopened':
      await writeLoss(handle, fact.connection, null);
      return resumeParked(handle, fact.organization, fact.at);
    case 'connection-lost':
      return writeLoss(handle, fact.connection, fact.why);
    case 'place-lost':
      await writeChannelLoss(handle, fact.place, fact.why);
      return giveUpAt(handle, fact.place, fact.why);
    case 'place-found':
      return writeChannelLoss(handle, fact.place, null);
    case 'place-moved':
      await moveChannel(handle, fact.from, fact.to);
      await moveNominations(handle, fact.from, fact.to);
      return moveDeliveries(handle, fact.from, fact.to);
    case 'address-kept':
      return writeAddress(handle, fact);
    case 'settings-changed':
      return writeSettings(handle, fact);
    case 'manager-named':
      return writeManager(handle, fact.person, fact.manager);
    case 'person-welcomed':
      return writeWelcome(handle, fact.person, fact.at);
    case 'person-erased':
      return beginErasure(handle, fact);
    case 'name-hidden':
      return hideName(handle, fact);
    case 'words-taken-back':
      return beginTakingBack(handle, fact);
    case 'organization-founded':
      return writeOrganization(handle, fact);
    case 'person-met':
      return writePerson(handle, fact);
    case 'clock-moved':
      return writeClock(handle, fact.organization, fact.aheadMs);
    default:
      return fact satisfies never;
  }
}
