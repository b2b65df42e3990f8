import type { App } from '@slack/bolt';
import { COMMAND } from './actions.ts';
import type { Desk } from './desk.ts';
import { onClick } from './on-click.ts';
import { onCommand } from './on-command.ts';
import { EVENTS, onEvent } from './on-event.ts';
import { onSent } from './on-sent.ts';
import { onShortcut } from './on-shortcut.ts';

/** Any name at all: what it means is looked up once, not asked of a listener for each. */
const ANY = /^/;
const OUR_EVENTS = new RegExp(`^(${Object.keys(EVENTS).join('|')})$`);

/** Has Bolt hand over what Slack sends. */
export function mountRoutes(app: App, desk: () => Desk): void {
  app.command(COMMAND, ({ ack, body }) => onCommand(desk(), ack, body));
  app.shortcut(ANY, ({ ack, body }) => onShortcut(desk(), () => ack(), body));
  app.action(ANY, ({ ack, body }) => onClick(desk(), () => ack(), body));
  app.view(ANY, ({ ack, body }) => onSent(desk(), (response) => acknowledge(ack, response), body));
  app.event(OUR_EVENTS, ({ body }) => onEvent(desk(), body));
}

type Acknowledging = (response?: never) => Promise<void>;

/** Bolt's types know an answer for each kind of view action; ours is to forms alone. */
function acknowledge(ack: unknown, response: unknown): Promise<void> {
  return (ack as Acknowledging)(response as never);
}
