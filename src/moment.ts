/** A moment in UTC, as ISO 8601 with milliseconds: `2026-11-23T08:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** An ISO 8601 week: `2026-W47`. Sorts as text. */
export type Week = string;
