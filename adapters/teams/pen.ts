import { COMMAND_WORDS } from '../../src/wording/command-words.ts';
import { type Pen, plainPen } from '../../src/wording/pen.ts';

/** Writes plain text; commands stand as they are typed to the bot: `kudos @name`, and “mine” for `/kudos mine`. */
export function teamsPen(timeZone: string): Pen {
  return { ...plainPen(timeZone), typed };
}

/** Words that are commands by themselves. */
const BY_ITSELF = new RegExp(`/kudos (${COMMAND_WORDS.join('|')}|search|praise)\\b|/(idea list|unblock list)\\b`, 'g');

/** Within a sentence they stand between quotation marks, so that nobody reads them as part of it. */
function typed(sentence: string): string {
  return sentence
    .replace(BY_ITSELF, (_, kudos: string | undefined, other: string | undefined, at: number) => {
      const word = kudos ?? other ?? '';
      return at === 0 ? word : `“${word}”`;
    })
    .replace(/\/(kudos|idea|unblock)\b/g, '$1');
}
