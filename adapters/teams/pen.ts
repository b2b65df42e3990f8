import { type Pen, plainPen } from '../../src/wording/pen.ts';

/** Writes plain text; commands stand as they are typed to the bot: `kudos @name`, and `mine` for `/kudos mine`. */
export function teamsPen(timeZone: string): Pen {
  return { ...plainPen(timeZone), typed };
}

/** Words that are commands by themselves. */
const ALONE = /\/kudos (help|mine|inbox|undo|search|digest|settings|praise)\b/g;

function typed(sentence: string): string {
  return sentence.replace(ALONE, '$1').replace(/\/kudos\b/g, 'kudos');
}
