/** To text that is no command. */
export const beginWithKudos = 'This is a place for stories. Begin with /kudos and a @name, or type /kudos help.';

export function commandUnknown(command: string): string {
  return `Herald does not know ${command}. Type /kudos help to see what it knows.`;
}

/** To a settlement in which nothing was chosen. */
export const chooseSettlement = 'What are these words? Choose one of the four, then settle it.';

/** To a form that says both that nothing had gone wrong and what broke. */
export const brokeOrNot = 'You wrote what broke. Say that something had gone wrong first, or take it out.';

/** To a conversation that Herald is not in. */
export const notHereYet = 'Herald is not in this conversation yet. Add it, and then tell the story.';
export const addHerald = 'Add Herald';
