// The Events API: what happens in the workspace, sent to the app when its manifest asks for it, and sent again when
// the app does not take it: at once, after a minute, after five.

import type { Door, Heard } from './door.ts';
import { newId } from './ids.ts';
import type { Thing } from './json.ts';
import { botEvents } from './manifest.ts';
import { mentionsIn } from './mrkdwn.ts';
import { scopesOfEvent } from './scopes.ts';
import type { Happened, State } from './state.ts';
import { bot, ourTeam } from './workspace.ts';

export type Delivery = {
  readonly id: string;
  readonly event: Thing;
  /** What came of each try so far. */
  readonly tries: readonly Heard[];
  readonly first: Promise<Heard>;
  /** Resolves when the app took it, or after the last try. */
  readonly settled: Promise<void>;
};

export type Events = ReturnType<typeof createEvents>;

const retryAfter = [0, 60_000, 300_000];
const familyOf = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

export function createEvents(state: State, door: Door) {
  const deliveries: Delivery[] = [];

  /** Whether Slack sends the app an event of this name: subscribed to, and its scope granted. */
  function wanted(name: string): boolean {
    const scopes = scopesOfEvent[name];
    if (!botEvents(state.manifest).includes(name)) return false;
    if (scopes === undefined) throw new Error(`The double does not know the event ${name}: add its scopes.`);
    return scopes.length === 0 || scopes.some((scope) => state.tokens.scopes.has(scope));
  }

  function envelop(event: Thing, id: string): Thing {
    return {
      token: 'legacy',
      team_id: ourTeam.id,
      context_team_id: ourTeam.id,
      context_enterprise_id: null,
      api_app_id: bot.app,
      event,
      type: 'event_callback',
      event_id: id,
      event_time: Math.floor(state.clock.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: ourTeam.id, user_id: bot.user, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: state.workspace.channels.get(String(event.channel))?.connected ?? false,
      event_context: `4-${id}`,
    };
  }

  async function deliver(payload: Thing, tries: Heard[], tell: (first: Heard) => void) {
    for (let number = 0; ; number += 1) {
      const reason = tries.at(-1)?.failure ?? 'unknown_error';
      const retry = number === 0 ? {} : { retry: { number, reason } };
      const heard = await door.send({ kind: 'events_api', payload, takesAnswer: false, ...retry });
      tries.push(heard);
      tell(heard);
      const pause = retryAfter[number];
      if (heard.acknowledged || heard.noRetry || pause === undefined) return;
      if (!(await state.clock.wait(pause))) return;
    }
  }

  /** Sends an event as the Events API would; null when the app does not get to hear of such things. */
  function send(name: string, event: Thing, eventId = newId('Ev')): Delivery | null {
    if (!wanted(name)) return null;
    const tries: Heard[] = [];
    const { promise: first, resolve } = Promise.withResolvers<Heard>();
    const settled = deliver(envelop(event, eventId), tries, resolve);
    const delivery: Delivery = { id: eventId, event, tries, first, settled };
    deliveries.push(delivery);
    return delivery;
  }

  function sendMessage(happened: Happened) {
    const { message } = happened;
    const channel = state.workspace.channels.get(message.channel);
    if (channel === undefined || message.onlyFor !== null || !channel.members.has(bot.user)) return;
    const where = {
      channel: message.channel,
      event_ts: happened.what === 'posted' ? message.ts : state.messages.nextTs(),
    };
    const told = happened.what === 'posted' ? state.describe(message, false, true) : revision(happened, where.event_ts);
    send(`message.${familyOf[channel.kind]}`, { ...told, ...where, channel_type: channelType(channel.kind) });
    const calls = happened.what === 'posted' && mentionsIn(message.text).includes(`@${bot.user}`);
    if (calls && channel.kind !== 'im' && message.user !== bot.user) {
      send('app_mention', { ...told, type: 'app_mention', ...where });
    }
  }

  /** Edits and deletions come as messages too, hidden ones, with what stood there before. */
  function revision({ what, message, before }: Exclude<Happened, { what: 'posted' }>, ts: string): Thing {
    const about = { type: 'message', subtype: `message_${what}`, hidden: true, ts, previous_message: before };
    return what === 'deleted' ? { ...about, deleted_ts: message.ts } : { ...about, message: state.describe(message) };
  }

  state.onMessage(sendMessage);

  return {
    send,
    wanted,
    deliveries: deliveries as readonly Delivery[],
    forget() {
      deliveries.length = 0;
    },
    /** Resolves once every event sent so far was taken or given up. */
    async settled() {
      await Promise.all(deliveries.map((delivery) => delivery.settled));
    },
  };
}

function channelType(kind: 'public' | 'private' | 'im' | 'mpim') {
  return { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' }[kind];
}
