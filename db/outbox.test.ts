import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty, constantFrom, array as listOf, record } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Place } from '../src/commands.ts';
import type { WaitingDelivery } from '../src/ports.ts';
import type { Announcement } from '../src/recognition/decision.ts';
import { COMPANY, CONNECTION, foundCompany } from '../test/fakes/company.ts';
import { type OpenCore, openCore } from '../test/fakes/open-core.ts';
import { createOutbox } from './outbox.ts';
import { connect } from './sqlite.ts';

const at = '2026-11-18T10:00:00.000Z';
const later = '2026-11-18T10:00:30.000Z';
const view = { type: 'help' } as const;
let folder: string;
let file: string;
let house: OpenCore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-outbox-'));
  file = join(folder, 'herald.db');
  house = await openCore(file);
  await foundCompany(house.core, { at, people: 3 });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

type Step = { readonly detail: string };

const channel = (name: string): Place => ({ kind: 'channel', connection: CONNECTION, channel: name });

async function announce(announcement: Announcement): Promise<void> {
  await house.ledger.decide({ organization: COMPANY, key: randomUUID(), at, by: null }, async () => ({
    reply: view,
    facts: [],
    announce: [announcement],
  }));
}

function say(place: string, id: string): Promise<void> {
  return announce({ to: channel(place), about: { kind: 'story', id }, view });
}

function withdraw(id: string): Promise<void> {
  const about = { kind: 'story', id } as const;
  return announce({ to: 'wherever-it-stands', about, view: { type: 'story-withdrawn' } });
}

/** What may go out next by the rule itself: of each place the oldest open message, unless that is under way or not due. */
function duePlaces(now: string): readonly string[] {
  const connection = connect(file, { readonly: true });
  try {
    return connection
      .prepare(
        `SELECT o.id FROM outbox o WHERE o.state = 'waiting' AND o.due_at <= ? AND NOT EXISTS
           (SELECT 1 FROM outbox older WHERE older.place = o.place AND older.seq < o.seq AND older.state IN ('waiting', 'claimed'))
         ORDER BY o.id`,
      )
      .pluck()
      .all(now)
      .map(String);
  } finally {
    connection.close();
  }
}

it('claims the oldest message of each place, whatever has become of others', async () => {
  const { outbox } = house.ledger;
  const place = constantFrom('one', 'two', 'three');
  const step = record({
    does: constantFrom('say', 'withdraw', 'deliver', 'postpone', 'give up', 'leave unconfirmed', 'die'),
    place,
    about: constantFrom('a', 'b', 'c', 'd'),
  });
  let underWay: WaitingDelivery[] = [];
  const act = async ({
    does,
    place: name,
    about,
  }: {
    does: string;
    place: string;
    about: string;
  }): Promise<unknown> => {
    const claimed = underWay[0];
    if (does === 'say') return say(name, about);
    if (does === 'withdraw') return withdraw(about);
    if (does === 'die') {
      underWay = [];
      return outbox.releaseClaims();
    }
    if (claimed === undefined) return null;
    underWay = underWay.slice(1);
    if (does === 'deliver') return outbox.delivered(claimed, { ts: '1' });
    if (does === 'postpone') return outbox.postponed(claimed, later, 'busy', false);
    if (does === 'give up') return outbox.givenUp(claimed, 'gone', [], at);
    return outbox.unconfirmed(claimed, 'unheard', [], at);
  };
  const property = asyncProperty(listOf(step, { maxLength: 25 }), constantFrom(at, later), async (steps, now) => {
    for (const one of steps) {
      await act(one);
      if (one.does !== 'say') continue;
      const due = duePlaces(now);
      const claimed = await outbox.claim(now, 9);
      expect(claimed.map(({ id }) => id).toSorted()).toEqual(due);
      underWay = [...underWay, ...claimed];
    }
  });
  await assert(property, { numRuns: 60 });
});

it('claims what a story announces with the story itself, so that it costs no commit more', async () => {
  const { ledger } = house;
  await ledger.outbox.claim(at, 1);
  let claim: Promise<readonly WaitingDelivery[]> | null = null;
  ledger.onAnnounced(() => {
    claim ??= ledger.outbox.claim(at, 9);
  });
  await say('quiet', 'claimed-at-once');
  const states = connect(file, { readonly: true });
  const state = states.prepare(`SELECT state FROM outbox WHERE about LIKE '%claimed-at-once%'`).pluck().get();
  states.close();
  expect(state).toBe('claimed');
  expect((await (claim ?? [])).map(({ place }) => place)).toContainEqual(channel('quiet'));
});

it('finds them by an index, however many wait', async () => {
  const asked = new Set<string>();
  const { database } = house;
  const listening = createOutbox({
    reads: database.reads,
    later: (work) =>
      database.transaction((handle) =>
        work({
          ...handle,
          all(sql, ...values) {
            asked.add(sql);
            return handle.all(sql, ...values);
          },
        }),
      ),
  });
  await listening.claim(at, 16);
  const connection = connect(file, { readonly: true });
  const steps = [...asked].flatMap((sql) => connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(at, 16)) as Step[];
  connection.close();
  expect(steps.map(({ detail }) => detail)).toEqual([
    'SEARCH h USING COVERING INDEX outbox_heads_by_due (due_at<?)',
    'SEARCH o USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH h USING COVERING INDEX outbox_heads_by_due (due_at>?)',
    'SEARCH o USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});
