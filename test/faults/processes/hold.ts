// Holds a database locked for a while, as a backup tool or an operator's own console may.

import Sqlite from 'better-sqlite3';
import { order, say } from './say.ts';

const { file, how, ms } = order<{ file: string; how: 'IMMEDIATE' | 'EXCLUSIVE'; ms: number }>();
const connection = new Sqlite(file, { timeout: 5000 });
connection.exec(`BEGIN ${how}`);
say({ holds: true });
await new Promise((resolve) => setTimeout(resolve, ms));
connection.exec('ROLLBACK');
connection.close();
say({ holds: false });
process.stdin.destroy();
