// Everything the double knows, in one place: its parts are handed this.

import { createCalls } from './calls.ts';
import { createClock } from './clock.ts';
import { createFaults } from './faults.ts';
import { createFiles } from './files.ts';
import type { Thing } from './json.ts';
import { appName, type Manifest } from './manifest.ts';
import { type Change, createMessages, describeMessage, type Message, type NewMessage } from './messages.ts';
import { createRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { createTokens } from './tokens.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views.ts';
import { createWorkspace } from './workspace.ts';

export type State = ReturnType<typeof createState>;

type Upload = { readonly name: string; readonly length: number; readonly altText: string; body: Buffer | null };

export type Happened =
  | { readonly what: 'posted'; readonly message: Message }
  | { readonly what: 'changed' | 'deleted'; readonly message: Message; readonly before: Thing };

type Listener = (happened: Happened) => void;

export function createState(
  manifest: Manifest,
  { pace, patience }: { readonly pace: number; readonly patience: number },
) {
  let address = '';
  const base = () => address;
  const clock = createClock(pace);
  const messages = createMessages(clock);
  const files = createFiles(base);
  const listeners: Listener[] = [];
  const tell = (what: Happened) => {
    for (const listener of listeners) listener(what);
  };

  /** `brief` leaves out what the event of a mail's arrival may lack. */
  function describe(message: Message, withMetadata = false, brief = false): Thing {
    const attached = message.files.flatMap((id) => files.find(id) ?? []).map((file) => files.describe(file, brief));
    return describeMessage(message, withMetadata, attached);
  }

  function post(given: NewMessage): Message {
    const message = messages.post(given);
    tell({ what: 'posted', message });
    return message;
  }

  function edit(message: Message, change: Change) {
    const before = describe(message);
    Object.assign(message, change);
    message.edited = { user: message.user, ts: messages.nextTs() };
    tell({ what: 'changed', message, before });
  }

  function remove(message: Message) {
    const before = describe(message);
    message.deleted = true;
    tell({ what: 'deleted', message, before });
  }

  return {
    manifest,
    patience,
    clock,
    messages,
    files,
    /** What the app said it would upload, by the file's id. */
    uploads: new Map<string, Upload>(),
    workspace: createWorkspace(appName(manifest)),
    tokens: createTokens(manifest),
    triggers: createTriggers(clock, patience),
    responseUrls: createResponseUrls(clock, base),
    views: createViews(clock),
    faults: createFaults(),
    limits: createRateLimits(clock),
    calls: createCalls(),
    /** Whether history tells what stands in a message's metadata, to those who ask, or only of which kind it is. */
    metadata: { told: true },
    /** Where this Slack listens: `http://127.0.0.1:port`. */
    base,
    listensAt(url: string) {
      address = url;
    },
    describe,
    post,
    edit,
    remove,
    /** Has `listener` called after each message that is posted, changed or deleted. */
    onMessage(listener: Listener) {
      listeners.push(listener);
    },
    /** Hands out an address for a Socket Mode connection; set by the server that takes it. */
    socketAddress: { make: (): string => '' },
  };
}
