import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, details, fields } from '../../src/wording/labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { ACTIONS, FIELDS } from './actions.ts';
import { type Block, button, links, offers, plain, quotes, says } from './blocks.ts';
import { written } from './seed.ts';
import { type Seen, usersOf } from './seen.ts';

type Waiting = Extract<View, { type: 'nomination-waiting' }>;

/** Asks whoever marked a message whether it shall be told. The words are read back from the message itself. */
export function nominationCard(view: Waiting, seen: Seen): readonly Block[] {
  const { id, message, heroes } = view.nomination;
  const chosen = usersOf(heroes, seen);
  const seed = written({ nomination: id, where: message.channel, message: message.message });
  const words: readonly Block[] =
    message.words === '' ? [] : [{ ...quotes(isolate(message.words)), block_id: FIELDS.words }];
  return [
    says(headline(view, plainPen(seen.timeZone))),
    ...words,
    ...(message.permalink === null ? [] : [links(details.permalink, message.permalink, details.permalinkShown)]),
    {
      type: 'section',
      block_id: FIELDS.heroes,
      text: plain(fields.heroes),
      accessory: {
        type: 'multi_users_select',
        action_id: ACTIONS.field,
        ...(chosen.length === 0 ? {} : { initial_users: chosen }),
      },
    },
    ...offers([
      ...(message.words === ''
        ? []
        : [button(ACTIONS.tellNominated, buttons.tellNominated, seed, { style: 'primary' })]),
      button(ACTIONS.kudosForm, buttons.openForm, seed),
      button(ACTIONS.withdrawNomination, buttons.cancel, seed),
    ]),
  ];
}
