import { expect, test } from 'vitest';
import { decodeUnlabelled, mendLines } from './charset.ts';

test('UTF-8 that was read as windows-1252 is mended line by line', () => {
  expect(mendLines('GrÃ¼ÃŸe\nGrüße\nâ‚¬ 5')).toBe('Grüße\nGrüße\n€ 5');
});

test('text that was right stays', () => {
  const text = 'Ça va? Ärger, Öl, ÅÄÖ, ñandú, Ünal 日本 😀';
  expect(mendLines(text)).toBe(text);
});

test('bytes without a label are UTF-8 where they can be, UTF-16 where they say so, else windows-1252', () => {
  expect(decodeUnlabelled(Buffer.from('Grüße'))).toBe('Grüße');
  expect(decodeUnlabelled(Buffer.from('\ufeffGrüße', 'utf16le'))).toBe('Grüße');
  expect(decodeUnlabelled(Buffer.from('Grüße', 'latin1'))).toBe('Grüße');
});
