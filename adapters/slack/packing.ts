import type { Block } from './blocks.ts';

type Room = { readonly blocks: number; readonly characters: number };

/** Groups of blocks that belong together, packed in their order into as few messages as hold them. */
export function packed(groups: readonly (readonly Block[])[], room: Room): readonly (readonly Block[])[] {
  const messages: Block[][] = [];
  let characters = 0;
  for (const group of groups) {
    const size = charactersIn(group);
    const last = messages.at(-1);
    if (last && last.length + group.length <= room.blocks && characters + size <= room.characters) {
      last.push(...group);
      characters += size;
    } else {
      messages.push([...group]);
      characters = size;
    }
  }
  return messages;
}

/** As many of these blocks, from the first on, as one message holds; true when some had to go. */
export function firstThatFit(
  blocks: readonly Block[],
  room: Room,
): { readonly blocks: readonly Block[]; readonly cut: boolean } {
  let characters = 0;
  const end = blocks.findIndex((block, index) => {
    characters += charactersIn(block);
    return index >= room.blocks || characters > room.characters;
  });
  return end === -1 ? { blocks, cut: false } : { blocks: blocks.slice(0, end), cut: true };
}

/** How much text stands in blocks, counted wherever a field is called `text` or is somebody's account. */
export function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let characters = 0;
  for (const field of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[field];
    characters +=
      (field === 'text' || field === 'user_id') && typeof inner === 'string' ? inner.length : charactersIn(inner);
  }
  return characters;
}
