import { z } from 'zod';

/** What an operator set for one door: null when nothing of it, or when it cannot be used. */
export type DoorSettings<Settings> = { readonly settings: Settings | null; readonly faults: readonly string[] };

export type Given = Readonly<Record<string, unknown>>;

export const notGiven = { settings: null, faults: [] } as const;

/** Reads one part of the environment; `half` are faults that are known already. */
export function parseDoor<Shape extends z.ZodRawShape, Settings>(
  shape: Shape,
  given: Given,
  settingsOf: (parsed: z.output<z.ZodObject<Shape>>) => Settings | null,
  half: readonly string[],
): DoorSettings<Settings> {
  const parsed = z.object(shape).safeParse(given, ONCE);
  return { settings: parsed.data ? settingsOf(parsed.data) : null, faults: [...faultsOf(parsed.error), ...half] };
}

/** Compiling a schema for speed takes longer than it saves where it parses once. */
export const ONCE = { jitless: true } as const;

/** Each fault with the setting's name: the one given, or else the one that the schema knows it by. */
export function faultsOf(error: z.ZodError | undefined, name?: string): readonly string[] {
  return (error?.issues ?? []).map((issue) => `${name ?? issue.path.join('.')} ${issue.message}`);
}
