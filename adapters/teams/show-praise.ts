import type { Praise, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, details } from '../../src/wording/labels.ts';
import { date } from '../../src/wording/moments.ts';
import { visibleName } from '../../src/wording/names.ts';
import {
  canBeCompleted,
  maybeMeantSentence,
  settledBy,
  suggestionSentence,
  unsureSentence,
} from '../../src/wording/praise-sentences.ts';
import { unwrap } from '../../src/wording/unwrap.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { type Action, adds, type Element, type Line, leads, lists, notes, quotes, says } from './elements.ts';
import { fitting, oneLine } from './fitting.ts';
import { teamsPen } from './pen.ts';
import { press } from './press.ts';
import { LINE_SHOWN, type Room } from './room.ts';
import { settling, settlingButtons } from './settle-form.ts';
import { soundsLike } from './show-ideas.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

type PraiseView = Extract<View, { praise: Praise }>;

/** A customer's words, what is known of them, and while they wait all that it takes to say what they are. */
export function praiseCard(view: PraiseView, seen: Seen, room: Room, again: Again | null = null): Face {
  const { praise } = view;
  const pen = teamsPen(seen.timeZone);
  const words = praise.words === '' ? [] : [quotes(isolate(fitting(unwrap(praise.words), room.whole)))];
  const shown = [says(headline(view, pen)), ...words, ...known(praise, seen, room)];
  if (praise.state.status !== 'waiting') {
    const after =
      view.type === 'praise-settled'
        ? [notes(settledBy(praise, pen)), ...soundsLike(view.soundsLike, view.story?.id, seen)]
        : [];
    return { body: [...shown, ...after], actions: afterwards(view, seen) };
  }
  const { suggestion, id } = praise;
  const maybe = maybeMeantSentence(praise.guessedHeroes, pen);
  return {
    body: [
      ...shown,
      ...(canBeCompleted(praise)
        ? [leads(press(seen, VERBS.askCompletion, buttons.completePraise, { praise: id }))]
        : []),
      ...(suggestion === null ? [] : [adds(suggestionSentence(suggestion, pen))]),
      ...(maybe === '' ? [] : [notes(maybe)]),
      ...settling(praise, seen, again),
    ],
    actions: settlingButtons(praise, seen),
  };
}

function known(praise: Praise, { timeZone }: Seen, room: Room): readonly Element[] {
  const { customer, subject, wroteAt, note, forwarder, unsure, state } = praise;
  const from = [customer.name, customer.email === null ? null : `<${customer.email}>`].filter((part) => part !== null);
  const about = [
    from.length === 0 ? null : `${details.from}: ${isolate(from.join(' '))}`,
    subject === null ? null : `${details.subject}: ${isolate(subject)}`,
    wroteAt === null ? null : `${details.written}: ${date(wroteAt, timeZone)}`,
  ].filter((part) => part !== null);
  const by = `${details.note} ${isolate(visibleName(forwarder.name))}: ${isolate(fitting(note, room.story))}`;
  return [
    ...(about.length === 0 ? [] : [notes(about.join(' · '))]),
    ...(note === '' ? [] : [adds(by)]),
    ...(unsure.length === 0 || state.status !== 'waiting' ? [] : [notes(unsureSentence(praise))]),
  ];
}

/** What was settled without a story can go back into the inbox. */
function afterwards({ type, praise }: PraiseView, seen: Seen): readonly Action[] {
  if (type !== 'praise-settled' || praise.state.status !== 'settled') return [];
  const { as, story } = praise.state;
  const inbox = press(seen, VERBS.showInbox, buttons.whatElseWaits);
  if (as === 'win' || as === 'recovery') {
    return story === null ? [inbox] : [press(seen, VERBS.showStory, buttons.wholeStory, { story }), inbox];
  }
  return [putsBack({ praise: praise.id, story }, seen), inbox];
}

/** After a slip: a story is taken back, and its words wait again like all others. */
export function putsBack({ praise, story }: { readonly praise: string; readonly story: string | null }, seen: Seen) {
  return story === null
    ? press(seen, VERBS.reopenPraise, buttons.reopenPraise, { praise })
    : press(seen, VERBS.undo, buttons.reopenPraise, { story });
}

/** Praise in the inbox: a line, and the way to settle it. */
export function praiseLines(praise: readonly Praise[], seen: Seen): readonly Element[] {
  return praise.map((one) =>
    lists(lineOf(one, [press(seen, VERBS.askSettle, buttons.lookAtPraise, { praise: one.id })])),
  );
}

function lineOf({ customer, words }: Praise, links: readonly Action[]): Line {
  const who = customer.name ?? customer.email;
  const lead = who === null ? 'A customer' : isolate(fitting(visibleName(who), LINE_SHOWN));
  return { lead, text: `“${isolate(fitting(oneLine(unwrap(words)), LINE_SHOWN))}”`, links };
}
