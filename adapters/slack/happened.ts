/** An event's own part, and the key of what it asks for: the same however often Slack sends it. */
export type Happened = { readonly event: unknown; readonly key: string };
