/** What each scope of the manifest is for, in words for whoever installs the app. */
export const REQUIRED_SCOPES: Readonly<Record<string, string>> = {
  'app_mentions:read': 'stories told by @Herald in a channel',
  'channels:read': 'which channels Herald is in',
  'chat:write': 'everything that Herald says',
  commands: '/kudos and the shortcuts',
  'files:read': 'mails that are forwarded or dropped here',
  'groups:read': 'which private channels Herald is in',
  'im:history': 'what people write to Herald in private',
  'im:write': 'messages to those who are told about',
  'usergroups:read': 'kudos for a user group',
  'users:read': 'who people are',
  'users:read.email': 'recognizing colleagues in mails',
};

/** Those that the manifest leaves to the admin, and what Herald does not do without them. */
export const OPTIONAL_SCOPES: Readonly<Record<string, string>> = {
  'channels:history':
    'customers’ mails sent to a public channel, nominated messages, and looking whether a digest is already there',
  'groups:history':
    'customers’ mails sent to a private channel, nominated messages, and looking whether a digest is already there',
  'reactions:read': 'nominating a message by a reaction',
};
