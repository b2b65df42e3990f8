import type { AckFn, RespondArguments } from '@slack/bolt';
import { createDeliver } from './deliver.ts';
import type { Desk } from './desk.ts';
import { meetByEmail } from './meet-by-email.ts';
import { onClick } from './on-click.ts';
import { onCommand } from './on-command.ts';
import { onEvent } from './on-event.ts';
import { onIdea } from './on-idea.ts';
import { onSent } from './on-sent.ts';
import { onShortcut } from './on-shortcut.ts';
import { onUnblock } from './on-unblock.ts';
import { keepTeams } from './pulse-teams.ts';
import { createResolver } from './resolve.ts';

type Ack = AckFn<string | RespondArguments>;
type Acknowledge = (response?: unknown) => Promise<void>;

/** What is done at the desk, for who comes in, for what goes out and for what waits: most of this door's modules. */
export function createWork(desk: Desk) {
  return {
    command: (ack: Ack, body: unknown, since: number) => onCommand(desk, ack, body, since),
    unblock: (ack: Ack, body: unknown, since: number) => onUnblock(desk, ack, body, since),
    idea: (ack: Ack, body: unknown, since: number) => onIdea(desk, ack, body, since),
    shortcut: (ack: Acknowledge, body: unknown) => onShortcut(desk, ack, body),
    click: (ack: Acknowledge, body: unknown) => onClick(desk, ack, body),
    sent: (ack: Acknowledge, body: unknown, since: number) => onSent(desk, ack, body, since),
    event: (body: unknown) => onEvent(desk, body),
    deliver: createDeliver(desk),
    resolver: createResolver(() => desk),
    keepTeams: () => keepTeams(desk),
    meetByEmail: (email: string) => meetByEmail(desk, email),
  };
}

export type Work = ReturnType<typeof createWork>;
