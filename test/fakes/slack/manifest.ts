// The app manifest, as far as Slack's behaviour towards the app depends on it.

export type Manifest = {
  readonly display_information?: { readonly name: string };
  readonly features?: {
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly bot_user?: { readonly display_name: string };
    readonly shortcuts?: readonly Shortcut[];
    readonly slash_commands?: readonly SlashCommand[];
  };
  readonly oauth_config?: {
    readonly scopes?: { readonly bot?: readonly string[]; readonly bot_optional?: readonly string[] };
  };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled?: boolean; readonly message_menu_options_url?: string };
    readonly socket_mode_enabled?: boolean;
  };
};

type Shortcut = { readonly name: string; readonly callback_id: string; readonly type: 'message' | 'global' };

type SlashCommand = { readonly command: string; readonly should_escape?: boolean };

export const appName = (manifest: Manifest) =>
  manifest.features?.bot_user?.display_name ?? manifest.display_information?.name ?? 'App';

/** What every installation grants: `bot` without those that `bot_optional` leaves to the admin. */
export function requiredScopes(manifest: Manifest): readonly string[] {
  const { bot = [], bot_optional: optional = [] } = manifest.oauth_config?.scopes ?? {};
  return bot.filter((scope) => !optional.includes(scope));
}

export const botEvents = (manifest: Manifest) => manifest.settings?.event_subscriptions?.bot_events ?? [];

export const commandOf = (manifest: Manifest, command: string) =>
  manifest.features?.slash_commands?.find((one) => one.command === command);

export const shortcutOf = (manifest: Manifest, callbackId: string) =>
  manifest.features?.shortcuts?.find((one) => one.callback_id === callbackId);
