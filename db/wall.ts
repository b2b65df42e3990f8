import { withoutPeople } from '../src/recognition/without-person.ts';
import type { Wall, WallPosition } from '../src/wall.ts';
import { type Database, text } from './database.ts';
import { toldWin, toldWins } from './told-wins.ts';
import { unnamed } from './unnamed.ts';

/** What was told to everyone, for reading it again; without those who are not named there. */
export function createWall(database: Pick<Database, 'reads' | 'transaction'>): Wall {
  const { reads } = database;
  return {
    async all() {
      const rows = await reads.all('SELECT id, name, time_zone, wall_key FROM organizations ORDER BY founded_at, id');
      return rows.map((row) => ({
        organization: text(row, 'id'),
        name: text(row, 'name'),
        timeZone: text(row, 'time_zone'),
        key: text(row, 'wall_key'),
      }));
    },
    told: async (organization, after, limit) =>
      withoutPeople(
        await toldWins(reads, organization, after ?? BEFORE_ALL, limit),
        await unnamed(reads, organization),
      ),
    story: async (organization, id) =>
      withoutPeople(await toldWin(reads, organization, id), await unnamed(reads, organization)),
    async renew(organization, key) {
      await database.transaction((handle) =>
        handle.run('UPDATE organizations SET wall_key = ? WHERE id = ?', key, organization),
      );
    },
  };
}

/** Before the newest week, however far a sample's clock is ahead. */
const BEFORE_ALL: WallPosition = { week: '9999-W01', position: -1 };
