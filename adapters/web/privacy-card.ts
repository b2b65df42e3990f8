import { hasWords } from '../../src/privacy.ts';
import type { View } from '../../src/views.ts';
import { exportWays } from '../../src/wording/export.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { type PrivacyType, privacyBody, privacyButtons } from '../../src/wording/privacy.ts';
import { doing, looking } from './controls.ts';
import { byPeople, type Html, html } from './html.ts';
import type { Seen } from './seen.ts';
import { headlineOf } from './sentence.ts';

type AboutPrivacy = Extract<View, { readonly type: PrivacyType }>;

/** What Herald keeps about somebody, and what they can do about it. */
export function privacyCard(view: AboutPrivacy, seen: Seen): Html {
  const said = privacyBody(view, plainPen(seen.timeZone)).map((text) =>
    view.type === 'held' ? html`<pre class="held">${byPeople(text)}</pre>` : html`<p>${text}</p>`,
  );
  return html`<h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>${said}<div class="actions">${ways(view, seen)}</div>`;
}

/** Saves everything as a file. */
function saving(what: 'all' | 'held', label: string, { me }: Seen): Html {
  const address = `/sandbox/export?${new URLSearchParams({ as: me.user, what })}`;
  return html`<a class="button plain" href="${address}" download>${label}</a>`;
}

function ways(view: AboutPrivacy, seen: Seen): readonly Html[] {
  switch (view.type) {
    case 'privacy':
      return [
        looking('held', '1', privacyButtons.held),
        view.hidden
          ? doing({ type: 'show-name' }, privacyButtons.showName)
          : doing({ type: 'hide-name' }, privacyButtons.hideName),
        ...(hasWords(view.footprint) ? [looking('taking-back', '', privacyButtons.takeBack)] : []),
        ...(view.mayErase ? [saving('all', exportWays.everything, seen)] : []),
      ];
    case 'held':
      return [
        ...(view.page > 1 ? [looking('held', String(view.page - 1), privacyButtons.pageBefore)] : []),
        ...(view.page < view.pages ? [looking('held', String(view.page + 1), privacyButtons.nextPage)] : []),
        saving('held', privacyButtons.save, seen),
      ];
    case 'export':
      return [saving(view.what, exportWays.save, seen)];
    case 'taking-back':
      return [doing({ type: 'take-words-back' }, privacyButtons.takeBackForGood, 'strong')];
    case 'erasing':
      return [doing({ type: 'erase-person', person: view.whom.person }, privacyButtons.erase, 'strong')];
    case 'name-hidden':
    case 'name-shown':
    case 'words-taken-back':
    case 'person-erased':
      return [];
    default:
      return view satisfies never;
  }
}
