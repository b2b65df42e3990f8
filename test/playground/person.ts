// Somebody who sits at the playground: what they type, press and see.

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const PATIENCE_MS = 15_000;

export async function sitDown(browser: Browser, address: string, pictures: string) {
  const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
  page.setDefaultTimeout(PATIENCE_MS);
  // Only what stands on this machine: the page would fetch its typeface from elsewhere.
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  const composer = () => page.getByRole('textbox').last();

  async function write(words: readonly Written[]): Promise<void> {
    await composer().click();
    for (const word of words) {
      if (typeof word === 'string') await page.keyboard.type(word);
      else await mention(page, word.mentions);
    }
  }

  return {
    page,
    goTo: (place: string) => page.getByRole('treeitem', { name: place }).click(),
    /** In the chat with Herald. */
    async says(line: string): Promise<void> {
      await write([line]);
      await page.getByLabel('Send Message').last().click();
    },
    /** A message of its own in the channel that is open. */
    async posts(...words: readonly Written[]): Promise<void> {
      await write(words);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    async extends(how: 'Search Command' | 'Action Command'): Promise<void> {
      await page.getByRole('button', { name: 'Trigger Message Extension App' }).last().click();
      await page.getByRole('menuitem', { name: how }).click();
    },
    /** From the menu of a message, by its words. */
    async extendsMessage(words: string): Promise<void> {
      await page.getByText(words).first().hover();
      await page.getByRole('button', { name: 'Show more information' }).first().click();
      await page.getByRole('menuitem', { name: 'Action Command' }).click();
    },
    presses: (name: string) => page.getByRole('button', { name, exact: true }).last().click(),
    fills: (label: string, words: string) => page.getByLabel(label).last().fill(words),
    sees: (words: string | RegExp) => page.getByText(words).last().waitFor(),
    picture: (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) }),
  };
}

export type Written = string | { readonly mentions: string };
export type Person = Awaited<ReturnType<typeof sitDown>>;

/** The list of people comes up while a name is typed. */
async function mention(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`@${name.slice(0, 2)}`, { delay: 60 });
  await page.getByRole('menuitem', { name }).first().click();
}
