// A real Herald on a real database, and a real browser to look at it with.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { start } from '../../src/main.ts';

/** Monday 9:00 in the page's time zone is when the digest is due. */
const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };

export async function openHouse(folder = mkdtempSync(join(tmpdir(), 'herald-page-')), port = 0) {
  const databaseFile = join(folder, 'herald.db');
  const doors = { publicUrl: null, digestChannel: null, slack: null, teams: null, email: null };
  const config = { port, host: '127.0.0.1', databaseFile, logLevel: 'silent', schedule, ...doors } as const;
  const herald = await start(config, { line: () => undefined });
  return {
    address: herald.address,
    folder,
    port: Number(new URL(herald.address).port),
    stop: () => herald.stop(),
    async leave() {
      await herald.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** A tab in which somebody is at the page. */
export async function enter(
  browser: Browser,
  address: string,
  user: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  await arrive(page, address, user);
  return page;
}

/** Goes to the page and waits until it has been drawn for the first time. */
export async function arrive(page: Page, address: string, user: string): Promise<void> {
  await page.goto(`${address}?as=${user}`);
  await page.locator('#clock-text:not(:empty)').waitFor();
}
