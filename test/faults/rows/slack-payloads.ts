import { readFileSync } from 'node:fs';
import { inTurns, manglings } from '../mangled.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, until } from '../settled.ts';
import { openSlackHouse, postsWith, type SlackHouse, tellStory } from '../slack-house.ts';
import { asForm, asJson, eventEnvelope, FORM, JSON_TYPE, type Request, typedCommand } from '../slack-requests.ts';
import { countsIn, whatIsUnsound } from '../soundness.ts';

type Shape = { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> };

const shapes: readonly Shape[] = readFileSync(new URL('../../payloads/slack/shapes.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Of all the mangled payloads, some tens of thousands, each so-manieth is sent: a prime, so that all kinds come up. */
const EVERY = 5;
const EVERY_QUICK = 61;
/** Deep parts are blocks and profiles, alike everywhere: two levels below the event's own fields are enough. */
const DEEP = 3;
/** Far more than Slack ever sends. */
const HUGE = 5 * 1024 * 1024;

export const slackPayloads: Row = {
  number: 20,
  fault: 'malformed payloads, signed and unsigned, 5 MB',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'payloads' });
    await tellStory(house, 'Opened the shop in the snow.');
    await until(() => isSettled(house.file));
    const before = stored(house);

    const answered = new Map<number | null, number>();
    for (const request of nonsense()) await send(house, request, [400, 404, 413], answered, tally);
    const whole = shapes.flatMap((shape) => [shape.payload, filled(shape.payload)].map((one) => request(shape, one)));
    const every = quick ? EVERY_QUICK : EVERY;
    const changes = shapes.flatMap((shape) => manglings(shape.payload, DEEP).map((mangle) => ({ shape, mangle })));
    const mangled = changes.filter((_, index) => index % every === 0);
    const chosen = [...whole, ...mangled.map(({ shape, mangle }) => request(shape, mangle()))];
    await inTurns(chosen, (one) => send(house, one, [200, 400, 404], answered, tally));
    await pause(500);
    tally.hold(stored(house) === before, `something was stored: ${before} became ${stored(house)}`);
    tally.note(
      `${mangled.length} of ${changes.length} manglings were sent; answers to signed ones: ${[...answered].map(([status, times]) => `${times} × ${status}`).join(', ')}`,
    );
    await tellStory(house, 'Still here after all of this.');
    const told = await until(() => postsWith(house, 'C0NEWS', 'Still here after all of this') === 1);
    tally.hold(told, 'a story told afterwards did not reach the channel');
    const { code, stderr } = await house.end('SIGTERM');
    tally.hold(code === 0, `Herald ended with ${code}: ${stderr.slice(-300)}`);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

/** What is told and to whom. That a channel was archived is noted too, which is right even when nobody knows it. */
function stored({ file }: SlackHouse): string {
  return countsIn(file).replace(/\d+ received/, 'whatever was received');
}

/** Every request signed, then unsigned: 401 says nothing about what is wrong with it. */
async function send(
  house: SlackHouse,
  request: Request,
  expected: readonly number[],
  answered: Map<number | null, number>,
  tally: Tally,
): Promise<void> {
  tally.tried(2);
  const what = request.body.slice(0, 120);
  const signed = await house.door().post(request);
  answered.set(signed.status, (answered.get(signed.status) ?? 0) + 1);
  // A body too large is not read to its end; then the connection may be gone before the answer is read.
  const cut = request.body.length >= HUGE && signed.failure === 'connection_failed';
  const { status, failure } = signed;
  tally.hold(cut || expected.includes(status ?? 0), `${what}: answered ${status ?? failure}`);
  const unsigned = await house.door().post({ ...request, signing: { signature: 'missing' } });
  const cutToo = request.body.length >= HUGE && unsigned.failure === 'connection_failed';
  tally.hold(cutToo || unsigned.status === 401, `unsigned ${what}: answered ${unsigned.status ?? unsigned.failure}`);
}

/** What no client of Slack's would send. */
function nonsense(): readonly Request[] {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const bodies = ['', 'null', '[]', '{}', '7', '"text"', 'not json', '{"type":', '\u0000', deep, `{"a":${deep}}`];
  const said = { type: 'app_mention', user: 'UANA', channel: 'C0NEWS', ts: '1.1', text: '<@UBEN> '.padEnd(HUGE, 'x') };
  return [
    ...bodies.flatMap((body) => [
      { body, contentType: JSON_TYPE },
      { body, contentType: FORM },
      { body: `payload=${encodeURIComponent(body)}`, contentType: FORM },
    ]),
    ...[null, [], {}, 7, 'app_mention', { type: 7 }, { type: null }].map((event) =>
      asJson(eventEnvelope(event as never)),
    ),
    ...[null, 7, {}, []].map((user) => asForm({ type: 'shortcut', callback_id: 'tell-story', user, trigger_id: 'x' })),
    asJson(eventEnvelope(said)),
    typedCommand('<@UBEN|ben> '.padEnd(HUGE, 'x')),
    asForm({ type: 'block_actions', user: { id: 'UANA' }, actions: [{ value: 'x'.repeat(HUGE) }] }),
    { body: JSON.stringify({ type: 'event_callback' }), contentType: 'text/plain' },
    { body: '__proto__[command]=/kudos&constructor=x', contentType: FORM },
  ];
}

function request({ kind }: Shape, payload: unknown): Request {
  if (kind.startsWith('event:')) return asJson(payload);
  if (kind !== 'slash_command') return asForm(payload);
  const fields = Object.entries(payload as object).map(([name, value]) => [name, String(value)]);
  return { body: new URLSearchParams(fields).toString(), contentType: FORM };
}

/** The same with something in every text: ids of people, channels and workspaces that are none of ours. */
function filled(value: unknown): unknown {
  if (value === '') return 'X0STRANGER';
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
}
