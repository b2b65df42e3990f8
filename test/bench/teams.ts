import { inFreshFolder } from './company.ts';
import type { Report } from './report.ts';
import { benchMemory } from './teams/memory.ts';
import { benchMessages } from './teams/messages.ts';

type Wish = { readonly quick: boolean };

/** Herald in Teams, against the least that a bot on the same SDK can be. */
export const teamsBenches = {
  'teams-kudos': inFolder(benchMessages),
  'teams-memory': inFolder(benchMemory),
} as const;

function inFolder(bench: (parts: Wish & { readonly folder: string }) => Promise<Report>) {
  return (wish: Wish): Promise<Report> => inFreshFolder((folder) => bench({ ...wish, folder }));
}
