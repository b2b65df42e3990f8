import { type Row, type Statements, text, textOrNull } from './database.ts';
import type { ExportRecord } from './export-record.ts';

/** The teams that an admin chose, each with those who are in it by now. */
export async function* teams(handle: Statements): AsyncGenerator<ExportRecord> {
  for (const row of await handle.all('SELECT * FROM teams ORDER BY organization, chosen_at, id')) {
    const members = await handle.all('SELECT person FROM team_members WHERE team = ? ORDER BY person', text(row, 'id'));
    yield {
      type: 'team',
      id: text(row, 'id'),
      organization: text(row, 'organization'),
      connection: text(row, 'connection'),
      group: text(row, 'platform_group'),
      name: text(row, 'name'),
      people: members.map((member) => text(member, 'person')),
      at: text(row, 'chosen_at'),
    };
  }
}

/** A week's figures as they are shown; null where too few people were counted. Of everybody where `team` is null. */
export function toPulseWeek(row: Row): ExportRecord {
  return {
    type: 'pulse_week',
    organization: text(row, 'organization'),
    team: text(row, 'team') || null,
    week: text(row, 'week'),
    figures: shown(row, 'figures'),
    month: shown(row, 'month'),
  };
}

function shown(row: Row, column: string): unknown {
  const figures = textOrNull(row, column);
  return figures === null ? null : JSON.parse(figures);
}
