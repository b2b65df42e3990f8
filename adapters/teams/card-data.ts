import { z } from 'zod';
import type { Look, Seed, Submitted } from './asked.ts';

// What Herald put behind its buttons comes back from a client, so it is read like anything from outside.

const id = z.string().min(1).max(300);
const webAddress = z.url({ protocol: /^https?$/ }).max(4000);

const seed = z.object({
  words: z.string().max(100_000).optional(),
  heroes: z
    .array(z.object({ user: id, name: z.string().max(300) }))
    .max(100)
    .optional(),
  where: id.optional(),
  permalink: webAddress.optional(),
  nomination: id.optional(),
});

const look = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['inbox', 'mine', 'help', 'digest-preview', 'touchpoint-map', 'settings', 'home']) }),
  z.object({ type: z.literal('search'), words: z.string().max(1000) }),
]);

const data = z.object({
  story: id.nullish().catch(null),
  /** A touchpoint's id; the field that is typed into has its name. */
  about: id.nullish().catch(null),
  obstacle: id.nullish().catch(null),
  idea: id.nullish().catch(null),
  team: id.nullish().catch(null),
  praise: id.nullish().catch(null),
  delivery: id.nullish().catch(null),
  person: id.nullish().catch(null),
  page: z.int().min(1).nullish().catch(null),
  channel: id.nullish().catch(null),
  message: id.nullish().catch(null),
  words: z.string().max(1000).nullish().catch(null),
  seed: seed.nullish().catch(null),
  back: look.nullish().catch(null),
});

/** What the button itself carries, as far as it is there and can be meant. */
export type CardData = {
  readonly story: string | null;
  readonly touchpoint: string | null;
  readonly obstacle: string | null;
  readonly idea: string | null;
  readonly team: string | null;
  readonly praise: string | null;
  readonly delivery: string | null;
  readonly person: string | null;
  readonly page: number | null;
  readonly channel: string | null;
  readonly message: string | null;
  readonly words: string | null;
  readonly seed: Seed;
  readonly back: Look | null;
};

export function readCardData(sent: Submitted['data']): CardData {
  const read = data.safeParse(sent).data;
  return {
    story: read?.story ?? null,
    touchpoint: read?.about ?? null,
    obstacle: read?.obstacle ?? null,
    idea: read?.idea ?? null,
    team: read?.team ?? null,
    praise: read?.praise ?? null,
    delivery: read?.delivery ?? null,
    person: read?.person ?? null,
    page: read?.page ?? null,
    channel: read?.channel ?? null,
    message: read?.message ?? null,
    words: read?.words ?? null,
    seed: withoutGaps(read?.seed ?? {}),
    back: read?.back ?? null,
  };
}

function withoutGaps(read: z.infer<typeof seed>): Seed {
  const { words, heroes, where, permalink, nomination } = read;
  return {
    ...(words === undefined ? {} : { words }),
    ...(heroes === undefined ? {} : { heroes }),
    ...(where === undefined ? {} : { where }),
    ...(permalink === undefined ? {} : { permalink }),
    ...(nomination === undefined ? {} : { nomination }),
  };
}
