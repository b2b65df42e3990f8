import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Praise, View } from '../../src/views.ts';
import { person } from '../fakes/company.ts';
import { beginJourney } from './journey.ts';

// What the disk has of a customer's words: looked for in every byte of the database and of its log.

function onDisk(file: string): Buffer {
  return Buffer.concat([file, `${file}-wal`].filter(existsSync).map((one) => readFileSync(one)));
}

function praiseIn(view: View): Praise {
  if (!('praise' in view) || Array.isArray(view.praise)) throw new Error(`No praise: ${JSON.stringify(view)}`);
  return view.praise as Praise;
}

const win = { as: 'win', heroes: [person(2)], audience: 'everyone' } as const;

describe('a customer’s phone, card and account numbers', () => {
  const words = 'Person 2 rang me on 0170 1234567 on 16.11.2026 about order 4711-220, and charged 4111 1111 1111 1111.';

  test('never reach the disk, wherever they stood in the mail', async () => {
    const { file, bring, settle, settled } = await beginJourney();
    const { id } = praiseIn(
      await bring({
        words,
        note: 'Her IBAN is DE89 3704 0044 0532 0130 00.',
        subject: 'Call +1 555 123 4567',
        customer: { name: '020 7946 0958', email: 'grete@example.com' },
      }),
    );
    await settle(id, win);
    await settled();
    const disk = onDisk(file);
    for (const digits of ['1234567', '4111 1111', '3704 0044', '123 4567', '7946'])
      expect(disk.includes(digits)).toBe(false);
    for (const kept of ['[phone number removed]', '[card number removed]', '16.11.2026', '4711-220'])
      expect(disk.includes(kept)).toBe(true);
  });

  test('stand as marks where people read the words', async () => {
    const { bring, settle, seenAt } = await beginJourney();
    const { id } = praiseIn(await bring({ words }));
    await settle(id, win);
    expect(await seenAt(2)).toMatchObject([
      {
        type: 'you-were-named',
        story: {
          words:
            'Person 2 rang me on [phone number removed] on 16.11.2026 about order 4711-220, and charged [card number removed].',
        },
      },
    ]);
  });

  test('do not keep the same mail from being recognised when it comes again', async () => {
    const { bring } = await beginJourney();
    const { id } = praiseIn(await bring({ words, messageIds: [] }));
    const again = await bring({ words, messageIds: [] });
    expect([again.type, praiseIn(again).id]).toEqual(['praise-already-here', id]);
  });
});
