import type { Announcement } from './decision.ts';

/** Whether nothing can be said any more about what this announcement is about: once shown, it need not be remembered. */
export function isLastWord({ about, view }: Pick<Announcement, 'about' | 'view'>): boolean {
  switch (view.type) {
    case 'welcome':
    case 'quiet-week':
    case 'story-withdrawn':
    case 'idea-withdrawn':
    case 'nomination-withdrawn':
    case 'connection-lost':
    case 'place-lost':
    case 'delivery-given-up':
    case 'posted-again':
    case 'inbox-reminder':
    case 'praise-expired':
    case 'obstacles-waiting':
    case 'obstacle-withdrawn':
      return true;
    default:
      // Confirmed, it has become a story, which is another matter.
      return about.kind === 'obstacle-news' || (about.kind === 'nomination' && view.type !== 'nomination-waiting');
  }
}
