// What people type, and what Slack makes of it: a message with mentions in it, a command's text.

import { escaped } from './mrkdwn.ts';
import type { User, Usergroup, Workspace } from './workspace.ts';

type Named = { readonly start: string; readonly sign: string; readonly name: string };

const names = /(^|[\s(])([@#])([\p{L}\p{N}._-]*[\p{L}\p{N}_-])/gu;

/** A message as its composer sends it: names that exist become mentions, the rest is escaped. */
export function composed(line: string, workspace: Workspace): string {
  return rewritten(withLinks(escaped(line)), ({ start, sign, name }) => {
    const user = sign === '@' ? userNamed(name, workspace) : undefined;
    if (user !== undefined) return `${start}<@${user.id}>`;
    const group = sign === '@' ? groupNamed(name, workspace) : undefined;
    if (group !== undefined) return `${start}<!subteam^${group.id}>`;
    const channel = sign === '#' ? channelNamed(name, workspace) : undefined;
    if (channel !== undefined) return `${start}<#${channel.id}|${channel.name}>`;
    return sign === '@' && /^(channel|here|everyone)$/.test(name) ? `${start}<!${name}>` : null;
  });
}

/**
 * A command's text. Without `should_escape` it comes as it was typed. With it, names picked from the list become
 * `<@U…|name>`; a name typed to the end and never picked stays plain, which `unpicked` is for.
 */
export function commandText(line: string, escaping: boolean, unpicked: boolean, workspace: Workspace): string {
  const typed = line.replaceAll(/<@([A-Z0-9]+)>/g, (whole, id) => {
    const user = workspace.users.get(id);
    return user === undefined ? whole : `@${user.name}`;
  });
  if (!escaping) return typed.trim();
  return rewritten(withLinks(escaped(typed.trim())), ({ start, sign, name }) => {
    if (sign === '@' && /^(channel|here|everyone)$/.test(name)) return `${start}<!${name}>`;
    if (unpicked) return null;
    const user = sign === '@' ? userNamed(name, workspace) : undefined;
    if (user !== undefined) return `${start}<@${user.id}|${user.name}>`;
    const group = sign === '@' ? groupNamed(name, workspace) : undefined;
    if (group !== undefined) return `${start}<!subteam^${group.id}|@${group.handle}>`;
    const channel = sign === '#' ? channelNamed(name, workspace) : undefined;
    return channel === undefined ? null : `${start}<#${channel.id}|${channel.name}>`;
  });
}

function rewritten(text: string, change: (named: Named) => string | null): string {
  return text.replaceAll(names, (whole, start, sign, name) => change({ start, sign, name }) ?? whole);
}

const withLinks = (text: string) => text.replaceAll(/\bhttps?:\/\/[^\s<>]+/g, (url) => `<${url}>`);

function userNamed(name: string, workspace: Workspace): User | undefined {
  const wanted = name.toLowerCase();
  return [...workspace.users.values()].find((user) => user.name.toLowerCase() === wanted);
}

function groupNamed(name: string, workspace: Workspace): Usergroup | undefined {
  return [...workspace.usergroups.values()].find((group) => group.handle === name && !group.disabled);
}

function channelNamed(name: string, workspace: Workspace) {
  return [...workspace.channels.values()].find((one) => one.name === name && one.kind === 'public');
}
