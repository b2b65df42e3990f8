import type { Story, View } from '../../src/views.ts';

/** The stories that a view shows. */
export function storiesIn(view: View): readonly Story[] {
  switch (view.type) {
    case 'digest':
      return [...view.digest.inFull, ...view.digest.inALine];
    case 'digest-preview':
      return [...view.digest.inFull, ...view.digest.inALine, ...view.held, ...view.unsettled];
    case 'mine':
      return [...view.aboutMe, ...view.told];
    case 'search-results':
      return view.stories;
    case 'feed':
      return view.posts.flatMap((post) => storiesIn(post.view));
    default:
      return 'story' in view && typeof view.story === 'object' && view.story !== null ? [view.story] : [];
  }
}
