// Herald in the made-up Slack of `npm run slack:try`: a digest and a story, as a member of the channel sees them.

import type { Browser } from 'playwright-core';
import { openTrial } from '../slack-try/trial.ts';

const NEWS = 'C0NEWS';
const SHOP = 'C0SHOP';

const stories = [
  ['UANA', '/kudos @ben carried a washing machine up four floors because the customer had a bad back.'],
  ['UBEN', '/kudos @chloe put a paper crown into the parcel, because it was for somebody who was turning six.'],
  ['UDANA', '/kudos @ana stayed on the line until the grandson had come home and the film was running.'],
] as const;

export async function pictureOfSlack(browser: Browser, path: string): Promise<void> {
  const trial = await openTrial({ page: 0, herald: 0 });
  try {
    for (const [user, line] of stories) {
      // Where Herald is not, so that the digest tells it first.
      const told = await trial.slack.user(user).types(SHOP, line);
      await told.message();
    }
    const page = await browser.newPage({ viewport: { width: 960, height: 640 }, deviceScaleFactor: 1.25 });
    await page.goto(trial.address);
    await page.locator('#post-digest').click();
    await page.getByText('What went right').waitFor({ timeout: 20_000 });
    const [digest] = trial.slack.user('UANA').reads(NEWS);
    if (!digest) throw new Error('No digest.');
    await trial.slack.user('UANA').clicks(digest, 'cheer', { value: firstStory(digest.touchable) });
    await page.getByText('Cheer · 1').waitFor();
    await page.screenshot({ path });
  } finally {
    await trial.close();
  }
}

function firstStory(touchable: readonly { readonly actionId: string; readonly value: string }[]): string {
  return touchable.find((one) => one.actionId === 'cheer')?.value ?? '';
}
