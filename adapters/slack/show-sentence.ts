import type { View } from '../../src/views.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { count, visibleName } from '../../src/wording/names.ts';
import { adds, type Block, notes } from './blocks.ts';

export type OneSentence = Extract<
  View,
  {
    type:
      | 'welcomed-before'
      | 'nomination-withdrawn'
      | 'story-withdrawn'
      | 'cheered'
      | 'digest-planned'
      | 'praise-expired'
      | 'inboxes-reminded'
      | 'praise-let-go'
      | 'digest-already-planned'
      | 'clock-moved'
      | 'connection-open'
      | 'people'
      | 'known'
      | 'people-met'
      | 'feed'
      | 'connection-lost'
      | 'place-lost'
      | 'place-found'
      | 'addresses'
      | 'posted-again'
      | 'delivery-given-up';
  }
>;

/** Those that are one sentence, and those that Slack shows nobody. */
export function sentence(view: OneSentence, opening: Block): readonly Block[] {
  switch (view.type) {
    case 'people':
    case 'known':
    case 'people-met':
      return [
        opening,
        adds(
          view.people
            .slice(0, 100)
            .map(({ name }) => isolate(visibleName(name)))
            .join('\n'),
        ),
      ];
    case 'feed':
      return [opening, notes(count(view.posts.length, 'message', 'messages'))];
    case 'welcomed-before':
    case 'nomination-withdrawn':
    case 'story-withdrawn':
    case 'cheered':
    case 'digest-planned':
    case 'praise-expired':
    case 'inboxes-reminded':
    case 'praise-let-go':
    case 'digest-already-planned':
    case 'clock-moved':
    case 'connection-open':
    case 'connection-lost':
    case 'place-lost':
    case 'place-found':
    case 'addresses':
    case 'posted-again':
    case 'delivery-given-up':
      return [opening];
    default:
      return view satisfies never;
  }
}
