import { hasWords } from '../../src/privacy.ts';
import type { View } from '../../src/views.ts';
import { exportByOperator, exportWays } from '../../src/wording/export.ts';
import { type PrivacyType, privacyBody, privacyButtons, privacyHeadline } from '../../src/wording/privacy.ts';
import type { Seen } from './card.ts';
import { type Action, adds, notes, part, says } from './elements.ts';
import { teamsPen } from './pen.ts';
import { press } from './press.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

type AboutPrivacy = Extract<View, { readonly type: PrivacyType }>;

/** What Herald keeps about somebody, and what they can do about it. */
export function privacyFace(view: AboutPrivacy, seen: Seen): Face {
  const pen = teamsPen(seen.timeZone);
  const said = privacyBody(view, pen).map(adds);
  return {
    body: [
      says(privacyHeadline(view, pen)),
      ...(view.type === 'held' ? said.map((one) => part([one])) : said),
      ...(view.type === 'export' ? [adds(exportWays.teamsAsks), notes(exportByOperator(view.what))] : []),
    ],
    actions: ways(view, seen),
  };
}

function ways(view: AboutPrivacy, seen: Seen): readonly Action[] {
  switch (view.type) {
    case 'privacy':
      return [
        press(seen, VERBS.held, privacyButtons.held, { page: 1 }),
        view.hidden
          ? press(seen, VERBS.showName, privacyButtons.showName)
          : press(seen, VERBS.hideName, privacyButtons.hideName),
        ...(hasWords(view.footprint) ? [press(seen, VERBS.askTakeBack, privacyButtons.takeBack)] : []),
        ...(view.mayErase ? [press(seen, VERBS.exportAll, exportWays.everything)] : []),
      ];
    case 'held':
      return [
        ...(view.page > 1 ? [press(seen, VERBS.held, privacyButtons.pageBefore, { page: view.page - 1 })] : []),
        ...(view.page < view.pages ? [press(seen, VERBS.held, privacyButtons.nextPage, { page: view.page + 1 })] : []),
        press(seen, VERBS.exportHeld, privacyButtons.save),
      ];
    case 'taking-back':
      return [grave(press(seen, VERBS.takeBack, privacyButtons.takeBackForGood))];
    case 'erasing':
      return [grave(press(seen, VERBS.erase, privacyButtons.erase, { person: view.whom.person }))];
    case 'export':
    case 'name-hidden':
    case 'name-shown':
    case 'words-taken-back':
    case 'person-erased':
      return [];
    default:
      return view satisfies never;
  }
}

/** What cannot be undone looks so; its words say it too. */
function grave(action: Action): Action {
  return { ...action, style: 'destructive' };
}
