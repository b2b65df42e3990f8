import type { Config } from '../config.ts';

/** The file of a database that is there; throws, in words for an operator, when none is yet. */
export async function databaseThere({ databaseFile }: Config): Promise<string> {
  const { existsSync } = await import('node:fs');
  if (!existsSync(databaseFile))
    throw new Error(`There is no database at ${databaseFile} yet. Start Herald once, or set DATABASE_URL.`);
  return databaseFile;
}
