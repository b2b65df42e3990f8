// manifest.json against the code, both ways: what it asks for is used, and what is used is asked for.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS, SHORTCUTS } from '../adapters/slack/actions.ts';
import { EVENT_NAMES } from '../adapters/slack/event-names.ts';
import { SCOPES } from '../adapters/slack/scopes.ts';
import { methods } from './fakes/slack/methods/table.ts';
import { scopesOfEvent } from './fakes/slack/scopes.ts';

type Manifest = {
  readonly display_information: {
    readonly name: string;
    readonly description: string;
    readonly long_description: string;
  };
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly bot_user: { readonly display_name: string };
    readonly shortcuts: readonly {
      readonly name: string;
      readonly type: string;
      readonly callback_id: string;
      readonly description: string;
    }[];
    readonly slash_commands: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint?: string;
      readonly should_escape?: boolean;
    }[];
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional: readonly string[] };
  };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
};

const root = fileURLToPath(new URL('../', import.meta.url));
const manifest: Manifest = JSON.parse(readFileSync(`${root}manifest.json`, 'utf8'));
const code = readdirSync(`${root}adapters/slack`)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${root}adapters/slack/${name}`, 'utf8'))
  .join('\n');

/** The Web API methods that the code calls. */
function methodsCalled(text: string): readonly string[] {
  const calls = text.matchAll(/\b(?:api|client|WebClient\([^)]*\)\))\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g);
  return [...new Set([...calls].map(([, method = '']) => method))].toSorted();
}

/** All that does not fit between a manifest and the code; empty when all does. */
function faults(given: Manifest, text: string): readonly string[] {
  const { bot, bot_optional } = given.oauth_config.scopes;
  const events = given.settings.event_subscriptions.bot_events;
  const kinds = new Set(events.map((event) => event.replace(/^message\..*/, 'message')));
  const called = methodsCalled(text);
  const used = new Set([
    'commands',
    ...called.flatMap((method) => methods[method]?.scopes ?? []),
    ...events.flatMap((event) => scopesOfEvent[event] ?? []),
  ]);
  const known = Object.keys(SCOPES);
  const optional = known.filter((scope) => SCOPES[scope]?.optional);
  const lacks = (scopes: readonly string[] = []) => scopes.length > 0 && !scopes.some((scope) => bot.includes(scope));
  const missing = (what: string, wanted: readonly string[], there: readonly string[]) =>
    wanted.filter((one) => !there.includes(one)).map((one) => `${what}: ${one}`);
  return [
    ...missing('scope asked for that the code does not know', bot, known),
    ...missing('scope known to the code that is not asked for', known, bot),
    ...missing('optional by the manifest alone', bot_optional, optional),
    ...missing('optional by the code alone', optional, bot_optional),
    ...missing('optional scope that is not asked for', bot_optional, bot),
    ...missing('scope that nothing uses', bot, [...used]),
    ...missing('method whose scopes are not known', called, Object.keys(methods)),
    ...called.filter((method) => lacks(methods[method]?.scopes)).map((method) => `method without its scope: ${method}`),
    ...missing('event whose scopes are not known', events, Object.keys(scopesOfEvent)),
    ...events.filter((event) => lacks(scopesOfEvent[event])).map((event) => `event without its scope: ${event}`),
    ...missing('event that nobody handles', [...kinds], EVENT_NAMES),
    ...missing('event handled that is not asked for', EVENT_NAMES, [...kinds]),
    ...missing(
      'command that nobody handles',
      given.features.slash_commands.map(({ command }) => command),
      Object.values(COMMANDS),
    ),
    ...missing(
      'command handled that is not asked for',
      Object.values(COMMANDS),
      given.features.slash_commands.map(({ command }) => command),
    ),
    ...given.features.slash_commands
      .filter(({ should_escape }) => should_escape !== true)
      .map(({ command }) => `command that does not escape: ${command}`),
    ...missing(
      'shortcut that nobody handles',
      given.features.shortcuts.map((one) => one.callback_id),
      Object.values(SHORTCUTS),
    ),
    ...missing(
      'shortcut handled that is not asked for',
      Object.values(SHORTCUTS),
      given.features.shortcuts.map((one) => one.callback_id),
    ),
  ];
}

describe('manifest.json', () => {
  it('fits the code, both ways', () => {
    expect(methodsCalled(code).length).toBeGreaterThan(15);
    expect(faults(manifest, code)).toEqual([]);
  });

  it.each([
    [
      'a scope too many',
      { scopes: { ...manifest.oauth_config.scopes, bot: [...manifest.oauth_config.scopes.bot, 'pins:read'] } },
    ],
    [
      'a scope too few',
      {
        scopes: {
          ...manifest.oauth_config.scopes,
          bot: manifest.oauth_config.scopes.bot.filter((one) => one !== 'files:read'),
        },
      },
    ],
    ['an optional scope made required', { scopes: { ...manifest.oauth_config.scopes, bot_optional: [] } }],
  ])('would be caught with %s', (_name, oauth_config) => {
    expect(faults({ ...manifest, oauth_config }, code)).not.toEqual([]);
  });

  it('would be caught with an event, a command or a shortcut that does not fit', () => {
    const { features, settings } = manifest;
    const withEvents = (bot_events: readonly string[]) => ({
      ...manifest,
      settings: { ...settings, event_subscriptions: { bot_events } },
    });
    const events = settings.event_subscriptions.bot_events;
    expect(faults(withEvents([...events, 'pin_added']), code)).toContain('event that nobody handles: pin_added');
    expect(faults(withEvents(events.filter((one) => one !== 'user_change')), code)).toContain(
      'event handled that is not asked for: user_change',
    );
    const plain = features.slash_commands.map(({ should_escape: _, ...command }) => command);
    expect(faults({ ...manifest, features: { ...features, slash_commands: plain } }, code)).toContain(
      'command that does not escape: /kudos',
    );
    expect(faults({ ...manifest, features: { ...features, shortcuts: [] } }, code)).toContain(
      'shortcut handled that is not asked for: tell-story',
    );
  });

  it('would be caught by a call that its scopes do not allow', () => {
    expect(faults(manifest, `${code}\napi.pins.list();`)).toContain('method whose scopes are not known: pins.list');
  });

  // The lengths and counts of Slack's manifest schema, which are facts about their form.
  it('keeps within what Slack takes', () => {
    const { display_information: about, features, oauth_config, settings } = manifest;
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(175);
    expect(about.long_description.length).toBeLessThanOrEqual(4000);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.shortcuts.length).toBeLessThanOrEqual(10);
    for (const shortcut of features.shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
      expect(['message', 'global']).toContain(shortcut.type);
    }
    for (const { command, description, usage_hint = '' } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(usage_hint.length).toBeLessThanOrEqual(1000);
    }
    expect(oauth_config.scopes.bot).toEqual([...new Set(oauth_config.scopes.bot)].toSorted());
    expect(new Set(settings.event_subscriptions.bot_events).size).toBe(settings.event_subscriptions.bot_events.length);
  });

  it('connects by Socket Mode, takes what people press, and has a Home and a conversation', () => {
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(JSON.stringify(manifest)).not.toMatch(/https?:/);
  });
});
