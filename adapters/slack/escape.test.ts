import fc from 'fast-check';
import { expect, it } from 'vitest';
import { topLevel, unescaped } from './escape.ts';
import { TEXT } from './limits.ts';

it('top-level text holds nothing that Slack would read as a call or a link', () => {
  expect(topLevel('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
});

it('is cut visibly, and never within what stands for one sign', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<', '&', 'a', ' ', 'é', '👏'), { maxLength: 9000 }), (signs) => {
      const text = signs.join('');
      const shown = topLevel(text);
      expect(shown.length).toBeLessThanOrEqual(TEXT);
      expect(shown).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      if (!shown.endsWith(' …')) expect(unescaped(shown)).toBe(text);
    }),
    { numRuns: 60 },
  );
});
