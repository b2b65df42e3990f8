import type { Held } from '../src/views.ts';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Prepared SQL, run with bound values. SQL is written in the subset that SQLite and PostgreSQL share. */
export interface Statements {
  /** The first row, or undefined. */
  one(sql: string, ...values: readonly Value[]): Promise<Row | undefined>;
  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]>;
  /** How many rows it changed. */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
}

/** One engine's database. */
export interface Database {
  /** Reads beside the writer; sees only what is durable. */
  readonly reads: Statements;
  /**
   * Runs `work` alone on the only writing handle, and resolves once what it wrote is durable. Rejects with
   * LedgerUnavailable when it could not be stored; then nothing of it is. `work` acts through its handle alone: it may be
   * undone and run again.
   */
  transaction<Result>(work: (handle: Statements) => Promise<Result>): Promise<Result>;
  /** Whether a transaction is under way: what is asked for now is done with it. */
  isWriting(): boolean;
  /**
   * Has what was deleted until now disappear from the disk altogether, soon and beside the work: a log may keep it for a
   * while otherwise.
   */
  overwriteDeleted(): void;
  /**
   * Sweeps up, beside the work, what is left of everybody who is erased or hides their name, and resolves when nothing is: to whether there was
   * anything. Rejects when it could not, and may be asked again.
   */
  sweepUp(): Promise<boolean>;
  /** Everything that is held about a person, found beside the work. */
  heldAbout(person: string): Promise<readonly Held[]>;
  /** All that is kept of an organization, as JSON Lines in pieces, read beside the work. */
  exported(organization: string): AsyncIterable<string>;
  /** Stores what is waiting, and lets go of the files. */
  close(): Promise<void>;
}

export function text(row: Row, column: string): string {
  return String(row[column]);
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
}

export function number(row: Row, column: string): number {
  return Number(row[column]);
}

export function flag(row: Row, column: string): boolean {
  return row[column] === 1;
}
