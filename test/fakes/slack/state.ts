// Everything the double knows, in one place: its parts are handed this.

import { createCalls } from './calls.ts';
import { createClock } from './clock.ts';
import { createFaults } from './faults.ts';
import { createFiles } from './files.ts';
import type { Thing } from './json.ts';
import { appName, type Manifest } from './manifest.ts';
import { createMessages, describeMessage, type Message, type NewMessage } from './messages.ts';
import { createRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { createTokens } from './tokens.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views.ts';
import { createWorkspace } from './workspace.ts';

export type State = ReturnType<typeof createState>;

export function createState(manifest: Manifest, pace: number) {
  let address = '';
  const base = () => address;
  const clock = createClock(pace);
  const messages = createMessages(clock);
  const files = createFiles(base);
  const listeners: ((message: Message) => void)[] = [];

  /** `brief` leaves out what the event of a mail's arrival may lack. */
  function describe(message: Message, withMetadata = false, brief = false): Thing {
    const attached = message.files.flatMap((id) => files.find(id) ?? []).map((file) => files.describe(file, brief));
    return describeMessage(message, withMetadata, attached);
  }

  function post(given: NewMessage): Message {
    const message = messages.post(given);
    for (const listener of listeners) listener(message);
    return message;
  }

  return {
    manifest,
    clock,
    messages,
    files,
    workspace: createWorkspace(appName(manifest)),
    tokens: createTokens(manifest),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock, base),
    views: createViews(clock),
    faults: createFaults(),
    limits: createRateLimits(clock),
    calls: createCalls(),
    /** Where this Slack listens: `http://127.0.0.1:port`. */
    base,
    listensAt(url: string) {
      address = url;
    },
    describe,
    /** Posts a message and lets everyone who listens know. */
    post,
    onPosted(listener: (message: Message) => void) {
      listeners.push(listener);
    },
    /** Hands out an address for a Socket Mode connection; set by the server that takes it. */
    socketAddress: { make: (): string => '' },
  };
}
