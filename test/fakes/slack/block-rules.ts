// What Slack refuses in blocks whose shape is right: too long, too many, the same id twice.

import { type Limit, limitsByField, limitsByType, longestActionId, longestBlockId } from './block-limits.ts';
import { isThing, list, type Thing, text, things } from './json.ts';

type Found = { readonly value: unknown; readonly at: string };

/** Faults of blocks, in Slack's words; `at` is the JSON pointer of the array in what was sent. */
export function faultsOfBlocks(blocks: readonly unknown[], at: string): readonly string[] {
  return [
    ...blocks.flatMap((block, index) => faultsWithin(block, `${at}/${index}`, '')),
    ...faultsOfIds(blocks, at),
    ...blocks.flatMap((block, index) => (isThing(block) ? faultsOfSense(block, `${at}/${index}`) : [])),
  ];
}

export function faultsOfLimits(value: unknown, limits: readonly Limit[], at: string): readonly string[] {
  return limits.flatMap((limit) => find(value, limit.at.split('.'), at).flatMap((found) => faultOf(found, limit)));
}

function faultsWithin(value: unknown, at: string, field: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => faultsWithin(one, `${at}/${index}`, field));
  if (!isThing(value)) return [];
  const limits = limitsByType[text(value.type)] ?? limitsByField[field] ?? [];
  return [
    ...faultsOfLimits(value, [...limits, longestActionId, longestBlockId], at),
    ...Object.entries(value).flatMap(([key, inner]) => faultsWithin(inner, `${at}/${key}`, key)),
  ];
}

function find(value: unknown, path: readonly string[], at: string): readonly Found[] {
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined ? [] : [{ value, at }];
  if (!isThing(value)) return [];
  const key = step.replace('[]', '');
  const inner = value[key];
  if (!step.endsWith('[]')) return find(inner, rest, `${at}/${key}`);
  return list(inner).flatMap((one, index) => find(one, rest, `${at}/${key}/${index}`));
}

function faultOf({ value, at }: Found, limit: Limit): readonly string[] {
  const size = limit.of === 'items' ? list(value).length : text(value).length;
  if (limit.of === 'items' && !Array.isArray(value)) return [];
  if (limit.of === 'characters' && typeof value !== 'string') return [];
  if (limit.of === 'items') {
    if (size > limit.atMost) return [`no more than ${limit.atMost} items allowed [json-pointer:${at}]`];
    return size < limit.atLeast ? [`no fewer than ${limit.atLeast} items allowed [json-pointer:${at}]`] : [];
  }
  if (size > limit.atMost) return [`must be less than ${limit.atMost + 1} characters [json-pointer:${at}]`];
  return size < limit.atLeast ? [`must be more than ${limit.atLeast - 1} characters [json-pointer:${at}]`] : [];
}

function faultsOfIds(blocks: readonly unknown[], at: string): readonly string[] {
  const blockIds = things(blocks).map((block) => text(block.block_id));
  const faults = twice(blockIds).map((id) => `block_id already exists: ${id} [json-pointer:${at}]`);
  for (const [index, block] of things(blocks).entries()) {
    const actionIds = elementsOf(block).map((element) => text(element.action_id));
    faults.push(...twice(actionIds).map((id) => `action_id already exists: ${id} [json-pointer:${at}/${index}]`));
  }
  return faults;
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => id !== '' && ids.indexOf(id) !== index))];
}

/** The elements of a block that a person can touch or look at. */
export function elementsOf(block: Thing): readonly Thing[] {
  const inner = things(block.child_blocks).flatMap(elementsOf);
  const single = [block.accessory, block.element].filter(isThing);
  return [...(block.type === 'rich_text' ? [] : things(block.elements)), ...single, ...inner];
}

function faultsOfSense(block: Thing, at: string): readonly string[] {
  const faults: string[] = [];
  if (block.type === 'section' && block.text === undefined && block.fields === undefined) {
    faults.push(`must define either \`text\` or \`fields\` [json-pointer:${at}]`);
  }
  for (const element of elementsOf(block)) {
    if (/static_select$/.test(text(element.type)) && !element.options === !element.option_groups) {
      faults.push(`must define either \`options\` or \`option_groups\` [json-pointer:${at}]`);
    }
    faults.push(...faultsOfChoice(element, at));
  }
  return faults;
}

/** What is chosen from the start has to be one of the options, to the letter. */
function faultsOfChoice(element: Thing, at: string): readonly string[] {
  if (!Array.isArray(element.options) && !Array.isArray(element.option_groups)) return [];
  const groups = things(element.option_groups).flatMap((group) => things(group.options));
  const offered = new Set([...things(element.options), ...groups].map((option) => JSON.stringify(option)));
  const chosen = [element.initial_option, ...list(element.initial_options)].filter(isThing);
  if (chosen.every((option) => offered.has(JSON.stringify(option)))) return [];
  return [`initial option must be one of the options [json-pointer:${at}]`];
}
