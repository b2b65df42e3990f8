import type { CorrectWords } from '../commands.ts';
import type { Story } from '../views.ts';
import { reviseStory } from './announce-story.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { changeRefused, mayRewrite } from './may-change.ts';
import type { Person } from './organization.ts';
import { reviseDigest, type TellingDigest } from './revise-digest.ts';
import { isBlank, STORY_LIMIT, tidy, tooLong } from './words.ts';

type Known = {
  readonly command: CorrectWords;
  readonly person: Person;
  readonly story: Story | null;
  readonly telling: TellingDigest | null;
};

/** Mends a story's words, wherever they stand. The lane stays as it was said. */
export function correctWords({ command, person, story, telling }: Known): Decision {
  const refused = changeRefused(story, person, mayRewrite);
  if (refused || story === null) return answer(refused ?? { type: 'refusal', reason: 'story-unknown' });
  const words = tidy(command.words);
  if (isBlank(words)) return refuse({ reason: 'no-words' });
  // A customer's long mail may be mended without being cut to what a colleague may type.
  const long = tooLong('words', words, Math.max(STORY_LIMIT, story.words.length));
  if (long) return answer(long);
  const mended = { ...story, words };
  return {
    reply: { type: 'words-corrected', story: mended },
    facts: [
      { type: 'words-corrected', organization: person.organization, at: command.at, story: mended, by: person.id },
    ],
    announce: [...reviseStory(mended), ...(mended.lane === 'win' ? reviseDigest(telling, mended.id, mended) : [])],
  };
}
