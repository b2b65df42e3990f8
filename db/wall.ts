import type { Wall, WallPosition } from '../src/wall.ts';
import { type Statements, text } from './database.ts';
import { toldWin, toldWins } from './told-wins.ts';

/** What was told to everyone, for reading it again. */
export function createWall(reads: Statements): Wall {
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
    told: (organization, after, limit) => toldWins(reads, organization, after ?? BEFORE_ALL, limit),
    story: (organization, id) => toldWin(reads, organization, id),
  };
}

/** Before the newest week, however far a sample's clock is ahead. */
const BEFORE_ALL: WallPosition = { week: '9999-W01', position: -1 };
