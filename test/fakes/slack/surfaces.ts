// A message's blocks, a modal, a Home tab: checked whole, refused as Slack refuses them.

import {
  largestView,
  longestBlocksTogether,
  longestMarkdown,
  mostBlocksInMessage,
  viewLimits,
} from './block-limits.ts';
import { elementsOf, faultsOfBlocks, faultsOfLimits } from './block-rules.ts';
import { faultsOfShape } from './block-shape.ts';
import { newShortId } from './ids.ts';
import { isThing, type Thing, text, things } from './json.ts';
import { refusalWithFaults, SlackRefusal } from './refusal.ts';

/** The blocks of a message, with the ids that Slack gives to those without; throws `invalid_blocks`. */
export function acceptBlocks(blocks: unknown): readonly Thing[] {
  if (!Array.isArray(blocks)) throw new SlackRefusal('invalid_blocks_format');
  const faults = blocks.flatMap((block, index) => faultsOfShape('block', block, `/blocks/${index}`));
  if (blocks.length > mostBlocksInMessage) {
    faults.push(`no more than ${mostBlocksInMessage} items allowed [json-pointer:/blocks]`);
  }
  faults.push(...faultsOfBlocks(blocks, '/blocks'));
  const markdown = things(blocks).filter((block) => block.type === 'markdown');
  if (markdown.reduce((sum, block) => sum + text(block.text).length, 0) > longestMarkdown) {
    throw new SlackRefusal('msg_blocks_too_long');
  }
  if (faults.length > 0) throw refusalWithFaults('invalid_blocks', [...new Set(faults)]);
  const others = things(blocks).filter((block) => block.type !== 'markdown');
  if (charactersIn(others) > longestBlocksTogether) throw new SlackRefusal('msg_blocks_too_long');
  return things(blocks).map(withIds);
}

/** A view that may be opened, with ids for its blocks; throws `invalid_arguments` or `view_too_large`. */
export function acceptView(view: unknown, kind: 'modal' | 'home'): Thing {
  if (!isThing(view)) throw refusalWithFaults('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  if (JSON.stringify(view).length > largestView) throw new SlackRefusal('view_too_large');
  const blocks = things(view.blocks);
  const faults = [
    ...faultsOfShape(kind, view, '/view'),
    ...faultsOfLimits(view, viewLimits, '/view'),
    ...faultsOfBlocks(Array.isArray(view.blocks) ? view.blocks : [], '/view/blocks'),
  ];
  if (kind === 'modal' && view.submit === undefined && blocks.some((block) => block.type === 'input')) {
    faults.push('missing required field: submit [json-pointer:/view]');
  }
  if (blocks.flatMap(elementsOf).filter((element) => element.focus_on_load === true).length > 1) {
    faults.push('only one element may set focus_on_load [json-pointer:/view/blocks]');
  }
  if (faults.length > 0) throw refusalWithFaults('invalid_arguments', [...new Set(faults)]);
  return { ...view, blocks: blocks.map(withIds) };
}

function charactersIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum, one) => sum + charactersIn(one), 0);
  if (!isThing(node)) return 0;
  const own = typeof node.text === 'string' ? node.text.length : 0;
  return own + Object.values(node).reduce((sum: number, inner) => sum + charactersIn(inner), 0);
}

function withIds(block: Thing): Thing {
  const named: Thing = { ...block, block_id: block.block_id ?? newShortId() };
  if (block.type !== 'rich_text' && Array.isArray(block.elements)) {
    named.elements = things(block.elements).map(withActionId);
  }
  for (const field of ['accessory', 'element']) {
    const element = block[field];
    if (isThing(element)) named[field] = withActionId(element);
  }
  return named;
}

function withActionId(element: Thing): Thing {
  const passive = ['image', 'plain_text', 'mrkdwn'].includes(text(element.type));
  return passive ? element : { ...element, action_id: element.action_id ?? newShortId() };
}
