import type { CapturePraise, ForwardedMail } from '../commands.ts';
import type { GuessedHero, Praise } from '../views.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';
import { suggestLane } from './suggest-lane.ts';
import { EMAIL_LIMIT, isBlank, NAME_LIMIT, PRAISE_LIMIT, SUBJECT_LIMIT, tidy, tidyName } from './words.ts';

type Known = {
  readonly command: CapturePraise;
  readonly id: string;
  readonly forwarder: Person;
  /** The same mail, or the same words of the same customer, brought before. */
  readonly earlier: Praise | null;
  readonly fingerprints: readonly string[];
  readonly guessedHeroes: readonly GuessedHero[];
};

/** Puts a customer's words into the forwarder's inbox; the same words brought again are answered with what became of them. */
export function capturePraise(known: Known): Decision {
  const { command, forwarder } = known;
  if (known.earlier?.state.status === 'expired') return answer({ type: 'praise-expired', praise: known.earlier });
  if (known.earlier) return answer({ type: 'praise-already-here', praise: forEyesOf(forwarder, known.earlier) });
  const { mail } = command;
  const words = tidyPraise(mail.words);
  if (isBlank(words) && !saysAnything(mail)) return refuse({ reason: 'nothing-readable', what: 'empty', limit: null });
  const praise: Praise = {
    id: known.id,
    words,
    note: tidyPraise(mail.note),
    customer: { name: tidyCustomer(mail.customer.name), email: tidyEmail(mail.customer.email) },
    subject: cut(tidyName(mail.subject), SUBJECT_LIMIT),
    wroteAt: mail.wroteAt,
    unsure: mail.unsure,
    forwarder: named(forwarder),
    suggestion: suggestLane(words),
    guessedHeroes: known.guessedHeroes.filter((hero) => hero.person !== forwarder.id),
    capturedAt: command.at,
    state: { status: 'waiting' },
  };
  const { fingerprints } = known;
  return {
    reply: { type: 'praise-waiting', praise },
    facts: [{ type: 'praise-captured', organization: forwarder.organization, at: command.at, praise, fingerprints }],
    announce: [
      {
        to: { kind: 'person', person: forwarder.id },
        about: { kind: 'praise', id: praise.id },
        view: { type: 'praise-waiting', praise },
      },
    ],
  };
}

/** A forward that came without the customer's words waits for somebody to fill them in, if it says whose they are. */
function saysAnything({ unsure, customer, subject }: ForwardedMail): boolean {
  return unsure.includes('words') && [customer.name, customer.email, subject].some((part) => tidyName(part) !== null);
}

/** A customer's words as they are kept; longer than any mail, they are shortened visibly. */
export function tidyPraise(words: string): string {
  const text = tidy(words);
  return text.length > PRAISE_LIMIT ? `${text.slice(0, PRAISE_LIMIT).toWellFormed()} […]` : text;
}

export function tidyCustomer(name: string | null): string | null {
  return cut(tidyName(name), NAME_LIMIT);
}

function cut(name: string | null, limit: number): string | null {
  return name === null ? null : name.slice(0, limit).toWellFormed();
}

/** An address that is cut would be somebody else's. */
function tidyEmail(email: string | null): string | null {
  const tidied = tidyName(email);
  return tidied !== null && tidied.length <= EMAIL_LIMIT ? tidied : null;
}

/** The first forwarder's note was written for those who settle it, not for whoever brings the same mail again. */
function forEyesOf(person: Person, praise: Praise): Praise {
  const theirs = praise.forwarder.person === person.id || person.manager || person.admin;
  return theirs ? praise : { ...praise, note: '' };
}
