import { expect, it } from 'vitest';
import { createQuiet } from './quiet.ts';

it('what is done quietly writes nothing, also later on; all else does', async () => {
  const said: unknown[] = [];
  const console = { error: (...words: unknown[]) => void said.push(...words) };
  const quietly = createQuiet(console);
  const beside = Promise.resolve().then(() => console.error('beside it'));
  const found = await quietly(async () => {
    console.error('at once');
    await new Promise((resolve) => setTimeout(resolve, 1));
    console.error('later');
    return 'found';
  });
  await beside;
  console.error('after it');
  expect({ found, said }).toEqual({ found: 'found', said: ['beside it', 'after it'] });
});
