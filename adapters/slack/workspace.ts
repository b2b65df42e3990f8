import type { WebClient } from '@slack/web-api';
import type { Workspace } from './desk.ts';
import { explained, isOutside, troubleOf } from './trouble.ts';

/** Whose token this is. Throws, in words that say where to look, when Slack does not take it. */
export async function readWorkspace(api: WebClient): Promise<Workspace> {
  try {
    const { team_id, team, user_id, bot_id, response_metadata: about } = await api.auth.test();
    if (!team_id || !user_id || !bot_id)
      throw new Error('SLACK_BOT_TOKEN is no bot’s token: take the one that begins with xoxb-.');
    return {
      connection: `slack:${team_id}`,
      team: team_id,
      name: team ?? 'Slack',
      botUser: user_id,
      botId: bot_id,
      uploads: about?.scopes?.includes('files:write') ?? false,
    };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused') {
      throw new Error(`Slack does not take SLACK_BOT_TOKEN: ${explained(trouble)}.`, { cause: error });
    }
    if (isOutside(error)) {
      throw new Error('Slack could not be reached. Look at the network and SLACK_API_URL, then start Herald again.', {
        cause: error,
      });
    }
    throw error;
  }
}
