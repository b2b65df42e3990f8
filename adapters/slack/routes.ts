import type { App } from '@slack/bolt';
import { COMMANDS } from './actions.ts';
import { EVENT_NAMES } from './event-names.ts';
import type { Work } from './work.ts';

/** Any name at all: what it means is looked up once, not asked of a listener for each. */
const ANY = /^/;
const OUR_EVENTS = new RegExp(`^(${EVENT_NAMES.join('|')})$`);

/** Has Bolt hand over what Slack sends. What is still to be loaded counts as time in which somebody waits. */
export function mountRoutes(app: App, work: () => Promise<Work>): void {
  const commands = [
    [COMMANDS.kudos, 'command'],
    [COMMANDS.unblock, 'unblock'],
    [COMMANDS.idea, 'idea'],
  ] as const;
  for (const [name, its] of commands)
    app.command(name, async ({ ack, body }) => {
      const since = performance.now();
      return (await work())[its](ack, body, since);
    });
  app.shortcut(ANY, async ({ ack, body }) => (await work()).shortcut(() => ack(), body));
  app.action(ANY, async ({ ack, body }) => (await work()).click(() => ack(), body));
  app.view(ANY, async ({ ack, body }) => {
    const since = performance.now();
    return (await work()).sent((response) => acknowledge(ack, response), body, since);
  });
  app.event(OUR_EVENTS, async ({ body }) => (await work()).event(body));
}

type Acknowledging = (response?: never) => Promise<void>;

/** Bolt's types know an answer for each kind of view action; ours is to forms alone. */
function acknowledge(ack: unknown, response: unknown): Promise<void> {
  return (ack as Acknowledging)(response as never);
}
