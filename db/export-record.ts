/** One line of an export: `type` is its table's singular. */
export type ExportRecord = { readonly type: string } & Readonly<Record<string, unknown>>;
