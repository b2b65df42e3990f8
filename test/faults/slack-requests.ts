// Requests as Slack makes them, made by hand: for those that Slack itself would never send twice, or at all.

import { newKey } from './page.ts';

const TEAM_ID = 'T0000TEAM';
const APP_ID = 'A0000APP';

export type Request = { readonly body: string; readonly contentType: string };

export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

/** `/kudos …` as Slack sends it; the same trigger again is the same command again. */
export function typedCommand(text: string, trigger: string = newKey(), user = 'UANA'): Request {
  const fields = {
    token: 'legacy',
    team_id: TEAM_ID,
    channel_id: 'C0NEWS',
    channel_name: 'good-news',
    user_id: user,
    command: '/kudos',
    text,
    api_app_id: APP_ID,
    response_url: '',
    trigger_id: trigger,
  };
  return { body: new URLSearchParams(fields).toString(), contentType: FORM };
}

/** An event in its envelope. */
export function eventEnvelope(event: Readonly<Record<string, unknown>>, id: string = newKey()) {
  return {
    token: 'legacy',
    team_id: TEAM_ID,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM_ID, user_id: 'U0000BOT', is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

export function asJson(payload: unknown): Request {
  return { body: JSON.stringify(payload), contentType: JSON_TYPE };
}

/** What people press, choose and send travels as JSON in a form's field. */
export function asForm(payload: unknown): Request {
  return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), contentType: FORM };
}
