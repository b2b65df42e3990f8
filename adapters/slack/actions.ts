/** What a button asks for. The value of the button is the id of what it is about, or empty. */
export const ACTIONS = {
  cheer: 'cheer',
  uncheer: 'take-cheer-back',
  undo: 'undo',
  confirmWin: 'confirm-win',
  makeWin: 'make-win',
  askWhatBroke: 'ask-what-broke',
  askWords: 'ask-words',
  askDetails: 'ask-details',
  /** The value is the story's id and the touchpoint's. */
  place: 'place-story',
  showStory: 'show-story',
  hold: 'hold',
  release: 'release',
  settle: 'settle',
  complete: 'complete-praise',
  reopenPraise: 'reopen-praise',
  settleWin: 'settle-win',
  settleRecovery: 'settle-recovery',
  settleThanks: 'settle-thanks',
  settleNot: 'settle-not-praise',
  kudosForm: 'kudos-form',
  withdrawNomination: 'withdraw-nomination',
  tellNominated: 'tell-nominated',
  postAgain: 'post-again',
  takeObstacle: 'take-obstacle',
  releaseObstacle: 'release-obstacle',
  reopenObstacle: 'reopen-obstacle',
  askCleared: 'ask-cleared',
  askObstacle: 'ask-obstacle',
  showObstacle: 'show-obstacle',
  showObstacles: 'show-obstacles',
  showPrivacy: 'show-privacy',
  held: 'held',
  heldNext: 'held-next',
  hideName: 'hide-name',
  showName: 'show-name',
  askTakeBack: 'ask-take-back',
  takeBack: 'take-back',
  erase: 'erase',
  showInbox: 'show-inbox',
  showMine: 'show-mine',
  showHelp: 'show-help',
  showDigest: 'show-digest',
  showMap: 'show-map',
  showTouchpoints: 'show-touchpoints',
  askTouchpoint: 'ask-touchpoint',
  raiseTouchpoint: 'raise-touchpoint',
  removeTouchpoint: 'remove-touchpoint',
  /** Of the organization; with the id of a team behind it, that team's. */
  showPulse: 'show-pulse',
  showCsv: 'show-pulse-csv',
  exportAll: 'export-all',
  exportHeld: 'export-held',
  /** Fields that stand in messages and modals, and links: choosing something in them asks for nothing yet. */
  field: 'field',
  /** "Had something gone wrong first?" in the form: what broke is asked of those who say yes. */
  wentWrong: 'went-wrong',
} as const;

/** The forms, by the callback_id of their modal. */
export const FORMS = {
  kudos: 'kudos',
  settle: 'settle',
  complete: 'complete-praise',
  whatBroke: 'what-broke',
  words: 'words',
  details: 'details',
  obstacle: 'obstacle',
  cleared: 'cleared',
  settings: 'settings',
  touchpoint: 'touchpoint',
  idea: 'idea',
  ideaWords: 'idea-words',
  ideaClearing: 'idea-clearing',
  ideaReason: 'idea-reason',
  /** Shows something; nothing to send. */
  answer: 'answer',
} as const;

export type FormName = (typeof FORMS)[keyof typeof FORMS];

/** Fields by the block_id of their block; within it each is called `ACTIONS.field` or `ACTIONS.wentWrong`. */
export const FIELDS = {
  heroes: 'heroes',
  words: 'words',
  wentWrong: 'went-wrong',
  whatBroke: 'what-broke',
  whatChanged: 'what-changed',
  kind: 'kind',
  nameless: 'nameless',
  customer: 'customer',
  touchpoint: 'touchpoint',
  chosenTouchpoint: 'chosen-touchpoint',
  promise: 'promise',
  clearing: 'clearing',
  reason: 'reason',
  audience: 'audience',
  as: 'as',
  customerShown: 'customer-shown',
  thanksHeard: 'thanks-heard',
  digestChannel: 'digest-channel',
  digestHeroes: 'digest-heroes',
  weekday: 'weekday',
  time: 'time',
  timeZone: 'time-zone',
  announce: 'announce',
  nominationEmoji: 'nomination-emoji',
  forwarders: 'forwarders',
  managers: 'managers',
  praiseDays: 'praise-days',
  teams: 'teams',
} as const;

export type FieldName = (typeof FIELDS)[keyof typeof FIELDS];

/** The shortcuts of the manifest. */
export const SHORTCUTS = {
  tellStory: 'tell-story',
  makeStory: 'make-story',
  customerPraise: 'customer-praise',
} as const;

/** The slash commands of the manifest. */
export const COMMANDS = { kudos: '/kudos', unblock: '/unblock', idea: '/idea' } as const;
