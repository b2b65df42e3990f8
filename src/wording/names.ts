const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\s\u2800]/gu;

/** A name on one line that can be seen; somebody whose name is nothing but invisible signs is "someone". */
export function visibleName(name: string): string {
  return name.replace(INVISIBLE, '') === '' ? 'someone' : name.replace(/\s+/g, ' ').trim();
}

/** "Ana", "Ana and Ben", "Ana, Ben and Chloe". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'someone';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The same with "or", for a choice. */
export function joinChoices(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'someone';
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** "1 story", "3 stories", "1,200 stories". */
export function count(many: number, one: string, several: string): string {
  return `${many.toLocaleString('en')} ${many === 1 ? one : several}`;
}
