/** Fields of an event: counts, ids, codes. Never a token, a mail or a person's words. */
type Fields = Readonly<Record<string, string | number | boolean | null>>;

export type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Says what happened to an operator: one JSON object a line, on standard error. */
export type Log = { readonly [L in Exclude<Level, 'silent'>]: (event: string, fields?: Fields) => void };

const ORDER: readonly Level[] = ['debug', 'info', 'warn', 'error', 'silent'];

export function createLog(least: Level): Log {
  const at = (level: Level) => {
    const said = ORDER.indexOf(level) >= ORDER.indexOf(least);
    return (event: string, fields: Fields = {}) => {
      if (!said) return;
      process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
    };
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** An error as fields: its name and code, not its message, which may quote what somebody wrote. */
export function faultFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : null;
  return { fault: error.name, ...(code ? { code } : {}), ...(cause ? { cause } : {}) };
}
