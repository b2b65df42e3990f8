/** What stands on buttons about ideas. */
export const ideaButtons = {
  propose: 'Propose it',
  proposeAnIdea: 'Propose an idea',
  proposeAnyway: 'Propose mine anyway',
  lendHand: 'Lend a hand',
  takeHandBack: 'Take my hand back',
  back: 'Back it',
  rest: 'Let it rest',
  wake: 'Wake it',
  bringAlive: 'It is alive',
  reword: 'Change the words',
  save: 'Save the words',
  withdraw: 'Withdraw it',
  showIdea: 'Show the idea',
  allIdeas: 'All ideas',
  link: 'Yes, it is about that idea',
  unlink: 'It is about something else',
} as const;

export const ideaHeadings = {
  ideas: 'Ideas',
  alive: 'Alive',
  backed: 'Backed',
  looking: 'Looking for a hand',
  mine: 'Your ideas',
  helped: 'Ideas you lend a hand to',
  cameAlive: 'Ideas that came alive',
} as const;

export const ideaFields = {
  words: 'What is your idea?',
  wordsHint: 'A way to delight a customer when nothing has gone wrong.',
  clearing: 'What will you clear out of its way?',
  clearingHint: 'Time, money, a rule, a word with somebody. Its author reads it.',
  reason: 'Why does it rest?',
  reasonHint: 'Its author reads it, and can wake the idea later.',
} as const;
