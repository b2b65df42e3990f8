import { hasWords } from '../../src/privacy.ts';
import type { View } from '../../src/views.ts';
import { exportByOperator, exportWays } from '../../src/wording/export.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { type PrivacyType, privacyBody, privacyButtons, privacyHeadline } from '../../src/wording/privacy.ts';
import { ACTIONS } from './actions.ts';
import { adds, type Block, type Button, button, divides, offers, says } from './blocks.ts';
import type { Seen } from './seen.ts';

type AboutPrivacy = Extract<View, { readonly type: PrivacyType }>;

/** What Herald keeps about somebody, and what they can do about it. */
export function privacyBlocks(view: AboutPrivacy, seen: Seen): readonly Block[] {
  const pen = plainPen(seen.timeZone);
  const said = privacyBody(view, pen).map(adds);
  const apart = view.type === 'held' ? said.flatMap((block) => [divides(), block]) : said;
  return [says(privacyHeadline(view, pen)), ...apart, ...handedOver(view, seen), ...offers(ways(view, seen))];
}

/** How a file reaches whoever asked for it. */
function handedOver(view: AboutPrivacy, { pictureFollows }: Seen): readonly Block[] {
  if (view.type !== 'export') return [];
  return [adds(pictureFollows ? exportWays.follows : `${exportWays.noUploads} ${exportByOperator(view.what)}`)];
}

function ways(view: AboutPrivacy, { pictureFollows }: Seen): readonly Button[] {
  switch (view.type) {
    case 'privacy':
      return [
        button(ACTIONS.held, privacyButtons.held, '1'),
        view.hidden
          ? button(ACTIONS.showName, privacyButtons.showName, '')
          : button(ACTIONS.hideName, privacyButtons.hideName, ''),
        ...(hasWords(view.footprint) ? [button(ACTIONS.askTakeBack, privacyButtons.takeBack, '')] : []),
        ...(view.mayErase ? [button(ACTIONS.exportAll, exportWays.everything, '')] : []),
      ];
    case 'held':
      return [
        ...(view.page > 1 ? [button(ACTIONS.held, privacyButtons.pageBefore, String(view.page - 1))] : []),
        // Each of Slack's buttons in a row has an action of its own.
        ...(view.page < view.pages ? [button(ACTIONS.heldNext, privacyButtons.nextPage, String(view.page + 1))] : []),
        ...(pictureFollows ? [button(ACTIONS.exportHeld, privacyButtons.save, '')] : []),
      ];
    case 'taking-back':
      return [button(ACTIONS.takeBack, privacyButtons.takeBackForGood, '', { style: 'danger' })];
    case 'erasing':
      return [button(ACTIONS.erase, privacyButtons.erase, view.whom.person, { style: 'danger' })];
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
