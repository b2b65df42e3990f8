/** An error of SQLite's, with its extended result code. */
export type SqliteError = Error & { readonly code: string };

export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && error.name === 'SqliteError' && 'code' in error && typeof error.code === 'string';
}

const ADVICE: readonly (readonly [string, string])[] = [
  [
    'SQLITE_BUSY',
    'another process holds it locked, such as a console; once that lets go, try again. A running Herald does so by itself.',
  ],
  ['SQLITE_FULL', 'the disk is full; free some space, then try again. A running Herald does so by itself.'],
  ['SQLITE_IOERR', 'the disk could not be read or written; check that it is mounted, healthy and not full.'],
  [
    'SQLITE_READONLY',
    'the file or its folder may not be written; give the user that runs Herald write access to both.',
  ],
  [
    'SQLITE_CANTOPEN',
    'the file or its folder cannot be opened; check that the folder exists, and that the user who runs Herald may read and write both.',
  ],
  [
    'SQLITE_CORRUPT',
    'the file is damaged. Stop Herald, keep the file aside, and put your last backup (herald backup) in its place.',
  ],
  ['SQLITE_NOTADB', 'the file is not a Herald database. Move it away, or put your last backup in its place.'],
];

/** Faults that concern everybody; any other is that of the one statement that met it (SQLITE_CONSTRAINT, SQLITE_TOOBIG). */
const OF_DATABASE = [
  ...ADVICE.map(([code]) => code),
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_PROTOCOL',
  'SQLITE_INTERRUPT',
];

/** Whether the database itself is at fault, so that nothing can be stored now. */
export function isOfDatabase(error: unknown): boolean {
  return isSqliteError(error) && OF_DATABASE.some((code) => error.code.startsWith(code));
}

/** What an operator can do about it, in one sentence. */
export function whatToDo(error: unknown): string {
  if (!isSqliteError(error)) return error instanceof Error ? error.message : String(error);
  return ADVICE.find(([code]) => error.code.startsWith(code))?.[1] ?? `${error.message} (${error.code}).`;
}
