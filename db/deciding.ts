import type { AskedOfLedger, Reading } from '../src/ports.ts';
import type { Decision, Fact } from '../src/recognition/decision.ts';
import type { View } from '../src/views.ts';
import type { Statements } from './database.ts';
import { writeFact } from './facts.ts';
import { writeAnnouncement } from './outbox.ts';
import { createReading } from './reading.ts';
import { firstReply, writeReply } from './received.ts';

/** The reply is null where nothing was decided. */
type Outcome<Reply> = {
  readonly reply: Reply;
  readonly announced: boolean;
  /** Whether it let go of words that nothing may keep. */
  readonly letGo: boolean;
  /** Whether somebody's name or words are to be swept up. */
  readonly swept: boolean;
};

const SWEEPING: ReadonlySet<Fact['type']> = new Set(['person-erased', 'name-hidden', 'words-taken-back']);

const readings = new WeakMap<Statements, Reading>();

/**
 * Decides what was asked under this key and writes all of it, within one transaction; nothing where nothing is decided.
 * The same key again gets its first reply.
 */
export async function decideOnce<Decided extends Decision | null>(
  handle: Statements,
  { organization, key, at, by }: AskedOfLedger,
  decide: (read: Reading) => Promise<Decided>,
): Promise<Outcome<View | (Decided & null)>> {
  const first = key === null ? null : await firstReply(handle, organization, key);
  if (first) return { reply: first, announced: false, letGo: false, swept: false };
  const decision = await decide(readingOver(handle));
  if (decision === null) return { reply: null as Decided & null, announced: false, letGo: false, swept: false };
  const { facts, announce, reply } = decision;
  for (const fact of facts) await writeFact(handle, fact);
  for (const announcement of announce) await writeAnnouncement(handle, announcement, { organization, at });
  if (key !== null) await writeReply(handle, { organization, key, at, by }, reply);
  return {
    reply,
    announced: announce.length > 0,
    letGo: facts.some(({ type }) => type === 'praise-expired'),
    swept: facts.some(({ type }) => SWEEPING.has(type)),
  };
}

function readingOver(handle: Statements): Reading {
  const reading = readings.get(handle) ?? createReading(handle);
  readings.set(handle, reading);
  return reading;
}
