/** What people type behind `/kudos`, or to Herald, that means something only when nothing follows. The same in every chat. */
export const COMMAND_WORDS = [
  'inbox',
  'mine',
  'digest',
  'map',
  'help',
  'undo',
  'settings',
  'pulse',
  'privacy',
  'export',
] as const;
