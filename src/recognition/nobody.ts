/** How somebody is called who is not named: they asked for it, or were erased. */
export const A_COLLEAGUE = 'a colleague';

/** The same for several of them, side by side. */
export function colleagues(many: number): string {
  return many === 1 ? A_COLLEAGUE : `${many} colleagues`;
}

/** Where their name stood in words that somebody wrote; visibly not the writer's. */
export const IN_WORDS = `[${A_COLLEAGUE}]`;
