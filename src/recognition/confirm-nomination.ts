import type { ConfirmNomination } from '../commands.ts';
import type { Story } from '../views.ts';
import { refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { giveKudos, type Telling } from './give-kudos.ts';
import { aboutNomination, type KnownNomination } from './nominate.ts';

type Known = Telling & {
  readonly command: ConfirmNomination;
  readonly known: KnownNomination | null;
  /** The story that the nomination became already, while it stands. */
  readonly told: Story | null;
};

/** Makes a nomination a story, told by whoever nominated it, as a kudos is. */
export function confirmNomination({ command, known, told, ...telling }: Known): Decision {
  if (told) return refuse({ reason: 'already-told', story: told.id, at: told.at });
  if (known === null || known.story !== null || known.nomination.by.person !== telling.teller.id) {
    return refuse({ reason: 'nomination-unknown' });
  }
  const { id, message } = known.nomination;
  const { nomination: _nomination, ...asked } = command;
  const kudos = { ...asked, type: 'give-kudos', permalink: message.permalink } as const;
  const decision = giveKudos({ ...telling, command: kudos });
  if (decision.reply.type !== 'kudos-given') return decision;
  const { reply } = decision;
  const stamp = { organization: telling.teller.organization, at: command.at };
  return {
    reply,
    facts: [...decision.facts, { type: 'nomination-confirmed', ...stamp, nomination: id, story: reply.story.id }],
    announce: [...decision.announce, { to: 'wherever-it-stands', about: aboutNomination(id), view: reply }],
  };
}
