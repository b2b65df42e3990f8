type What = 'all' | 'held';

/** What it says first of a file that holds everything. */
export function exportHeadline(what: What): string {
  return what === 'all'
    ? 'All that Herald keeps of this company, as a file'
    : 'All that Herald keeps about you, as a file';
}

/** What is in it. */
export function exportNote(what: What): string {
  const whose =
    what === 'all'
      ? 'It holds names, customers’ words and private stories: keep it as you keep those.'
      : 'It is for you alone.';
  return `JSON Lines: one record a line, and “type” says what it is. ${whose}`;
}

/** For where no file can be handed over. */
export function exportByOperator(what: What): string {
  const command = what === 'all' ? 'herald export' : 'herald export --person';
  return `Whoever runs Herald can write it with “${command}”.`;
}

/** How it is handed over, or why it is not. */
export const exportWays = {
  save: 'Save the file',
  everything: 'All of the company as a file',
  follows: 'It comes to you in Herald’s own chat.',
  noUploads: 'Herald may not upload files here; an admin can add the scope files:write.',
  teamsAsks: 'In Herald’s own chat Teams asks you whether it may go into your OneDrive.',
  tooLarge: 'It is larger than what goes well through a chat.',
  failed: 'The file could not be sent. Ask for it again in a while.',
} as const;
