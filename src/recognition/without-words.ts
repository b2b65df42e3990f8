import type { View } from '../views.ts';

/** What somebody took back: the ids of it, and who they are. */
export type TakenBack = { readonly person: string; readonly ids: readonly string[] };

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Which of these a JSON text speaks of; looks once, however many they are. */
export function idsIn(json: string, ids: ReadonlySet<string>): readonly string[] {
  return (json.match(ID) ?? []).filter((id) => ids.has(id));
}

/** Whether an answer holds something that they told or proposed, be it given to them or to somebody else. */
export function tellsOf(value: unknown, person: string): boolean {
  if (Array.isArray(value)) return value.some((part) => tellsOf(part, person));
  if (typeof value !== 'object' || value === null) return false;
  if ('words' in value && (isBy(value, 'teller', person) || isBy(value, 'author', person))) return true;
  return Object.values(value).some((part) => tellsOf(part, person));
}

function isBy(value: object, role: string, person: string): boolean {
  const one: unknown = Reflect.get(value, role);
  return typeof one === 'object' && one !== null && Reflect.get(one, 'person') === person;
}

/** Whether an answer gives anybody's words back, as one does to a story undone or to a "no". */
export function holdsWords(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsWords);
  if (typeof value !== 'object' || value === null) return false;
  if ('words' in value && typeof value.words === 'string' && value.words !== '') return true;
  return Object.values(value).some(holdsWords);
}

/** What a message says that nobody edits by what it is about, without these obstacles; null where it may stay as it is. */
export function withoutObstacles(view: View, gone: ReadonlySet<string>): View | null {
  if (view.type === 'obstacle') return gone.has(view.obstacle.id) ? { type: 'obstacle-withdrawn' } : null;
  if (view.type !== 'obstacles-waiting') return null;
  const [fresh, long] = [view.fresh, view.long].map((list) => list.filter(({ id }) => !gone.has(id)));
  if (fresh === undefined || long === undefined) return null;
  const left = fresh.length + long.length;
  if (left === view.fresh.length + view.long.length) return null;
  return left === 0 ? { type: 'obstacle-withdrawn' } : { ...view, fresh, long };
}

/** The same without the notes that they wrote beside customers' words; null where there is none. */
export function withoutNotes<T>(facts: T, person: string): T | null {
  let found = false;
  const rewritten = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewritten);
    if (typeof value !== 'object' || value === null) return value;
    const theirs = 'note' in value && value.note !== '' && isBy(value, 'forwarder', person);
    found ||= theirs;
    const parts = Object.entries(theirs ? { ...value, note: '' } : value);
    return Object.fromEntries(parts.map(([key, part]) => [key, rewritten(part)]));
  };
  const left = rewritten(facts) as T;
  return found ? left : null;
}
