/** What a button asks for: the `verb` of an Action.Execute, or `verb` in the data of a dialog's Action.Submit. */
export const VERBS = {
  cheer: 'cheer',
  uncheer: 'take-cheer-back',
  undo: 'undo',
  confirmWin: 'confirm-win',
  makeWin: 'make-win',
  hold: 'hold',
  release: 'release',
  reopenPraise: 'reopen-praise',
  postAgain: 'post-again',
  withdrawNomination: 'withdraw-nomination',
  showStory: 'show-story',
  /** The teller's own view of a story in a channel, which Teams asks for by itself. */
  showTold: 'show-told',
  showInbox: 'show-inbox',
  showMine: 'show-mine',
  showHelp: 'show-help',
  showDigest: 'show-digest',
  showSettings: 'show-settings',
  showHome: 'show-home',
  search: 'search',
  askKudos: 'ask-kudos',
  askSettle: 'ask-settle',
  askWhatBroke: 'ask-what-broke',
  askWords: 'ask-words',
  askDetails: 'ask-details',
  askSettings: 'ask-settings',
  sendKudos: 'send-kudos',
  sendPraise: 'send-praise',
  settleWin: 'settle-win',
  settleRecovery: 'settle-recovery',
  settleThanks: 'settle-thanks',
  settleNot: 'settle-not-praise',
  sendWhatBroke: 'send-what-broke',
  sendWords: 'send-words',
  sendDetails: 'send-details',
  sendSettings: 'send-settings',
} as const;

export type Verb = (typeof VERBS)[keyof typeof VERBS];

/** Fields, by the id of their input. */
export const FIELDS = {
  heroes: 'heroes',
  typedHeroes: 'typed-heroes',
  words: 'words',
  wentWrong: 'went-wrong',
  whatBroke: 'what-broke',
  customer: 'customer',
  email: 'email',
  touchpoint: 'touchpoint',
  audience: 'audience',
  digestChannel: 'digest-channel',
  weekday: 'weekday',
  time: 'time',
  timeZone: 'time-zone',
  announce: 'announce',
  managers: 'managers',
  typedManagers: 'typed-managers',
  forwarders: 'forwarders',
} as const;

export type FieldName = (typeof FIELDS)[keyof typeof FIELDS];
