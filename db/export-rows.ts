import { flag, type Row, text, textOrNull } from './database.ts';
import type { ExportRecord } from './export-record.ts';

// The tables that are exported as they stand, a record each row.

export function toOrganization(row: Row): ExportRecord {
  return { type: 'organization', id: text(row, 'id'), name: text(row, 'name'), timeZone: text(row, 'time_zone') };
}

export function toConnection(row: Row): ExportRecord {
  return {
    type: 'connection',
    id: text(row, 'id'),
    organization: text(row, 'organization'),
    platform: text(row, 'platform'),
  };
}

export function toPerson(row: Row): ExportRecord {
  return {
    type: 'person',
    id: text(row, 'id'),
    organization: text(row, 'organization'),
    name: text(row, 'name'),
    email: textOrNull(row, 'email'),
    kind: text(row, 'kind'),
    manager: flag(row, 'manager'),
    admin: flag(row, 'admin'),
    active: flag(row, 'active'),
    guest: flag(row, 'guest'),
  };
}

export function toIdentity(row: Row): ExportRecord {
  return {
    type: 'identity',
    organization: text(row, 'organization'),
    connection: text(row, 'connection'),
    user: text(row, 'platform_user'),
    person: text(row, 'person'),
  };
}

export function toTouchpoint(row: Row): ExportRecord {
  return {
    type: 'touchpoint',
    id: text(row, 'id'),
    organization: text(row, 'organization'),
    name: text(row, 'name'),
    promise: text(row, 'promise'),
    removedAt: textOrNull(row, 'removed_at'),
    at: text(row, 'at'),
  };
}

export function toNomination(row: Row): ExportRecord {
  return {
    type: 'nomination',
    id: text(row, 'id'),
    organization: text(row, 'organization'),
    person: text(row, 'person'),
    words: text(row, 'words'),
    heroes: JSON.parse(text(row, 'heroes')),
    story: textOrNull(row, 'story'),
    at: text(row, 'at'),
  };
}

export function toCheer(row: Row): ExportRecord {
  return {
    type: 'cheer',
    organization: text(row, 'organization'),
    story: text(row, 'story'),
    person: text(row, 'person'),
    at: text(row, 'at'),
  };
}

export function toTrace(row: Row): ExportRecord {
  return {
    type: 'trace',
    organization: text(row, 'organization'),
    story: text(row, 'story'),
    what: text(row, 'what'),
    by: text(row, 'by'),
    at: text(row, 'at'),
  };
}

export function toDigest(row: Row): ExportRecord {
  return {
    type: 'digest',
    id: text(row, 'id'),
    organization: text(row, 'organization'),
    week: text(row, 'week'),
    posted: text(row, 'posted'),
    at: text(row, 'at'),
  };
}
