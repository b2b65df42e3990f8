/** Somebody, as people read of them. */
export type Named = { readonly person: string; readonly name: string };
