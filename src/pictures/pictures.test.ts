import { afterAll, expect, test } from 'vitest';
import { pulse } from '../../test/contracts/every-pulse.ts';
import type { WeekFigures } from '../pulse.ts';
import { drawingOnFirstPulse } from './on-first-pulse.ts';

const pictures = drawingOnFirstPulse();
afterAll(() => pictures.close());

test('an SVG says each figure, and needs no style sheet, no script and no other file', async () => {
  const light = await pictures.svg(pulse, 'light');
  for (const [back, { week, figures }] of pulse.weeks.toReversed().entries()) {
    // Every other week is named, from the last one back: more are too small to read on a phone.
    if (back % 2 === 0) expect(light).toContain(`>W${Number(week.slice(6))}<`);
    for (const many of figures === null ? [] : [figures.wins, figures.recoveries]) expect(light).toContain(`>${many}<`);
  }
  expect(light).not.toMatch(/style=|<style|<script|<image|href="(?!#)/);
  // Hatched as well as coloured: recoveries are told apart in black and white.
  expect(light).toContain('<pattern');
  expect(await pictures.svg(pulse, 'dark')).not.toBe(light);
});

test('a PNG has the width that was asked for, and is the same whatever fonts a machine has', async () => {
  const png = Buffer.from(await pictures.png(pulse, 640));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(640);
  // With its data URI it finds room in a card of Teams.
  expect(png.byteLength).toBeLessThan(48_000);
  expect(await pictures.png(pulse, 640)).toBe(await pictures.png({ ...pulse, team: { id: 't', name: 'Phones' } }, 640));
});

test('a year of thousands of stories, or none at all, is drawn as well', async () => {
  const weeks = pulse.weeks.map(({ week }) => ({
    week,
    figures: { ...pulse.weeks[1]?.figures, week, wins: 123_456, recoveries: 0 } as WeekFigures,
  }));
  expect(await pictures.svg({ ...pulse, weeks }, 'light')).toContain('120,000');
  const none = pulse.weeks.map(({ week }) => ({ week, figures: null }));
  expect(await pictures.svg({ ...pulse, weeks: none }, 'light')).toContain('<svg');
});
