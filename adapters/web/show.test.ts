import { expect, test } from 'vitest';
import type { PersonShown, View } from '../../src/views.ts';
import { ana, everyView, praise, recovery, win } from '../../test/contracts/every-view.ts';
import { answerOf } from './answer.ts';
import type { Seen } from './seen.ts';
import { show } from './show.ts';

const me: PersonShown = {
  ...ana,
  user: 'ana',
  kind: 'human',
  manager: false,
  admin: false,
  active: true,
  guest: false,
};
const ben: PersonShown = {
  person: 'p-ben',
  name: 'Ben Okafor',
  user: 'ben',
  kind: 'human',
  manager: true,
  admin: true,
  active: true,
  guest: false,
};
const seen: Seen = {
  me,
  people: [me, ben],
  timeZone: 'Europe/Berlin',
  stories: new Map(),
  places: { named: [], suggested: null },
  wholeStories: new Map(),
  as: 'answer',
};
const views: readonly View[] = Object.values(everyView).flat();

/** Text fields of a view, each filled with script. */
const hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">\'"&';

function poisoned(value: unknown): unknown {
  if (typeof value === 'string')
    return /^(win|recovery|thanks|not-praise|waiting|settled|colleague|customer|everyone|heroes|take|clear|release|reopen)$/.test(
      value,
    )
      ? value
      : /^\d{4}-\d\d-\d\d(T|$)/.test(value)
        ? value
        : value + hostile;
  if (Array.isArray(value)) return value.map(poisoned);
  if (value === null || typeof value !== 'object') return value;
  const kept = new Set([
    'type',
    'reason',
    'field',
    'what',
    'posted',
    'week',
    'until',
    'unsure',
    'lane',
    'as',
    'setting',
    'withheld',
    'news',
    'kind',
    'origin',
    'state',
  ]);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      kept.has(key) && typeof part === 'string' ? part : key === 'unsure' ? part : poisoned(part),
    ]),
  );
}

test.each(views.map((view) => [view.type, view] as const))('%s is shown with balanced markup', (_type, view) => {
  for (const as of ['post', 'answer'] as const) {
    const { html } = show(view, { ...seen, as });
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid/);
    expect(unclosed(html)).toEqual([]);
  }
});

test.each(views.map((view) => [view.type, view] as const))('%s lets no script through', (_type, view) => {
  for (const as of ['post', 'answer'] as const) {
    const { html } = show(poisoned(view) as View, { ...seen, as });
    expect(html).not.toMatch(/<script|<img/);
    // No attribute can be left: every quote from outside is escaped.
    expect(html).not.toContain('onerror="alert');
    expect(unclosed(html)).toEqual([]);
  }
});

test('a story of two shows both names, the words and a way to cheer', () => {
  const { html } = show({ type: 'story-told', story: win }, { ...seen, as: 'post' });
  expect(html).toContain('<bdi>Ana Duarte</bdi> and <bdi>Chloé Martin</bdi>');
  expect(html).toContain('Stayed on the line');
  expect(html).toContain('&quot;type&quot;:&quot;cheer-story&quot;');
});

test('what happened to a story since its message was written is shown', () => {
  const now = { story: { ...win, cheers: 7 }, cheeredByMe: true, mayChange: false };
  const { html } = show({ type: 'story-told', story: win }, { ...seen, as: 'post', stories: new Map([[win.id, now]]) });
  expect(html).toContain('aria-pressed="true"');
  expect(html).toContain('>7<');
  expect(html).toContain('take-cheer-back');
});

test('a long story is shortened with a way to the rest', () => {
  const long = { ...win, words: 'word '.repeat(400) };
  const { html } = show({ type: 'story-told', story: long }, { ...seen, as: 'post' });
  expect(html).toContain('… <button');
  expect(html).toContain('Read on');
  expect(html.length).toBeLessThan(3500);
});

test('a recovery says what broke', () => {
  expect(show({ type: 'story-told', story: recovery }, seen).html).toContain(
    '<b>What broke:</b> <bdi>The label printer</bdi>',
  );
});

test('praise offers four settlements, the likely one chosen only when it is sure', () => {
  const chosen = (sure: boolean) => {
    const suggestion = { lane: 'recovery', because: ['broken'], sure } as const;
    return show({ type: 'praise-waiting', praise: { ...praise, suggestion } }, seen).html;
  };
  expect(chosen(true)).toMatch(/name="as" value="recovery" checked/);
  expect(chosen(false)).not.toMatch(/name="as" value="[a-z-]+" checked/);
  expect(chosen(false)).toContain('broken');
});

test('praise has those chosen who are named in it, to be confirmed, and says who else may be meant', () => {
  const ben = { person: 'p-ben', name: 'Ben Okafor' };
  const html = (said: string | null) =>
    show({ type: 'praise-waiting', praise: { ...praise, guessedHeroes: [{ ...ben, said }] } }, seen).html;
  expect(html(null)).toContain('name="heroes" value="ben" checked');
  expect(html('Benny')).not.toContain('value="ben" checked');
  expect(html('Benny')).toMatch(/Benny.* may be .*Ben Okafor/s);
});

test('praise that came without words asks for them', () => {
  const { html } = show({ type: 'praise-waiting', praise: { ...praise, words: '', unsure: ['words'] } }, seen);
  expect(html).toContain('without the customer’s words');
  expect(html).toMatch(/<textarea[^>]+name="words"/);
  expect(show({ type: 'praise-waiting', praise: { ...praise, unsure: [] } }, seen).html).not.toContain(
    'complete-praise',
  );
});

test('praise shows what should be checked', () => {
  const guessed = praise;
  const { html } = show({ type: 'praise-waiting', praise: guessed }, seen);
  expect(html.match(/name="as"/g)).toHaveLength(4);
  expect(html).toContain('please check');
});

test('whoever may hold a win is offered it in the preview, others are not', () => {
  const [preview] = everyView['digest-preview'];
  if (preview === undefined) throw new Error('There is no preview to show.');
  expect(show(preview, seen).html).toContain('hold-win');
  expect(show({ ...preview, mayHold: false }, seen).html).not.toContain('hold-win');
});

test('a refusal names the field that it is about', () => {
  const answer = answerOf({ type: 'refusal', reason: 'what-broke-missing' }, seen);
  expect(answer).toMatchObject({ refused: true, field: 'whatBroke' });
  expect(answer.said).toMatch(/what broke/);
});

/** Elements that are opened and not closed, or closed and not open. */
function unclosed(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, end, name = '', self] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (self || name === 'input') continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return [...open, `/${name}`];
  }
  return open;
}
