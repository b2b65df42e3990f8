import type { Praise, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, details, fields, settlements } from '../../src/wording/labels.ts';
import { date } from '../../src/wording/moments.ts';
import { visibleName } from '../../src/wording/names.ts';
import { settledSentence, suggestionSentence, unsureSentence } from '../../src/wording/praise-sentences.ts';
import { unwrap } from '../../src/wording/unwrap.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { type Action, adds, type Element, type Line, lists, notes, quotes, says } from './elements.ts';
import { fitting, oneLine } from './fitting.ts';
import { withFault } from './form-fault.ts';
import { asChosen, heroesPart } from './hero-fields.ts';
import { audienceField } from './inputs.ts';
import { whatBrokePart } from './kudos-form.ts';
import { teamsPen } from './pen.ts';
import { first, press, send } from './press.ts';
import { LINE_SHOWN, type Room } from './room.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, VERBS } from './verbs.ts';

type PraiseView = Extract<View, { praise: Praise }>;

/** A customer's words, what is known of them, and while they wait all that it takes to say what they are. */
export function praiseCard(view: PraiseView, seen: Seen, room: Room, again: Again | null = null): Face {
  const { praise } = view;
  const pen = teamsPen(seen.timeZone);
  const shown = [
    says(headline(view, pen)),
    quotes(isolate(fitting(unwrap(praise.words), room.whole))),
    ...known(praise, seen, room),
  ];
  if (praise.state.status === 'settled') {
    return { body: [...shown, notes(settledSentence(praise, pen))], actions: afterwards(view, seen) };
  }
  const { suggestion } = praise;
  const why = suggestion === null ? [] : [adds(suggestionSentence(suggestion, pen))];
  return { body: [...shown, ...why, ...settling(praise, seen, again)], actions: settlingButtons(praise, seen) };
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
    ...(unsure.length === 0 || state.status === 'settled' ? [] : [notes(unsureSentence(praise))]),
  ];
}

function settling(praise: Praise, seen: Seen, again: Again | null): readonly Element[] {
  const value = (field: typeof FIELDS.whatBroke | typeof FIELDS.audience) =>
    again === null ? '' : typedIn(again.typed, field);
  const parts = [
    heroesPart(asChosen(praise.guessedHeroes, seen), seen, again),
    whatBrokePart(fields.whatBrokeIfRecovery, value(FIELDS.whatBroke)),
    { field: FIELDS.audience, elements: [audienceField(value(FIELDS.audience) || 'everyone')] },
  ];
  const four = (['win', 'recovery', 'thanks', 'not-praise'] as const)
    .map((as) => `${settlements[as].label}: ${settlements[as].hint}`)
    .join('\n');
  return [...withFault(parts, again, seen.timeZone), notes(four)];
}

function settlingButtons({ id, suggestion }: Praise, seen: Seen): readonly Action[] {
  const verbs = {
    win: VERBS.settleWin,
    recovery: VERBS.settleRecovery,
    thanks: VERBS.settleThanks,
    'not-praise': VERBS.settleNot,
  } as const;
  return (['win', 'recovery', 'thanks', 'not-praise'] as const).map((as) => {
    const button = send(seen, verbs[as], settlements[as].label, { praise: id });
    return suggestion?.lane === as ? first(button) : button;
  });
}

/** What was settled without a story can go back into the inbox. */
function afterwards({ type, praise }: PraiseView, seen: Seen): readonly Action[] {
  if (type !== 'praise-settled' || praise.state.status !== 'settled') return [];
  const { as, story } = praise.state;
  const inbox = press(seen, VERBS.showInbox, buttons.myInbox);
  if (as === 'win' || as === 'recovery') {
    return story === null ? [inbox] : [press(seen, VERBS.showStory, buttons.wholeStory, { story }), inbox];
  }
  return [press(seen, VERBS.reopenPraise, buttons.reopenPraise, { praise: praise.id }), inbox];
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
