// JSON that came over the wire, and the few careful ways to look into it.

export type Thing = { [key: string]: unknown };

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function thing(value: unknown): Thing {
  return isThing(value) ? value : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function things(value: unknown): readonly Thing[] {
  return list(value).filter(isThing);
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return;
  }
}
