import type { Instant, RemindInboxes } from '../commands.ts';
import type { Announcement, Decision } from './decision.ts';
import type { Organization, Person } from './organization.ts';
import { workingDaysAfter } from './working-days.ts';

/** How long a customer's words may wait before Herald speaks of them again, once. */
const PATIENCE_DAYS = 2;
/** No sooner than that are they due, whatever the time zone and the weekend. */
const PATIENCE_HOURS = 24 * PATIENCE_DAYS - 12;

/** Somebody, and whether any chat reaches them. */
export type Reachable = { readonly person: Person; readonly reached: boolean };

/** Words that wait and of which nobody was reminded yet. */
export type Unreminded = { readonly praise: string; readonly forwarder: string; readonly capturedAt: Instant };

type Known = {
  readonly command: RemindInboxes;
  readonly organization: Pick<Organization, 'id' | 'schedule'>;
  readonly waiting: readonly Unreminded[];
  readonly people: readonly Reachable[];
};

/** What came in after this moment need not be looked at yet. */
export function unremindedBefore(now: Instant): Instant {
  return new Date(Date.parse(now) - PATIENCE_HOURS * 3_600_000).toISOString();
}

/** Whose reminders are due by now. */
export function isReminderDue({ capturedAt }: Unreminded, now: Instant, timeZone: string): boolean {
  return workingDaysAfter(capturedAt, PATIENCE_DAYS, timeZone) <= now;
}

/**
 * Reminds each owner of what waits for them, once: in one message, however much it is. Where no chat reaches the owner,
 * those who manage are reminded instead.
 */
export function remindInboxes({ command, organization, waiting, people }: Known): Decision {
  const stamp = { organization: organization.id, at: command.at };
  const due = waiting.filter((one) => isReminderDue(one, command.at, organization.schedule.timeZone));
  const owners = new Map(people.map((one) => [one.person.id, one]));
  const isReached = ({ forwarder }: Unreminded) => canAnswer(owners.get(forwarder));
  const byOwner = Map.groupBy(due.filter(isReached), ({ forwarder }) => forwarder);
  const others = due.filter((one) => !isReached(one));
  const announce = [
    ...[...byOwner].map(([owner, words]) => remind(owner, words, 'by-reader', command.at)),
    ...(others.length === 0 ? [] : instead(people).map((one) => remind(one, others, 'by-others', command.at))),
  ];
  const reminded = due.map(({ praise }) => praise);
  return {
    reply: { type: 'inboxes-reminded', people: announce.length },
    facts: reminded.length === 0 ? [] : [{ type: 'inbox-reminded', ...stamp, praise: reminded }],
    announce,
  };
}

function canAnswer(one: Reachable | undefined): boolean {
  return one?.reached === true && one.person.active && one.person.kind === 'human';
}

/** Those who manage, or else the admins. */
function instead(people: readonly Reachable[]): readonly string[] {
  const here = people.filter(canAnswer).map(({ person }) => person);
  const managers = here.filter(({ manager }) => manager);
  return (managers.length > 0 ? managers : here.filter(({ admin }) => admin)).map(({ id }) => id);
}

function remind(
  person: string,
  words: readonly Unreminded[],
  brought: 'by-reader' | 'by-others',
  at: Instant,
): Announcement {
  const since = words.map(({ capturedAt }) => capturedAt).toSorted()[0] ?? at;
  return {
    to: { kind: 'person', person },
    about: { kind: 'reminder', id: `${brought} ${at}` },
    view: { type: 'inbox-reminder', waiting: words.length, since, brought },
  };
}
