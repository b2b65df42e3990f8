// `npm run screenshots`: uses the sandbox as people would and takes the pictures that stand in the README.

import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { enter, openBrowser, openHouse } from './house.ts';
import { pictureOfSlack } from './slack-picture.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
/** Pictures stand in the repository for ever: sharp enough, and no bigger. */
const MOST_BYTES = 300_000;

mkdirSync(folder, { recursive: true });
const house = await openHouse();
const browser = await openBrowser();
const look = { deviceScaleFactor: 1.25, reducedMotion: 'reduce' } as const;
const ana = await enter(browser, house.address, 'ana', look);
const ben = await enter(browser, house.address, 'ben', { ...look, colorScheme: 'dark' });
const dana = await enter(browser, house.address, 'dana', look);
const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
const noor = await enter(browser, house.address, 'noor', { ...look, ...phone });

await tell(
  ana,
  '@Ben Okafor drove by on his way home to show Mrs. Ode how her new oven works, because she had sounded unsure on the phone.',
);
await tell(
  ben,
  '@Chloé Martin @Hiro Tanaka found out that a customer’s daughter was turning six and put a paper crown into the parcel.',
);
await cheer(noor, 'Ben Okafor');
await cheer(dana, 'Ben Okafor');
await cheer(ana, 'Chloé Martin');
await ana.locator('.answer').getByRole('button', { name: 'Close' }).click();
await ana.locator('#composer-text').pressSequentially('/kudos @ch');
await ana.getByRole('option', { name: 'Chloé Martin' }).waitFor();
await picture(ana, 'channel');

await dana.getByRole('button', { name: 'Bring in a mail' }).last().click();
await dana.locator('[data-sample="delighted"]').click();
await dana.getByRole('button', { name: 'Settle it' }).waitFor();
await dana.getByRole('radio', { name: 'A win' }).check();
await picture(dana, 'praise');
await dana.getByRole('button', { name: 'Settle it' }).click();
await dana.locator('.answer').getByText('Settled as a win').waitFor();

await tell(
  noor,
  '@Ana Duarte stayed on the line with a customer until his grandson came home and the film was running.',
);
await noor.locator('.answer').getByRole('button', { name: 'Close' }).click();
await dana.locator('#move-clock').click();
await ben.locator('.post.digest').waitFor({ timeout: 70_000 });
await picture(ben, 'digest-dark');
await noor.locator('.post.digest').waitFor();
await cheer(noor, 'Ben Okafor', '.post.digest ');
await picture(noor, 'phone');

await pictureOfSlack(browser, `${folder}slack.png`);
weigh('slack');
await browser.close();
await house.leave();

async function tell(page: Page, line: string): Promise<void> {
  await page.locator('#composer-text').fill(`/kudos ${line}`);
  await page.locator('#composer-text').press('Enter');
  await page.locator('.answer').getByText('Told.').waitFor();
}

async function cheer(page: Page, hero: string, within = ''): Promise<void> {
  const button = page.locator(`${within}.cheer`).filter({ hasText: hero }).first();
  await button.click();
  await page.locator(`${within}.cheer[aria-pressed="true"]`).filter({ hasText: hero }).first().waitFor();
}

async function picture(page: Page, name: string): Promise<void> {
  const path = `${folder}${name}.png`;
  // What is on its way from other tabs arrives first.
  await page.waitForTimeout(500);
  await page.screenshot({ path });
  weigh(name);
}

function weigh(name: string): void {
  const { size } = statSync(`${folder}${name}.png`);
  console.log(`docs/pictures/${name}.png ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is bigger than ${MOST_BYTES} bytes: show less.`);
}
