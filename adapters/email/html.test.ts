import { expect, test } from 'vitest';
import { htmlToText } from './html.ts';

test.each([
  '<p style="display:none">hidden</p>',
  '<p style="color:red; DISPLAY : none !important">hidden</p>',
  '<div style="visibility:hidden"><b>hidden</b></div>',
  '<span style="font-size:0px">hidden</span>',
  '<span style="font-size: 0">hidden</span>',
  '<span style="mso-hide:all">hidden</span>',
  '<div style="max-height:0;overflow:hidden">hidden</div>',
  '<div hidden>hidden</div>',
  '<!-- hidden -->',
  '<script>hidden()</script>',
  '<style>.hidden{}</style>',
  '<head><title>hidden</title></head>',
  '<template>hidden</template>',
])('%s is not read', (html) => {
  expect(htmlToText(`<div>Thank</div>${html}<div>you</div>`)).toBe('Thank\nyou');
});

test('what only looks special is read', () => {
  expect(htmlToText('<p style="font-size:0.9em;color:gray">Thank</p><h1 style="margin:0">you</h1>')).toMatch(
    /Thank\s+you/,
  );
  expect(htmlToText('<a href="https://example.com">Thank you</a>')).toBe('Thank you');
});

test('table rows stay lines, cells stay words', () => {
  expect(htmlToText('<table><tr><th>From:</th><td>Jane</td></tr><tr><th>To:</th><td>Ana</td></tr></table>')).toMatch(
    /^From: Jane *\nTo: Ana *$/,
  );
});

test('elements inside each other without end are cut, not followed', () => {
  expect(htmlToText(`Thanks<br>${'<div>'.repeat(200_000)}`).trim()).toBe('Thanks');
});
