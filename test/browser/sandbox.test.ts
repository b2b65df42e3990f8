// The sandbox as people use it: in a browser, in several tabs, by mouse, by keyboard and by what a screen reader reads.

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { arrive, enter, openBrowser, openHouse } from './house.ts';

type House = Awaited<ReturnType<typeof openHouse>>;
let browser: Browser;
let house: House | null = null;
let faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await house?.leave();
  house = null;
  expect(faults).toEqual([]);
  faults = [];
});

async function open(): Promise<House> {
  house = await openHouse();
  return house;
}

async function as(user: string, options: Parameters<typeof enter>[3] = {}): Promise<Page> {
  if (house === null) throw new Error('The house is not open.');
  const page = await enter(browser, house.address, user, options);
  page.on('pageerror', (error) => faults.push(error.message));
  return page;
}

const composer = (page: Page) => page.locator('#composer-text');

async function typeLine(page: Page, line: string): Promise<void> {
  await composer(page).fill(line);
  await composer(page).press('Enter');
}

/** What axe finds wrong, in light and in dark. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axe.source);
    const violations = await page.evaluate<AxeViolation[]>('axe.run().then(({ violations }) => violations)');
    found.push(
      ...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    );
  }
  return found;
}

type AxeViolation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** The page has no types of a browser here: what runs in it is given as text. */
const dropMail = (page: Page, name: string, text: string) =>
  page.evaluate(
    `((name, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: 'message/rfc822' }));
      const event = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('dragover', event));
      document.body.dispatchEvent(new DragEvent('drop', event));
    })(${JSON.stringify(name)}, ${JSON.stringify(text)})`,
  );

const focused = (page: Page) => page.locator(':focus');

const forwarded = (words: string) =>
  [
    'From: Dana <dana@example.com>',
    'To: praise@example.com',
    'Subject: Fwd: Thanks',
    'Message-ID: <dropped@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '---------- Forwarded message ---------',
    'From: Lia Berg <lia@example.org>',
    'Date: Mon, 16 Nov 2026 at 10:00',
    'Subject: Thanks',
    'To: <shop@example.com>',
    '',
    words,
  ].join('\r\n');

test('the whole story: told, brought in, settled, cheered, taken back, and the digest in a second tab', async () => {
  await open();
  const ana = await as('ana');
  const ben = await as('ben');
  const dana = await as('dana');

  await composer(ana).pressSequentially('/kudos @be');
  await ana.getByRole('option', { name: 'Ben Okafor' }).waitFor();
  await composer(ana).press('Enter');
  await composer(ana).pressSequentially('showed a customer her new oven on his way home.');
  await composer(ana).press('Enter');
  await ana.locator('.answer').getByText('Told. Ben Okafor will see it now').waitFor();
  expect(await composer(ana).inputValue()).toBe('');

  // Live, without a reload, in the other tabs.
  await ben.locator('#posts').getByText('showed a customer her new oven').waitFor();
  await ben.locator('#for-you').getByText('Ana Duarte told a story with you in it').waitFor();
  await dana.locator('#posts').getByRole('button', { name: 'Cheer Ben Okafor' }).click();
  await dana.locator('#posts [aria-pressed="true"]').waitFor();
  expect(await focused(dana).getAttribute('aria-pressed')).toBe('true');
  await ana.locator('#posts').getByText('1 cheer so far').waitFor({ state: 'attached' });

  await dropMail(dana, 'thanks.eml', forwarded('What a lovely surprise that Noor Haddad wrote a card!'));
  await dana.getByRole('heading', { name: 'Words from Lia Berg have come in. What are they?' }).waitFor();
  await dana.getByRole('radio', { name: 'A win' }).check();
  expect(await dana.getByRole('checkbox', { name: 'Noor Haddad' }).isChecked()).toBe(true);
  await dana.getByRole('button', { name: 'Settle it' }).click();
  await dana.locator('#answers').getByText('Settled as a win. Noor Haddad hears of it now').waitFor();

  await typeLine(ana, '/kudos @Hiro told the wrong story');
  await ben.locator('#posts').getByText('told the wrong story').waitFor();
  await ana.getByRole('button', { name: 'Take it back' }).last().click();
  await ana.locator('.answer').getByText('Taken back, everywhere it stood').waitFor();
  await ben.locator('#posts').getByText('told the wrong story').waitFor({ state: 'detached' });

  await dana.getByRole('button', { name: 'Move to Monday 9:00' }).click();
  const digest = ben.locator('.post.digest');
  await digest.waitFor({ timeout: 70_000 });
  expect(await digest.getByRole('heading').allInnerTexts()).toEqual([
    expect.stringMatching(/^What went right: the stories of week \d+$/),
    'Lia Berg about Noor Haddad',
    'Ana Duarte tells a story about Ben Okafor',
  ]);
  expect(await ben.locator('#clock-text').textContent()).toMatch(/^Monday .* 9:00$/);
}, 120_000);

test('the form asks what broke only of those who say that something did, and keeps what is typed', async () => {
  await open();
  const ana = await as('ana');
  await typeLine(ana, '/kudos');
  const form = ana.locator('.answer [data-do*=give-kudos]');
  await form.waitFor();
  expect(await focused(ana).getAttribute('name')).toBe('heroes');
  await form.getByLabel('What happened?').fill('Drove over with the right lamp.');
  await form.getByRole('button', { name: 'Tell it' }).click();
  await form.getByText('Who was it? Name at least one colleague').waitFor();
  expect(await form.getByLabel('What happened?').inputValue()).toBe('Drove over with the right lamp.');

  await form.getByLabel('Ben Okafor').check();
  expect(await form.getByLabel('What broke?').isVisible()).toBe(false);
  await form.getByLabel('Yes, and they made it right').check();
  await form.getByRole('button', { name: 'Tell it' }).click();
  await form.getByText('Write in a few words what broke').waitFor();
  expect(await focused(ana).getAttribute('name')).toBe('whatBroke');
  await form.getByLabel('What broke?').fill('The picking list');
  await form.getByRole('button', { name: 'Tell it' }).dblclick();
  await ana.locator('.answer').getByText('Thanked. Ben Okafor will see it now').waitFor();
  await ana.locator('#posts').getByText('The picking list').waitFor();
  expect(await ana.locator('#posts article').count()).toBe(1);
});

test('everything can be done with the keyboard alone', async () => {
  await open();
  const dana = await as('dana');
  const { keyboard } = dana;
  // Past the last control the focus leaves the page, and nothing has it.
  const here = () => dana.evaluate<string>(`document.activeElement?.textContent.trim() ?? ''`);
  const tabTo = async (label: string) => {
    for (let tries = 0; tries < 60; tries += 1) {
      await keyboard.press('Tab');
      if ((await here()).startsWith(label)) return;
    }
    throw new Error(`The keyboard does not reach “${label}”.`);
  };

  await keyboard.press('Tab');
  expect(await here()).toBe('Skip to where you type');
  await keyboard.press('Enter');
  await keyboard.type('/kudos @a');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  expect(await composer(dana).getAttribute('aria-activedescendant')).toBe('name-0');
  await keyboard.press('Escape');
  expect(await dana.getByRole('listbox').isVisible()).toBe(false);
  await keyboard.type('na ');
  await keyboard.press('Escape');
  await keyboard.type('drew a map for a lost customer.');
  await keyboard.press('Enter');
  await dana.locator('.answer').getByText('Told. Ana Duarte').waitFor();

  await keyboard.press('Shift+Tab');
  for (let tries = 0; tries < 20 && (await here()) !== 'Something had gone wrong first'; tries += 1) {
    await keyboard.press('Shift+Tab');
  }
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('The signpost');
  await keyboard.press('Enter');
  await dana.locator('.answer').getByText('It is a recovery now').waitFor();
  expect(await here()).toContain('It is a recovery now');

  await tabTo('Close');
  await keyboard.press('Enter');
  expect(await focused(dana).count()).toBe(1);
  await composer(dana).focus();
  await tabTo('Bring in a mail');
  await keyboard.press('Enter');
  await dana.locator('.answer').getByText('Bring in a customer’s words').waitFor();
  await tabTo('A delighted customer');
  await keyboard.press('Enter');
  await dana.getByRole('button', { name: 'Settle it' }).waitFor();
  const onField = () => dana.evaluate<string>(`document.activeElement?.name ?? ''`);
  for (let tries = 0; tries < 60 && (await onField()) !== 'as'; tries += 1) await keyboard.press('Tab');
  await keyboard.press('Space');
  await tabTo('Settle it');
  await keyboard.press('Enter');
  await dana.locator('.answer').getByText('Settled as a win').waitFor();
  await dana.locator('.who summary').focus();
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  expect(await here()).toContain('Ana Duarte');
  await keyboard.press('Escape');
  expect(await here()).toContain('Dana Lindqvist');
});

test('axe finds nothing wrong in any state, in light and in dark', async () => {
  const { address } = await open();
  const dana = await as('dana');
  const check = async (state: string) => expect([state, await faultsOf(dana)]).toEqual([state, []]);
  await dana.goto(address);
  await check('choosing who to be');
  await arrive(dana, address, 'dana');
  await check('empty');
  await composer(dana).pressSequentially('/kudos @');
  await dana.getByRole('listbox').waitFor();
  await check('completing a name');
  await typeLine(dana, 'no command at all');
  await dana.locator('.answer').waitFor();
  await check('a way forward');
  await typeLine(dana, '/kudos');
  await dana.locator('.answer [data-do*=give-kudos]').waitFor();
  await dana.locator('.answer').getByRole('button', { name: 'Tell it' }).click();
  await dana.locator('.answer .fault:visible').waitFor();
  await check('the form, with a fault');
  await typeLine(dana, '/kudos @Ben The parcel was lost, and he apologised and brought a new one.');
  await dana.getByText('did something go wrong first?').first().waitFor();
  await dana.locator('.post').waitFor();
  await check('the question');
  await typeLine(dana, '/kudos help');
  await typeLine(dana, '/kudos @Hiro sang to a customer');
  await dana.getByRole('button', { name: 'Bring in a mail' }).last().click();
  await dana.locator('[data-sample="mended"]').click();
  await dana.getByRole('button', { name: 'Settle it' }).waitFor();
  await dana.locator('.who summary').click();
  await check('praise that waits, a list that is open');
  await typeLine(dana, '/kudos digest');
  await dana.getByRole('button', { name: 'Hold for a week' }).first().waitFor();
  await check('the preview');
  await dana.getByRole('button', { name: 'Hold for a week' }).first().click();
  await dana.getByRole('button', { name: 'Let it in after all' }).click();
  await dana.getByRole('button', { name: 'Hold for a week' }).first().waitFor();
  await dana.locator('#move-clock').click();
  await dana.locator('.post.digest').waitFor({ timeout: 70_000 });
  await check('the digest');
  await dana.setViewportSize({ width: 360, height: 740 });
  await check('a phone, the channel');
  await dana.getByRole('button', { name: /^For you/ }).click();
  await check('a phone, for you');
}, 180_000);

test('a phone shows everything without scrolling sideways', async () => {
  const { address } = await open();
  const noor = await as('noor', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const wide = () =>
    noor.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await typeLine(noor, `/kudos @Ana ${'superlongword'.repeat(30)} and https://example.org/${'path/'.repeat(60)}`);
  await noor.locator('.answer').waitFor();
  expect(await wide()).toBe(0);
  await typeLine(noor, '/kudos');
  await noor.locator('.answer [data-do*=give-kudos]').waitFor();
  expect(await wide()).toBe(0);
  await typeLine(noor, '/kudos praise Wonderful! Ana Duarte made my day.');
  await noor.getByRole('button', { name: 'Settle it' }).waitFor();
  expect(await wide()).toBe(0);
  const inside = await noor.evaluate<number[]>(
    `[...document.querySelectorAll('.scroll')].map((part) => part.scrollWidth - part.clientWidth)`,
  );
  expect(inside.every((more) => more <= 0)).toBe(true);
  const small = await noor.evaluate(`
    [...document.querySelectorAll('button:not(.inline), summary, .chip, .choice, a:not(.skip)')]
      .filter((part) => part.checkVisibility() && part.getClientRects().length > 0)
      .map((part) => ({ text: part.textContent.trim(), height: Math.round(part.getBoundingClientRect().height) }))
      .filter(({ height }) => height < 44)`);
  expect(small).toEqual([]);
  // As narrow as a page gets when it is zoomed in four times.
  await noor.setViewportSize({ width: 320, height: 500 });
  expect(await wide()).toBe(0);
  await noor.goto(address);
  expect(await wide()).toBe(0);
});

test('script in a story, a name or a mail stays text', async () => {
  await open();
  const dana = await as('dana');
  const alarms: string[] = [];
  dana.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  const attack =
    '<img src=x onerror="alert(1)"><script>alert(2)</script><svg onload=alert(3)>" autofocus onfocus="alert(4)';
  await typeLine(dana, `/kudos @Ben ${attack}`);
  await dana.locator('#posts').getByText('<img src=x').waitFor();
  await typeLine(dana, `/kudos @<b>x ${attack}`);
  await dropMail(dana, '<b>.eml', forwarded(attack));
  await dana.getByRole('button', { name: 'Settle it' }).waitFor();
  await typeLine(dana, `/kudos search ${attack}`);
  await dana.locator('.answer').last().waitFor();
  expect(await dana.locator('#posts img, #answers img, #answers script, .answer svg[onload], [onfocus]').count()).toBe(
    0,
  );
  expect(alarms).toEqual([]);
});

test('what is typed survives a Herald that is away, and goes out once when it is back', async () => {
  const { folder, port, stop, address } = await open();
  const ana = await as('ana');
  await typeLine(ana, '/kudos @Chloé before the restart');
  await ana.locator('#posts').getByText('before the restart').waitFor();
  await typeLine(ana, '/kudos');
  await ana.locator('.answer [data-do*=give-kudos]').getByLabel('What happened?').fill('half a story');

  await stop();
  await ana.getByText('Herald does not answer. Trying again').waitFor();
  await typeLine(ana, '/kudos @Noor while nobody listened');
  await ana.locator('#composer-fault').getByText('It goes out as soon as Herald is back').waitFor();
  expect(await composer(ana).inputValue()).toContain('while nobody listened');

  house = await openHouse(folder, port);
  await ana.locator('#posts').getByText('while nobody listened').waitFor();
  await ana.getByText('Herald does not answer').waitFor({ state: 'detached' });
  expect(await ana.locator('#posts article').count()).toBe(2);
  expect(await composer(ana).inputValue()).toBe('');
  expect(await ana.locator('.answer [data-do*=give-kudos]').first().getByLabel('What happened?').inputValue()).toBe(
    'half a story',
  );

  await composer(ana).fill('/kudos @Hiro not yet sent');
  await arrive(ana, address, 'ana');
  expect(await composer(ana).inputValue()).toBe('/kudos @Hiro not yet sent');
  await ana.locator('#posts').getByText('before the restart').waitFor();
});

test('a lost answer does not make two stories', async () => {
  await open();
  const ana = await as('ana');
  let lost = 0;
  // The network swallows the first answer, after Herald has stored the story.
  await ana.route('**/sandbox/do', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await typeLine(ana, '/kudos @Ben counted once');
  await ana.locator('.answer').getByText('Told. Ben Okafor will see it now').waitFor();
  await ana.locator('#posts').getByText('counted once').waitFor();
  expect(await ana.locator('#posts article').count()).toBe(1);
  expect(lost).toBe(1);
});

test('news in the channel do not take the focus or what is being filled in', async () => {
  await open();
  const ana = await as('ana');
  const ben = await as('ben');
  await typeLine(ana, '/kudos @Noor first of all');
  await ben.locator('#posts').getByRole('button', { name: 'Cheer Noor Haddad' }).focus();
  await typeLine(ana, '/kudos @Hiro second of all');
  await ben.locator('#posts').getByText('second of all').waitFor();
  await ana.locator('#posts').getByRole('button', { name: 'Cheer Noor Haddad' }).click();
  await ben.locator('#posts').getByText('1 cheer so far').waitFor({ state: 'attached' });
  expect(await focused(ben).textContent()).toContain('Cheer Noor Haddad');
  expect(await ben.locator('#said').textContent()).toContain('New in the channel');
});

test('more tabs than a browser has connections stay live, also when the one that listens is closed', async () => {
  const { address } = await open();
  const first = await as('ana');
  const tabs: Page[] = [];
  for (let many = 0; many < 8; many += 1) {
    const tab = await first.context().newPage();
    await arrive(tab, address, 'ben');
    tabs.push(tab);
  }
  await typeLine(first, '/kudos @Noor heard everywhere');
  for (const tab of tabs) await tab.locator('#posts').getByText('heard everywhere').waitFor({ timeout: 5000 });
  await first.close();
  const teller = await as('chloe');
  await typeLine(teller, '/kudos @Hiro heard again');
  for (const tab of tabs) await tab.locator('#posts').getByText('heard again').waitFor({ timeout: 10_000 });
});
