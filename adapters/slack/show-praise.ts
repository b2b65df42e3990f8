import type { types } from '@slack/bolt';
import type { Praise, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, customerNames, details, fields, settlements } from '../../src/wording/labels.ts';
import { date } from '../../src/wording/moments.ts';
import { visibleName } from '../../src/wording/names.ts';
import { plainPen } from '../../src/wording/pen.ts';
import {
  canBeCompleted,
  maybeMeantSentence,
  settledBy,
  suggestionSentence,
  surelyNamed,
  unsureSentence,
} from '../../src/wording/praise-sentences.ts';
import { unwrap } from '../../src/wording/unwrap.ts';
import { ACTIONS, FIELDS } from './actions.ts';
import { adds, type Block, type Button, button, lines, notes, offers, plain, quotes, says } from './blocks.ts';
import { fitting } from './fitting.ts';
import { LINE_SHOWN, PRAISE_SHOWN } from './limits.ts';
import { type Seen, usersOf } from './seen.ts';
import { soundsLike } from './show-ideas.ts';

type PraiseView = Extract<View, { praise: Praise }>;

/** A customer's words, what is known of them, and while they wait the few clicks that say what they are. */
export function praiseCard(view: PraiseView, seen: Seen): readonly Block[] {
  const { praise } = view;
  const pen = plainPen(seen.timeZone);
  if (view.type === 'praise-waiting' && seen.as === 'answer')
    return [says(headline(view, pen)), ...praiseLines([praise])];
  const shown = [
    says(headline(view, pen)),
    ...(praise.words === '' ? [] : [quotes(isolate(fitting(unwrap(praise.words), PRAISE_SHOWN)))]),
    ...known(praise, seen),
  ];
  if (praise.state.status === 'settled') {
    const others = seen.as === 'answer' ? [button(ACTIONS.showInbox, buttons.whatElseWaits, '')] : [];
    if (view.type !== 'praise-settled') return [...shown, ...offers(others)];
    const back = putsBack({ praise: praise.id, story: praise.state.story });
    const sounds = soundsLike(view.soundsLike, view.story?.id, seen);
    return [...shown, notes(settledBy(praise, pen)), ...offers([back, ...others]), ...sounds];
  }
  const { suggestion, id } = praise;
  const why = suggestion === null ? [] : [adds(suggestionSentence(suggestion, pen))];
  // Whoever waits is asked in their messages with Herald; a private answer only leads there.
  if (seen.as === 'answer') return [...shown, ...why, ...offers([button(ACTIONS.settle, buttons.lookAtPraise, id)])];
  const completing = canBeCompleted(praise) ? offers([button(ACTIONS.complete, buttons.completePraise, id)]) : [];
  const maybe = maybeMeantSentence(praise.guessedHeroes, pen);
  return [...shown, ...completing, ...why, ...(maybe === '' ? [] : [notes(maybe)]), ...settling(praise, seen)];
}

/** After a slip: a story is taken back, and its words wait again like all others. */
export function putsBack({ praise, story }: { readonly praise: string; readonly story: string | null }): Button {
  return story === null
    ? button(ACTIONS.reopenPraise, buttons.reopenPraise, praise)
    : button(ACTIONS.undo, buttons.reopenPraise, story);
}

function known(praise: Praise, { timeZone }: Seen): readonly Block[] {
  const { customer, subject, wroteAt, note, forwarder, unsure, state } = praise;
  const from = [customer.name, customer.email === null ? null : `<${customer.email}>`].filter((part) => part !== null);
  const about = [
    from.length === 0 ? null : `${details.from}: ${isolate(from.join(' '))}`,
    subject === null ? null : `${details.subject}: ${isolate(subject)}`,
    wroteAt === null ? null : `${details.written}: ${date(wroteAt, timeZone)}`,
  ].filter((part) => part !== null);
  const by = `${details.note} ${isolate(visibleName(forwarder.name))}: ${isolate(fitting(note, PRAISE_SHOWN / 2))}`;
  return [
    ...(about.length === 0 ? [] : [notes(about.join(' · '))]),
    ...(note === '' ? [] : [adds(by)]),
    ...(unsure.length === 0 || state.status === 'settled' ? [] : [notes(unsureSentence(praise))]),
  ];
}

/** Heroes and whether everyone may see it are chosen in the message; the buttons send what is chosen along. */
function settling(praise: Praise, seen: Seen): readonly Block[] {
  const { id, suggestion } = praise;
  const like = (as: keyof typeof settlements) =>
    suggestion?.sure && suggestion.lane === as ? { style: 'primary' as const } : {};
  return [
    heroChoice(usersOf(surelyNamed(praise.guessedHeroes), seen)),
    ...offers([audienceChoice()], FIELDS.audience),
    ...(praise.customer.name === null ? [] : offers([customerChoice()], FIELDS.customerShown)),
    ...offers([
      button(ACTIONS.settleWin, settlements.win.label, id, like('win')),
      // What broke has to be asked first.
      button(ACTIONS.settleRecovery, settlements.recovery.label, id, like('recovery')),
      button(ACTIONS.settleThanks, settlements.thanks.label, id, like('thanks')),
      button(ACTIONS.settleNot, settlements['not-praise'].label, id, {
        ...like('not-praise'),
        confirm: {
          title: plain(settlements['not-praise'].label),
          text: plain(settlements['not-praise'].hint),
          confirm: plain(buttons.settle),
          deny: plain(buttons.cancel),
        },
      }),
    ]),
  ];
}

function heroChoice(chosen: readonly string[]): Block {
  return {
    type: 'section',
    block_id: FIELDS.heroes,
    text: plain(fields.heroes),
    accessory: {
      type: 'multi_users_select',
      action_id: ACTIONS.field,
      placeholder: plain(fields.heroes),
      ...(chosen.length === 0 ? {} : { initial_users: [...chosen] }),
    },
  };
}

function audienceChoice(): types.Checkboxes {
  return {
    type: 'checkboxes',
    action_id: ACTIONS.field,
    options: [{ text: plain(fitting(fields.keepBetweenUs, 75)), value: 'heroes' }],
  };
}

/** How the customer may be named. */
function customerChoice(): types.StaticSelect {
  const options = (['full-name', 'first-name', 'no-name'] as const).map((value) => ({
    text: plain(`${fields.customerNamed} ${customerNames[value]}`),
    value,
  }));
  const [first] = options;
  return { type: 'static_select', action_id: ACTIONS.field, options, ...(first ? { initial_option: first } : {}) };
}

/** Praise in the inbox: a line, and the way to settle it. */
export function praiseLines(praise: readonly Praise[]): readonly Block[] {
  return praise.flatMap((one) => lines(inBrief(one), [button(ACTIONS.settle, buttons.lookAtPraise, one.id)]));
}

function inBrief({ customer, words }: Praise): string {
  const who = customer.name ?? customer.email;
  const quoted = `“${isolate(fitting(words.replace(/\s+/g, ' '), LINE_SHOWN))}”`;
  return who === null ? quoted : `${isolate(fitting(visibleName(who), LINE_SHOWN))}\n${quoted}`;
}
