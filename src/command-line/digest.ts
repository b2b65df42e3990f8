import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { House } from '../house.ts';
import { below, CLEARED_TOLD, IDEAS_TOLD } from '../recognition/digest-below.ts';
import { hideUnnamed } from '../recognition/hide-unnamed.ts';
import type { Organization } from '../recognition/organization.ts';
import { planDigest } from '../recognition/plan-digest.ts';
import { parseWeek, weekOf } from '../recognition/week.ts';
import type { View } from '../views.ts';
import { plainText } from '../wording/plain.ts';
import { type CliCommand, DONE, FAILED, Misused, type Output } from './command.ts';

/** How long `post` waits to see the running Herald deliver. */
const WAIT_MS = 8000;
const LOOK_AGAIN_MS = 100;
/** Among so many of a channel's newest messages a digest just posted is found. */
const POSTS = 50;

export function digestCommand(openHouse: () => Promise<House>): CliCommand {
  return {
    usage: 'digest preview|post [--week 2026-W47]',
    summary: "Shows or posts a week's digest.",
    help: [
      'preview shows what would be posted now and changes nothing.',
      'post posts it at once instead of at its time. A week is posted once: asked again, it says so and exits 0.',
      "Without --week it is the current ISO week in the organization's time zone.",
    ].join('\n'),
    async run(words, out) {
      const { action, week } = understood(words);
      const house = await openHouse();
      try {
        const organization = await house.organizationServed();
        if (organization === null) {
          out.problem(
            'The chats that are set were never open here, so that nothing was told yet. Run herald start once.',
          );
          return FAILED;
        }
        const chosen = week ?? weekOf(house.clock.now(), organization.schedule.timeZone);
        if (action === 'post') return (await post(house, organization, chosen, out)) ? DONE : FAILED;
        await preview(house, organization, chosen, out);
        return DONE;
      } finally {
        await house.close();
      }
    },
  };
}

function understood(words: readonly string[]): { readonly action: 'preview' | 'post'; readonly week: string | null } {
  const { positionals, values } = parse(words);
  const [action, ...others] = positionals;
  if ((action !== 'preview' && action !== 'post') || others.length > 0) throw new Misused('Say preview or post.');
  if (values.week === undefined) return { action, week: null };
  const week = parseWeek(values.week);
  if (week === null) throw new Misused(`"${values.week}" is no ISO week. Write it as 2026-W47.`);
  return { action, week };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { week: { type: 'string' } } });
  } catch (error) {
    throw new Misused('The only option is --week, followed by a week such as 2026-W47.', { cause: error });
  }
}

async function preview(house: House, organization: Organization, week: string, out: Output): Promise<void> {
  const { read } = house.ledger;
  const at = house.clock.now();
  const planned = planDigest({
    command: { type: 'plan-digest', key: '', organization: organization.id, at, week },
    id: '',
    organization,
    existing: await read.digestOfWeek(organization.id, week),
    last: await read.lastDigestBefore(organization.id, week),
    untold: await read.untoldWins(organization.id),
    below: below({
      ideas: await read.untoldIdeas(organization.id, IDEAS_TOLD),
      cleared: await read.untoldCleared(organization.id, CLEARED_TOLD),
    }),
  });
  const decision = hideUnnamed(planned, await read.unnamed(organization.id));
  const view: View = decision.announce[0]?.view ?? decision.reply;
  out.line(plainText(view));
}

/** False when there is nowhere to post it. */
async function post(house: House, organization: Organization, week: string, out: Output): Promise<boolean> {
  const key = `digest:${week}:${randomUUID()}`;
  const planned = await house.core.handle({
    type: 'plan-digest',
    key,
    organization: organization.id,
    at: house.clock.now(),
    week,
  });
  if (planned.type === 'refusal') {
    out.problem(plainText(planned));
    return false;
  }
  out.line(plainText(planned));
  if (planned.type !== 'digest-planned' || planned.posted === 'silent') return true;
  if (!(await stands(house, organization, week)))
    out.line('It is stored and will be delivered as soon as Herald runs (npm start).');
  return true;
}

/** Whether each digest channel has it, waiting for a running Herald to deliver it. */
async function stands(house: House, organization: Organization, week: string): Promise<boolean> {
  const until = Date.now() + (house.isRunning() ? WAIT_MS : 0);
  while (!(await standsNow(house, organization, week))) {
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return true;
}

async function standsNow({ ledger }: House, { connections }: Organization, week: string): Promise<boolean> {
  for (const { id: connection, digestChannel: channel } of connections) {
    if (channel === null) continue;
    const posts = await ledger.read.feed({ kind: 'channel', connection, channel }, POSTS);
    if (!posts.some(({ view }) => weekOfPost(view) === week)) return false;
  }
  return true;
}

function weekOfPost(view: View): string | null {
  if (view.type === 'digest') return view.digest.week;
  return view.type === 'quiet-week' ? view.week : null;
}
