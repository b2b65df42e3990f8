import type { Platform } from '../commands.ts';
import type { View } from '../views.ts';
import { messageName } from './labels.ts';
import { count } from './names.ts';
import type { Pen } from './pen.ts';

type Of<Type extends View['type']> = Extract<View, { type: Type }>;

export type AboutTheHouse = Of<
  | 'people'
  | 'known'
  | 'people-met'
  | 'help'
  | 'home'
  | 'settings'
  | 'settings-changed'
  | 'welcome'
  | 'welcomed-before'
  | 'clock-moved'
  | 'inboxes-reminded'
  | 'praise-let-go'
  | 'connection-open'
  | TroubleType
>;

type TroubleType =
  | 'connection-lost'
  | 'place-lost'
  | 'place-found'
  | 'addresses'
  | 'delivery-given-up'
  | 'delivery-unconfirmed'
  | 'posted-again';

/** About Herald itself: who is here, how it is set, what went wrong with it. */
export function houseHeadline(view: AboutTheHouse, pen: Pen): string {
  switch (view.type) {
    case 'people':
    case 'known':
      return `${count(view.people.length, 'person is', 'people are')} here`;
    case 'people-met':
      return `${count(view.people.length, 'person is', 'people are')} known to Herald now.`;
    case 'help':
      return 'What you can type';
    case 'home':
      return homeHeadline(view, pen);
    case 'settings':
      return view.mayChange ? 'How Herald is set up here' : 'How Herald is set up here. Only an admin can change it.';
    case 'settings-changed':
      return 'Saved. It holds from now on:';
    case 'welcome':
      return `Welcome, ${pen.name(view.person)}. Herald tells what colleagues did well, in the words of those who saw it.`;
    case 'welcomed-before':
      return 'Good to see you again.';
    case 'clock-moved':
      return `The clock stands at ${pen.when(view.at)} now.`;
    case 'inboxes-reminded':
      return `${count(view.people, 'person is', 'people are')} reminded of customers’ words that wait.`;
    case 'praise-let-go':
      return `${count(view.many, 'customer’s words are', 'customers’ words are')} kept no longer.`;
    case 'connection-open':
      return view.again === null ? 'Herald is connected.' : backHeadline(view.again);
    default:
      return troubleHeadline(view, pen);
  }
}

function backHeadline({ platform, why, waited }: NonNullable<Of<'connection-open'>['again']>): string {
  const before = why === 'uninstalled' ? 'it had been removed' : 'its token had not been accepted any more';
  const waiting =
    waited === 0
      ? 'Nothing waited to be said meanwhile.'
      : `${count(waited, 'message', 'messages')} waited meanwhile and ${waited === 1 ? 'goes' : 'go'} out now.`;
  return `Herald is back in ${platforms[platform]}: ${before}. ${waiting}`;
}

function homeHeadline({ firstSteps, thisWeek, moreThisWeek, due }: Of<'home'>, pen: Pen): string {
  if (firstSteps) return pen.typed('Who did something worth telling? Begin with /kudos @name and what happened.');
  const many = thisWeek.length;
  if (many === 0) return `No story waits for the digest of ${pen.when(due)} yet.`;
  const stories = moreThisWeek ? `more than ${many} stories` : count(many, 'story', 'stories');
  return `The digest of ${pen.when(due)} has ${stories} so far`;
}

const platforms: { readonly [platform in Platform]: string } = {
  web: 'the sandbox',
  slack: 'Slack',
  teams: 'Teams',
  email: 'mail',
};

/** To admins: what happened, and what they can do about it. */
function troubleHeadline(view: Of<TroubleType>, pen: Pen): string {
  switch (view.type) {
    case 'connection-lost':
      return view.why === 'uninstalled'
        ? `Herald was removed from ${platforms[view.platform]}. What it had to say there waits until it is installed again.`
        : `${platforms[view.platform]} no longer accepts Herald’s token. What it had to say there waits until a new token is set and Herald is started again.`;
    case 'place-lost':
      return pen.typed(
        `${lostPlace(view)} ${view.digest ? 'No digest is posted until you bring Herald back there or choose another channel with /kudos settings; no story is lost.' : 'What waited for it is not posted.'}`,
      );
    case 'place-found':
      return 'Herald can speak there again.';
    case 'addresses':
      return `${count(view.addresses.length, 'address is', 'addresses are')} kept.`;
    case 'delivery-given-up':
      return `${messageName(view.what)} could not be delivered and will not be tried again: ${pen.text(view.reason)}. Run herald doctor to see what is missing.`;
    case 'delivery-unconfirmed':
      return `${messageName(view.what)} may or may not have been posted: Herald was cut off while sending it and may not look. See whether it is there; if not, have it posted again.`;
    case 'posted-again':
      return `${messageName(view.what)} is being posted again.`;
    default:
      return view satisfies never;
  }
}

function lostPlace({ why, digest }: Of<'place-lost'>): string {
  const channel = digest ? 'The digest’s channel' : 'A channel that Herald had something to say in';
  if (why === 'archived') return `${channel} was archived.`;
  return digest
    ? 'Herald was removed from the digest’s channel.'
    : 'Herald was removed from a channel that it had something to say in.';
}
