// A Slack of our own: one workspace with one app installed, over real HTTP and real WebSockets.

import { callMethod } from './api.ts';
import { type Door, PATIENCE_MS } from './door.ts';
import { createEvents } from './events.ts';
import { createHttpDoor, type HttpDoor } from './http-door.ts';
import type { Thing } from './json.ts';
import type { Manifest } from './manifest.ts';
import { createPerson, type Person } from './people/person.ts';
import { startServer } from './server.ts';
import { showMessage } from './shown.ts';
import { createSockets } from './sockets.ts';
import { createState } from './state.ts';
import { createUpheavals } from './upheavals.ts';

export type SlackOptions = {
  /** The app as it was installed: its scopes are granted, its commands and events known, `should_escape` obeyed. */
  readonly manifest: Manifest;
  readonly port?: number;
  /** How many times faster than real the waits between an event's retries are. */
  readonly pace?: number;
  /** How long Slack waits for an acknowledgement; longer where a test asks something else of a machine that may be busy. */
  readonly patience?: number;
  /** Where Slack sends to, for tests that play the app themselves. */
  readonly door?: Door;
};

export type Slack = Awaited<ReturnType<typeof startSlack>>;

export async function startSlack({ manifest, port = 0, pace = 1, patience = PATIENCE_MS, door: given }: SlackOptions) {
  const state = createState(manifest, { pace, patience });
  const sockets = createSockets(state);
  const server = await startServer(state, sockets.upgrade, port);
  state.listensAt(server.url);
  state.socketAddress.make = sockets.makeAddress;
  let http: HttpDoor | null = null;
  const door: Door = given ?? { send: (sent) => (http ?? sockets).send(sent) };
  const events = createEvents(state, door);
  const people = new Map<string, Person>();

  return {
    /** For `SLACK_API_URL`. */
    apiUrl: `${server.url}/api/`,
    botToken: state.tokens.bot,
    appToken: state.tokens.app,
    signingSecret: state.tokens.signingSecret,
    workspace: state.workspace,
    tokens: state.tokens,
    files: state.files,
    faults: state.faults,
    limits: state.limits,
    calls: state.calls,
    metadata: state.metadata,
    clock: state.clock,
    messages: state.messages,
    sockets,
    events,
    ...createUpheavals(state, events),

    /** From now on Slack sends over HTTP to this address; before, it sends over Socket Mode. */
    sendsTo(url: string): HttpDoor {
      http?.close();
      http = createHttpDoor(url, () => state.tokens.signingSecret, patience);
      return http;
    },
    user(id: string): Person {
      if (!state.workspace.users.has(id)) throw new Error(`There is no user ${id}.`);
      const person = people.get(id) ?? createPerson(id, state, door, events);
      people.set(id, person);
      return person;
    },
    /** Everything in a channel that everyone sees, oldest first. */
    shows: (channel: string) => state.messages.in(channel).map((one) => showMessage(one, state.workspace)),
    /** Calls the Web API from inside, without the network. */
    call: (method: string, args: Thing, token = state.tokens.bot) => callMethod(method, args, token, state).body,
    async stop() {
      state.clock.close();
      http?.close();
      await sockets.close();
      await server.stop();
    },
  };
}
