import type { ForwardedMail } from './commands.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { Reading } from './ports.ts';
import { guessHeroes } from './recognition/guess-heroes.ts';
import type { Person } from './recognition/organization.ts';
import { redactMail } from './recognition/redact.ts';
import type { GuessedHero, Praise } from './views.ts';

export type BroughtPraise = {
  readonly mail: ForwardedMail;
  readonly fingerprints: readonly string[];
  readonly earlier: Praise | null;
  readonly guessedHeroes: readonly GuessedHero[];
  readonly everybody: readonly Person[];
};

/** Whatever way the words came, nothing of them is kept or compared before they are redacted. */
export async function broughtPraise(
  read: Reading,
  organization: string,
  brought: ForwardedMail,
): Promise<BroughtPraise> {
  const mail = redactMail(brought);
  const fingerprints = fingerprintsOf(mail);
  const everybody = await read.peopleOf(organization);
  const earlier = await read.praiseByFingerprint(organization, fingerprints);
  return { mail, fingerprints, earlier, guessedHeroes: guessHeroes(mail, everybody), everybody };
}
