import type { Praise, Story, View } from '../views.ts';

/** What stands on buttons. */
export const buttons = {
  tell: 'Tell it',
  tellAStory: 'Tell a story',
  myStories: 'My stories',
  whatToType: 'What you can type',
  showMore: 'Show more',
  openForm: 'Use the form',
  undo: 'Take it back',
  cheer: 'Cheer',
  cheered: 'Cheered',
  showStory: 'Show the story',
  putBack: 'Put them back where you type',
  makeKudos: 'Make it a kudos',
  showHelp: 'Show what I can type',
  showInbox: 'Show my inbox',
  somethingWentWrong: 'Something had gone wrong first',
  nothingWentWrong: 'No, nothing went wrong',
  yesSomethingWentWrong: 'Yes, something had',
  makeRecovery: 'Make it a recovery',
  makeWin: 'Nothing had gone wrong: make it a win',
  /** Where there is room for a few words only. */
  makeWinShort: 'Make it a win',
  correctWords: 'Correct the words',
  saveWords: 'Save the words',
  settle: 'Settle it',
  lookAtPraise: 'Say what it is',
  whatElseWaits: 'See what else waits',
  completePraise: 'Fill in what is missing',
  savePraise: 'Save it',
  readOn: 'Read on',
  wholeStory: 'Whole story',
  readWhole: 'Read the whole story',
  changeStory: 'Change or take back',
  reopenPraise: 'Put it back into the inbox',
  hold: 'Hold for a week',
  release: 'Let it in after all',
  cancel: 'Never mind',
  dismiss: 'Close',
  addDetails: 'Add customer or place',
  saveDetails: 'Save them',
  tellNominated: 'Tell it',
  postAgain: 'Post again',
  saveSettings: 'Save',
  back: 'Back',
  bringIn: 'Bring it in',
  myInbox: 'My inbox',
  changeSettings: 'Change them',
} as const;

/** Asked of whoever told a story whose words carry both a problem and a repair. */
export const laneQuestion = {
  asked: 'Did something go wrong first?',
  untilAnswered: 'Until you answer, the story stays out of the digest.',
} as const;

/** What stands above the parts of a message. */
export const headings = {
  digest: 'The weekly digest',
  inFull: 'In full',
  inALine: 'In a line each',
  alsoTold: 'Also told this week',
  held: 'Held for a week',
  unsettled: `Waiting for an answer to “${laneQuestion.asked}”`,
  aboutMe: 'About you',
  toldByMe: 'Told by you',
  tellAStory: 'Tell a story',
  soFar: 'So far this week',
  waiting: 'Waiting for you',
  customersWords: 'A customer’s words',
  settings: 'Settings',
} as const;

/** The names of fields, as they stand above them. */
export const fields = {
  heroes: 'Who was it?',
  /** After the name of a field that may stay empty, where the platform does not say so itself. */
  optional: '(if you like)',
  heroesMissing: 'Who was it? Choose at least one colleague, or type a name.',
  typedHeroes: 'Somebody who is not in the list?',
  typedNamesHint: 'Names, with commas between.',
  words: 'What happened?',
  wentWrongFirst: 'Had something gone wrong first?',
  whatBroke: 'What broke?',
  whatBrokeIfSo: 'If so: what broke?',
  whatBrokeIfRecovery: 'If it is a recovery: what broke?',
  whatBrokeHint: 'A thing, a step, a promise. Never a person.',
  customer: 'Which customer?',
  touchpoint: 'Where did it happen?',
  touchpointHint: 'A place where customers meet you, in your own words.',
  keepBetweenUs: 'Keep it between us: only the people named will see it',
  wentWrongNo: 'No',
  wentWrongYes: 'Yes, and they made it right',
  audience: 'Who may see it?',
  audienceEveryone: 'Everyone',
  audienceHeroes: 'Only the people named',
  publish: 'May everyone see it?',
  publishYes: { label: 'Yes', hint: 'It may be told to everyone.' },
  publishNo: { label: 'No', hint: 'Only the people named will see it.' },
  guessedHeroes: 'Those whose names stand in the words are chosen already. Please check.',
  lane: 'What is it?',
  customersWords: 'The customer’s own words',
  customersWordsHint: 'Copied from the mail, nothing added. Leave it empty to keep them as they are.',
  customersName: 'The customer’s name',
  customerShown: 'How may the customer be named?',
  /** Before one of `customerNames`. */
  customerNamed: 'Customer:',
  passThanksOnIfSo: 'If it is thanks: who hears of it?',
  passThanksOn: 'Who hears of the thanks?',
  noChannel: 'None: no digest is posted',
  forwardersHint: 'One on each line: ana@example.com, or a whole company as @example.com.',
  customersWordsMissing: 'Paste the customer’s words here.',
  customersAddress: 'The customer’s mail address (if you know it)',
} as const;

/** What stands around a story's or a customer's words. */
export const details = {
  from: 'From',
  subject: 'Subject',
  written: 'Written',
  /** Followed by a name. */
  note: 'Note by',
  namedInIt: 'Named in it',
  /** Followed by a name. */
  broughtInBy: 'Brought in by',
  customer: 'Customer',
  touchpoint: 'Where',
  whatBroke: 'What broke',
  /** Followed by a web address. */
  permalink: 'First said in',
  /** The link to it, where an address need not be read. */
  permalinkShown: 'this message',
  onlyHeroes: 'Only the people named in it see it.',
} as const;

/** What a person can say a customer's words are. */
export const settlements = {
  win: { label: 'A win', hint: 'Nothing had gone wrong first.' },
  recovery: { label: 'A recovery', hint: 'Something had gone wrong, and they made it right.' },
  thanks: { label: 'Thanks', hint: 'Kind words without a story. Whoever you name hears of it at once.' },
  'not-praise': {
    label: 'No praise',
    hint: 'A complaint or something else: back in private, on nobody’s record.',
  },
} as const;

/** How a customer is named where others read of them. */
export const customerNames = {
  'full-name': 'by their whole name',
  'first-name': 'by their first name',
  'no-name': 'only as “a customer”',
} as const;

/** Who hears a customer's thanks at once. */
export const thanksHeard = {
  heroes: 'Only the people named, in private',
  everyone: 'Everybody, in the digest’s channel',
} as const;

/** "Settled as …". */
export const settledAs = { win: 'a win', recovery: 'a recovery', thanks: 'thanks', 'not-praise': 'no praise' } as const;

export const lanes: { readonly [lane in Story['lane']]: string } = { win: 'Win', recovery: 'Recovery' };

/** What a person should check in a forwarded mail, since the mail did not say it clearly. */
export const unsureAbout: { readonly [field in Praise['unsure'][number]]: string } = {
  words: 'where the customer’s own words begin and end',
  name: 'the customer’s name',
  email: 'the customer’s address',
  date: 'when it was written',
};

/** Stands where a customer's words would stand, when a forward came without them. */
export const wordsMissing =
  'The mail came without the customer’s words. Copy them out of the original and fill them in.';

/** Shown at once when the platform has to be asked something first. */
export const onIt = 'On it. The answer comes in a moment.';

/** The names of settings. */
export const settingNames = {
  digestChannel: 'Channel of the digest',
  digestHeroes: 'How the digest names people',
  schedule: 'Digest is posted',
  weekday: 'Day',
  time: 'Time',
  timeZone: 'Time zone',
  announce: 'Where stories are told at once',
  nominationEmoji: 'Reaction that marks a story',
  managers: 'Managers',
  forwarders: 'Who may forward customers’ mail',
  praiseDays: 'Days that settled customers’ words are kept',
  teams: 'Teams with a pulse of their own',
} as const;

/** What an admin should know of a setting. */
export const settingHints = {
  digestChannel: 'Herald has to be in it: type /invite @Herald there. Without a channel no digest is posted.',
  digestHeroes: 'Each person is mentioned once in a digest; whoever is not named in channels never is.',
  timeZone: 'Like Europe/Berlin.',
  nominationEmoji: 'Its name without colons. Whoever puts it on a message proposes the message as a story.',
  managers: 'They may settle whatever customers’ words wait.',
  teams: 'At least five people each. Counted from next Monday on.',
  forwarders: 'One on each line: ana@example.com, or a whole company as @example.com.',
} as const;

/** Where stories are told at once; whoever is named hears of it either way. */
export const announcing = {
  'where-typed': 'in the channel they are typed in',
  'digest-only': 'in the digest only',
} as const;

/** How a digest has its heroes. */
export const digestHeroesShown = {
  named: 'by name (nobody is notified)',
  mentioned: 'with a mention (they are notified)',
} as const;

/** Monday first. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What kind of message it was, for the report of one that could not be delivered. */
export function messageName(type: View['type']): string {
  switch (type) {
    case 'story-told':
    case 'you-were-named':
      return 'A story';
    case 'customer-thanks-you':
    case 'customer-thanks':
      return 'A customer’s thanks';
    case 'idea-news':
    case 'idea-noticed':
    case 'idea-waiting':
      return 'News of an idea';
    case 'praise-waiting':
    case 'praise-settled':
    case 'praise-expired':
    case 'inbox-reminder':
      return 'A note about a customer’s words';
    case 'nomination-waiting':
      return 'A question about a marked message';
    case 'obstacle':
    case 'obstacles-waiting':
      return 'News of what stands in the way';
    case 'welcome':
      return 'A welcome';
    case 'digest':
      return 'The weekly digest';
    case 'quiet-week':
      return 'The question of a quiet week';
    default:
      return 'A message';
  }
}
