import { z } from 'zod';

// What every payload has to be before Bolt may see it: Bolt 5.1 reads these fields unasked and falls over others.

const thing = z.record(z.string(), z.unknown());
const named = z.looseObject({ id: z.string() });

const event = z.looseObject({
  event: z.looseObject({
    type: z.string().min(1),
    user: z.union([z.string(), thing]).optional(),
    item: thing.optional(),
    subteam: thing.optional(),
    channel: z.union([z.string(), thing]).optional(),
  }),
  authorizations: z.array(thing).nullish(),
});

const command = z.looseObject({ command: z.string().startsWith('/'), user_id: z.string(), team_id: z.string() });

const interaction = z
  .looseObject({
    type: z.enum(['block_actions', 'view_submission', 'view_closed', 'shortcut', 'message_action', 'block_suggestion']),
    user: named,
    team: named.nullish(),
    callback_id: z.string().optional(),
    view: z.looseObject({ callback_id: z.string().optional() }).nullish(),
    actions: z
      .array(z.looseObject({ action_id: z.string(), block_id: z.string().optional() }))
      .min(1)
      .optional(),
    channel: named.optional(),
    message: thing.optional(),
  })
  .refine(({ type, view }) => !type.startsWith('view_') || view?.callback_id !== undefined)
  .refine(({ type, callback_id }) => !/^(shortcut|message_action)$/.test(type) || callback_id !== undefined)
  .refine(({ type, actions }) => type !== 'block_actions' || actions !== undefined);

export type Envelope = { readonly kind: 'event' | 'command' | 'interaction'; readonly body: Record<string, unknown> };

/** A payload that Bolt can be given; null for anything else, whoever signed it. */
export function readEnvelope(payload: unknown): Envelope | null {
  if (!isThing(payload)) return null;
  if ('event' in payload) return event.safeParse(payload).success ? { kind: 'event', body: payload } : null;
  if ('command' in payload) return command.safeParse(payload).success ? { kind: 'command', body: payload } : null;
  return interaction.safeParse(payload).success ? { kind: 'interaction', body: payload } : null;
}

function isThing(payload: unknown): payload is Record<string, unknown> {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload);
}
