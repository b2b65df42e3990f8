import { createBareLedger } from '../../bare-ledger.ts';
import { CONNECTION_ID, everybodyIn } from '../workspace.ts';

type Story = { readonly key: string; readonly teller: string; readonly hero: string; readonly words: string };

/** Whom and what `<@U…|name> words` says. */
export function mention(text = ''): { readonly hero: string; readonly words: string } {
  const found = /^<@(\w+)[^>]*>\s*(.*)$/s.exec(text);
  if (found === null) throw new Error('Nobody is named.');
  return { hero: found[1] ?? '', words: found[2] ?? '' };
}

/** What a bare bot stores in: Herald's schema, written without Herald. */
export async function openStore() {
  const file = String(process.env.DATABASE_URL).replace(/^sqlite:/, '');
  const ledger = createBareLedger(file, await everybodyIn(file));
  let waiting: { readonly story: Story; readonly stored: () => void }[] = [];

  function commit(): void {
    const batch = waiting;
    waiting = [];
    ledger.writeTogether(batch.map(({ story }) => commandOf(story)));
    for (const { stored } of batch) stored();
  }

  return {
    /** With a commit of its own. */
    tellAlone: (story: Story) => ledger.writeTogether([commandOf(story)]),
    /** With one commit for all that one turn of the event loop brings; resolves when it is durable. */
    tell(story: Story): Promise<void> {
      if (waiting.length === 0) setImmediate(commit);
      return new Promise((stored) => void waiting.push({ story, stored }));
    },
  };
}

function commandOf({ key, teller, hero, words }: Story) {
  const on = (user: string) => ({ connection: CONNECTION_ID, user });
  return {
    type: 'give-kudos',
    key,
    by: on(teller),
    at: new Date().toISOString(),
    heroes: [on(hero)],
    words,
    whatBroke: null,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    permalink: null,
    where: null,
  } as const;
}
