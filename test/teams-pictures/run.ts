// `npm run teams:pictures [folder]`: draws Teams' cards with Microsoft's own renderer, to be looked at.

import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Card } from '../../adapters/teams/card.ts';
import { openBrowser } from '../browser/house.ts';
import { hostConfig, looks, styleOf } from './looks.ts';
import { sheets } from './sheets.ts';

const renderer = fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));
const drawing = fileURLToPath(new URL('draw.js', import.meta.url));
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'teams-pictures-'));
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
for (const [look, colours] of Object.entries(looks)) {
  for (const [sheet, cards] of Object.entries(sheets)) {
    await draw(browser, cards, 640, look, `${sheet}-${look}`);
    if (look === 'light') await draw(browser, cards, 320, look, `${sheet}-narrow`);
  }
  console.log(`${look}: ${colours.card}`);
}
await browser.close();
console.log(folder);

async function draw(on: Browser, cards: readonly Card[], width: number, look: string, name: string): Promise<void> {
  const colours = looks[look];
  if (colours === undefined) return;
  const page = await on.newPage({ viewport: { width, height: 800 } });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${styleOf(colours)}</style><body></body>`);
  await page.addScriptTag({ path: renderer });
  await page.addScriptTag({ path: drawing });
  await page.evaluate(`drawCards(${JSON.stringify({ cards, config: hostConfig(colours) })})`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.close();
}
