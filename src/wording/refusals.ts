import type { IdeaRefusal } from '../ideas.ts';
import type { Refusal } from '../views.ts';
import { ideaRefusal } from './idea-refusals.ts';
import { settledAs } from './labels.ts';
import { count, joinChoices, joinNames } from './names.ts';
import { obstacleRefusal } from './obstacle-refusals.ts';
import type { Pen } from './pen.ts';
import { shortened } from './shorten.ts';
import { touchpointRefusal } from './touchpoints.ts';

/** As much of a wrong name or a search as helps to recognise it. */
const ECHO_LIMIT = 60;

/** Why not, and what to do next. */
export function refusalSentence(refusal: Refusal, pen: Pen): string {
  switch (refusal.reason) {
    case 'idea-without-words':
    case 'idea-unknown':
    case 'already-proposed':
    case 'your-own-idea':
    case 'not-your-idea':
    case 'not-yours-to-answer':
    case 'clearing-missing':
    case 'rest-reason-missing':
    case 'already-backed':
    case 'idea-stands-so':
    case 'story-kept-between':
      return ideaRefusal(refusal, pen);
    case 'no-hero-named':
      return 'Who was it? Name at least one colleague with @, then say what happened.';
    case 'only-yourself':
      return 'You named only yourself. Name a colleague who was in it too, or ask somebody who saw it to tell it.';
    case 'own-message-marked':
      return 'The message you marked is your own and names nobody else. Choose whom it is about, or ask somebody who was there to mark it.';
    case 'only-bots':
      return 'Stories are about people, and only bots are named here. Name at least one colleague with @.';
    case 'no-words':
      return 'What happened? Write a sentence about it after the names.';
    case 'what-broke-missing':
      return 'What had gone wrong first? Write in a few words what broke (never who), then send it again.';
    case 'no-search-words':
      return 'What are you looking for? Write a word or two of the story after “search”.';
    case 'too-long':
    case 'too-many-heroes':
      return tooMuch(refusal);
    case 'too-many-stories':
      return `Not told: Herald takes up to ${refusal.limit} stories a minute from one person. Your words are still here; send them again in a minute.`;
    case 'person-unknown':
      return `Nobody here is called “${echo(refusal.name, pen)}”. Type @ and choose from the list, or use the form: what you wrote is kept.`;
    case 'name-ambiguous':
      return `“${echo(refusal.name, pen)}” could be ${joinChoices(refusal.people.map(pen.name))}. Choose whom you mean.`;
    case 'nothing-readable':
      return unreadable(refusal);
    case 'mail-not-read':
      return `The mail that you forwarded on ${pen.when(refusal.at)} could not be taken in. ${unreadable(refusal)}`;
    case 'person-deactivated':
      return `${echo(refusal.name, pen)} has no account here any more. Leave the name out and tell it about the others.`;
    case 'setting-unusable':
      return unusable(refusal, pen);
    case 'not-permitted':
      return `Herald may not read that here. Ask an admin to grant it ${joinNames(refusal.needs.map(pen.text))} where the app is set up, then do it again.`;
    case 'platform-silent':
      return 'Not told: Herald could not find out whom you mean, and has stopped trying. Your words are still here; send them again later.';
    case 'not-stored-yet':
      return 'Not stored yet: Herald could not write it down just now. Your words are still here; send them again in a moment.';
    default:
      return lateOrNotYours(refusal, pen);
  }
}

type Given<Reason extends Refusal['reason']> = Extract<Refusal, { reason: Reason }>;

const tooLongThings = {
  words: 'The story',
  whatBroke: 'What broke',
  whatChanged: 'What changed',
  customer: 'The customer’s name',
  touchpoint: 'The place',
  promise: 'The promise',
  idea: 'The idea',
  clearing: 'What you clear',
  restReason: 'The reason',
} as const;

function tooMuch(refusal: Given<'too-long' | 'too-many-heroes'>): string {
  const limit = refusal.limit.toLocaleString('en');
  if (refusal.reason === 'too-many-heroes') {
    return `You named ${count(refusal.named, 'person', 'people')}, and up to ${limit} fit into one story. Name those who were closest to it.`;
  }
  const length = count(refusal.length, 'character', 'characters');
  const over = (refusal.length - refusal.limit).toLocaleString('en');
  return `${tooLongThings[refusal.field]} is ${length} long, and up to ${limit} fit. Shorten it by ${over} and send it again.`;
}

function unreadable({ what, limit }: Given<'nothing-readable' | 'mail-not-read'>): string {
  switch (what) {
    case 'empty':
      return 'There is nothing to read in it. Forward the mail once more, or paste the customer’s words.';
    case 'not-a-mail':
      return 'This is not a mail that can be read. Save the mail as .eml, or paste the customer’s words.';
    case 'too-big':
      return `This mail is too big${limit === null ? '' : ` (up to ${megabytes(limit)} fit)`}. Forward it without its attachments, or paste the customer’s words.`;
    case 'too-tangled':
      return 'This mail is built so that reading it takes too long. Paste the customer’s words instead.';
    case 'winmail':
      return 'This mail came as winmail.dat, which only Outlook can open. Forward it as plain text or HTML, or paste the customer’s words.';
    case 'encrypted':
      return 'This mail is encrypted. Open it yourself and paste the customer’s words.';
    default:
      return what satisfies never;
  }
}

function unusable({ setting, given }: Given<'setting-unusable'>, pen: Pen): string {
  switch (setting) {
    case 'schedule':
      return 'The digest needs one day and one time, from 0:00 to 23:59. Choose them and save again.';
    case 'timeZone':
      return `“${echo(given, pen)}” is no time zone. Write it like Europe/Berlin, then save again.`;
    case 'nominationEmoji':
      return `“${echo(given, pen)}” is no reaction’s name. Write it like firefly, then save again.`;
    case 'praiseDays':
      return 'Customers’ words can be kept from 1 to 3,650 days. Write a whole number, then save again.';
    case 'forwarders':
      return `“${echo(given, pen)}” is no mail address. Write addresses like ana@example.com or whole companies like @example.com, then save again.`;
    default:
      return setting satisfies never;
  }
}

type LateOrNotYours = Exclude<
  Refusal,
  Given<
    | IdeaRefusal['reason']
    | 'no-hero-named'
    | 'only-yourself'
    | 'own-message-marked'
    | 'only-bots'
    | 'no-words'
    | 'what-broke-missing'
    | 'no-search-words'
    | 'too-long'
    | 'too-many-heroes'
    | 'too-many-stories'
    | 'person-unknown'
    | 'name-ambiguous'
    | 'nothing-readable'
    | 'mail-not-read'
    | 'not-stored-yet'
    | 'person-deactivated'
    | 'setting-unusable'
    | 'not-permitted'
    | 'platform-silent'
  >
>;

function lateOrNotYours(refusal: LateOrNotYours, pen: Pen): string {
  switch (refusal.reason) {
    case 'already-told':
      return `You told this story already, on ${pen.when(refusal.at)}; it stands once. To change it, correct its words.`;
    case 'already-settled':
      if (refusal.yours !== null)
        return `You settled this already as ${settledAs[refusal.as]}, on ${pen.when(refusal.at)}. If you see it differently now, put it back into the inbox.`;
      return `${pen.name(refusal.by)} settled this already as ${settledAs[refusal.as]}, on ${pen.when(refusal.at)}. If you see it differently, ask them.`;
    case 'already-in-this-lane':
      return `This story is ${settledAs[refusal.lane]} already. Nothing is left to do.`;
    case 'not-yours-to-change':
      return `Only ${pen.name(refusal.teller)}, who told this story, can change it. Ask them, or tell your own.`;
    case 'not-yours-to-settle':
      return `${pen.name(refusal.forwarder)} brought these words in and says what they are. Ask them, or a manager, to settle it.`;
    case 'story-unknown':
      return pen.typed(
        'This story is not here any more; somebody may have taken it back. Look for others with /kudos mine or /kudos search.',
      );
    case 'praise-without-words':
      return 'The customer’s words are missing. Copy them out of the mail and paste them in first.';
    case 'praise-unknown':
      return pen.typed('These words are not here any more. See what waits for you with /kudos inbox.');
    case 'nomination-unknown':
      return 'This mark is not there any more, or it is somebody else’s. Mark the message again to tell it.';
    case 'team-unknown':
      return pen.typed('This team has no pulse of its own any more. See which ones have with /kudos pulse.');
    case 'too-many-teams':
      return `At most ${refusal.limit} teams can have a pulse of their own; you chose ${refusal.chosen.toLocaleString('en')}. Choose fewer.`;
    case 'delivery-unknown':
      return 'This message does not wait for an answer any more; another admin may have given it. Nothing is left to do.';
    case 'nothing-to-undo':
      return pen.typed('You have no story to take back. Tell one with /kudos @name and what happened.');
    case 'not-a-forwarder':
      return 'Mail is taken in here from those whom the company has named. Ask an admin to add your address, then forward it again.';
    case 'mail-from-stranger':
      return `A mail from ${refusal.sender === null ? 'an unknown sender' : pen.text(refusal.sender)} came to a channel’s address and was left there, since that sender is not on the list of forwarders. If it should be, add the address with ${pen.typed('/kudos settings')}; or paste the customer’s words behind ${pen.typed('/kudos praise')}.`;
    case 'admins-only':
      return 'Only an admin can do this. Ask one of yours.';
    case 'last-admin':
      return 'You are the only admin here. Ask somebody else to become one first, then erase yourself.';
    case 'bot-not-erased':
      return `${pen.text(refusal.name)} is a bot: there is nobody behind it to erase. Nothing is left to do.`;
    case 'not-a-sample':
      return pen.typed(
        'Only a sample company’s clock can be moved. To see what the digest will tell, type /kudos digest.',
      );
    case 'clock-backwards':
      return 'The clock only moves forward. Choose a later moment.';
    case 'no-digest-channel':
      return pen.typed(
        'There is no channel to post the digest in, so its stories wait. Ask an admin to choose one with /kudos settings; Herald has to be in it. Then post it again.',
      );
    case 'touchpoint-without-name':
    case 'touchpoint-known':
    case 'too-many-touchpoints':
    case 'touchpoint-unknown':
      return touchpointRefusal(refusal, pen);
    case 'not-in-the-digest-queue':
      return pen.typed('This story does not wait for the next digest. See which stories do with /kudos digest.');
    case 'obstacle-without-words':
    case 'obstacle-unknown':
    case 'points-at-somebody':
    case 'obstacle-owned':
    case 'not-the-owner':
    case 'what-changed-missing':
      return obstacleRefusal(refusal, pen);
    default:
      return refusal satisfies never;
  }
}

function echo(text: string, pen: Pen): string {
  return pen.text(shortened(text.replace(/\s+/g, ' ').trim(), ECHO_LIMIT));
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_048_576)} MB`;
}
