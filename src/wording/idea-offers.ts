import type { IdeaChoices } from '../ideas.ts';
import { ideaButtons } from './idea-labels.ts';

/** What can be offered about an idea; some of it has to be written first. */
export type IdeaOffer = {
  readonly does: 'lend-hand' | 'take-hand-back' | 'back' | 'bring-alive' | 'wake' | 'reword' | 'rest' | 'withdraw';
  readonly label: string;
};

/** All that a reader can do about an idea, what helps it most first. */
export function ideaOffers(choices: IdeaChoices): readonly IdeaOffer[] {
  const offers: readonly (IdeaOffer | false)[] = [
    choices.hand === 'lend' && { does: 'lend-hand', label: ideaButtons.lendHand },
    choices.back && { does: 'back', label: ideaButtons.back },
    choices.bringAlive && { does: 'bring-alive', label: ideaButtons.bringAlive },
    choices.wake && { does: 'wake', label: ideaButtons.wake },
    choices.hand === 'take-back' && { does: 'take-hand-back', label: ideaButtons.takeHandBack },
    choices.reword && { does: 'reword', label: ideaButtons.reword },
    choices.rest && { does: 'rest', label: ideaButtons.rest },
    choices.withdraw && { does: 'withdraw', label: ideaButtons.withdraw },
  ];
  return offers.filter((offer) => offer !== false);
}
