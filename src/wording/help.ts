type Typed = { readonly type: string; readonly does: string };

/** What a person can type, and what it does. */
export const whatToType: readonly Typed[] = [
  { type: '/kudos @name what happened', does: 'Tells a story about a colleague. Name several if several were in it.' },
  { type: '/kudos', does: 'Opens a form for the same, with room for the customer and for what broke.' },
  { type: '/kudos praise the customer’s words', does: 'Brings a customer’s words into your inbox.' },
  { type: '/idea your own way to delight', does: 'Proposes an idea; alone it opens a form.' },
  { type: '/idea list', does: 'Shows the ideas that are alive, those backed, and those looking for a hand.' },
  { type: '/kudos inbox', does: 'Shows the customers’ words that wait for you to say what they are.' },
  {
    type: '/unblock what stands in the way',
    does: 'Says so; alone it opens a form, also for saying it without your name.',
  },
  { type: '/unblock list', does: 'Shows what stands in the way, and what no longer does.' },
  { type: '/kudos mine', does: 'Shows the stories about you, the stories you told, and your ideas.' },
  { type: '/kudos undo', does: 'Takes your newest story back.' },
  { type: '/kudos search some words', does: 'Finds told stories by their words.' },
  { type: '/kudos digest', does: 'Shows what the next weekly digest will tell.' },
  { type: '/kudos map', does: 'Shows where customers meet you, and what is told from there.' },
  {
    type: '/kudos pulse',
    does: 'Shows the pulse: wins beside recoveries, week by week, and how many people were seen.',
  },
  {
    type: '/kudos privacy',
    does: 'Shows what Herald keeps about you; you can go unnamed in channels and take your words back.',
  },
  { type: '/kudos settings', does: 'Shows how Herald is set up; an admin can change it.' },
  { type: '/kudos help', does: 'Shows this.' },
];

/** The first thing to do. */
export const howToBegin =
  'Tell a story with /kudos @name and what happened; /kudos help shows what else there is. Herald stays quiet otherwise.';

/** How Herald sorts what it is told; the one thing to know about it. */
export const twoLanes =
  'A win is delight where nothing had gone wrong first; wins stand in the weekly digest. A recovery is a mistake made ' +
  'right; it is thanked at once and stays out of the digest. It says what broke, never who.';

/** Where Herald hears only what begins with its name. */
export const inAChannel = 'In a channel or a group chat, begin with @Herald.';
