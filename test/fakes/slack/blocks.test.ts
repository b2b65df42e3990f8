// Blocks and views are held to Slack's shape and limits, and refused in Slack's words.

import { describe, expect, it } from 'vitest';
import type { Thing } from './json.ts';
import { SlackRefusal } from './refusal.ts';
import { acceptBlocks, acceptView } from './surfaces.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (more: Thing = {}) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x' }, ...more });
const button = (more: Thing = {}) => ({ type: 'button', text: plain('Press'), action_id: 'press', ...more });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const option = (value = 'a', text = 'A') => ({ text: plain(text), value });
const input = (element: Thing = { type: 'plain_text_input', action_id: 'words' }, more: Thing = {}) => ({
  type: 'input',
  block_id: 'words',
  label: plain('Words'),
  element,
  ...more,
});
const modal = (more: Thing = {}) => ({ type: 'modal', title: plain('Title'), blocks: [section()], ...more });
const long = (length: number) => 'x'.repeat(length);

function faults(act: () => unknown): readonly unknown[] {
  try {
    act();
  } catch (error) {
    if (error instanceof SlackRefusal) return [error.error, ...((error.details.errors ?? []) as unknown[])];
    throw error;
  }
  return [];
}

describe('blocks of a message', () => {
  it.each<[string, unknown, string]>([
    [
      'a text of 3,001',
      section({ text: { type: 'mrkdwn', text: long(3001) } }),
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'an empty text',
      section({ text: { type: 'mrkdwn', text: '' } }),
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['a section without words', { type: 'section' }, 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
    [
      '11 fields',
      section({ fields: Array(11).fill(plain('x')) }),
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'a field of 2,001',
      section({ fields: [plain(long(2001))] }),
      'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'a header of 151',
      { type: 'header', text: plain(long(151)) },
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a header in mrkdwn',
      { type: 'header', text: { type: 'mrkdwn', text: 'x' } },
      'must be a valid enum value [json-pointer:/blocks/0/text/type]',
    ],
    [
      'a button of 76',
      actions(button({ text: plain(long(76)) })),
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a button value of 2,001',
      actions(button({ value: long(2001) })),
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'an action_id of 256',
      actions(button({ action_id: long(256) })),
      'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    [
      '26 buttons',
      actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `b${index}` }))),
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    ['no buttons', actions(), 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [
      'two buttons of one action_id',
      actions(button(), button()),
      'action_id already exists: press [json-pointer:/blocks/0]',
    ],
    [
      'a button without a label',
      actions({ type: 'button', action_id: 'b' }),
      'missing required field: text [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'an unknown style',
      actions(button({ style: 'loud' })),
      'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      '11 things in a context',
      { type: 'context', elements: Array(11).fill(plain('x')) },
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      '6 entries in an overflow',
      section({ accessory: { type: 'overflow', options: Array(6).fill(option()) } }),
      'no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]',
    ],
    [
      'an option of 76',
      section({ accessory: { type: 'static_select', options: [option('a', long(76))] } }),
      'must be less than 76 characters [json-pointer:/blocks/0/accessory/options/0/text/text]',
    ],
    [
      '101 options',
      section({ accessory: { type: 'static_select', options: Array(101).fill(option()) } }),
      'no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]',
    ],
    [
      'a menu without options',
      section({ accessory: { type: 'static_select' } }),
      'must define either `options` or `option_groups` [json-pointer:/blocks/0]',
    ],
    [
      'a choice that is not offered',
      section({ accessory: { type: 'static_select', options: [option()], initial_option: option('b') } }),
      'initial option must be one of the options [json-pointer:/blocks/0]',
    ],
    [
      'a confirmation too long',
      actions(
        button({ confirm: { title: plain(long(101)), text: plain('x'), confirm: plain('y'), deny: plain('n') } }),
      ),
      'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
    ],
    ['an unknown block', { type: 'sektion' }, 'unsupported type: sektion [json-pointer:/blocks/0/type]'],
    ['an unknown field', section({ colour: 'red' }), 'invalid additional property: colour [json-pointer:/blocks/0]'],
    [
      'an input element among actions',
      actions({ type: 'plain_text_input', action_id: 'a' }),
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    ['a text that is a string', section({ text: 'x' }), 'must provide an object [json-pointer:/blocks/0/text]'],
    ['a block that is a string', 'x', 'must provide an object [json-pointer:/blocks/0]'],
    [
      'an image without alt_text',
      { type: 'image', image_url: 'https://example.com/a.png' },
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
  ])('refuses %s', (_name, block, fault) => {
    expect(faults(() => acceptBlocks([block]))).toEqual(expect.arrayContaining(['invalid_blocks', fault]));
  });

  it('refuses 51 of them, and a block_id twice', () => {
    expect(faults(() => acceptBlocks(Array(50).fill({ type: 'divider' })))).toEqual([]);
    expect(faults(() => acceptBlocks(Array(51).fill({ type: 'divider' })))).toEqual([
      'invalid_blocks',
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    expect(faults(() => acceptBlocks([section({ block_id: 'a' }), section({ block_id: 'a' })]))).toEqual([
      'invalid_blocks',
      'block_id already exists: a [json-pointer:/blocks]',
    ]);
  });

  it('refuses what is no array, and Markdown beyond 12,000 in all', () => {
    expect(faults(() => acceptBlocks('[{'))).toEqual(['invalid_blocks_format']);
    const markdown = { type: 'markdown', text: long(7000) };
    expect(faults(() => acceptBlocks([markdown, markdown]))).toEqual(['msg_blocks_too_long']);
  });

  it('refuses more than 9,600 characters in all, though each block is fine', () => {
    const three = { type: 'mrkdwn', text: long(3000) };
    expect(faults(() => acceptBlocks(Array(3).fill(section({ text: three }))))).toEqual([]);
    expect(faults(() => acceptBlocks(Array(4).fill(section({ text: three }))))).toEqual(['msg_blocks_too_long']);
  });

  it('counts an emoji as two characters, and takes everything at its limit', () => {
    const sparkles = '🎉'.repeat(1500);
    const atLimit = [
      section({ text: { type: 'mrkdwn', text: sparkles } }),
      { type: 'header', text: plain(long(150)) },
      actions(button({ text: plain(long(75)), value: long(2000) })),
    ];
    expect(faults(() => acceptBlocks(atLimit))).toEqual([]);
  });

  it('gives ids to blocks and buttons without', () => {
    const [first] = acceptBlocks([actions({ type: 'button', text: plain('Press') })]);
    expect(first).toMatchObject({ block_id: expect.any(String), elements: [{ action_id: expect.any(String) }] });
  });
});

describe('views', () => {
  it.each<[string, Thing, string]>([
    [
      'a title of 25',
      modal({ title: plain(long(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['no title', { type: 'modal', blocks: [section()] }, 'missing required field: title [json-pointer:/view]'],
    [
      '101 blocks',
      modal({ blocks: Array(101).fill({ type: 'divider' }) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'private_metadata of 3,001',
      modal({ private_metadata: long(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a callback_id of 256',
      modal({ callback_id: long(256) }),
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'inputs without a way to send them',
      modal({ blocks: [input()] }),
      'missing required field: submit [json-pointer:/view]',
    ],
    [
      'a submit of 25',
      modal({ submit: plain(long(25)) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'a label too long',
      modal({ submit: plain('Go'), blocks: [input({ type: 'plain_text_input' }, { label: plain(long(2001)) })] }),
      'must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]',
    ],
    [
      'a button as input',
      modal({ submit: plain('Go'), blocks: [input(button())] }),
      'unsupported type: button [json-pointer:/view/blocks/0/element/type]',
    ],
    [
      '11 checkboxes',
      modal({ submit: plain('Go'), blocks: [input({ type: 'checkboxes', options: Array(11).fill(option()) })] }),
      'no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]',
    ],
    ['an unknown field', modal({ colour: 'red' }), 'invalid additional property: colour [json-pointer:/view]'],
    ['the wrong kind', { type: 'home', blocks: [section()] }, 'must be a valid enum value [json-pointer:/view/type]'],
  ])('refuses %s', (_name, view, fault) => {
    expect(faults(() => acceptView(view, 'modal'))).toEqual(expect.arrayContaining(['invalid_arguments', fault]));
  });

  it('refuses a title on a Home tab, two fields that want the focus, and a quarter of a megabyte', () => {
    expect(faults(() => acceptView({ ...modal(), type: 'home' }, 'home'))).toContain(
      'invalid additional property: title [json-pointer:/view]',
    );
    const eager = (id: string) =>
      input({ type: 'plain_text_input', action_id: id, focus_on_load: true }, { block_id: id });
    const both = modal({ submit: plain('Go'), blocks: [eager('a'), eager('b')] });
    expect(faults(() => acceptView(both, 'modal'))).toContain(
      'only one element may set focus_on_load [json-pointer:/view/blocks]',
    );
    const huge = modal({ blocks: Array(90).fill(section({ text: { type: 'mrkdwn', text: long(2900) } })) });
    expect(faults(() => acceptView(huge, 'modal'))).toEqual(['view_too_large']);
  });
});
