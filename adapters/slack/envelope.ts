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
  const shaped = thing.safeParse(payload);
  if (!shaped.success || Array.isArray(payload)) return null;
  const body = shaped.data;
  if ('event' in body) return event.safeParse(body).success ? { kind: 'event', body } : null;
  if ('command' in body) return command.safeParse(body).success ? { kind: 'command', body } : null;
  return interaction.safeParse(body).success ? { kind: 'interaction', body } : null;
}
