import { createHash } from 'node:crypto';
import { type Clock, type Core, LedgerUnavailable, type MailReader } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import { plainText } from '../../src/wording/plain.ts';
import type { Authenticate } from './authenticate.ts';
import type { Claim } from './authenticate-worker.ts';
import { comparable, headerFields, soleSender } from './header-fields.ts';
import { MAX_MAIL_BYTES } from './limits.ts';
import type { Unproven } from './verdict.ts';

/** A mail as it came through any door; `from` is the SMTP client that waits to hear what became of it, if one does. */
export type Arrived = { readonly raw: Uint8Array; readonly from: Claim['from'] };

/**
 * What became of a mail. `taken`: the praise is durable. `refused`: nothing is kept; who may forward is told why, to
 * anybody else `words` is the same, so that nobody learns who may. `later`: it has to come again.
 */
export type Outcome =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly why: Why; readonly words: string }
  | { readonly outcome: 'later'; readonly why: 'dns' | 'ledger' | 'room' | 'closed' };

export type Why = Unproven | 'header' | 'stranger' | 'not-the-sender' | 'unreadable' | 'too-big';

/** The one way in, for all doors. */
export type Reception = {
  /** Why a mail is refused that begins so; null when it may come. To be asked first: it costs next to nothing. */
  admit(header: Uint8Array): Promise<Extract<Outcome, { outcome: 'refused' }> | null>;
  receive(arrived: Arrived): Promise<Outcome>;
};

type Parts = {
  readonly core: Core;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly authenticate: Authenticate;
  readonly connection: string;
  /** Has the chat make a sender known; resolves in any case, and soon. */
  readonly greet: (email: string) => Promise<void>;
};

export function createReception({ core, clock, mail, authenticate, connection, greet }: Parts): Reception {
  async function admit(header: Uint8Array) {
    const fields = headerFields(header);
    const sender = fields && soleSender(fields);
    if (!sender) return toStranger(fields ? 'no-sole-sender' : 'header');
    const answer = await core.ask({ type: 'may-forward', connection, email: sender });
    return answer.type === 'refusal' ? toStranger('stranger') : null;
  }

  /** Nothing is parsed, and nothing stored, before it is known who sent it. */
  async function receive({ raw, from }: Arrived): Promise<Outcome> {
    if (raw.length > MAX_MAIL_BYTES) return tooBig();
    const fields = headerFields(raw);
    const sender = fields && soleSender(fields);
    if (!sender) return toStranger('no-sole-sender');
    const verdict = await authenticate({ raw, sender, from }, fields);
    if (verdict.verdict === 'later') return { outcome: 'later', why: 'dns' };
    if (verdict.verdict === 'unproven') return toStranger(verdict.why);
    const [read] = await Promise.all([mail.read(raw), greet(sender)]);
    if (read.type === 'refusal') return orLater(() => giveBack({ raw, from }, sender, read));
    if (read.from === null || comparable(read.from.email) !== sender) return toStranger('not-the-sender');
    const { name } = read.from;
    return orLater(() => take({ raw, from }, { name, email: sender }, read.mail));
  }

  async function take(arrived: Arrived, from: Sender, praise: ReadPraise): Promise<Outcome> {
    const key = `email:${printOf(arrived)}`;
    const reply = await core.handle({ type: 'forward-praise', key, at: clock.now(), connection, from, mail: praise });
    if (reply.type !== 'refusal') return { outcome: 'taken' };
    return reply.reason === 'nothing-readable' ? giveBack(arrived, from.email, reply) : toStranger('stranger');
  }

  /** Over SMTP the sender's own server tells them. By the other doors nobody would, so they are told in chat. */
  async function giveBack(arrived: Arrived, email: string, refusal: Refusal): Promise<Outcome> {
    if (arrived.from === null && refusal.reason === 'nothing-readable') {
      const { what, limit } = refusal;
      const key = `email:returned:${printOf(arrived)}`;
      await core.handle({ type: 'return-mail', key, at: clock.now(), connection, email, what, limit });
    }
    return unreadable(refusal);
  }

  return { receive, admit };
}

type Sender = { readonly name: string | null; readonly email: string };

async function orLater(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerUnavailable) return { outcome: 'later', why: 'ledger' };
    throw error;
  }
}

function printOf({ raw }: Arrived): string {
  return createHash('sha256').update(raw).digest('base64url');
}

type ReadPraise = Extract<Awaited<ReturnType<MailReader['read']>>, { type: 'mail' }>['mail'];

/** The same for whoever is not known and whoever is not proven. */
function toStranger(why: Why) {
  return { outcome: 'refused', why, words: 'This address takes mail from those whom its company has named.' } as const;
}

function unreadable(refusal: Refusal): Outcome {
  return { outcome: 'refused', why: 'unreadable', words: plainText(refusal) };
}

export function tooBig(): Outcome {
  const refusal = { type: 'refusal', reason: 'nothing-readable', what: 'too-big', limit: MAX_MAIL_BYTES } as const;
  return { outcome: 'refused', why: 'too-big', words: plainText(refusal) };
}
