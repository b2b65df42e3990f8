/** What Herald may do in a workspace, and what for; the manifest asks for the same. */
export const SCOPES: Readonly<Record<string, { readonly for: string; readonly optional: boolean }>> = {
  'app_mentions:read': { for: 'hearing @Herald in channels', optional: false },
  'channels:history': { for: 'nominations by reaction, and looking whether a message was posted', optional: true },
  'channels:read': { for: 'knowing which channels Herald is in', optional: false },
  'chat:write': { for: 'everything that Herald says', optional: false },
  commands: { for: '/kudos and the shortcuts', optional: false },
  'files:read': { for: 'mails dropped or sent to a channel', optional: false },
  'files:write': { for: 'the picture of the pulse, and everything as a file', optional: true },
  'groups:history': { for: 'the same as channels:history, in private channels', optional: true },
  'groups:read': { for: 'the same as channels:read, for private channels', optional: false },
  'im:history': { for: 'kudos in plain words, by direct message', optional: false },
  'im:write': { for: 'finding a direct message again after a crash', optional: false },
  'reactions:read': { for: 'nominations by reaction', optional: true },
  'usergroups:read': { for: 'kudos to a user group', optional: false },
  'users:read': { for: 'names, and who is an admin, a guest or a bot', optional: false },
  'users:read.email': { for: 'knowing the same person on another platform', optional: false },
};
