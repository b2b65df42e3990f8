import { runHerald, startHerald } from './herald-process.ts';
import { kudosForm, newKey, openPage, untilDelivered } from './page.ts';
import type { Tally } from './row.ts';
import { whatIsUnsound } from './soundness.ts';

/** What a person types into the page's form, and what must be kept of it; null when it must be refused. */
export type Typed = {
  readonly words: string;
  readonly customer?: string;
  readonly touchpoint?: string;
  readonly kept: {
    readonly words: string;
    readonly customer: string | null;
    readonly touchpoint: string | null;
  } | null;
  readonly refusal?: string;
};

type Exported = {
  readonly type: string;
  readonly words: string;
  readonly customer: string | null;
  readonly touchpoint: string | null;
};

/**
 * Types everything into a real Herald's page, searches for each of it, and reads it back from what `herald export`
 * writes: stored to the letter, or refused.
 */
export async function typeAndReadBack(
  file: string,
  folder: string,
  everything: readonly Typed[],
  tally: Tally,
): Promise<void> {
  const environment = { DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent' };
  const herald = await startHerald(environment, { folder });
  const page = openPage(herald.address);
  for (const typed of everything) {
    tally.tried();
    const { words, customer = '', touchpoint = '' } = typed;
    const { status, body } = await page.submit(newKey(), kudosForm(words, { customer, touchpoint }));
    const answer = JSON.parse(body) as { readonly type?: string; readonly refused?: boolean };
    const expected = typed.kept === null ? 'refusal' : 'kudos-given';
    tally.hold(
      status === 200 && answer.type === expected,
      `${shown(typed)} was answered ${status} ${body.slice(0, 200)}`,
    );
    const search = await page.submit(newKey(), { type: 'type', text: `/kudos search ${words}` });
    tally.hold(
      search.status === 200,
      `searching for ${shown(typed)} was answered ${search.status} ${search.body.slice(0, 200)}`,
    );
  }
  for (const path of ['/sandbox/channel?as=ana', '/sandbox/channel?as=ben']) {
    tally.hold((await page.get(path)).status === 200, `the channel is not shown any more at ${path}`);
  }
  tally.hold(await untilDelivered(page), 'something of it could not be delivered');
  page.close();
  const { code } = await herald.end('SIGTERM');
  tally.hold(code === 0, `it ended with ${code}`);
  readBack(await exported(environment, folder), everything, tally);
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}

async function exported(environment: Readonly<Record<string, string>>, folder: string): Promise<readonly Exported[]> {
  const { stdout } = await runHerald(['export'], environment, { folder });
  const records = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Exported);
  return records.filter(({ type }) => type === 'win' || type === 'recovery');
}

function readBack(stories: readonly Exported[], everything: readonly Typed[], tally: Tally): void {
  const kept = everything.flatMap((typed) => (typed.kept === null ? [] : [typed.kept]));
  for (const one of kept) {
    const found = stories.filter(({ words }) => words === one.words);
    if (found.length === 0) tally.lose(JSON.stringify(one.words).slice(0, 100));
    if (found.length > 1) tally.double(JSON.stringify(one.words).slice(0, 100));
    const { customer, touchpoint } = found[0] ?? one;
    tally.hold(
      customer === one.customer && touchpoint === one.touchpoint,
      `kept as ${JSON.stringify({ customer, touchpoint })} instead of ${JSON.stringify(one)}`,
    );
  }
  tally.hold(stories.length === kept.length, `${stories.length} stories were kept instead of ${kept.length}`);
}

function shown({ words, customer }: Typed): string {
  return JSON.stringify({ words, customer }).slice(0, 120);
}
