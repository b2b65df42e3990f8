export const ideaHeadings = {
  ideas: 'Ideas',
  alive: 'Alive',
  backed: 'Backed',
  looking: 'Looking for a hand',
  mine: 'Your ideas',
  helped: 'Ideas you lend a hand to',
  cameAlive: 'Ideas that came alive',
} as const;
