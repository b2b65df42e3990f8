/** To text that is no command. */
export const beginWithKudos = 'This is a place for stories. Begin with /kudos and a @name, or type /kudos help.';

export function commandUnknown(command: string): string {
  return `Herald does not know ${command}. Type /kudos help to see what it knows.`;
}

/** To a settlement in which nothing was chosen. */
export const chooseSettlement = 'What are these words? Choose one of the four, then settle it.';
